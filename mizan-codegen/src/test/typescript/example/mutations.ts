import type { CallOptions, Client } from './runtime'
import type { Order, Payment } from './types'

export interface PayArgs {
  readonly orderId: number
  readonly payment: Payment
}

export function pay(client: Client, args: PayArgs, options?: CallOptions): Promise<Order> {
  return client.call('pay', args, options)
}

export interface RenameArgs {
  readonly name: string
  readonly userId: number
}

export function rename(client: Client, args: RenameArgs, options?: CallOptions): Promise<null> {
  return client.call('rename', args, options)
}

export function resetAll(client: Client, options?: CallOptions): Promise<null> {
  return client.call('resetAll', {}, options)
}
