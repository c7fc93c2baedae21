interface Props {
  readonly ticket: string
  readonly rows: readonly string[]
}

/** The ticket is everywhere, so that a page made of two visitors' data shows it. */
export default function Ticket({ ticket, rows }: Props) {
  return (
    <main>
      <title>{ticket}</title>
      <ul>
        {rows.map((row, index) => (
          <li key={index}>{row}</li>
        ))}
      </ul>
    </main>
  )
}
