import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { useLocation } from './lib/router'
import { Served } from './lib/served'
import type { ServedPage } from './lib/served'
import { Cart } from './pages/cart'
import { Catalogue } from './pages/catalogue'
import { Checkout } from './pages/checkout'
import { Orders } from './pages/orders'
import { Prices } from './pages/prices'
import { Product } from './pages/product'
import { SignIn } from './pages/sign-in'
import { Footer, Header, Notices } from './ui/frame'
import { Page } from './ui/parts'
import { ErrorBoundary } from './ui/state'

/** The pages by their addresses; the server's controllers have the same. */
const ROUTES: readonly (readonly [RegExp, (part: string) => ReactNode])[] = [
  [/^\/$/, () => <Catalogue />],
  [/^\/products\/(\d{1,15})$/, (id) => <Product key={id} productId={Number(id)} />],
  [/^\/cart$/, () => <Cart />],
  [/^\/checkout$/, () => <Checkout />],
  [/^\/orders$/, () => <Orders />],
  [/^\/sign-in$/, () => <SignIn />],
  [/^\/prices$/, () => <Prices />],
]

/** The whole shop, beginning with the page that the server has rendered. */
export function App({ served }: { readonly served: ServedPage }): ReactNode {
  return (
    <Served value={served}>
      <Shop />
    </Served>
  )
}

function Shop(): ReactNode {
  const { path } = useLocation()
  const main = useRef<HTMLElement>(null)
  const shown = useRef(path)

  // As after a page load: who uses a keyboard or a screen reader goes on at the new page.
  useEffect(() => {
    if (shown.current === path) return
    shown.current = path
    main.current?.focus({ preventScroll: true })
  }, [path])

  return (
    <>
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <Header />
      <Notices />
      <main id="main" ref={main} tabIndex={-1}>
        <ErrorBoundary key={path}>{pageAt(path)}</ErrorBoundary>
      </main>
      <Footer />
    </>
  )
}

function pageAt(path: string): ReactNode {
  for (const [route, page] of ROUTES) {
    const match = route.exec(path)
    if (match) return page(match[1] ?? '')
  }
  return (
    <Page title="There is no such page">
      <p>
        <a href="/">To the shop</a>
      </p>
    </Page>
  )
}
