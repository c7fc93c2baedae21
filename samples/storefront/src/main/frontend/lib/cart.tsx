import { useEffect, useSyncExternalStore } from 'react'
import type { ReactNode } from 'react'
import { MizanError } from '../mizan'
import type { Uuid } from '../mizan'
import { CartContext, useAddToCart, useCartContext, useOpenCart } from '../mizan/react'
import { useServed } from './served'

const NAME = 'cart'
const THIRTY_DAYS = 30 * 24 * 60 * 60

/** The cart of this browser; none before the first product. A cookie, so that the server renders it, too. */
export function useCartId(): Uuid | undefined {
  const served = useServed()
  return useSyncExternalStore(listen, cookie, () => served.cartId) as Uuid | undefined
}

function cookie(): string | undefined {
  return /(?:^|; )cart=([0-9a-f-]{36})(?:;|$)/.exec(document.cookie)?.[1]
}

function listen(listener: () => void): () => void {
  addEventListener('storage', listener)
  return () => removeEventListener('storage', listener)
}

export function keepCart(id: Uuid | undefined): void {
  const secure = location.protocol === 'https:' ? '; Secure' : ''
  document.cookie = `${NAME}=${id ?? ''}; Path=/; SameSite=Lax; Max-Age=${id ? THIRTY_DAYS : 0}${secure}`
  // Of cookies browsers tell nobody, of storage the other tabs.
  localStorage.setItem('storefront.cart', id ?? '')
  dispatchEvent(new StorageEvent('storage'))
}

/** The cart's context around its children; `none` when there is no cart. */
export function CurrentCart(props: { readonly none: ReactNode; readonly children: ReactNode }): ReactNode {
  const id = useCartId()
  if (!id) return props.none
  return (
    <CartContext cartId={id}>
      <ForgetLostCart />
      {props.children}
    </CartContext>
  )
}

function ForgetLostCart(): ReactNode {
  const { error } = useCartContext()
  useEffect(() => {
    if (error && isLost(error)) keepCart(undefined)
  }, [error])
  return null
}

/** Puts products into the cart, into a new one where need be. */
export function useFillCart() {
  const cartId = useCartId()
  const open = useOpenCart()
  const add = useAddToCart()

  async function inNewCart(productId: number, quantity: number): Promise<void> {
    const id = await open.mutate()
    await add.mutate({ cartId: id, productId, quantity })
    keepCart(id)
  }

  async function fill(productId: number, quantity: number): Promise<void> {
    if (!cartId) return inNewCart(productId, quantity)
    try {
      await add.mutate({ cartId, productId, quantity })
    } catch (error) {
      if (!isLost(error)) throw error
      await inNewCart(productId, quantity)
    }
  }

  return { fill, pending: open.pending || add.pending, error: open.error ?? add.error, reset: add.reset }
}

/** The server does not know the cart, or it is the cart of somebody who has signed out. */
function isLost(error: unknown): boolean {
  return error instanceof MizanError && (error.code === 'NO_SUCH_CART' || error.status === 401 || error.status === 403)
}
