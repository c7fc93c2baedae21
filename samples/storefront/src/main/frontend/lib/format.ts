import type { Decimal, Instant, LocalDate, MizanError } from '../mizan'

/** The shop speaks English and counts in euros, to whomever. */
const LOCALE = 'en-IE'

/** An amount as it is shown. Prices are exact text; a number is precise enough for looking at two decimals. */
export function money(amount: Decimal, currency: string): string {
  return new Intl.NumberFormat(LOCALE, { style: 'currency', currency }).format(Number(amount))
}

/** A date, which is the same everywhere, or the day that a moment belongs to in a time zone. */
export function day(date: LocalDate | Instant, timeZone: string): string {
  const zone = date.includes('T') ? timeZone : 'UTC'
  return new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeZone: zone }).format(new Date(date))
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString(LOCALE)} ${number === 1 ? one : many}`
}

/** What visitors are told of an error. */
export function explain(error: MizanError): string {
  if (error.code === 'NETWORK') return 'The shop cannot be reached. Are you online?'
  if (error.code === 'VALIDATION_FAILED') return 'Please correct what is marked.'
  if (error.code === 'BAD_ANSWER' || error.status >= 500) return 'Something went wrong on our side.'
  return error.message
}
