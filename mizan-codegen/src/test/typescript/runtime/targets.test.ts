import { describe, expect, test } from 'bun:test'
import { targetsOfHeader, targetsOfJson } from '../../../main/typescript/targets'
import type { Target } from '../example/runtime'
import { vectors } from '../fixture/vectors'

interface HeaderVectors {
  readonly valid: readonly { readonly why: string; readonly targets: readonly Target[]; readonly header: string }[]
  readonly invalid: readonly { readonly why: string; readonly header: string }[]
}

const { valid, invalid } = vectors<HeaderVectors>('invalidate-header.json')

/** Targets as the vectors write them. */
function written(targets: readonly Target[] | undefined): unknown {
  return targets?.map((target) => {
    if (typeof target === 'string') return { context: target }
    const { params = {}, ...rest } = target
    return Object.keys(params).length > 0 ? { ...rest, params } : rest
  })
}

describe('header', () => {
  for (const { why, targets, header } of valid) {
    test(why, () => {
      expect(written(targetsOfHeader(header))).toEqual(targets)
      expect(written(targetsOfHeader(header.replaceAll(', ', ' ,\t')))).toEqual(targets)
    })
  }
  for (const { why, header } of invalid) {
    test(`refused: ${why}`, () => expect(targetsOfHeader(header)).toBeUndefined())
  }
})

describe('body', () => {
  test('targetsOfScoping_areRead', () => {
    for (const { invalidate } of vectors<readonly { readonly invalidate: readonly Target[] | null }[]>('scoping.json')) {
      if (invalidate) expect(targetsOfJson(invalidate)).toEqual(invalidate)
    }
  })

  test('somethingElse_isNone', () => {
    for (const json of [undefined, null, {}, 'user', [5], [null], [{}], [{ context: 5 }]]) {
      expect(targetsOfJson(json)).toBeUndefined()
    }
  })
})
