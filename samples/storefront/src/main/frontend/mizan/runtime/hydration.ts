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
  return ({ seed }) => {
    const { contexts = {} } = data ?? (globalThis as { __MIZAN_SSR_DATA__?: SsrData }).__MIZAN_SSR_DATA__ ?? {}
    for (const [context, rendered] of Object.entries(contexts)) {
      for (const { params, data } of rendered) seed(context, params, data)
    }
  }
}
