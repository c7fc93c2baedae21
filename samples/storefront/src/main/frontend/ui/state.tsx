import { Component } from 'react'
import type { ReactNode } from 'react'
import type { MizanError } from '../mizan'
import { explain } from '../lib/format'
import { useLocation } from '../lib/router'

interface Readable<T> {
  readonly data: T | undefined
  readonly error: MizanError | undefined
  refetch(): Promise<void>
}

/** What a context gives: a skeleton first, then the data, or why there are none. Old data stay beside an error. */
export function Show<T>(props: {
  readonly state: Readable<T>
  readonly skeleton: ReactNode
  readonly children: (data: T) => ReactNode
}): ReactNode {
  const { data, error, refetch } = props.state
  return (
    <>
      {error && <Problem error={error} retry={refetch} />}
      {data !== undefined ? props.children(data) : !error && props.skeleton}
    </>
  )
}

export function Problem(props: { readonly error: MizanError; readonly retry?: () => unknown }): ReactNode {
  return (
    <div className="notice problem" role="alert">
      <p>{explain(props.error)}</p>
      {props.retry && (
        <button type="button" onClick={props.retry}>
          Try again
        </button>
      )}
    </div>
  )
}

/** What a form that was sent without scripts says by the address that it leads to. */
export function SentProblem(): ReactNode {
  const { query } = useLocation()
  if (query.get('problem') !== 'OUT_OF_STOCK') return null
  return (
    <div className="notice problem" role="alert">
      <p>There are not as many left as you would like.</p>
    </div>
  )
}

export function Notice({ children }: { readonly children: ReactNode }): ReactNode {
  return <div className="notice">{children}</div>
}

export function Empty(props: { readonly title: string; readonly children?: ReactNode }): ReactNode {
  return (
    <div className="empty">
      <h2>{props.title}</h2>
      {props.children}
    </div>
  )
}

/** Grey bars in place of what is being fetched. */
export function Skeleton({ lines = 3 }: { readonly lines?: number }): ReactNode {
  return (
    <div className="skeleton" role="status">
      <span className="hidden">Loading…</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="bar" />
      ))}
    </div>
  )
}

/** Catches what a page throws: the rest of the shop goes on. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return (
      <div className="page">
        <h1>This page does not work</h1>
        <p>
          It is our fault. <a href={location.href}>Load it again</a>, or go to <a href="/">the shop</a>.
        </p>
      </div>
    )
  }
}
