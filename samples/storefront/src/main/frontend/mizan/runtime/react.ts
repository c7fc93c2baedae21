import {
  createContext,
  createElement,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import type { Context, ReactNode } from 'react'
import type { MizanError } from './error'
import type { CallOptions, Client, ContextDefinition, ContextHandle, ContextState, FunctionState } from './types'

/** What a context's component and its hooks have in common. Holds no state: any number of clients may use it. */
export interface ContextBinding<P extends object, D extends object> {
  readonly definition: ContextDefinition<P, D>
  readonly provided: Context<ContextHandle<D> | undefined>
}

/** What context components take besides the context's parameters. */
export interface ContextProps {
  readonly children?: ReactNode
  /** Whether the nearest error boundary gets the error, when there is no data to show. */
  readonly throwErrors?: boolean
}

/** One function as a component uses it. */
export interface MutationState<A, R> {
  /** Runs the function. The promise may be left alone: what it is rejected with is `error`, too. */
  readonly mutate: (args: A, options?: CallOptions) => Promise<R>
  /** Whether the latest call is under way. */
  readonly pending: boolean
  /** Why the latest call failed. */
  readonly error: MizanError | undefined
  /** Forgets the error, and that something is under way; does not stop it. */
  readonly reset: () => void
}

const ClientContext = /* @__PURE__ */ createContext<Client | undefined>(undefined)

/** Gives the components below their client. */
export function MizanProvider(props: { readonly client: Client; readonly children?: ReactNode }): ReactNode {
  return createElement(ClientContext.Provider, { value: props.client }, props.children)
}

/** The client of the nearest `<MizanProvider>`. Throws outside one. */
export function useMizan(): Client {
  const client = useContext(ClientContext)
  if (!client) throw new Error('There is no client here: render <MizanProvider client={…}> around this component.')
  return client
}

/** Binds a context to React. Generated code does it once for each context. */
export function bindContext<P extends object, D extends object>(
  definition: ContextDefinition<P, D>,
): ContextBinding<P, D> {
  return { definition, provided: createContext<ContextHandle<D> | undefined>(undefined) }
}

/** The body of a context's component: mounts the context and gives it to the hooks below. */
export function provideContext<P extends object, D extends object>(
  binding: ContextBinding<P, D>,
  props: P & ContextProps,
): ReactNode {
  const handle = useHandle(binding.definition, props)
  const state = useView<D, D>(handle)
  // The order matters: what is not looked at renders nothing again.
  if (props.throwErrors && state.status === 'error' && state.data === undefined) throw state.error
  return createElement(binding.provided.Provider, { value: handle }, props.children)
}

/** Where the nearest context of this kind stands. Renders again only when something changes that was looked at. */
export function useContextState<P extends object, D extends object>(binding: ContextBinding<P, D>): ContextState<D> {
  return useView<D, D>(useNearest(binding))
}

/** As {@link useContextState}, with one function's result as data: the results of others render nothing again. */
export function useFunctionState<P extends object, D extends object, K extends keyof D>(
  binding: ContextBinding<P, D>,
  fn: K,
): FunctionState<D[K]> {
  return useView<D, D[K]>(useNearest(binding), fn)
}

/** The data of the nearest context of this kind. Suspends until they are there; throws when they cannot be had. */
export function useSuspenseContext<P extends object, D extends object>(binding: ContextBinding<P, D>): D {
  return useSuspended<D, D>(useNearest(binding))
}

/** As {@link useSuspenseContext}, one function's result. */
export function useSuspenseFunction<P extends object, D extends object, K extends keyof D>(
  binding: ContextBinding<P, D>,
  fn: K,
): D[K] {
  return useSuspended<D, D[K]>(useNearest(binding), fn)
}

/** One function. What it makes stale is fetched again without further ado, also when the component is gone by then. */
export function useMutation<A, R>(fn: string): MutationState<A, R> {
  const client = useMizan()
  const latest = useRef(0)
  const [state, setState] = useState<Pick<MutationState<A, R>, 'pending' | 'error'>>(idle)
  const mutate = useCallback(
    (args: A, options?: CallOptions): Promise<R> => {
      const own = ++latest.current
      const settle = (error?: MizanError): void => {
        if (own === latest.current) setState({ pending: false, error })
      }
      setState({ pending: true, error: undefined })
      const result = client.call<R>(fn, args ?? {}, options)
      result.then(() => settle(), settle)
      return result
    },
    [client, fn],
  )
  const reset = useCallback(() => {
    latest.current++
    setState(idle)
  }, [])
  return useMemo(() => ({ mutate, reset, ...state }), [mutate, reset, state])
}

const idle = { pending: false, error: undefined } as const

function useHandle<P extends object, D extends object>(
  definition: ContextDefinition<P, D>,
  params: P,
): ContextHandle<D> {
  const client = useMizan()
  const handle = client.context(definition, params)
  // Parameters are new objects in each render; with the same key they are the same context.
  return useMemo(() => handle, [client, handle.key])
}

function useNearest<P extends object, D extends object>({ definition, provided }: ContextBinding<P, D>): ContextHandle<D> {
  const nearest = useContext(provided)
  const own = useHandle(definition, {} as P)
  if (nearest) return nearest
  if (definition.params.length > 0) {
    throw new Error(`There is no context '${definition.name}' here: render its component around this one.`)
  }
  return own
}

function useView<D extends object, T>(handle: ContextHandle<D>, fn?: keyof D, suspends?: boolean): ContextState<T> {
  const view = useMemo(() => viewOf<D, T>(handle, fn), [handle, fn])
  return useSyncExternalStore(view.subscribe, view.state, suspends ? view.state : view.serverState)
}

function useSuspended<D extends object, T>(handle: ContextHandle<D>, fn?: keyof D): T {
  const state = useView<D, T>(handle, fn, true)
  if (state.data !== undefined) return state.data
  if (state.status !== 'error') throw handle.ready()
  // React itself tries a second time before the boundary gets it; whoever tries again later must not find it again.
  setTimeout(handle.reset, 200)
  throw state.error
}

type Shown = Readonly<Record<'status' | 'data' | 'error' | 'fetching' | 'refetch', unknown>>

interface View<T> {
  readonly subscribe: (listener: () => void) => () => void
  readonly state: () => ContextState<T>
  readonly serverState: () => ContextState<T>
}

/*
 * React renders a component again when it is shown another object. So an object stays as long as nothing has changed
 * that was read from it: who does not look at `fetching` does not hear of refetches that bring nothing new.
 */
function viewOf<D extends object, T>(handle: ContextHandle<D>, fn: keyof D | undefined): View<T> {
  const used = new Set<keyof Shown>()
  let source: ContextState<D> | undefined
  let latest: { values: Shown } | undefined
  let shown: ContextState<T>

  function show(state: ContextState<D>): ContextState<T> {
    if (state === source) return shown
    source = state
    const current = latest
    const values: Shown = fn === undefined ? state : { ...state, data: state.data?.[fn] }
    if (current && [...used].every((name) => current.values[name] === values[name])) {
      current.values = values
    } else {
      const own = (latest = { values })
      const object = {}
      for (const name of ['status', 'data', 'error', 'fetching', 'refetch'] as const) {
        Object.defineProperty(object, name, {
          enumerable: true,
          get() {
            used.add(name)
            return own.values[name]
          },
        })
      }
      shown = object as ContextState<T>
    }
    return shown
  }

  return {
    subscribe: handle.subscribe,
    state: () => show(handle.state()),
    serverState: () => show(handle.serverState()),
  }
}
