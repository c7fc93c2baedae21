import type { ReactNode } from 'react'
import type { Order, UserContextData, UserProfile } from '../example'
import {
  GlobalContext,
  MizanProvider,
  OrdersContext,
  usePay,
  useRename,
  useResetAll,
  UserContext,
  useSuspenseUserContext,
  useSuspenseUserProfile,
  useUserContext,
  useUserProfile,
  useVisitors,
} from '../example/react'
import type { ContextState, FunctionState, MizanError } from '../example/runtime'
import { equal } from './equal'

export function Hooks(): ReactNode {
  equal<ContextState<UserContextData>>()(useUserContext())
  equal<FunctionState<UserProfile>>()(useUserProfile())
  equal<FunctionState<number>>()(useVisitors())
  equal<UserContextData>()(useSuspenseUserContext())
  equal<UserProfile>()(useSuspenseUserProfile())
  const rename = useRename()
  equal<MizanError | undefined>()(rename.error)
  equal<Promise<null>>()(rename.mutate({ userId: 5, name: 'Ada' }))
  equal<Promise<Order>>()(usePay().mutate({ orderId: 1, payment: { type: 'card', last4: '4242' } }))
  void useResetAll().mutate()
  // @ts-expect-error a missing argument
  void rename.mutate({ userId: 5 })
  // @ts-expect-error no arguments at all
  void rename.mutate()
  // @ts-expect-error it takes none
  void useResetAll().mutate({ userId: 5 })
  // @ts-expect-error the result may not be there yet
  return useUserProfile().data.name
}

export const components: readonly ReactNode[] = [
  <UserContext userId={5} throwErrors>
    <p />
  </UserContext>,
  <OrdersContext userId={5} page={null} />,
  <GlobalContext />,
  // @ts-expect-error a missing parameter
  <UserContext />,
  // @ts-expect-error a wrong type
  <UserContext userId="5" />,
  // @ts-expect-error no such parameter
  <GlobalContext userId={5} />,
  // @ts-expect-error no client
  <MizanProvider />,
]
