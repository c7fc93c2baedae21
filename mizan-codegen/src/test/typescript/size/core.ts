export { createClient } from '../../../main/typescript'
export {
  bindContext,
  MizanProvider,
  provideContext,
  useContextState,
  useFunctionState,
  useMizan,
  useMutation,
} from '../../../main/typescript/react'
