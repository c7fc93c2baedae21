import { useState } from 'react'
import { fetchVisitorContext } from '../mizan'
import type { Client } from '../mizan'
import { useMizan } from '../mizan/react'
import { keepCart } from './cart'

/** Signing in and out: the one thing that is no function of Mizan's, but the container's session. */
export function useSession() {
  const client = useMizan()
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<string>()

  async function send(path: string, then: () => Promise<void>, init?: RequestInit): Promise<boolean> {
    setPending(true)
    setProblem(undefined)
    try {
      const answer = await fetch(path, { method: 'POST', ...init })
      if (answer.ok) {
        await then()
      } else {
        const { problem } = (await answer.json()) as { readonly problem: string }
        setProblem(problem)
      }
      return answer.ok
    } catch {
      setProblem('The shop cannot be reached. Please try again.')
      return false
    } finally {
      setPending(false)
    }
  }

  function signIn(name: string, password: string): Promise<boolean> {
    return send('/login', () => becomeSomebodyElse(client), {
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ name, password }),
    })
  }

  function signOut(): Promise<boolean> {
    return send('/logout', () => {
      keepCart(undefined)
      return becomeSomebodyElse(client)
    })
  }

  return { pending, problem, signIn, signOut }
}

/** Another caller may see other data: what is here is nobody's any more, and stale in all tabs. */
async function becomeSomebodyElse(client: Client): Promise<void> {
  client.forget()
  await fetchVisitorContext(client)
}
