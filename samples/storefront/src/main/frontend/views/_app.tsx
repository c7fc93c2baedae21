import { StrictMode } from 'react'
import type { ReactNode } from 'react'
import { Toaster } from '../lib/toast'
import type { Client, ClientOptions } from '../mizan'
import { broadcast, recovery } from '../mizan/runtime'
import '../styles.css'

/** Around every view, on the server and in the browser. */
export default function ShopApp({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <StrictMode>
      <Toaster>{children}</Toaster>
    </StrictMode>
  )
}

/** The browser's client; that it begins with the page's data is Mizan's doing. */
export function client(): ClientOptions {
  return { extras: [broadcast(), recovery()] }
}

/** The session has ended: whoever is refused is no longer who the page thinks. */
export function start(client: Client): void {
  client.events((event) => {
    if ('error' in event && event.error?.status === 401) client.invalidate(['visitor'])
  })
}
