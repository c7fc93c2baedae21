export * from '../../../../main/typescript/react'
