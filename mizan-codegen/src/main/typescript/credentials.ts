import type { Extra } from './types'

/** A token and when it ends: what `mwtObtain` answers, and other issuers can be made to. */
export interface Token {
  readonly token: string
  /** Milliseconds since 1970, or a text that `Date.parse` reads. */
  readonly expiresAt: number | string
}

interface Held {
  readonly token: string
  /** When another one is asked for, and when this one ends. */
  readonly renewal: number
  readonly end: number
}

/** How tokens travel and when they are renewed. */
export interface TokenOptions {
  /** `Authorization` by default. */
  readonly header?: string
  /** What stands before the token; `Bearer ` by default. */
  readonly prefix?: string
  /** How many milliseconds before its end a token is renewed; 30,000 by default. */
  readonly early?: number
}

/**
 * Requests are proved by a token from this source, instead of by a session. It is asked when the first request needs
 * one, again before the token ends, and once when the server refuses it; once for all requests that wait.
 */
export function tokens(source: () => Promise<Token>, options: TokenOptions = {}): Extra {
  const { header = 'Authorization', prefix = 'Bearer ', early = 30_000 } = options
  return (parts) => {
    let current: Held | undefined
    let asking: Promise<Held> | undefined

    function ask(): Promise<Held> {
      const own: Promise<Held> = source()
        .then(({ token, expiresAt }) => {
          const now = Date.now()
          const end = new Date(expiresAt).getTime()
          const life = end - now
          // Where the clocks differ by more than a token's life, the end says nothing. The server will.
          const held = { token, renewal: life > 0 ? end - Math.min(early, life / 2) : Infinity, end }
          // Else it is that of somebody who has left.
          if (asking === own) current = held
          return held
        })
        .finally(() => {
          if (asking === own) asking = undefined
        })
      return own
    }

    parts.proveBy(async () => {
      const old = current
      const used =
        old && Date.now() < old.renewal
          ? old
          : await (asking ??= ask()).catch((error: unknown) => {
              if (!old || old !== current || Date.now() >= old.end) throw error
              return old
            })
      return {
        headers: { [header]: prefix + used.token },
        expire({ status }) {
          if (status === 401 && current === used) current = undefined
        },
      }
    })
    return parts.client.events(({ type }) => {
      if (type === 'forgotten') current = asking = undefined
    })
  }
}

/**
 * Requests are proved by the library's own tokens (PROTOCOL §10), which are had for the session, or for what the
 * `headers` of the client prove.
 */
export function mwt(options: Pick<TokenOptions, 'early'> = {}): Extra {
  return (parts) =>
    tokens(() => parts.callBySession('mwtObtain', {}), { header: 'X-Mizan-Token', prefix: '', ...options })(parts)
}
