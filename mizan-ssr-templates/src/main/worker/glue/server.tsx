import { renderToString } from 'react-dom/server'
import type { Data, Parts } from './parts'
import { treeOf, wellFormed } from './tree'

/** What the document is made of. */
export interface Page {
  readonly html: string
  readonly head?: string
  readonly lang?: string
}

const ROOT = '<div id="mizan-root">'

/** What a view's entry exports for the worker: a function that renders the view. It keeps nothing between two renders. */
export function renderer(parts: Parts & { readonly lang?: unknown }): (data: Data) => Page {
  return (given) => {
    const data = wellFormed(given)
    const client = parts.mizan?.createClient({
      // A render waits for nothing: what has not come with the request is fetched in the browser.
      fetch: () => new Promise(() => {}),
      csrf: false,
      extras: [parts.mizan.hydration({ contexts: data.contexts ?? {} })],
    })
    try {
      return pageOf(renderToString(<div id="mizan-root">{treeOf(parts, data, client)}</div>), langOf(parts.lang, data.props))
    } finally {
      client?.close()
    }
  }
}

/* React 19 writes titles, metadata and links before everything else. */
function pageOf(markup: string, lang: string | undefined): Page {
  const start = markup.indexOf(ROOT)
  const html = markup.slice(start + ROOT.length, markup.lastIndexOf('</div>'))
  return { html, ...(start > 0 && { head: markup.slice(0, start) }), ...(lang !== undefined && { lang }) }
}

function langOf(lang: unknown, props: object): string | undefined {
  const text: unknown = typeof lang === 'function' ? lang(props) : lang
  return typeof text === 'string' && text !== '' ? text : undefined
}
