import { useState } from 'react'
import type { FormEvent, ReactNode } from 'react'
import { useVisitor } from '../mizan/react'
import { navigate, useLocation } from '../lib/router'
import { useSession } from '../lib/session'
import { Field, text } from '../ui/form'
import { Page } from '../ui/parts'
import { Notice } from '../ui/state'

export function SignIn(): ReactNode {
  const { signIn, pending, problem } = useSession()
  const { data: visitor } = useVisitor()
  const { query } = useLocation()
  const [attempt, setAttempt] = useState(0)

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    if (pending) return
    const form = new FormData(event.currentTarget)
    const password = form.get('password')
    if (await signIn(text(form, 'name'), typeof password === 'string' ? password : '')) {
      navigate(destination(query.get('to')), { replace: true })
    } else {
      setAttempt(attempt + 1)
    }
  }

  return (
    <Page title="Sign in" className="narrow">
      {visitor && (visitor.administrator || visitor.customerId !== null) && (
        <Notice>You are signed in{visitor.customerId ? ` as customer ${visitor.customerId}` : ''} already.</Notice>
      )}
      <form
        method="post"
        action="/login"
        className="panel"
        aria-label="Sign in"
        onSubmit={(event) => void submit(event)}
      >
        <input type="hidden" name="to" value={destination(query.get('to'))} />
        {problem && (
          <div key={attempt} className="notice problem" role="alert">
            <p>{problem}</p>
          </div>
        )}
        <Field label="Customer number" name="name" autoComplete="username" required maxLength={20} />
        <Field
          label="Password"
          name="password"
          type="password"
          autoComplete="current-password"
          required
          maxLength={200}
        />
        <button className="primary" aria-disabled={pending}>
          {pending ? 'One moment…' : 'Sign in'}
        </button>
      </form>
      <p className="faint">
        To try it out: customers are <code>1</code> to <code>200</code> with the password <code>kettle</code>; the
        administrator is <code>admin</code> with <code>teapot</code>.
      </p>
    </Page>
  )
}

const SHOP = 'http://shop.invalid'

/** A page of this shop and no other site's. */
function destination(to: string | null): string {
  return to?.startsWith('/') && new URL(to, SHOP).origin === SHOP ? to : '/'
}
