import { pause } from './async'
import { aborted, MizanError } from './error'
import { targetsOfHeader, targetsOfJson } from './targets'
import type { ClientOptions, CsrfOptions, FetchFunction, Proof, RetryOptions, Target } from './types'

type Headers = Readonly<Record<string, string>>
type Json = Readonly<Record<string, unknown>>

/** What the server said: the body of a success, or why not. */
interface Answer {
  readonly response?: Response
  readonly body?: Json
  readonly error?: MizanError
}

/** A call that was answered. A failed one can have made something stale, too. */
export interface CallAnswer {
  readonly result?: unknown
  readonly error?: MizanError
  readonly targets: readonly Target[]
}

/** How requests travel: URLs, headers, who asks, repetitions. Knows nothing of what is kept. */
export interface Transport {
  /** Reads what is at a path. Repeated when the network or the server fails. Rejects with a MizanError. */
  read(path: string, signal: AbortSignal): Promise<Json>
  /** Runs a function. Never rejects. */
  call(fn: string, args: object, bySession?: boolean): Promise<CallAnswer>
  /** From now on requests are proved by this, and calls no longer by the session. */
  proveBy(prove: () => Promise<Proof>): void
  /** The next call asks for its session anew. */
  forget(): void
}

/** How the token against forged requests travels. */
type Session = Required<CsrfOptions>

const LONGEST_WAIT = 60_000

/**
 * @param base without a slash at the end
 * @param stale told of each refusal because of another schema
 */
export function createTransport(base: string, options: ClientOptions, stale: (error: MizanError) => void): Transport {
  const send: FetchFunction = options.fetch ?? ((url, init) => globalThis.fetch(url, init))
  const { csrf, cookies = () => globalThis.document?.cookie ?? '' } = options
  let own: (() => Promise<Proof>) | undefined
  let session: Promise<Session> | undefined

  async function exchange(path: string, init: RequestInit, proof: Headers): Promise<Answer> {
    try {
      const { headers } = options
      const response = await send(base + path, {
        ...(options.credentials && { credentials: options.credentials }),
        ...init,
        headers: {
          ...(options.schema && { 'X-Mizan-Schema': options.schema }),
          ...(init.body && { 'Content-Type': 'application/json' }),
          ...(typeof headers === 'function' ? await headers() : headers),
          ...proof,
        },
      })
      const body = parse(await response.text())
      if (response.ok && body) return { response, body }
      const error = errorOf(response.status, body)
      if (error.code === 'STALE_CLIENT') stale(error)
      return { response, error }
    } catch (cause) {
      return { error: failure(cause, init.signal) }
    }
  }

  /** An exchange that is repeated once, if the server did not know the caller and now may. */
  async function proved(path: string, init: RequestInit, prove: () => Promise<Proof>): Promise<Answer> {
    const proof = await prove()
    const answer = await exchange(path, init, proof.headers)
    if (!answer.error || !mayHaveExpired(answer)) return answer
    proof.expire?.(answer.error)
    const another = await prove().catch(() => proof)
    // The same proof would be refused the same way; another one says that this one was what was refused.
    return JSON.stringify(another.headers) === JSON.stringify(proof.headers)
      ? answer
      : exchange(path, init, another.headers)
  }

  async function repeated(path: string, signal: AbortSignal | null, prove: () => Promise<Proof>): Promise<Answer> {
    const { times = 2, delay = defaultDelay }: RetryOptions = options.retry ?? {}
    for (let repetition = 1; ; repetition++) {
      const answer = await proved(path, { signal }, prove).catch(
        (cause): Answer => ({ error: failure(cause, signal) }),
      )
      const { error } = answer
      if (!error) return answer
      const wait = Math.max(delay(repetition), retryAfter(answer.response))
      const passing = error.status >= 500 || error.code === 'NETWORK'
      if (repetition > times || !passing || wait > LONGEST_WAIT) throw error
      await pause(wait, signal)
    }
  }

  async function byNobody(): Promise<Proof> {
    return { headers: {} }
  }

  async function bySession(): Promise<Proof> {
    if (csrf === false) return byNobody()
    const current = (session ??= openSession())
    const { cookie, header } = await current
    const token = cookies()
      .split('; ')
      .find((pair) => pair.startsWith(`${cookie}=`))
    return {
      headers: token ? { [header]: token.slice(cookie.length + 1) } : {},
      expire() {
        if (session === current) session = undefined
      },
    }
  }

  function openSession(): Promise<Session> {
    const opened = repeated('/session/', null, byNobody).then(
      ({ body }) => ({ ...(body?.['csrf'] as Session), ...csrf }) as Session,
    )
    // One failure must not stay: the next call tries again.
    opened.catch(() => {
      if (session === opened) session = undefined
    })
    return opened
  }

  return {
    async read(path, signal) {
      const { body } = await repeated(path, signal, own ?? byNobody)
      return body ?? {}
    },

    async call(fn, args, withSession) {
      const init = { method: 'POST', body: JSON.stringify({ fn, args }) }
      const answer = await proved('/call/', init, (!withSession && own) || bySession).catch(
        (cause): Answer => ({ error: failure(cause, null) }),
      )
      return {
        ...(answer.error ? { error: answer.error } : { result: answer.body?.['result'] }),
        targets: targetsOf(answer),
      }
    },

    proveBy(prove) {
      own = prove
    },

    forget() {
      session = undefined
    },
  }
}

/** Refused for who asked, and nothing has run. */
function mayHaveExpired({ response, error }: Answer): boolean {
  return (
    (error?.code === 'UNAUTHORIZED' || error?.details['reason'] === 'csrf') &&
    !response?.headers.has('X-Mizan-Invalidate')
  )
}

/** What cannot be read may be anything, so everything is stale. */
function targetsOf({ body, response }: Answer): readonly Target[] {
  const inBody = body?.['invalidate']
  if (inBody !== undefined) return targetsOfJson(inBody) ?? ['*']
  const inHeader = response?.headers.get('X-Mizan-Invalidate')
  return inHeader ? (targetsOfHeader(inHeader) ?? ['*']) : []
}

function parse(text: string): Json | undefined {
  try {
    const json: unknown = JSON.parse(text)
    return json instanceof Object ? (json as Json) : undefined
  } catch {
    return undefined
  }
}

function errorOf(status: number, body: Json | undefined): MizanError {
  const error = body?.['error'] as Partial<MizanError> | undefined
  return typeof error?.code === 'string'
    ? new MizanError(status, error.code, String(error.message), error.details, error.id)
    : new MizanError(status, 'BAD_ANSWER', `The answer, with status ${status}, is none of the protocol.`)
}

function failure(cause: unknown, signal: AbortSignal | null | undefined): MizanError {
  if (cause instanceof MizanError) return cause
  return signal?.aborted ? aborted(cause) : new MizanError(0, 'NETWORK', `No answer: ${String(cause)}`, {}, '', cause)
}

function defaultDelay(repetition: number): number {
  return 100 * 3 ** repetition
}

/** Milliseconds; 0 when nothing is said. */
function retryAfter(response: Response | undefined): number {
  const text = response?.headers.get('Retry-After')
  if (!text) return 0
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now()
  return wait > 0 ? wait : 0
}
