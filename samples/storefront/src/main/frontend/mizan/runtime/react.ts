import type { Context, ReactNode } from 'react'
import type { MizanError } from './error'
import type { CallOptions, Client, ContextDefinition, ContextHandle, ContextState, FunctionState } from './types'

/** What `<UserContext>` and its hooks have in common. */
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
  readonly pending: boolean
  readonly error: MizanError | undefined
  /** Forgets the error. */
  readonly reset: () => void
}

export declare function MizanProvider(props: { readonly client: Client; readonly children?: ReactNode }): ReactNode
export declare function useMizan(): Client
export declare function bindContext<P extends object, D extends object>(
  definition: ContextDefinition<P, D>,
): ContextBinding<P, D>
export declare function provideContext<P extends object, D extends object>(
  binding: ContextBinding<P, D>,
  props: P & ContextProps,
): ReactNode
export declare function useContextState<P extends object, D extends object>(binding: ContextBinding<P, D>): ContextState<D>
export declare function useFunctionState<P extends object, D extends object, K extends keyof D>(
  binding: ContextBinding<P, D>,
  fn: K,
): FunctionState<D[K]>
export declare function useSuspenseContext<P extends object, D extends object>(binding: ContextBinding<P, D>): D
export declare function useSuspenseFunction<P extends object, D extends object, K extends keyof D>(
  binding: ContextBinding<P, D>,
  fn: K,
): D[K]
export declare function useMutation<A, R>(fn: string): MutationState<A, R>
