import type { FetchFunction } from './types'

/**
 * A `fetch` that keeps cookies as a browser would, for clients outside one: so that scripts and tests have a session.
 * Keeps names and values only, for one server; what has expired is forgotten when the server says so.
 */
export function cookieJar(send: FetchFunction = globalThis.fetch): FetchFunction {
  const jar = new Map<string, string>()
  return async (url, init = {}) => {
    const headers = new Headers(init.headers)
    const cookies = [...jar].map(([name, value]) => `${name}=${value}`)
    const own = headers.get('Cookie')
    if (cookies.length > 0) headers.set('Cookie', [...(own ? [own] : []), ...cookies].join('; '))
    const response = await send(url, { ...init, headers })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=;]*)=([^;]*)/.exec(cookie) ?? []
      if (/;\s*max-age=0\s*(;|$)/i.test(cookie) || value === '') {
        jar.delete(name)
      } else {
        jar.set(name, value)
      }
    }
    return response
  }
}
