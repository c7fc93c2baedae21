// What must compile, and what must not: tsc says so when an expected error is missing.
import {
  createClient,
  Decimal,
  fetchGlobalContext,
  fetchOrdersContext,
  fetchUserContext,
  pay,
  rename,
  resetAll,
  ShippingValues,
  userContext,
} from '../example'
import type { Order, Payment, Shipping, UserContextData, UserProfile } from '../example'
import { tokens } from '../example/runtime'
import type { ContextState, MizanEvent } from '../example/runtime'
import { equal } from './equal'

const client = createClient({ base: '/api/mizan' })

equal<UserContextData>()(await fetchUserContext(client, { userId: 5 }))
equal<null>()(await rename(client, { userId: 5, name: 'Ada' }))
equal<Order>()(await pay(client, { orderId: 1, payment: { type: 'cash', change: Decimal('0.50') } }))
await fetchGlobalContext(client)
await fetchGlobalContext(client, { signal: AbortSignal.timeout(5) })
await resetAll(client)
await fetchOrdersContext(client, { userId: 5, page: null, tags: ['new'], minimum: Decimal('1') })

// @ts-expect-error a wrong type
await fetchUserContext(client, { userId: '5' })
// @ts-expect-error a missing parameter
await fetchUserContext(client, {})
// @ts-expect-error no parameters at all
await fetchUserContext(client)
// @ts-expect-error an unknown parameter
await fetchUserContext(client, { userId: 5, page: 1 })
// @ts-expect-error a required one is never null
await fetchUserContext(client, { userId: null })
// @ts-expect-error undefined is not the same as absent
await fetchOrdersContext(client, { userId: 5, page: undefined })
// @ts-expect-error text is no decimal before it has been checked
await fetchOrdersContext(client, { userId: 5, minimum: '1' })
// @ts-expect-error a missing argument
await rename(client, { userId: 5 })
// @ts-expect-error a wrong argument
await rename(client, { userId: 5, name: 5 })
// @ts-expect-error an alternative that does not exist
await pay(client, { orderId: 1, payment: { type: 'cheque' } })
// @ts-expect-error a member of another alternative
await pay(client, { orderId: 1, payment: { type: 'card', change: Decimal('1') } })
// @ts-expect-error options where there are no arguments
await resetAll(client, { userId: 5 })
// @ts-expect-error a number is no decimal
Decimal(10.5)
// @ts-expect-error what is read is not written
;(await fetchUserContext(client, { userId: 5 })).userProfile.name = 'Eve'

const profile: UserProfile = (await fetchUserContext(client, { userId: 5 })).userProfile
// @ts-expect-error may be null
profile.nickname.length
// @ts-expect-error no such member
profile.age

export function exhaustive(payment: Payment): string {
  switch (payment.type) {
    case 'card':
      return payment.last4
    case 'cash':
      return payment.change
  }
}

// @ts-expect-error not all alternatives: an end without a return
export function notExhaustive(payment: Payment): string {
  switch (payment.type) {
    case 'card':
      return payment.last4
  }
}

export function notExhaustiveEnum(shipping: Shipping): never {
  // @ts-expect-error EXPRESS is left
  if (shipping !== 'STANDARD') return shipping
  throw new Error(ShippingValues.join())
}

export function states(state: ContextState<UserContextData>): string {
  // @ts-expect-error nothing is known of the status yet
  state.data.userProfile
  switch (state.status) {
    case 'idle':
    case 'loading':
      equal<undefined>()(state.data)
      return '…'
    case 'success':
      equal<undefined>()(state.error)
      return state.data.userProfile.name
    case 'error':
      // @ts-expect-error there may be no old data
      state.data.userProfile
      return state.error.code
  }
}

// @ts-expect-error not all statuses
export function notAllStates(state: ContextState<UserContextData>): string {
  switch (state.status) {
    case 'idle':
    case 'success':
      return ''
  }
}

export function events(event: MizanEvent): string {
  switch (event.type) {
    case 'mounted':
    case 'unmounted':
    case 'fetched':
    case 'refetched':
      return event.context + Object.values(event.params).join()
    case 'failed':
      return event.error.code
    case 'outdated':
      return `${event.context} by ${event.by}`
    case 'invalidated':
      return event.source
    case 'called':
      return event.fn
    case 'stale-client':
      return event.error.message
    case 'forgotten':
      return event.type
  }
}

const handle = client.context(userContext, { userId: 5 })
equal<ContextState<UserContextData>>()(handle.state())
// @ts-expect-error a wrong parameter
client.context(userContext, { id: 5 })
client.invalidate(['*', 'user', { context: 'user', params: { userId: 5 } }])
// @ts-expect-error a target without a context
client.invalidate([{ params: { userId: 5 } }])
createClient({ extras: [tokens(async () => ({ token: 't', expiresAt: 5 }))], csrf: false })
// @ts-expect-error no such option
createClient({ url: '/api' })
// @ts-expect-error a token without an end
tokens(async () => ({ token: 't' }))

// The comparison itself must be able to fail.
// @ts-expect-error another type
equal<string>()(5 as number)
// @ts-expect-error a wider type
equal<string | null>()('' as string)
