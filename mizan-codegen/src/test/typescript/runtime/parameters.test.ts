import { describe, expect, test } from 'bun:test'
import { covers, placeOf, textOf } from '../../../main/typescript/parameters'
import type { ContextDefinition, Target } from '../example/runtime'
import { vectors } from '../fixture/vectors'

interface KeyVector {
  readonly why: string
  readonly context: string
  readonly params: Readonly<Record<string, string>>
  readonly canonical: string
}

interface TextVector {
  readonly java: string
  readonly text: string
}

interface ScopingVector {
  readonly why: string
  readonly contexts: Readonly<Record<string, { readonly params: readonly string[] }>>
  readonly args: Readonly<Record<string, unknown>>
  readonly invalidate: readonly Target[] | null
}

function textsOf(definition: ContextDefinition<never, object>, params: object): Readonly<Record<string, string>> {
  return placeOf(definition, params).params
}

function definition(name: string, ...params: string[]): ContextDefinition<never, object> {
  return { name, params }
}

/** The value as a client has it, of a vector that says it in Java. */
function inTypeScript(java: string): unknown {
  const [, type = '', text = ''] = /^(record .*\) |\S+ )(.*)$/.exec(java) ?? []
  switch (type.trim()) {
    case 'boolean':
      return text === 'true'
    case 'int':
    case 'double':
      return Number(text)
    case 'String':
    case 'List<String>':
      return JSON.parse(text)
    case 'record Range(int from, int to)':
      return { to: 2, from: 1 }
    case 'enum':
      return text.split('.')[1]
    default:
      return text
  }
}

describe('text', () => {
  for (const { java, text } of vectors<readonly TextVector[]>('parameter-text.json')) {
    test(`${java} is comparable with ${text}`, () => {
      const context = definition('c', 'p')
      const value = inTypeScript(java)
      // Java alone reads exponents of decimals.
      if (java === 'BigDecimal 1E+3') return expect(textOf('1000')).toBe(text)
      expect(covers({ context: 'c', params: { p: text } }, context, textsOf(context, { p: value }))).toBe(true)
      if (!/BigDecimal|UUID/.test(java)) expect(textOf(value)).toBe(text)
    })
  }

  test('absent_hasNone', () => {
    expect([undefined, null, []].map(textOf)).toEqual([undefined, undefined, undefined])
    expect(textOf('')).toBe('')
  })
})

describe('key', () => {
  for (const { why, context, params, canonical } of vectors<readonly KeyVector[]>('cache-keys.json')) {
    test(why, () => {
      const { c, p } = JSON.parse(canonical) as { c: string; p: Record<string, string> }
      expect(placeOf(definition(context, ...Object.keys(params)), params).key).toBe(JSON.stringify({ c, p }))
    })
  }

  test('orderOfParameters_countsForNothing', () => {
    const report = definition('report', 'year', 'month')
    expect(textsOf(report, { year: 2026, month: 11 })).toEqual(textsOf(report, { month: 11, year: 2026 }))
    expect(placeOf(report, { year: 2026, month: 11 }).key).toBe(
      '{"c":"report","p":{"month":"11","year":"2026"}}')
  })

  test('defaultOfServer_countsAsPresent', () => {
    const orders = { ...definition('orders', 'page'), defaults: { page: '0' } }
    expect(textsOf(orders, {})).toEqual(textsOf(orders, { page: 0 }))
    expect(textsOf(orders, { page: null })).toEqual({ page: '0' })
  })

  test('namesThatAreNoParameters_areLeftOut', () => {
    expect(textsOf(definition('user', 'userId'), { userId: 5, children: 'x' })).toEqual({ userId: '5' })
  })
})

describe('path', () => {
  test('listsAreRepeated_absentIsLeftOut', () => {
    const search = definition('search', 'tags', 'q', 'open', 'page')
    expect(placeOf(search, { q: 'a&b=ü +', tags: ['x', 'y'], page: null, open: false }).path).toBe(
      '/ctx/search/?open=false&q=a%26b%3D%C3%BC+%2B&tags=x&tags=y',
    )
    expect(placeOf(search, {}).path).toBe('/ctx/search/')
  })
})

