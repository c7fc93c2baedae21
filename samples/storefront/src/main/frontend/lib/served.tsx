import { createContext, useContext } from 'react'
import type { ReactNode } from 'react'
import type { Uuid } from '../mizan'

/** What a controller says of the request that this page answers: what the browser knows by itself, and a server does not. */
export interface ServedPage {
  /** Path and query. */
  readonly address: string
  /** The browser's cart, by its cookie. */
  readonly cartId?: Uuid
  /** There is no such product. */
  readonly missing?: boolean
}

const ServedContext = createContext<ServedPage>({ address: '/' })

export function Served(props: { readonly value: ServedPage; readonly children: ReactNode }): ReactNode {
  return <ServedContext value={props.value}>{props.children}</ServedContext>
}

/** Stays what it was while the visitor goes on to other pages. */
export function useServed(): ServedPage {
  return useContext(ServedContext)
}
