// The generated constructors of branded text: what the server writes passes, what it would refuse does not.
import { expect, test } from 'bun:test'
import * as types from '../golden/everything/types'

const forms: Record<string, { good: string[]; bad: string[] }> = {
  Base64: { good: ['', 'AAECAw==', '+/8='], bad: ['A', '====', 'a b='] },
  BigIntText: { good: ['0', '-12345678901234567890'], bad: ['1.0', '1e3', ''] },
  Decimal: { good: ['12.50', '-0', '7'], bad: ['1.', '.5', '1e3', '1,5', '5\n'] },
  Duration: { good: ['PT0S', 'PT-1.5S', 'P1DT2H'], bad: ['1h', 'P1M ', ''] },
  Instant: { good: ['2026-01-02T03:04:05Z', '2026-01-02T03:04:05.123456789Z'], bad: ['2026-01-02', '2026-01-02T03:04:05'] },
  LocalDate: { good: ['2026-01-02', '-0001-01-01', '+12026-01-01'], bad: ['2026-1-2', '02.01.2026'] },
  LocalDateTime: { good: ['2026-01-02T03:04', '2026-01-02T03:04:05.1'], bad: ['2026-01-02 03:04', '2026-01-02T03:04Z'] },
  LocalTime: { good: ['03:04', '23:59:59.999'], bad: ['3:04', '03:04Z'] },
  LongText: { good: ['9223372036854775807'], bad: ['0x10', ' 1'] },
  MonthDay: { good: ['--12-03'], bad: ['12-03'] },
  OffsetDateTime: { good: ['2026-01-02T03:04:05+02:00'], bad: ['2026-01-02T03:04:05'] },
  OffsetTime: { good: ['03:04:05-05:30'], bad: ['03:04:05'] },
  Period: { good: ['P1Y2M3D', 'P0D', 'P-1M'], bad: ['PT1H', ''] },
  Uri: { good: ['https://shop.example/a?b#c', '../a'], bad: ['a b'] },
  Uuid: { good: ['123e4567-e89b-12d3-a456-426614174000'], bad: ['123e4567e89b12d3a456426614174000'] },
  Year: { good: ['2026', '-0044'], bad: ['26'] },
  YearMonth: { good: ['2026-01'], bad: ['2026-1'] },
  Zone: { good: ['Europe/Berlin', 'Z', '+02:00', 'UTC'], bad: ['', 'a b'] },
  ZonedDateTime: { good: ['2026-01-02T03:04:05+01:00', '2026-01-02T03:04:05+01:00[Europe/Berlin]'], bad: ['2026-01-02'] },
}

for (const [name, form] of Object.entries(forms)) {
  test(`${name} brands its form and refuses others`, () => {
    const brand = (types as unknown as Record<string, (text: string) => string>)[name]
    expect(brand).toBeFunction()
    for (const text of form.good) {
      expect(brand?.(text)).toBe(text)
    }
    for (const text of form.bad) {
      expect(() => brand?.(text)).toThrow(RangeError)
    }
  })
}

test('every branded type is tried', () => {
  expect(Object.keys(forms)).toEqual(Object.keys(types).filter((name) => !name.endsWith('Values')).sort())
})
