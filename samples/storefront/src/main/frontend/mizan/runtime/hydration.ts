import { covers, placeOf } from './parameters'
import type { Extra } from './types'

/** What the server wrote into the page (PROTOCOL §11). */
export interface SsrData {
  readonly contexts?: Readonly<
    Record<string, readonly { readonly params: Readonly<Record<string, unknown>>; readonly data: object }[]>
  >
}

/**
 * Contexts that the server rendered with are there without a request, until an invalidation outdates them.
 *
 * @param data by default `window.__MIZAN_SSR_DATA__`; none is no error
 */
export function hydration(data?: SsrData): Extra {
  return ({ client, startFrom }) => {
    const { contexts = {} } = data ?? (globalThis as { __MIZAN_SSR_DATA__?: SsrData }).__MIZAN_SSR_DATA__ ?? {}
    const rendered = new Map(Object.entries(contexts).map(([name, entries]) => [name, new Set(entries)]))
    startFrom((definition, key) => {
      const entries = rendered.get(definition.name) ?? new Set()
      for (const entry of entries) {
        if (placeOf(definition, entry.params).key !== key) continue
        // Whoever asks again when it has been forgotten wants what is true then.
        entries.delete(entry)
        return entry.data
      }
      return undefined
    })
    return client.events((event) => {
      if (event.type !== 'invalidated') return
      for (const name of rendered.keys()) {
        // Of what nobody has asked for yet, the parameters are not known for certain.
        if (event.targets.some((target) => covers(target, { name, params: [] }, {}))) rendered.delete(name)
      }
    })
  }
}
