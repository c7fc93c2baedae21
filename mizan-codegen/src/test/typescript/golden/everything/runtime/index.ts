// Where generated clients have the runtime's sources, the golden files point to them.
export * from '../../../../../main/typescript'
