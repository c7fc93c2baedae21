import { abortable } from './async'
import { aborted } from './error'
import type { MizanError } from './error'
import { covers, placeOf } from './parameters'
import type { Place } from './parameters'
import type {
  Client,
  ClientParts,
  ContextDefinition,
  ContextReference,
  ContextState,
  InvalidationSource,
  MizanEvent,
  ReadOptions,
  Target,
} from './types'

type Data = Readonly<Record<string, unknown>>
type Definition = ContextDefinition<never, object>

/** A context with its parameters, and what is known of it. */
interface Entry extends ContextReference, Place {
  readonly definition: Definition
  readonly refetch: () => Promise<void>
  readonly listeners: Set<() => void>
  readonly hydrated: ContextState<Data>
  state: ContextState<Data>
  /** Whether somebody is told of new states; stays true for a moment after the last one has gone. */
  mounted: boolean
  /** How many wait for an answer without having mounted it. */
  waiting: number
  /** How many invalidations there were: an answer to a request from before the last one is old. */
  epoch: number
  outdated: boolean
  request?: AbortController
  loading?: Promise<void> | undefined
  timer?: unknown
}

/** The contexts of one client: who has mounted them, what their data are, when they must be fetched again. */
export interface Store
  extends Pick<Client, 'context' | 'fetch' | 'invalidate' | 'forget' | 'recover' | 'close'>,
    Pick<ClientParts, 'startFrom'> {}

/**
 * A store without contexts.
 *
 * @param read reads a path; rejects with a MizanError, also when the signal aborts it and when the client is closed
 * @param keep milliseconds for which what nobody has mounted is kept
 * @param emit tells what happens
 */
