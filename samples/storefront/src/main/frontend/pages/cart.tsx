import { useEffect, useState } from 'react'
import type { MouseEvent, ReactNode } from 'react'
import { ShippingValues } from '../mizan'
import type { CartItem, CartTotals, Shipping, Uuid } from '../mizan'
import { useCartContext, useChangeQuantity, useChooseShipping } from '../mizan/react'
import { CurrentCart, useCartId } from '../lib/cart'
import { count } from '../lib/format'
import { Link } from '../lib/router'
import { Money, Page, Quantity } from '../ui/parts'
import { Empty, Problem, SentProblem, Show, Skeleton } from '../ui/state'

export const SHIPPING: Readonly<Record<Shipping, string>> = {
  PICKUP: 'Pick up at the shop',
  STANDARD: 'Standard, two days',
  EXPRESS: 'Express, tomorrow',
}

export function Cart(): ReactNode {
  return (
    <Page title="Your cart">
      <SentProblem />
      <CurrentCart none={<EmptyCart />}>
        <Contents />
      </CurrentCart>
    </Page>
  )
}

export function EmptyCart(): ReactNode {
  return (
    <Empty title="Nothing in it yet">
      <p>
        <Link to="/" className="button">
          Look around
        </Link>
      </p>
    </Empty>
  )
}

function Contents(): ReactNode {
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
            <ul className="lines" aria-label="Products">
              {cartLines.map((item) => (
                <li key={item.productId}>
                  <Line cartId={cartId} item={item} />
                </li>
              ))}
            </ul>
            <aside className="panel" aria-label="Totals">
              <ShippingChoice cartId={cartId} chosen={cartTotals.shipping} />
              <Totals totals={cartTotals} />
              <Link to="/checkout" className="button primary">
                To checkout
              </Link>
            </aside>
          </div>
        )
      }
    </Show>
  )
}

function Line({ cartId, item }: { readonly cartId: Uuid; readonly item: CartItem }): ReactNode {
  const { mutate, pending, error } = useChangeQuantity()
  const { productId, name, quantity } = item

  function change(to: number): void {
    if (!pending) void mutate({ cartId, productId, quantity: to })
  }

  function remove(event: MouseEvent): void {
    event.preventDefault()
    change(0)
  }

  return (
    <form method="post" action="/cart" className="line">
      <input type="hidden" name="cartId" value={cartId} />
      <input type="hidden" name="productId" value={productId} />
      <p className="name">
        <Link to={`/products/${productId}`}>{name}</Link>
        <span className="faint">
          <Money amount={item.unitPrice} /> each
        </span>
      </p>
      <Quantity name={name} value={quantity} min={1} busy={pending} onChange={change} />
      <p className="price">
        <Money amount={item.price} />
      </p>
      <button name="quantity" value={0} className="plain" aria-label={`Remove ${name}`} onClick={remove}>
        Remove
      </button>
      {error && <Problem error={error} />}
    </form>
  )
}

function ShippingChoice({ cartId, chosen }: { readonly cartId: Uuid; readonly chosen: Shipping }): ReactNode {
  const { mutate, pending, error } = useChooseShipping()
  // What was clicked is shown at once, until the cart says it, too.
  const [clicked, setClicked] = useState<Shipping>()
  useEffect(() => setClicked(undefined), [chosen])
  const shown = error ? chosen : (clicked ?? chosen)

  function choose(shipping: Shipping): void {
    setClicked(shipping)
    void mutate({ cartId, shipping })
  }

  return (
    <form method="post" action="/cart">
      <input type="hidden" name="cartId" value={cartId} />
      <fieldset className="choices" aria-busy={pending}>
        <legend>Shipping</legend>
        {ShippingValues.map((shipping) => (
          <label key={shipping}>
            <input
              type="radio"
              name="shipping"
              value={shipping}
              checked={shipping === shown}
              onChange={() => choose(shipping)}
            />
            {SHIPPING[shipping]}
          </label>
        ))}
        {error && <Problem error={error} />}
        <noscript>
          <button>Choose</button>
        </noscript>
      </fieldset>
    </form>
  )
}

export function Totals({ totals }: { readonly totals: CartTotals }): ReactNode {
  return (
    <dl className="totals" aria-live="polite">
      <dt>{count(totals.pieces, 'piece')}</dt>
      <dd>
        <Money amount={totals.goods} />
      </dd>
      <dt>Shipping</dt>
      <dd>
        <Money amount={totals.shippingCost} />
      </dd>
      <dt className="total">Total</dt>
      <dd className="total">
        <Money amount={totals.total} />
      </dd>
      <dt className="faint">with tax of</dt>
      <dd className="faint">
        <Money amount={totals.taxIncluded} />
      </dd>
    </dl>
  )
}
