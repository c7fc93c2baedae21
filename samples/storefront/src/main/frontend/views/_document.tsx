import type { ComponentType, ReactNode } from 'react'
import icon from '../icon.svg'

/** What is around all pages. Rendered once, when they are bundled. */
export default function ShopDocument(props: {
  readonly Head: ComponentType
  readonly Root: ComponentType
  readonly Scripts: ComponentType
}): ReactNode {
  const { Head, Root, Scripts } = props
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href={icon} type="image/svg+xml" />
        <Head />
      </head>
      <body>
        <Root />
        <Scripts />
      </body>
    </html>
  )
}
