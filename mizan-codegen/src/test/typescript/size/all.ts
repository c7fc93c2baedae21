export * from '../../../main/typescript'
export * from '../../../main/typescript/react'
