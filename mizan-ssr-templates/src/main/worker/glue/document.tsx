import type { ComponentType, ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

/** What a `_document` is given. */
export interface DocumentProps {
  /** Belongs into the head, once. */
  readonly Head: ComponentType
  /** Where the view is rendered: belongs into the body, once. */
  readonly Root: ComponentType
  /** Belongs at the end of the body, once. */
  readonly Scripts: ComponentType
  /** The language that the view says, for `<html lang>`. */
  readonly lang: string
  /** For scripts and styles of the document's own, when there is a Content-Security-Policy. */
  readonly nonce: string
}

/* React writes no comments: elements of these names hold their places. */
const Head = (): ReactNode => <mizan-head />
const Root = (): ReactNode => <mizan-root />
const Scripts = (): ReactNode => <mizan-scripts />

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'mizan-head': object
      'mizan-root': object
      'mizan-scripts': object
    }
  }
}

function Shell({ Head, Root, Scripts, lang }: DocumentProps): ReactNode {
  return (
    <html lang={lang}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Head />
      </head>
      <body>
        <Root />
        <Scripts />
      </body>
    </html>
  )
}

/** The document with comments where its slots are. */
export function documentOf(Document: ComponentType<DocumentProps> = Shell): string {
  const markup = renderToStaticMarkup(
    <Document Head={Head} Root={Root} Scripts={Scripts} lang="__mizan_lang__" nonce="__mizan_nonce__" />,
  )
  return `<!DOCTYPE html>${markup.replaceAll(/<mizan-(head|root|scripts)><\/mizan-\1>/g, '<!--mizan:$1-->')}`
}
