import { createContext, createElement, useContext } from 'react'
import type { ReactNode } from 'react'
import { useMizan } from './react'
import type { Client } from './types'

/** What differs between two renders of the same data, fixed by the server for a request and its hydration. */
export interface RenderEnvironment {
  /** Milliseconds since 1970, instead of `Date.now()`. */
  readonly now: number
  /** An IANA name, for `Intl`. */
  readonly timeZone: string
  /** A BCP 47 tag, for `Intl`. */
  readonly locale: string
  /** An integer to begin pseudo-random numbers with, instead of `Math.random()`. */
  readonly seed: number
}

const EnvironmentContext = /* @__PURE__ */ createContext<RenderEnvironment | undefined>(undefined)
const ownOf = /* @__PURE__ */ new WeakMap<Client, RenderEnvironment>()

/** Gives the components below the environment of a render. Without one they have the browser's. */
export function RenderEnvironmentProvider(props: {
  readonly environment: RenderEnvironment | undefined
  readonly children?: ReactNode
}): ReactNode {
  return createElement(EnvironmentContext.Provider, { value: props.environment }, props.children)
}

/**
 * The environment that the page was rendered in: the same on the server and at hydration, and for as long as the page
 * is open. On a page that no server rendered it is the browser's, taken once for each client.
 */
export function useRenderEnvironment(): RenderEnvironment {
  // Whether there is one does not change while a page is open, so the order of hooks stays.
  return useContext(EnvironmentContext) ?? environmentOf(useMizan())
}

function environmentOf(client: Client): RenderEnvironment {
  const known = ownOf.get(client)
  if (known) return known
  const { timeZone, locale } = new Intl.DateTimeFormat().resolvedOptions()
  const environment = { now: Date.now(), timeZone, locale, seed: Math.floor(Math.random() * 2 ** 31) }
  ownOf.set(client, environment)
  return environment
}
