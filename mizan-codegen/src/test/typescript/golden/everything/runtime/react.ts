// See index.ts.
export * from '../../../../../main/typescript/react'
