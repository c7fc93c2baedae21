import { useMemo, useSyncExternalStore } from 'react'
import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import { useServed } from './served'

export interface Location {
  readonly path: string
  readonly query: URLSearchParams
}

/** The address that the page shows. */
export function useLocation(): Location {
  const served = useServed()
  const address = useSyncExternalStore(
    listen,
    () => location.pathname + location.search,
    () => served.address,
  )
  return useMemo(() => {
    const { pathname, searchParams } = new URL(address, 'http://shop.invalid')
    return { path: pathname, query: searchParams }
  }, [address])
}

function listen(listener: () => void): () => void {
  addEventListener('popstate', listener)
  return () => removeEventListener('popstate', listener)
}

/** Goes to another page of the shop; `replace` for what "back" should not return to. */
export function navigate(to: string, { replace = false } = {}): void {
  history[replace ? 'replaceState' : 'pushState'](null, '', to)
  dispatchEvent(new PopStateEvent('popstate'))
  if (!replace) scrollTo(0, 0)
}

/** `path` with a query of what is there: empty and undefined values are left out. */
export function address(path: string, query: Readonly<Record<string, string | number | undefined>>): string {
  const present = Object.entries(query).flatMap(([name, value]) => (value ? [[name, String(value)]] : []))
  return present.length > 0 ? `${path}?${new URLSearchParams(present)}` : path
}

/** A link that does not load the page anew. A real one: it can be copied, and opened in another tab. */
export function Link({ to, ...props }: { readonly to: string } & Omit<ComponentProps<'a'>, 'href'>): ReactNode {
  function follow(event: MouseEvent<HTMLAnchorElement>): void {
    props.onClick?.(event)
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
    if (event.defaultPrevented || !plain) return
    event.preventDefault()
    navigate(to)
  }
  return <a {...props} href={to} onClick={follow} />
}