describe('covering', () => {
  for (const { why, contexts, args, invalidate } of vectors<readonly ScopingVector[]>('scoping.json')) {
    test(`scoping: ${why}`, () => {
      for (const target of invalidate ?? []) {
        if (target === '*') continue
        const name = typeof target === 'string' ? target : target.context
        const params = (typeof target === 'string' ? undefined : target.params) ?? {}
        const context = definition(name, ...(contexts[name]?.params ?? []))
        expect(covers(target, context, textsOf(context, { ...args, ...params }))).toBe(true)
        for (const param of Object.keys(params)) {
          const another = textsOf(context, { ...args, ...params, [param]: 'another' })
          expect(covers(target, context, another)).toBe(false)
          expect(covers(target, context, textsOf(context, { ...args, ...params, [param]: null }))).toBe(false)
        }
      }
    })
  }

  const orders = definition('orders', 'page', 'userId')
  const all: readonly (readonly [string, Target, object, boolean])[] = [
    ['everything', '*', { userId: 5 }, true],
    ['broad', 'orders', { userId: 5, page: 2 }, true],
    ['another context', 'users', { userId: 5 }, false],
    ['every page of a user', { context: 'orders', params: { userId: 5 } }, { userId: 5, page: 2 }, true],
    ['nobody else', { context: 'orders', params: { userId: 5 } }, { userId: 55, page: 2 }, false],
    ['a function', { context: 'orders', function: 'orderPage', params: { userId: 5 } }, { userId: 5 }, true],
    ['narrower than what is mounted', { context: 'orders', params: { userId: 5, page: 1 } }, { userId: 5 }, false],
    ['text and number', { context: 'orders', params: { userId: '5' } }, { userId: 5 }, true],
    ['a parameter of a newer server', { context: 'orders', params: { userId: 5, tenant: 'x' } }, { userId: 5 }, true],
  ]
  for (const [why, target, params, expected] of all) {
    test(why, () => expect(covers(target, orders, textsOf(orders, params))).toBe(expected))
  }

  test('defaultOfServer_isCovered', () => {
    const paged = { ...orders, defaults: { page: '0' } }
    const first: Target = { context: 'orders', params: { userId: 5, page: 0 } }
    expect(covers(first, paged, textsOf(paged, { userId: 5 }))).toBe(true)
    expect(covers(first, paged, textsOf(paged, { userId: 5, page: 1 }))).toBe(false)
  })

  const texts: readonly (readonly [unknown, unknown, boolean])[] = [
    ['10.50', '10.5', true],
    ['010.50', '10.5', true],
    ['-0.0', '0', true],
    ['100', '10', false],
    ['-5', '5', false],
    ['1.05', '1.5', false],
    ['9D3F2C1E-0000-4000-8000-000000000001', '9d3f2c1e-0000-4000-8000-000000000001', true],
    ['2026-11-22T10:00:00.000Z', '2026-11-22T10:00:00Z', true],
    ['2026-11-22T11:00:00+01:00[Europe/Paris]', '2026-11-22T11:00+01:00', true],
    ['2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z', false],
    ['10:00:00', '10:00', true],
    ['10:00', '10:01', false],
    ['PT60S', 'PT1M', true],
    ['P1', 'p2', false],
    [['b', 'a', 'a'], '["a","b"]', true],
    [['b', 'a'], ['a', 'b'], true],
    [['a'], ['a', 'b'], false],
    ['[not json', '[nor this', false],
    ['2026-11-22', '2026-11-23', false],
  ]
  for (const [ours, theirs, same] of texts) {
    test(`${ours} ${same ? 'is' : 'is not'} ${theirs}`, () => {
      const c = definition('c', 'p')
      expect(covers({ context: 'c', params: { p: theirs } }, c, textsOf(c, { p: ours }))).toBe(same)
    })
  }
})
