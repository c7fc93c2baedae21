export const lang = 'en-GB'

interface Props {
  readonly bookId: number
  readonly motto: string
  readonly basket: { readonly pieces: number }
  readonly mvc: { readonly locale: string; readonly basePath: string }
}

export default function BookPage({ bookId, motto, basket, mvc }: Props) {
  return (
    <main data-base={mvc.basePath}>
      <title>{`Book ${bookId}`}</title>
      <meta name="description" content={motto} />
      <h1>Book {bookId}</h1>
      <p>{motto}</p>
      <p>{basket.pieces} pieces</p>
    </main>
  )
}
