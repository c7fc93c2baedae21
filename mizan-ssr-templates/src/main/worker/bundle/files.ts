import type { BunPlugin } from 'bun'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, extname, resolve } from 'node:path'

const FILES = /\.(avif|gif|ico|jpe?g|png|svg|webp|mp3|mp4|ogg|webm|woff2?|ttf|otf|pdf|txt)$/i

/**
 * Files that modules import for their URL, by the name that they have in the bundle.
 *
 * A URL begins with the context path, which only a server knows: the server's bundle has it from its environment
 * (`MIZAN_ASSETS`), the browser's from its own URL. All scripts lie in one folder, so it is the folder beside.
 */
export class Files {
  readonly contents = new Map<string, Uint8Array>()

  plugin(side: 'server' | 'client'): BunPlugin {
    return {
      name: 'mizan-files',
      setup: (build) => {
        build.onResolve({ filter: FILES }, ({ path, kind, resolveDir }) => {
          // Stylesheets name files relative to themselves, which needs no help.
          if (kind !== 'import-statement' && kind !== 'dynamic-import' && kind !== 'require-call') return undefined
          return { path: path.startsWith('.') ? resolve(resolveDir, path) : Bun.resolveSync(path, resolveDir), namespace: 'mizan-files' }
        })
        build.onLoad({ filter: /.*/, namespace: 'mizan-files' }, ({ path }) => ({
          contents: `export default ${this.#url(path, side)}`,
          loader: 'js',
        }))
      },
    }
  }

  #url(path: string, side: 'server' | 'client'): string {
    const content = readFileSync(path)
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 8)
    const name = `${basename(path, extname(path)).replaceAll(/[^A-Za-z0-9_]+/g, '-')}-${hash}${extname(path).toLowerCase()}`
    this.contents.set(name, content)
    const text = JSON.stringify(name)
    return side === 'server'
      ? `(process.env.MIZAN_ASSETS || '/mizan-assets/') + ${text}`
      : `new URL(${text}, import.meta.url).pathname`
  }
}
