import type { MizanError } from './error'

/**
 * A context as the generator describes it. The type parameters are what it takes and what it gives; they exist at
 * compile time only.
 */
export interface ContextDefinition<P extends object, D extends object> {
  /** The name on the wire. */
  readonly name: string
  /** The names of all parameters. */
  readonly params: readonly string[]
  /** The text (PROTOCOL §7.2) of parameters that the server fills in when they are absent. */
  readonly defaults?: Readonly<Record<string, string>>
  /** Never set: carries the types. */
  readonly types?: (params: P) => D
}

/** What a mutation made stale (PROTOCOL §6.2): a name or `*`, or an object that narrows it. */
export type Target =
  | string
  | {
      readonly context: string
      readonly function?: string
      readonly params?: Readonly<Record<string, unknown>>
    }

/** Options of a single read. */
export interface ReadOptions {
  /** Gives the read up: its promise is rejected with code `ABORTED`. */
  readonly signal?: AbortSignal
}

/** Options of a single call. */
export interface CallOptions {
  /** Stops waiting: the promise is rejected with code `ABORTED`. The function may have run all the same. */
  readonly signal?: AbortSignal
}

interface Situation {
  /** Whether a request is under way; with `status` `success` or `error` that is a refetch, and `data` is the old one. */
  readonly fetching: boolean
  /** Asks the server again. Resolves when the answer is there, whether it is data or an error; never rejects. */
  refetch(): Promise<void>
}

/** Nobody has asked for it yet. */
export interface IdleState extends Situation {
  readonly status: 'idle'
  readonly data: undefined
  readonly error: undefined
}

/** The first request is under way. */
export interface LoadingState extends Situation {
  readonly status: 'loading'
  readonly data: undefined
  readonly error: undefined
}

/** There is data. */
export interface SuccessState<T> extends Situation {
  readonly status: 'success'
  readonly data: T
  readonly error: undefined
}

/** The last request failed; `data` is what was there before. */
export interface ErrorState<T> extends Situation {
  readonly status: 'error'
  readonly data: T | undefined
  readonly error: MizanError
}

/** Where a context stands. An object never changes: another state is another object. */
export type ContextState<T> = IdleState | LoadingState | SuccessState<T> | ErrorState<T>

/** Where one function of a context stands: the context's state with that function's result as data. */
export type FunctionState<T> = ContextState<T>

/**
 * One context with one set of parameters, of one client. Handles of the same context and parameters share everything;
 * a handle costs nothing and need not be given back.
 */
export interface ContextHandle<D extends object> {
  /** The context's name and canonical parameters: equal for handles that share. */
  readonly key: string
  /** Where it stands now. */
  state(): ContextState<D>
  /** Where it stood when the server rendered the page: hydrated data, or idle. */
  serverState(): ContextState<D>
  /**
   * Mounts it: it is fetched unless it is there and fresh, and kept fresh until the returned function is called. The
   * listener hears of each new state, not of the present one.
   */
  subscribe(listener: () => void): () => void
  /** Resolves when it is there and fresh or has failed; fetches when need be. Does not mount. Never rejects. */
  ready(): Promise<void>
  /** Asks the server again, see {@link ContextState}. */
  refetch(): Promise<void>
  /** Forgets it, if it has failed and is not mounted, so that the next one who asks fetches. */
  reset(): void
}

/** Which context and parameters an event is about. */
export interface ContextReference {
  readonly context: string
  /** Present parameters by name, as their text (PROTOCOL §7.2). */
  readonly params: Readonly<Record<string, string>>
}

/** Who said that something is stale: the answer of a call, another tab, or the application itself. */
export type InvalidationSource = 'call' | 'tab' | 'code'

/** What happens in a client, in the order in which it happens. */
export type MizanEvent =
  | ({ readonly type: 'mounted' | 'unmounted' | 'fetched' | 'refetched' } & ContextReference)
  | ({ readonly type: 'failed'; readonly error: MizanError } & ContextReference)
  | ({
      readonly type: 'outdated'
      readonly target: Target
      /** The function whose answer said so; none when the application did. */
      readonly by?: string
      readonly source: InvalidationSource
    } & ContextReference)
  | {
      readonly type: 'invalidated'
      readonly targets: readonly Target[]
      readonly by?: string
      readonly source: InvalidationSource
    }
  | { readonly type: 'called'; readonly fn: string; readonly error?: MizanError }
  | { readonly type: 'stale-client'; readonly error: MizanError }
  | { readonly type: 'forgotten' }

