import type { ContextDefinition, Target } from './types'

/** Present parameters by name, as their text; sorted by name. */
export type Texts = Readonly<Record<string, string>>

/** A value's text (PROTOCOL §7.2), as far as it can be told without its Java type; none when it is absent. */
export function textOf(value: unknown): string | undefined {
  if (value == null || (Array.isArray(value) && value.length === 0)) return undefined
  return typeof value === 'object' ? JSON.stringify(value, sorted) : String(value)
}

function sorted(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** A context with its parameters, as names. */
export interface Place {
  readonly params: Texts
  /** What tells it from all others: canonical JSON, as in the key of PROTOCOL §7.1. */
  readonly key: string
  /** Where it is read: lists are repeated, and what is absent is left out. */
  readonly path: string
}

/** Where a context with these parameters is. What the server fills in counts as present, but is not sent. */
export function placeOf({ name, params, defaults }: ContextDefinition<never, object>, values: object): Place {
  const texts: Record<string, string> = {}
  const query = new URLSearchParams()
  for (const param of [...params].sort()) {
    const value = (values as Record<string, unknown>)[param]
    const text = textOf(value) ?? defaults?.[param]
    if (text !== undefined) texts[param] = text
    for (const item of Array.isArray(value) ? value : [value]) {
      const sent = textOf(item)
      if (sent !== undefined) query.append(param, sent)
    }
  }
  return { params: texts, key: JSON.stringify({ c: name, p: texts }), path: `/ctx/${name}/?${query}`.replace(/\?$/, '') }
}

/**
 * Whether a target outdates a context with these parameters: each of the target's parameters is present with the same
 * value, as in the origin cache (PROTOCOL §7.3). A parameter that this client does not know cannot be compared, so it
 * narrows nothing.
 */
export function covers(target: Target, definition: ContextDefinition<never, object>, texts: Texts): boolean {
  const { context, params } = typeof target === 'string' ? { context: target, params: undefined } : target
  if (context !== definition.name) return context === '*'
  return Object.entries(params ?? {}).every(([name, value]) => {
    const theirs = textOf(value)
    const ours = texts[name]
    return (
      !definition.params.includes(name) ||
      theirs === undefined ||
      (ours !== undefined && (ours === theirs || comparable(ours) === comparable(theirs)))
    )
  })
}

const DECIMAL = /^(-?)0*(\d+?)(?:\.(\d*?)0*)?$/
const TIME = /^(\d{4}-\d\d-\d\dT)?(\d\d:\d\d[\d:.]*)(Z|[+-]\d\d:\d\d)?(\[.*\])?$/i
const DURATION = /^-?P(-?\d+[YMWD])*(T(-?[\d.]+[HMS])+)?$/i

/*
 * The application may write 10.50 where the server, which knows that it is a BigDecimal, writes 10.5; an UUID in capital
 * letters, noon as 12:00:00, a set in another order. What two texts of one value may differ in is taken away here. That
 * two different values come out equal is no harm: something is fetched once too often.
 */
function comparable(text: string): string {
  if (text.startsWith('[')) {
    try {
      const items = (JSON.parse(text) as unknown[]).map((item) => comparable(textOf(item) ?? ''))
      return JSON.stringify([...new Set(items)].sort())
    } catch {
      return text
    }
  }
  const decimal = DECIMAL.exec(text)
  if (decimal) {
    const number = `${decimal[2]}.${decimal[3] ?? ''}`
    return number === '0.' ? number : decimal[1] + number
  }
  const time = TIME.exec(text)
  if (time) return `T${Date.parse((time[1] ?? '2000-01-01T') + time[2] + (time[3] ?? 'Z'))}`
  return DURATION.test(text) ? 'P' : text.toLowerCase()
}
