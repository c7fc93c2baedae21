import type { ReactNode } from 'react'
import type { CustomerOrder, CustomerProfile, OrderStatus } from '../mizan'
import {
  CustomerContext,
  useCancelOrder,
  useCustomerOrders,
  useCustomerProfile,
  useCustomerReviews,
  useUpdateProfile,
  useVisitor,
} from '../mizan/react'
import { address, Link, useLocation } from '../lib/router'
import { useToast } from '../lib/toast'
import { Field, Form, text } from '../ui/form'
import { Day, Money, Page, Stars } from '../ui/parts'
import { Empty, Notice, Problem, Show, Skeleton } from '../ui/state'
import { SHIPPING } from './cart'

const STATUS: Readonly<Record<OrderStatus, string>> = { PLACED: 'Placed', SHIPPED: 'Shipped', CANCELLED: 'Cancelled' }

export function Orders(): ReactNode {
  const visitor = useVisitor()
  const placed = useLocation().query.get('placed')
  return (
    <Page title="Your orders">
      <Show state={visitor} skeleton={<Skeleton lines={6} />}>
        {({ customerId }) =>
          customerId ? (
            <CustomerContext customerId={customerId}>
              {placed && <Notice>Thank you! Order {placed} is on its way to our packers.</Notice>}
              <div className="with-aside">
                <List customerId={customerId} />
                <aside>
                  <Details />
                  <OwnReviews />
                </aside>
              </div>
            </CustomerContext>
          ) : (
            <Empty title="Sign in to see your orders">
              <p>
                <Link to={address('/sign-in', { to: '/orders' })} className="button primary">
                  Sign in
                </Link>
              </p>
            </Empty>
          )
        }
      </Show>
    </Page>
  )
}

function List({ customerId }: { readonly customerId: number }): ReactNode {
  const state = useCustomerOrders()
  return (
    <section aria-label="Orders">
      <Show state={state} skeleton={<Skeleton lines={8} />}>
        {(orders) =>
          orders.length === 0 ? (
            <Empty title="You have not ordered anything yet">
              <p>
                <Link to="/" className="button">
                  Look around
                </Link>
              </p>
            </Empty>
          ) : (
            <ul className="orders">
              {orders.map((order) => (
                <li key={order.id}>
                  <Order customerId={customerId} order={order} />
                </li>
              ))}
            </ul>
          )
        }
      </Show>
    </section>
  )
}

function Order({ customerId, order }: { readonly customerId: number; readonly order: CustomerOrder }): ReactNode {
  const { mutate, pending, error } = useCancelOrder()
  const { id, shipTo } = order
  return (
    <article className="panel" aria-label={`Order ${id}`}>
      <header className="row">
        <h2>Order {id}</h2>
        <span className={`badge ${order.status.toLowerCase()}`}>{STATUS[order.status]}</span>
        <span className="faint"><Day date={order.placedAt} /></span>
      </header>
      <ul className="summary">
        {order.items.map((item) => (
          <li key={item.productId}>
            <span>
              {item.quantity} × <Link to={`/products/${item.productId}`}>{item.name}</Link>
            </span>
            <Money amount={item.unitPrice} />
          </li>
        ))}
      </ul>
      <p className="faint">
        {SHIPPING[order.shipping]}: {shipTo.name}, {shipTo.street}, {shipTo.zip} {shipTo.city}
      </p>
      <footer className="row">
        <strong>
          Total <Money amount={order.total} />
        </strong>
        {order.status === 'PLACED' && (
          <button type="button" disabled={pending} onClick={() => void mutate({ customerId, orderId: id })}>
            Cancel this order
          </button>
        )}
      </footer>
      {error && <Problem error={error} />}
    </article>
  )
}

function Details(): ReactNode {
  const state = useCustomerProfile()
  return (
    <Show state={state} skeleton={<Skeleton lines={4} />}>
      {(profile) => <Profile key={profile.id} profile={profile} />}
    </Show>
  )
}

function Profile({ profile }: { readonly profile: CustomerProfile }): ReactNode {
  const { mutate, pending, error } = useUpdateProfile()
  const toast = useToast()

  async function save(form: FormData): Promise<boolean> {
    try {
      await mutate({ customerId: profile.id, name: text(form, 'name'), email: text(form, 'email') })
      toast('Your details are saved.')
    } catch {
      // `error` says why.
    }
    return false
  }

  return (
    <Form label="Your details" submit="Save" pending={pending} error={error} className="panel" onSubmit={save}>
      <h2>Your details</h2>
      <Field label="Name" name="name" autoComplete="name" defaultValue={profile.name} problems={error?.fields['name']} />
      <Field
        label="E-mail"
        name="email"
        type="email"
        autoComplete="email"
        defaultValue={profile.email}
        problems={error?.fields['email']}
      />
      <p className="faint">Customer since <Day date={profile.since} /></p>
    </Form>
  )
}

function OwnReviews(): ReactNode {
  const { data: reviews } = useCustomerReviews()
  if (!reviews || reviews.length === 0) return null
  return (
    <section className="panel" aria-labelledby="own-reviews">
      <h2 id="own-reviews">Your reviews</h2>
      <ul className="own-reviews">
        {reviews.slice(0, 5).map((review) => (
          <li key={review.id}>
            <Stars rating={review.rating} /> <Link to={`/products/${review.productId}`}>{review.product}</Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
