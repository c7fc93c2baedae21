// The golden schema.json, openapi.json and edge manifests, validated against the schemas of their forms.
import { Validator } from '@seriousme/openapi-schema-validator'
import Ajv from 'ajv/dist/2020'
import { expect, test } from 'bun:test'
import form from '../../../../../docs/client-schema.json'
import manifestForm from '../../../../../docs/edge-manifest-schema.json'
import manifest from '../golden/edge/java.json'
import snakeManifest from '../golden/edge/snake_case.json'
import openapi from '../golden/everything/openapi.json'
import schema from '../golden/everything/schema.json'

test('schema.json has the form that is documented', () => {
  const validate = new Ajv({ strict: true, strictRequired: false, strictTypes: false }).compile(form)
  validate(schema)
  expect(validate.errors).toBeNull()
})

test('a schema.json with something unknown in it is refused', () => {
  const validate = new Ajv({ strictRequired: false, strictTypes: false }).compile(form)
  expect(validate({ ...schema, types: { Odd: { kind: 'object', properties: {}, extra: 1 } } })).toBe(false)
  expect(validate({ ...schema, hash: 'short' })).toBe(false)
})

test('edge manifests have the form that is documented', () => {
  const validate = new Ajv({ strict: true, strictRequired: false, strictTypes: false, formats: { regex: true } }).compile(
    manifestForm,
  )
  for (const golden of [manifest, snakeManifest]) {
    validate(golden)
    expect(validate.errors).toBeNull()
  }
})

test('an edge manifest with something unknown or missing in it is refused', () => {
  const validate = new Ajv({ strictRequired: false, strictTypes: false, formats: { regex: true } }).compile(manifestForm)
  const { user } = manifest.contexts
  expect(validate({ ...manifest, contexts: { user } })).toBe(true)
  expect(validate({ ...manifest, contexts: { user: { ...user, cache: 0 } } })).toBe(false)
  expect(validate({ ...manifest, contexts: { user: { ...user, extra: 1 } } })).toBe(false)
  expect(validate({ ...manifest, contexts: { user: { ...user, page_routes: ['profile/:userId'] } } })).toBe(false)
  expect(validate({ ...manifest, contexts: { user: { ...user, shared: undefined } } })).toBe(false)
  expect(validate({ ...manifest, version: 2 })).toBe(false)
})

test('an edge manifest is laid out as JSON.stringify does it', async () => {
  const text = await Bun.file(`${import.meta.dir}/../golden/edge/java.json`).text()
  expect(text).toBe(`${JSON.stringify(manifest, null, 2)}\n`)
})

/** Every text of the right-hand side means the same value; only the first is the one that targets have. */
const texts: Record<string, [string, ...string[]]> = {
  inStock: ['true', 'TRUE', 'true%20'],
  most: ['12.5', '12.50', '012.5', '%312.5', '12.', '-0'],
  pageNo: ['10', '010', '%310', '-0', '+10'],
  rating: ['4', '4.0', '4e0', '-0'],
  searchText: ['a%20b%C3%A4~', 'a+b%C3%A4~', 'a%20b%c3%a4~', '%61%20b%C3%A4~', "a b'"],
  shelf: ['NEW', '%4EEW', 'N%45W'],
  since: ['2026-01-02', '2026-01-02;', '+2026-01-02'],
  tags: [''],
  vendor: ['0a0b0c0d-0000-4000-8000-0123456789ab', '0A0B0C0D-0000-4000-8000-0123456789AB', '1-1-1-1-1'],
}

test('patterns admit the text of targets and no other', () => {
  const { params, param_patterns } = manifest.contexts.catalog
  expect(Object.keys(texts)).toEqual(params)
  for (const [name, [canonical, ...others]] of Object.entries(texts)) {
    const pattern = new RegExp(`^(${new Map(Object.entries(param_patterns)).get(name)})$`)
    expect([name, pattern.test(canonical)]).toEqual([name, name !== 'tags'])
    for (const other of others) {
      expect([name, other, pattern.test(other)]).toEqual([name, other, false])
    }
  }
})

test('openapi.json is OpenAPI 3.1', async () => {
  const result = await new Validator().validate(structuredClone(openapi))
  expect(result).toEqual({ valid: true })
})

test('openapi.json refers to nothing that it lacks', () => {
  const names = new Set(Object.keys(openapi.components.schemas))
  const missing = [...JSON.stringify(openapi).matchAll(/#\/components\/schemas\/([\w.]+)/g)].filter(
    ([, name]) => name === undefined || !names.has(name),
  )
  expect(missing).toEqual([])
})

test('an openapi.json that is wrong is refused', async () => {
  const result = await new Validator().validate({ ...structuredClone(openapi), paths: { call: {} } })
  expect(result.valid).toBe(false)
})
