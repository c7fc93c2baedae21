export * from '../../../../main/typescript/environment'
