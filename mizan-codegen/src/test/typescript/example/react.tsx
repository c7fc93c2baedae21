import type { ReactNode } from 'react'
import { globalContext, ordersContext, userContext } from './contexts'
import type {
  GlobalContextData,
  OrdersContextData,
  OrdersContextParams,
  UserContextData,
  UserContextParams,
} from './contexts'
import type { PayArgs, RenameArgs } from './mutations'
import type { ContextState, FunctionState } from './runtime'
import {
  bindContext,
  provideContext,
  useContextState,
  useFunctionState,
  useMutation,
  useSuspenseContext,
  useSuspenseFunction,
} from './runtime/react'
import type { ContextProps, MutationState } from './runtime/react'
import type { Order, UserProfile } from './types'

export { useRenderEnvironment } from './runtime/environment'
export { MizanProvider, useMizan } from './runtime/react'

const globalBinding = /* @__PURE__ */ bindContext(globalContext)
const ordersBinding = /* @__PURE__ */ bindContext(ordersContext)
const userBinding = /* @__PURE__ */ bindContext(userContext)

export function GlobalContext(props: ContextProps): ReactNode {
  return provideContext(globalBinding, props)
}

export function useGlobalContext(): ContextState<GlobalContextData> {
  return useContextState(globalBinding)
}

export function useVisitors(): FunctionState<number> {
  return useFunctionState(globalBinding, 'visitors')
}

export function OrdersContext(props: OrdersContextParams & ContextProps): ReactNode {
  return provideContext(ordersBinding, props)
}

export function useOrdersContext(): ContextState<OrdersContextData> {
  return useContextState(ordersBinding)
}

export function useOrderPage(): FunctionState<readonly Order[]> {
  return useFunctionState(ordersBinding, 'orderPage')
}

export function UserContext(props: UserContextParams & ContextProps): ReactNode {
  return provideContext(userBinding, props)
}

export function useUserContext(): ContextState<UserContextData> {
  return useContextState(userBinding)
}

export function useSuspenseUserContext(): UserContextData {
  return useSuspenseContext(userBinding)
}

export function useUserOrders(): FunctionState<readonly Order[]> {
  return useFunctionState(userBinding, 'userOrders')
}

export function useSuspenseUserOrders(): readonly Order[] {
  return useSuspenseFunction(userBinding, 'userOrders')
}

export function useUserProfile(): FunctionState<UserProfile> {
  return useFunctionState(userBinding, 'userProfile')
}

export function useSuspenseUserProfile(): UserProfile {
  return useSuspenseFunction(userBinding, 'userProfile')
}

export function usePay(): MutationState<PayArgs, Order> {
  return useMutation('pay')
}

export function useRename(): MutationState<RenameArgs, null> {
  return useMutation('rename')
}

export function useResetAll(): MutationState<void, null> {
  return useMutation('resetAll')
}