export function createStore(
  read: (path: string, signal: AbortSignal) => Promise<Data>,
  keep: number,
  emit: (event: MizanEvent) => void,
): Store {
  const entries = new Map<string, Entry>()
  let known: Parameters<Store['startFrom']>[0] | undefined
  let tick: Promise<void> | undefined

  function entryOf(definition: Definition, params: object): Entry {
    const place = placeOf(definition, params)
    const present = entries.get(place.key)
    if (present) return present
    // By its key: an entry that has been forgotten shows its data to nobody.
    const refetch = (): Promise<void> => load(entryOf(definition, params))
    const data = known?.(definition, place.key) as Data | undefined
    const hydrated: ContextState<Data> = data
      ? { status: 'success', data, error: undefined, fetching: false, refetch }
      : nothing(refetch)
    const entry: Entry = {
      definition,
      ...place,
      context: definition.name,
      refetch,
      listeners: new Set(),
      hydrated,
      state: hydrated,
      mounted: false,
      waiting: 0,
      epoch: 0,
      outdated: false,
    }
    entries.set(place.key, entry)
    rest(entry)
    return entry
  }

  function tell(type: 'mounted' | 'unmounted' | 'fetched' | 'refetched', { context, params }: Entry): void {
    emit({ type, context, params })
  }

  function enter(entry: Entry, state: ContextState<Data>): void {
    entry.state = state
    for (const listener of entry.listeners) listener()
  }

  /** Resolves in the next tick, for all who wait in this one. */
  function nextTick(): Promise<void> {
    return (tick ??= new Promise((resolve) => {
      setTimeout(() => {
        tick = undefined
        resolve()
      }, 0)
    }))
  }

  /** Fetches, or joins the request that is under way. */
  function load(entry: Entry): Promise<void> {
    return (entry.loading ??= run(entry))
  }

  function wanted(entry: Entry): boolean {
    return entry.listeners.size > 0 || entry.waiting > 0
  }

  /* Ends with an answer that no invalidation overtook, or when nobody wants one any more. */
  async function run(entry: Entry): Promise<void> {
    let outcome: ContextState<Data> | undefined
    do {
      const { epoch, state } = entry
      const request = (entry.request = new AbortController())
      enter(entry, whether(true, state))
      outcome = await outcomeOf(entry, request.signal)
      if (epoch !== entry.epoch || request.signal.aborted) {
        outcome = undefined
        // Whoever outdates it again in this tick, or comes back to it, has the same request.
        await nextTick()
      }
    } while (!outcome && wanted(entry))
    entry.loading = undefined
    if (!outcome) {
      enter(entry, whether(false, entry.state))
      return
    }
    const first = !entry.state.data
    entry.outdated &&= outcome.status !== 'success'
    enter(entry, outcome)
    if (outcome.status === 'error') {
      emit({ type: 'failed', context: entry.context, params: entry.params, error: outcome.error })
    } else {
      tell(first ? 'fetched' : 'refetched', entry)
    }
  }

  async function outcomeOf(entry: Entry, signal: AbortSignal): Promise<ContextState<Data>> {
    const { refetch } = entry
    try {
      const data = shared(entry.state.data, await read(entry.path, signal))
      return { status: 'success', data, error: undefined, fetching: false, refetch }
    } catch (error) {
      return { status: 'error', data: entry.state.data, error: error as MizanError, fetching: false, refetch }
    }
  }

  function outdate(entry: Entry): void {
    entry.epoch++
    entry.outdated = true
    if (entry.loading) {
      entry.request?.abort()
    } else if (entry.mounted) {
      void nextTick().then(() => {
        if (entry.mounted && entry.outdated) void load(entry)
      })
    }
  }

  /** Nobody may be left who wants it. StrictMode and moved components come back within the tick. */
  function release(entry: Entry): void {
    setTimeout(() => {
      if (wanted(entry)) return
      if (entry.mounted) {
        entry.mounted = false
        entry.outdated = true
        tell('unmounted', entry)
      }
      entry.request?.abort()
      if (entry.state.data) {
        rest(entry)
      } else {
        forget(entry)
      }
    }, 0)
  }

  /** Kept for a while, though nobody wants it now. */
  function rest(entry: Entry): void {
    clearTimeout(entry.timer as number)
    entry.timer = setTimeout(() => {
      if (!entry.mounted && entry.waiting === 0) forget(entry)
    }, keep)
    // Outside browsers a timer would keep the process alive.
    ;(entry.timer as { unref?: () => void }).unref?.()
  }

  function forget(entry: Entry): void {
    clearTimeout(entry.timer as number)
    if (entries.get(entry.key) === entry) entries.delete(entry.key)
  }

  function subscribe(entry: Entry, listener: () => void): () => void {
    // An object of its own, for one function may be given twice.
    const own = (): void => listener()
    entry.listeners.add(own)
    if (!entry.mounted) {
      entry.mounted = true
      tell('mounted', entry)
      if (!fresh(entry)) void load(entry)
    }
    return () => {
      if (entry.listeners.delete(own)) release(entry)
    }
  }

  function invalidate(targets: readonly Target[], source: InvalidationSource = 'code', by?: string): void {
    const who = { source, ...(by !== undefined && { by }) }
    emit({ type: 'invalidated', targets, ...who })
    for (const entry of entries.values()) {
      const target = targets.find((target) => covers(target, entry.definition, entry.params))
      if (target === undefined) continue
      emit({ type: 'outdated', context: entry.context, params: entry.params, target, ...who })
      outdate(entry)
    }
  }

  return {
    context<P extends object, D extends object>(definition: ContextDefinition<P, D>, params: P) {
      const entry = (): Entry => entryOf(definition, params)
      return {
        key: placeOf(definition, params).key,
        state: () => entry().state as ContextState<D>,
        serverState: () => {
          const { state, hydrated } = entry()
          return (typeof document === 'object' ? hydrated : state) as ContextState<D>
        },
        subscribe: (listener) => subscribe(entry(), listener),
        async ready() {
          const wanted = entry()
          if (fresh(wanted)) return
          wanted.waiting++
          await load(wanted)
          wanted.waiting--
          rest(wanted)
        },
        refetch: () => entry().refetch(),
        reset: () => {
          const failed = entry()
          if (failed.state.status === 'error' && !failed.mounted && !failed.loading) forget(failed)
        },
      }
    },

    async fetch<P extends object, D extends object>(
      definition: ContextDefinition<P, D>,
      params: P,
      { signal }: ReadOptions = {},
    ): Promise<D> {
      if (signal?.aborted) throw aborted(signal.reason)
      const entry = entryOf(definition, params)
      entry.waiting++
      try {
        await abortable(load(entry), signal)
      } finally {
        entry.waiting--
        release(entry)
      }
      const { data, error } = entry.state
      if (error) throw error
      return data as unknown as D
    },

    startFrom(next) {
      known = next
    },

    invalidate,

    forget() {
      known = undefined
      for (const entry of entries.values()) enter(entry, nothing(entry.refetch))
      invalidate(['*'])
    },

    recover() {
      for (const entry of entries.values()) {
        if (entry.mounted && !fresh(entry)) void load(entry)
      }
    },

    close() {
      for (const { request, timer } of entries.values()) {
        request?.abort()
        clearTimeout(timer as number)
      }
    },
  }
}

function nothing(refetch: () => Promise<void>): ContextState<Data> {
  return { status: 'idle', data: undefined, error: undefined, fetching: false, refetch }
}

function fresh(entry: Entry): boolean {
  return entry.state.status === 'success' && !entry.outdated
}

function whether(fetching: boolean, state: ContextState<Data>): ContextState<Data> {
  return state.data || state.error ? { ...state, fetching } : { ...state, status: fetching ? 'loading' : 'idle', fetching }
}

/** The new data, with what has not changed being the very objects of before. */
function shared(before: Data | undefined, data: Data): Data {
  if (!before) return data
  const names = Object.keys(data)
  const kept = names.map((name) => {
    const same = JSON.stringify(before[name]) === JSON.stringify(data[name])
    return [name, same ? before[name] : data[name]] as const
  })
  const unchanged = names.length === Object.keys(before).length && kept.every(([name, value]) => before[name] === value)
  return unchanged ? before : Object.fromEntries(kept)
}
