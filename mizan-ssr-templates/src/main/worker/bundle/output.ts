import type { BuildArtifact } from 'bun'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join, resolve, sep } from 'node:path'
import type { Built } from './build'
import type { Options } from './options'
import { shown } from './outcome'

/** What is written. */
export interface Bundle {
  readonly react: string
  /** The names of the views by the names of their entries. */
  readonly views: ReadonlyMap<string, string>
  readonly document: string
  readonly server: Built
  readonly client: Built
  readonly files: ReadonlyMap<string, Uint8Array>
}

interface Asset {
  readonly file: string
  readonly integrity: string
}

interface Entry {
  readonly script: string
  readonly style: string | undefined
  /** What it imports, and what those import, without what is imported later on. */
  readonly chunks: readonly string[]
}

type Content = Map<string, Uint8Array>

/** The folder of the bundle. */
export class Output {
  readonly #manifest: string

  constructor(
    private readonly options: Options,
    private readonly temporary: string,
    private readonly worker: string,
  ) {
    this.#manifest = join(options.output, 'manifest.json')
  }

  /** Writes everything, the manifest last, and returns where that is. */
  async write(bundle: Bundle): Promise<string> {
    const server = await this.#contents(bundle.server, ({ type }) => /javascript|json/.test(type))
    const client = new Map([...(await this.#contents(bundle.client, () => true)), ...bundle.files])
    const manifest = `${JSON.stringify(this.#describe(bundle, client), undefined, 1)}\n`
    this.#save('server', server)
    this.#save('client', client)
    writeFileSync(`${this.#manifest}.new`, manifest)
    renameSync(`${this.#manifest}.new`, this.#manifest)
    return this.#manifest
  }

  #describe(bundle: Bundle, client: Content): object {
    const asset = (file: string): Asset => ({ file, integrity: integrityOf(client.get(file)!) })
    const servers = entriesOf(bundle.server)
    const clients = entriesOf(bundle.client)
    const views = [...bundle.views].map(([entry, name]) => {
      const { script, style, chunks } = clients.get(entry)!
      const described = {
        server: `server/${servers.get(entry)!.script}`,
        script: asset(script),
        modules: [...chunks].sort().map(asset),
        styles: style === undefined ? [] : [asset(style)],
      }
      return [name, described] as const
    })
    const served = [...client.keys()].filter((file) => this.options.development || !file.endsWith('.map')).sort()
    return {
      version: 1,
      react: bundle.react,
      development: this.options.development,
      document: bundle.document,
      views: Object.fromEntries(views),
      assets: Object.fromEntries(served.map((file) => [file, mediaTypeOf(file)])),
    }
  }

  async #contents(built: Built, wanted: (artifact: BuildArtifact) => boolean): Promise<Content> {
    const contents: Content = new Map()
    for (const artifact of built.outputs) {
      if (!wanted(artifact)) continue
      const content = new Uint8Array(await artifact.arrayBuffer())
      contents.set(basename(artifact.path), artifact.kind === 'sourcemap' ? this.#mapped(content) : content)
    }
    return contents
  }

  /* Bun names sources as seen from the working directory, which is not the same everywhere. */
  #mapped(content: Uint8Array): Uint8Array {
    const map = JSON.parse(new TextDecoder().decode(content)) as { sources: string[] }
    map.sources = map.sources.map((source) => this.#named(source))
    return new TextEncoder().encode(JSON.stringify(map))
  }

  #named(source: string): string {
    const path = resolve(source)
    const modules = path.lastIndexOf(`${sep}node_modules${sep}`)
    if (modules >= 0) return path.slice(modules + 1).replaceAll('\\', '/')
    if (path.startsWith(this.temporary + sep)) return `mizan/entry/${basename(path)}`
    if (path.startsWith(this.worker + sep)) return `mizan/${shown(path, this.worker)}`
    return shown(path, this.options.root)
  }

  /* In development what the page before this one was made of stays: it may still be open. */
  #save(side: string, contents: Content): void {
    const folder = join(this.options.output, side)
    mkdirSync(folder, { recursive: true })
    const kept = new Set(contents.keys())
    if (this.options.development && existsSync(this.#manifest)) {
      const before = readFileSync(this.#manifest, 'utf8')
      for (const file of readdirSync(folder)) if (before.includes(file.replace(/\.map$/, ''))) kept.add(file)
      // The manifest does not name the server's chunks.
      if (side === 'server') for (const file of readdirSync(folder)) kept.add(file)
    }
    for (const file of readdirSync(folder)) if (!kept.has(file)) rmSync(join(folder, file), { recursive: true })
    for (const [name, content] of contents) {
      const file = join(folder, name)
      if (!existsSync(file) || !Buffer.from(content).equals(readFileSync(file))) writeFileSync(file, content)
    }
  }
}

function entriesOf({ metafile, outputs }: Built): ReadonlyMap<string, Entry> {
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
    entries.set(script.slice(0, -`-${artifact.hash}.js`.length), {
      script,
      style: style === undefined ? undefined : basename(style),
      chunks: [...chunks],
    })
  }
  return entries
}

function integrityOf(content: Uint8Array): string {
  return `sha384-${createHash('sha384').update(content).digest('base64')}`
}

function mediaTypeOf(file: string): string {
  return file.endsWith('.map') ? 'application/json' : (Bun.file(file).type.split(';')[0] ?? '') || 'application/octet-stream'
}
