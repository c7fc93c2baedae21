import { useEffect } from 'react'

/** Shows a value as it arrived; in the browser it says whether that is what the server rendered. */
export default function Hostile({ value }: { readonly value: unknown }) {
  const json = JSON.stringify(value)
  useEffect(() => {
    document.documentElement.dataset['same'] = String(document.getElementById('json')?.textContent === json)
  }, [json])
  return <pre id="json">{json}</pre>
}
