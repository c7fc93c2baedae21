import { createClient } from '.'
import { fetchGlobalContext, fetchOrdersContext, fetchUserContext } from './contexts'
import type {
  GlobalContextData,
  OrdersContextData,
  OrdersContextParams,
  UserContextData,
  UserContextParams,
} from './contexts'
import { pay, rename, resetAll } from './mutations'
import type { PayArgs, RenameArgs } from './mutations'
import type { CallOptions, Client, ClientOptions, ReadOptions } from './runtime'
import { cookieJar } from './runtime'
import type { Order } from './types'

/** All functions, bound to one client: for tests, scripts and rendering on a server. */
export interface ServerClient {
  readonly client: Client
  fetchGlobalContext(options?: ReadOptions): Promise<GlobalContextData>
  fetchOrdersContext(params: OrdersContextParams, options?: ReadOptions): Promise<OrdersContextData>
  fetchUserContext(params: UserContextParams, options?: ReadOptions): Promise<UserContextData>
  pay(args: PayArgs, options?: CallOptions): Promise<Order>
  rename(args: RenameArgs, options?: CallOptions): Promise<null>
  resetAll(options?: CallOptions): Promise<null>
}

/** A client that keeps cookies, as a browser would. `base` must have an origin: `https://shop.example/api/mizan`. */
export function createServerClient(options: ClientOptions & { readonly base: string }): ServerClient {
  const client = createClient({ ...options, ...cookieJar(options.fetch) })
  return {
    client,
    fetchGlobalContext: (options) => fetchGlobalContext(client, options),
    fetchOrdersContext: (params, options) => fetchOrdersContext(client, params, options),
    fetchUserContext: (params, options) => fetchUserContext(client, params, options),
    pay: (args, options) => pay(client, args, options),
    rename: (args, options) => rename(client, args, options),
    resetAll: (options) => resetAll(client, options),
  }
}
