import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app'
import { createClient } from './mizan'
import { MizanProvider } from './mizan/react'
import { broadcast, recovery } from './mizan/runtime'

const client = createClient({ extras: [broadcast(), recovery()] })

// The session has ended: whoever is refused is no longer who the page thinks.
client.events((event) => {
  if ('error' in event && event.error?.status === 401) client.invalidate(['visitor'])
})

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <MizanProvider client={client}>
      <App />
    </MizanProvider>
  </StrictMode>,
)
