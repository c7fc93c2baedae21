// See index.ts.
export * from '../../../../../main/typescript/environment'
