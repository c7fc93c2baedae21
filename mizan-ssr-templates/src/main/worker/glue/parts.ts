import type { ComponentType, ReactNode } from 'react'

/** A client as far as the glue needs it; the generated one's types are the application's. */
export interface Client {
  close(): void
}

/** The options of a client as far as the glue needs them. */
export interface ClientOptions {
  readonly [name: string]: unknown
  readonly extras?: readonly unknown[]
}

/** The request's own time, place and chance. */
export interface RenderEnvironment {
  readonly now: number
  readonly timeZone: string
  readonly locale: string
  readonly seed: number
}

/** What the generated client brings. */
export interface Mizan {
  readonly createClient: (options: ClientOptions) => Client
  readonly hydration: (data?: { readonly contexts?: object }) => unknown
  readonly MizanProvider: ComponentType<{ readonly client: Client; readonly children?: ReactNode }>
  readonly RenderEnvironmentProvider: ComponentType<{
    readonly environment: RenderEnvironment | undefined
    readonly children?: ReactNode
  }>
}

/** What a view's entry is made of. */
export interface Parts {
  readonly View: ComponentType<object>
  readonly App?: ComponentType<{ readonly view: string; readonly children?: ReactNode }> | undefined
  readonly mizan?: Mizan | undefined
}

/** What a page is rendered with, on both sides. */
export interface Data {
  readonly view: string
  readonly props: object
  readonly contexts?: object
  readonly environment?: RenderEnvironment
}