/** What proves who asks. */
export interface Proof {
  readonly headers: Readonly<Record<string, string>>
  /** The server refused it: the next one should be another. */
  expire?(error: MizanError): void
}

/**
 * Connection to the functions of one server. Everything that it knows is its own: two clients on a page have nothing
 * in common.
 */
export interface Client {
  /** The URL of the endpoints, without a slash at the end. */
  readonly base: string
  /** Runs a function. Never retried. Rejects with a {@link MizanError}. */
  call<R>(fn: string, args: object, options?: CallOptions): Promise<R>
  /**
   * Fetches a context without mounting it. Shares the request that is under way for the same parameters; what arrives
   * is what mounted components see, too. Rejects with a {@link MizanError}.
   */
  fetch<P extends object, D extends object>(
    definition: ContextDefinition<P, D>,
    params: P,
    options?: ReadOptions,
  ): Promise<D>
  /** The context with these parameters. */
  context<P extends object, D extends object>(definition: ContextDefinition<P, D>, params: P): ContextHandle<D>
  /** Says that something is stale: what is mounted of it is fetched again. For what the server could not say. */
  invalidate(targets: readonly Target[], source?: InvalidationSource, by?: string): void
  /**
   * Drops all data, those that are shown too, and what proved the caller, and fetches again what is mounted: for when
   * somebody else is asking now.
   * To be called after signing in and out.
   */
  forget(): void
  /** Fetches again what is mounted and has failed or is outdated. */
  recover(): void
  /** Hears of everything until the returned function is called. */
  events(listener: (event: MizanEvent) => void): () => void
  /** Aborts what is under way and stops everything. Calls and reads are rejected with `ABORTED` from then on. */
  close(): void
}

/** What an {@link Extra} may do beyond what a client offers to everybody. */
export interface ClientParts {
  readonly client: Client
  /** Runs a function by the session, whatever credentials there are. */
  callBySession<R>(fn: string, args: object): Promise<R>
  /** From now on requests are proved by this, asked before each of them, and not by the session. */
  proveBy(prove: () => Promise<Proof>): void
  /** From now on this is asked for the data of contexts, by their key, before anything is fetched. */
  startFrom(known: (definition: ContextDefinition<never, object>, key: string) => object | undefined): void
}

/** Something that a client can do without: given to `createClient`, so that bundlers leave out what nobody names. */
export type Extra = (parts: ClientParts) => (() => void) | void

/** How reads are repeated that failed by the network or with 5xx. Calls never are. */
export interface RetryOptions {
  /** How often, after the first time; 2 by default. */
  readonly times?: number
  /** Milliseconds before a repetition, counted from 1; by default 300, 900, … A longer `Retry-After` counts instead. */
  readonly delay?: (repetition: number) => number
}

/** How the token against forged requests travels (PROTOCOL §10). */
export interface CsrfOptions {
  /** The name of the cookie; by default what the session endpoint says. */
  readonly cookie?: string
  /** The name of the header; by default what the session endpoint says. */
  readonly header?: string
}

/** What of the global `fetch` a client uses. */
export type FetchFunction = (url: string, init?: RequestInit) => Promise<Response>

/** How a client is configured. */
export interface ClientOptions {
  /** The URL of the endpoints: a path, or with an origin; `/api/mizan` by default. */
  readonly base?: string
  /** The hash of the schema that the client was generated from; generated clients fill it in. */
  readonly schema?: string
  /** Used instead of the global `fetch`. */
  readonly fetch?: FetchFunction
  /** Headers of every request, or a function that gives them each time. */
  readonly headers?:
    | Readonly<Record<string, string>>
    | (() => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>)
  /** Whether cookies are sent to another origin; the browser's default is `same-origin`. */
  readonly credentials?: RequestCredentials
  /** `false`: callers without credentials need no token against forged requests, so no session is asked for. */
  readonly csrf?: CsrfOptions | false
  /** The cookies of the page, as `document.cookie` has them, for where there is no document. */
  readonly cookies?: () => string
  /** How reads are repeated that failed. */
  readonly retry?: RetryOptions
  /** Milliseconds for which contexts are kept that nobody has mounted; 30,000 by default. */
  readonly keep?: number
  /** The server refused because this client is older or newer than it (`STALE_CLIENT`). Called once. */
  readonly onStaleClient?: (error: MizanError) => void
  /** What this client can do besides. */
  readonly extras?: readonly Extra[]
}
