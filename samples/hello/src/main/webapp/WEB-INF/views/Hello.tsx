import { useState } from 'react'

export const lang = 'en'

export default function Hello({ name }: { readonly name: string }) {
  const [clicks, setClicks] = useState(0)
  return (
    <main style={{ font: '1.25rem/1.6 system-ui, sans-serif', margin: '4rem auto', maxWidth: '32rem' }}>
      <title>{`Hello, ${name}`}</title>
      <h1>Hello, {name}!</h1>
      <p>The server rendered this with React; the browser took it over.</p>
      <button type="button" onClick={() => setClicks(clicks + 1)}>
        Clicked {clicks} times
      </button>
    </main>
  )
}
