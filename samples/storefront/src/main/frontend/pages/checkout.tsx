import type { ReactNode } from 'react'
import type { CartItem, MizanError, Uuid } from '../mizan'
import { useCartContext, usePlaceOrder, useVisitor } from '../mizan/react'
import { CurrentCart, useCartId } from '../lib/cart'
import { address, Link, navigate } from '../lib/router'
import { Field, Form, Select, text } from '../ui/form'
import { Money, Page } from '../ui/parts'
import { Empty, Notice, Show, Skeleton } from '../ui/state'
import { EmptyCart, SHIPPING, Totals } from './cart'

const COUNTRIES: Readonly<Record<string, string>> = {
  AT: 'Austria',
  BE: 'Belgium',
  CH: 'Switzerland',
  DE: 'Germany',
  DK: 'Denmark',
  FR: 'France',
  NL: 'Netherlands',
  SE: 'Sweden',
}

export function Checkout(): ReactNode {
  const visitor = useVisitor()
  return (
    <Page title="Checkout">
      <Show state={visitor} skeleton={<Skeleton lines={6} />}>
        {({ customerId }) =>
          customerId ? (
            <CurrentCart none={<EmptyCart />}>
              <Order customerId={customerId} />
            </CurrentCart>
          ) : (
            <Empty title="Almost there">
              <p>Orders are for customers who are signed in. Your cart stays as it is.</p>
              <p>
                <Link to={address('/sign-in', { to: '/checkout' })} className="button primary">
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

function Order({ customerId }: { readonly customerId: number }): ReactNode {
  const state = useCartContext()
  const cartId = useCartId()
  if (!cartId) return null
  return (
    <Show state={state} skeleton={<Skeleton lines={6} />}>
      {({ cartLines, cartTotals }) =>
        cartLines.length === 0 ? (
          <EmptyCart />
        ) : (
          <div className="with-aside">
            <ShipTo cartId={cartId} customerId={customerId} items={cartLines} />
            <aside className="panel" aria-label="Your order">
              <ul className="summary">
                {cartLines.map((item) => (
                  <li key={item.productId}>
                    <span>
                      {item.quantity} × {item.name}
                    </span>
                    <Money amount={item.price} />
                  </li>
                ))}
              </ul>
              <p className="faint">{SHIPPING[cartTotals.shipping]}</p>
              <Totals totals={cartTotals} />
              <Link to="/cart">Change the cart</Link>
            </aside>
          </div>
        )
      }
    </Show>
  )
}

function ShipTo(props: {
  readonly cartId: Uuid
  readonly customerId: number
  readonly items: readonly CartItem[]
}): ReactNode {
  const { cartId, customerId, items } = props
  const { mutate, pending, error } = usePlaceOrder()
  const problems = (field: string) => error?.fields[`shipTo.${field}`]

  async function place(form: FormData): Promise<boolean> {
    const shipTo = {
      name: text(form, 'name'),
      street: text(form, 'street'),
      zip: text(form, 'zip').toUpperCase(),
      city: text(form, 'city'),
      country: text(form, 'country'),
    }
    try {
      const { id } = await mutate({ cartId, customerId, shipTo })
      navigate(address('/orders', { placed: id }), { replace: true })
      return true
    } catch {
      return false
    }
  }

  return (
    <Form label="Shipping address" submit="Place the order" pending={pending} error={error} onSubmit={place}>
      {error?.code === 'OUT_OF_STOCK' && <Shortages error={error} items={items} />}
      <h2>Where does it go?</h2>
      <Field label="Name" name="name" autoComplete="name" required problems={problems('name')} />
      <Field label="Street and number" name="street" autoComplete="street-address" required problems={problems('street')} />
      <div className="row">
        <Field label="Postcode" name="zip" autoComplete="postal-code" required problems={problems('zip')} />
        <Field label="City" name="city" autoComplete="address-level2" required problems={problems('city')} />
      </div>
      <Select label="Country" name="country" autoComplete="country" defaultValue="DE" problems={problems('country')}>
        {Object.entries(COUNTRIES).map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Select>
    </Form>
  )
}

/** What the server says with `OUT_OF_STOCK`. */
interface Shortage {
  readonly productId: number
  readonly requested: number
  readonly available: number
}

function Shortages({ error, items }: { readonly error: MizanError; readonly items: readonly CartItem[] }): ReactNode {
  const shortages = error.details['products'] as readonly Shortage[]
  return (
    <Notice>
      <ul>
        {shortages.map(({ productId, requested, available }) => (
          <li key={productId}>
            {items.find((item) => item.productId === productId)?.name}: you want {requested},{' '}
            {available === 0 ? 'none are left' : `${available} left`}.
          </li>
        ))}
      </ul>
      <Link to="/cart">Change the cart</Link>
    </Notice>
  )
}
