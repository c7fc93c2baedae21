export type * from './types'
export { MizanError } from './error'
