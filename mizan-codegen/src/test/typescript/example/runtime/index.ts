// Where generated clients have the runtime's sources, the example points to them.
export * from '../../../../main/typescript'
