// What must not compile against a generated client. tsc fails when an expected error is none.
import { createClient, Decimal, fetchShopContext, pay, schema } from '../golden/everything'
import { delete_, hire } from '../golden/everything/mutations'
import { ShopContext, useLastOrder, usePay } from '../golden/everything/react'
import type { EmployeeInput, Payment, Shipping, ShopOrder, Uuid } from '../golden/everything'

const client = createClient({ base: 'https://shop.example/api/mizan' })
declare const id: Uuid
declare const payment: Payment

export const text: string = schema

export async function calls(): Promise<ShopOrder> {
  await delete_(client, { customer: id })
  // @ts-expect-error a string is no UUID
  await delete_(client, { customer: '5' })
  // @ts-expect-error a missing argument
  await pay(client, { payment })
  // @ts-expect-error an unknown argument
  await pay(client, { orderId: 5, payment, tip: 1 })
  // @ts-expect-error a number is no text
  await fetchShopContext(client, { shipping: [], minimum: 2.5 })
  const shop = await fetchShopContext(client, { shipping: ['PICKUP'], minimum: Decimal('2.50'), customer: null })
  // @ts-expect-error an optional result may be null
  shop.lastOrder.id
  // @ts-expect-error a result is read-only
  shop.orders.number = 2
  return pay(client, { orderId: 5, payment })
}

export async function input(employee: EmployeeInput): Promise<void> {
  const { fax, nickname, ...least } = employee
  await hire(client, { employee: least, others: { items: [null, employee], number: 1 } })
  // @ts-expect-error what is optional may be left out, but not undefined
  await hire(client, { employee: { ...least, fax: undefined }, others: { items: [], number: 1 } })
  // @ts-expect-error what the server computes is not sent
  await hire(client, { employee: { ...least, age: 7 }, others: { items: [], number: 1 } })
}

function never(value: never): never {
  throw new Error(String(value))
}

export function exhaustive(of: Payment): string {
  switch (of.method) {
    case 'card':
      return of.last4
    case 'cash':
      return of.change ?? '0'
    case 'voucher':
      return of.code
    default:
      return never(of)
  }
}

export function notExhaustive(of: Payment): string {
  switch (of.method) {
    case 'card':
      return of.last4
    case 'cash':
      return of.change ?? '0'
    default:
      // @ts-expect-error a voucher is left
      return never(of)
  }
}

export function notAllConstants(of: Shipping): number {
  switch (of) {
    case 'PICKUP':
      return 0
    default:
      // @ts-expect-error two constants are left
      return never(of)
  }
}

export function Hooks(): unknown {
  const state = useLastOrder()
  // @ts-expect-error there is no data before it has arrived
  state.data.id
  if (state.status === 'success' && state.data !== null) {
    state.data.id.toFixed()
  }
  const { mutate } = usePay()
  // @ts-expect-error a missing argument
  void mutate({ orderId: 1 })
  // @ts-expect-error a missing property
  return ShopContext({ page: 1 })
}
