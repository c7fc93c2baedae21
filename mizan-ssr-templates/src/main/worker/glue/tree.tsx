import type { ReactNode } from 'react'
import type { Client, Data, Parts } from './parts'

/** What is rendered into the root: the same on both sides, or hydration could not know it again. */
export function treeOf({ View, App, mizan }: Parts, { view, props, environment }: Data, client: Client | undefined): ReactNode {
  let tree = <View {...props} />
  if (App) tree = <App view={view}>{tree}</App>
  if (!mizan || !client) return tree
  const { MizanProvider, RenderEnvironmentProvider } = mizan
  return (
    <MizanProvider client={client}>
      <RenderEnvironmentProvider environment={environment}>{tree}</RenderEnvironmentProvider>
    </MizanProvider>
  )
}

/**
 * Replaces lone surrogates, in place. UTF-8 has none: the browser would be sent something else than what it has in its
 * data, and hydration would find a difference.
 */
export function wellFormed<T>(value: T): T {
  if (typeof value === 'string') return (value.isWellFormed?.() === false ? value.toWellFormed() : value) as T
  if (typeof value === 'object' && value !== null) {
    const members = value as Record<string, unknown>
    for (const name of Object.keys(members)) {
      const member = members[name]
      const formed = wellFormed(member)
      if (formed === member) continue
      Object.defineProperty(members, name, { value: formed, enumerable: true, configurable: true, writable: true })
    }
  }
  return value
}
