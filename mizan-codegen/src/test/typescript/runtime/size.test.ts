import { expect, test } from 'bun:test'
import { sizeOf } from '../size/size'

test('contextsAndMutations_fiveKilobytes', async () => {
  expect(await sizeOf('core')).toBeLessThanOrEqual(5 * 1_024)
})

test('everything_eightKilobytes', async () => {
  expect(await sizeOf('all')).toBeLessThanOrEqual(8 * 1_024)
})
