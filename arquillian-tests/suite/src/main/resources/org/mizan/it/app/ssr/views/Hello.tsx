import { useId } from 'react'
import { loud } from './_lib/loud'

export default function Hello({ who }: { readonly who: string }) {
  const id = useId()
  return (
    <main>
      <title>{`Hello ${who}`}</title>
      <p id={id}>Hello {typeof window === 'undefined' ? loud(who) : who}</p>
    </main>
  )
}
