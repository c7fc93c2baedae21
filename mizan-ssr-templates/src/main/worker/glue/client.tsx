import { createRoot, hydrateRoot } from 'react-dom/client'
import type { Client, ClientOptions, Data, Parts } from './parts'
import { treeOf, wellFormed } from './tree'

/** What the server wrote into the page. */
interface PageData extends Data {
  /** `false`: the server could not render, the root is empty. */
  readonly rendered?: boolean
}

interface Browser extends Parts {
  /** The options of the client, by `_app`. */
  readonly client?: ClientOptions | (() => ClientOptions) | undefined
  /** Runs once before anything is rendered, by `_app`. */
  readonly start?: ((client: Client | undefined) => void) | undefined
}

/** What a view's entry runs in the browser: takes the page over that the server rendered. */
export function show(parts: Browser): void {
  const data = wellFormed((window as unknown as { __MIZAN_SSR_DATA__: PageData }).__MIZAN_SSR_DATA__)
  const root = document.getElementById('mizan-root')
  if (!root || !data) throw new Error('This page was not made by Mizan: there is no #mizan-root, or no data.')
  const client = clientOf(parts)
  parts.start?.(client)
  const tree = treeOf(parts, data, client)
  const options = { onRecoverableError: (error: unknown) => console.error(error) }
  if (data.rendered === false) {
    createRoot(root, options).render(tree)
  } else {
    hydrateRoot(root, tree, options)
  }
}

function clientOf({ mizan, client }: Browser): Client | undefined {
  const options = typeof client === 'function' ? client() : client
  return mizan?.createClient({ ...options, extras: [mizan.hydration(), ...(options?.extras ?? [])] })
}
