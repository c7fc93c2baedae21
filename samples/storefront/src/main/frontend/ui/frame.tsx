import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { FormEvent, ReactNode } from 'react'
import { useCartTotals, useMizan, useShop, useVisitor } from '../mizan/react'
import { CurrentCart } from '../lib/cart'
import { Link, useLocation } from '../lib/router'
import { useSession } from '../lib/session'
import { useToast } from '../lib/toast'

export function Header(): ReactNode {
  const { data: shop } = useShop()
  const { data: visitor } = useVisitor()
  const { path } = useLocation()
  const here = (to: string) => ({ to, 'aria-current': path === to ? ('page' as const) : undefined })
  return (
    <header className="head">
      <Link to="/" className="brand">
        {shop?.name ?? 'Halden & Brisa'}
      </Link>
      <nav aria-label="Shop">
        {visitor?.administrator && <Link {...here('/prices')}>Prices</Link>}
        {visitor?.customerId && <Link {...here('/orders')}>Orders</Link>}
        {visitor?.administrator || visitor?.customerId ? <SignOut /> : <Link {...here('/sign-in')}>Sign in</Link>}
        <Link {...here('/cart')} className="cart-link">
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M3 4h3l2.2 11h9.3L20 7.5H7" />
            <circle cx="9.5" cy="19.5" r="1.5" />
            <circle cx="16.5" cy="19.5" r="1.5" />
          </svg>
          <span className="word">Cart</span>
          <CurrentCart none={null}>
            <Pieces />
          </CurrentCart>
        </Link>
      </nav>
    </header>
  )
}

function Pieces(): ReactNode {
  const { data } = useCartTotals()
  if (!data || data.pieces === 0) return null
  return (
    <span className="count">
      {data.pieces}
      <span className="hidden"> {data.pieces === 1 ? 'piece' : 'pieces'}</span>
    </span>
  )
}

function SignOut(): ReactNode {
  const { signOut, pending } = useSession()
  const toast = useToast()

  async function leave(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (pending) return
    if (!(await signOut())) toast('The shop cannot be reached. You are still signed in.')
  }

  return (
    <form method="post" action="/logout" className="sign-out" onSubmit={(event) => void leave(event)}>
      <input type="hidden" name="to" value="/" />
      <button className="plain" disabled={pending}>
        Sign out
      </button>
    </form>
  )
}

/** What concerns every page. */
export function Notices(): ReactNode {
  useSayingGoodbye()
  const online = useSyncExternalStore(
    listenToNetwork,
    () => navigator.onLine,
    () => true,
  )
  const updated = useUpdated()
  return (
    <div className="notices" role="status">
      {!online && <p className="notice">You are offline. What you see is what was there last.</p>}
      {updated && (
        <p className="notice">
          The shop has been updated. <a href={location.href}>Load it again</a>
        </p>
      )}
    </div>
  )
}

function listenToNetwork(listener: () => void): () => void {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}

/** Whether the server is another version than this page. */
function useUpdated(): boolean {
  const client = useMizan()
  const [updated, setUpdated] = useState(false)
  useEffect(() => client.events(({ type }) => type === 'stale-client' && setUpdated(true)), [client])
  return updated
}

/** Says when somebody is signed out: here, in another tab, or because the session has ended. */
function useSayingGoodbye(): void {
  const { data: visitor } = useVisitor()
  const toast = useToast()
  const before = useRef(false)
  useEffect(() => {
    if (!visitor) return
    const signedIn = visitor.administrator || visitor.customerId !== null
    if (before.current && !signedIn) {
      toast(
        <>
          You are signed out. <Link to="/sign-in">Sign in</Link>
        </>,
      )
    }
    before.current = signedIn
  }, [visitor, toast])
}

export function Footer(): ReactNode {
  const { data: shop } = useShop()
  return (
    <footer className="foot">
      <p>
        {shop ? `${shop.name}, since ${shop.opened.slice(0, 4)}. ${shop.strapline}.` : 'Halden & Brisa'}
        <br />
        Prices include 19 % value added tax. Standard shipping is free from 50 euros.
      </p>
    </footer>
  )
}
