import type { BuildOutput } from 'bun'
import { basename, resolve, sep } from 'node:path'
import { renamed } from './names'
import { shown } from './outcome'

/** What Bun says of a build; its types do not have it yet. */
export interface Metafile {
  readonly inputs: Readonly<Record<string, object>>
  readonly outputs: Readonly<
    Record<string, { readonly cssBundle?: string; readonly imports: readonly { readonly path: string; readonly kind: string }[] }>
  >
}

export type Built = BuildOutput & { readonly metafile: Metafile }

/** What is in files, by their names. */
export type Content = ReadonlyMap<string, Uint8Array>

/** A view's script, and what it needs besides. */
export interface Entry {
  readonly script: string
  readonly style: string | undefined
  /** What it imports, and what those import, without what is imported later on. */
  readonly chunks: readonly string[]
}

/** One half of a bundle. */
export interface Side {
  readonly contents: Content
  /** By the names of the entries. */
  readonly entries: ReadonlyMap<string, Entry>
}

/** Where sources lie. */
export interface Places {
  readonly root: string
  readonly temporary: string
  readonly worker: string
}

/** What Bun built, with names and source maps that depend on the sources alone. */
export async function sideOf(built: Built, places: Places): Promise<Side> {
  const texts = new Map<string, string>()
  const contents = new Map<string, Uint8Array>()
  for (const artifact of built.outputs) {
    const name = basename(artifact.path)
    if (artifact.kind === 'sourcemap') {
      texts.set(name, mapped(await artifact.text(), places))
    } else if (/javascript|css/.test(artifact.type)) {
      texts.set(name, await artifact.text())
    } else {
      contents.set(name, new Uint8Array(await artifact.arrayBuffer()))
    }
  }
  const maps = [...texts.keys()].filter((name) => name.endsWith('.map'))
  const { names, texts: final } = renamed(new Map([...texts].filter(([name]) => !maps.includes(name))))
  for (const [name, text] of final) contents.set(name, new TextEncoder().encode(text))
  for (const name of maps) {
    const script = name.slice(0, -'.map'.length)
    contents.set(`${names.get(script) ?? script}.map`, new TextEncoder().encode(texts.get(name)))
  }
  return { contents, entries: entriesOf(built, names) }
}

/* Bun names sources as seen from the working directory, which is not the same everywhere. */
function mapped(text: string, places: Places): string {
  const { debugId: _, ...map } = JSON.parse(text) as Readonly<Record<'sources' | 'sourcesContent', readonly string[]>> & { readonly debugId?: string }
  const sources = map.sources.map((source) => named(source, places))
  // Entries are full of absolute paths.
  const sourcesContent = map.sourcesContent.map((content, index) => (sources[index]!.startsWith('mizan/entry/') ? null : content))
  return JSON.stringify({ ...map, sources, sourcesContent })
}

function named(source: string, { root, temporary, worker }: Places): string {
  const path = resolve(source.replace(/^mizan-files:/, ''))
  const modules = path.lastIndexOf(`${sep}node_modules${sep}`)
  if (modules >= 0) return path.slice(modules + 1).replaceAll('\\', '/')
  if (path.startsWith(temporary + sep)) return `mizan/entry/${basename(path)}`
  if (path.startsWith(worker + sep)) return `mizan/${shown(path, worker)}`
  return shown(path, root)
}

function entriesOf({ metafile, outputs }: Built, names: ReadonlyMap<string, string>): ReadonlyMap<string, Entry> {
  const described = new Map(Object.entries(metafile.outputs).map(([path, output]) => [basename(path), output]))
  const entries = new Map<string, Entry>()
  for (const artifact of outputs) {
    if (artifact.kind !== 'entry-point' || artifact.hash === null) continue
    const script = basename(artifact.path)
    const chunks = new Set<string>()
    const follow = (file: string): void => {
      for (const { path, kind } of described.get(file)?.imports ?? []) {
        const chunk = basename(path)
        if (kind !== 'import-statement' || chunks.has(chunk) || !described.has(chunk)) continue
        chunks.add(chunk)
        follow(chunk)
      }
    }
    follow(script)
    chunks.delete(script)
    const style = described.get(script)?.cssBundle
    const final = (name: string): string => names.get(name) ?? name
    entries.set(script.slice(0, -`-${artifact.hash}.js`.length), {
      script: final(script),
      style: style === undefined ? undefined : final(basename(style)),
      chunks: [...chunks].map(final),
    })
  }
  return entries
}
