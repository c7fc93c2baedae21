import { createClient as createRuntimeClient } from './runtime'
import type { Client, ClientOptions } from './runtime'

export { MizanError } from './runtime'
export type { Client, ClientOptions } from './runtime'
export * from './types'
export * from './contexts'
export * from './mutations'

/** The hash of the schema that this client was generated from. */
export const schema = 'c0ffee'

/** A client of the server that this client was generated from. */
export function createClient(options: ClientOptions = {}): Client {
  return createRuntimeClient({ schema, ...options })
}
