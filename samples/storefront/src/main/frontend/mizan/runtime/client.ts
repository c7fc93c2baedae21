import { abortable } from './async'
import { aborted } from './error'
import type { MizanError } from './error'
import { createStore } from './store'
import { createTransport } from './transport'
import type { Client, ClientOptions, MizanEvent } from './types'

/** A client of the server at `base`. Sends nothing before it is asked to. */
export function createClient(options: ClientOptions = {}): Client {
  const base = (options.base ?? '/api/mizan').replace(/\/+$/, '')
  const listeners = new Set<(event: MizanEvent) => void>()
  const cleanups: (() => void)[] = []
  let knownToBeStale = false
  let closed = false

  function emit(event: MizanEvent): void {
    for (const listener of listeners) {
      try {
        listener(event)
      } catch (error) {
        // Its own fault, and to be seen, but nothing here may depend on it.
        queueMicrotask(() => {
          throw error
        })
      }
    }
  }

  function stale(error: MizanError): void {
    if (knownToBeStale) return
    knownToBeStale = true
    emit({ type: 'stale-client', error })
    options.onStaleClient?.(error)
  }

  const transport = createTransport(base, options, stale)

  async function read(path: string, signal: AbortSignal): Promise<Readonly<Record<string, unknown>>> {
    if (closed) throw aborted()
    return transport.read(path, signal)
  }

  const store = createStore(read, options.keep ?? 30_000, emit)

  async function call<R>(fn: string, args: object, bySession?: boolean): Promise<R> {
    const { result, error, targets } = await transport.call(fn, args, bySession)
    emit({ type: 'called', fn, ...(error && { error }) })
    if (targets.length > 0) store.invalidate(targets, 'call', fn)
    if (error) throw error
    return result as R
  }

  const client: Client = {
    base,
    async call<R>(fn: string, args: object, callOptions?: { readonly signal?: AbortSignal }) {
      const signal = callOptions?.signal
      if (closed || signal?.aborted) throw aborted(signal?.reason)
      // The request goes on: only its answer says what the function made stale.
      return abortable(call<R>(fn, args), signal)
    },
    fetch: store.fetch,
    context: store.context,
    invalidate: store.invalidate,
    forget() {
      transport.forget()
      emit({ type: 'forgotten' })
      store.forget()
    },
    recover: store.recover,
    events(listener) {
      const own = (event: MizanEvent): void => listener(event)
      listeners.add(own)
      return () => listeners.delete(own)
    },
    close() {
      closed = true
      for (const cleanup of cleanups.splice(0)) cleanup()
      store.close()
    },
  }

  for (const extra of options.extras ?? []) {
    const cleanup = extra({
      client,
      callBySession: (fn, args) => call(fn, args, true),
      proveBy: transport.proveBy,
      startFrom: store.startFrom,
    })
    if (cleanup) cleanups.push(cleanup)
  }
  return client
}
