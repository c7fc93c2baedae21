import type { ReactNode } from 'react'
import { App } from '../app'
import type { ServedPage } from '../lib/served'

export default function PricesPage(served: ServedPage): ReactNode {
  return <App served={served} />
}
