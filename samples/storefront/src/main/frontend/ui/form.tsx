import { useEffect, useId, useRef } from 'react'
import type { ComponentProps, FormEvent, ReactNode } from 'react'
import type { MizanError } from '../mizan'
import { Problem } from './state'

/** The text of a form's field. */
export function text(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

/**
 * A form whose rules are the server's: it says which of them are broken, and the first such field gets the focus. What the
 * fields say stays until it is accepted.
 */
export function Form(props: {
  readonly label: string
  readonly submit: string
  readonly pending: boolean
  readonly error: MizanError | undefined
  readonly className?: string
  /** Whether it is done, so that the fields may be emptied. */
  readonly onSubmit: (form: FormData) => Promise<boolean>
  readonly children: ReactNode
}): ReactNode {
  const form = useRef<HTMLFormElement>(null)

  useEffect(() => {
    if (props.error) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [props.error])

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    if (props.pending) return
    const sent = event.currentTarget
    void props.onSubmit(new FormData(sent)).then((done) => done && sent.reset())
  }

  return (
    <form ref={form} noValidate aria-label={props.label} className={props.className} onSubmit={submit}>
      {props.error && <Problem error={props.error} />}
      {props.children}
      <button className="primary" aria-disabled={props.pending}>
        {props.pending ? 'One moment…' : props.submit}
      </button>
    </form>
  )
}

interface Labels {
  readonly label: string
  readonly problems?: readonly string[] | undefined
}

/** An input with its label and what is wrong with it. */
export function Field({ label, problems, ...rest }: Labels & ComponentProps<'input'>): ReactNode {
  const described = useDescribed(problems)
  return (
    <Labelled {...{ label, problems }} id={described.id}>
      <input {...rest} {...described} />
    </Labelled>
  )
}

export function Select({ label, problems, ...rest }: Labels & ComponentProps<'select'>): ReactNode {
  const described = useDescribed(problems)
  return (
    <Labelled {...{ label, problems }} id={described.id}>
      <select {...rest} {...described} />
    </Labelled>
  )
}

export function TextArea({ label, problems, ...rest }: Labels & ComponentProps<'textarea'>): ReactNode {
  const described = useDescribed(problems)
  return (
    <Labelled {...{ label, problems }} id={described.id}>
      <textarea rows={4} {...rest} {...described} />
    </Labelled>
  )
}

function useDescribed(problems: Labels['problems']) {
  const id = useId()
  return problems ? { id, 'aria-invalid': true, 'aria-describedby': `${id}-problems` } : { id }
}

function Labelled({ id, label, problems, children }: Labels & { readonly id: string; readonly children: ReactNode }): ReactNode {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children}
      {problems && (
        <p id={`${id}-problems`} className="wrong">
          {problems.join('; ')}
        </p>
      )}
    </div>
  )
}
