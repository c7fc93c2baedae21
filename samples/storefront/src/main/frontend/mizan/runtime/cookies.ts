import type { ClientOptions, FetchFunction } from './types'

/**
 * Keeps cookies as a browser would, for clients outside one, so that scripts and tests have a session:
 * `createClient({ base, ...cookieJar() })`. Keeps names and values only, for one server, until the server ends them.
 *
 * @param send used instead of the global `fetch`
 */
export function cookieJar(send: FetchFunction = globalThis.fetch): Required<Pick<ClientOptions, 'cookies' | 'fetch'>> {
  const jar = new Map<string, string>()
  const cookies = (): string => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  return {
    cookies,
    async fetch(url, init) {
      const headers = new Headers(init?.headers)
      const all = [headers.get('Cookie'), cookies()].filter(Boolean).join('; ')
      if (all) headers.set('Cookie', all)
      const response = await send(url, { ...init, headers })
      for (const cookie of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=;]*)=([^;]*)/.exec(cookie) ?? []
        if (value === '' || /;\s*max-age=0\s*(;|$)/i.test(cookie)) {
          jar.delete(name)
        } else {
          jar.set(name, value)
        }
      }
      return response
    },
  }
}
