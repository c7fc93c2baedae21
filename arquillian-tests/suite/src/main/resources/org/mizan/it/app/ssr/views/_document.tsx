import type { ComponentType } from 'react'

interface Props {
  readonly Head: ComponentType
  readonly Root: ComponentType
  readonly Scripts: ComponentType
  readonly lang: string
}

export default function Document({ Head, Root, Scripts, lang }: Props) {
  return (
    <html lang={lang}>
      <head>
        <meta charSet="utf-8" />
        <meta name="generator" content="our own shell" />
        <Head />
      </head>
      <body className="ours">
        <Root />
        <footer>Our library</footer>
        <Scripts />
      </body>
    </html>
  )
}
