import type { Client, ContextDefinition, ReadOptions } from './runtime'
import type { Decimal, Order, UserProfile } from './types'

export type GlobalContextParams = Record<never, never>

export interface GlobalContextData {
  readonly visitors: number
}

export const globalContext: ContextDefinition<GlobalContextParams, GlobalContextData> = { name: 'global', params: [] }

export function fetchGlobalContext(client: Client, options?: ReadOptions): Promise<GlobalContextData> {
  return client.fetch(globalContext, {}, options)
}

export interface OrdersContextParams {
  readonly minimum?: Decimal | null
  readonly page?: number | null
  readonly tags?: readonly string[]
  readonly userId: number
}

export interface OrdersContextData {
  readonly orderPage: readonly Order[]
}

/** `page` is annotated `@Param(defaultValue = "0")`: the server counts an absent one as 0, so the client must, too. */
export const ordersContext: ContextDefinition<OrdersContextParams, OrdersContextData> = {
  name: 'orders',
  params: ['minimum', 'page', 'tags', 'userId'],
  defaults: { page: '0' },
}

export function fetchOrdersContext(
  client: Client,
  params: OrdersContextParams,
  options?: ReadOptions,
): Promise<OrdersContextData> {
  return client.fetch(ordersContext, params, options)
}

export interface UserContextParams {
  readonly userId: number
}

export interface UserContextData {
  readonly userOrders: readonly Order[]
  readonly userProfile: UserProfile
}

export const userContext: ContextDefinition<UserContextParams, UserContextData> = { name: 'user', params: ['userId'] }

export function fetchUserContext(
  client: Client,
  params: UserContextParams,
  options?: ReadOptions,
): Promise<UserContextData> {
  return client.fetch(userContext, params, options)
}
