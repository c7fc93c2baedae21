// The golden schema.json and openapi.json, validated against the schemas of their forms.
import { Validator } from '@seriousme/openapi-schema-validator'
import Ajv from 'ajv/dist/2020'
import { expect, test } from 'bun:test'
import form from '../../../../../docs/client-schema.json'
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
