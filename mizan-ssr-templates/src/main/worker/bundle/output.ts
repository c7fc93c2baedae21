import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Options } from './options'
import type { Content, Side } from './side'

/** What is written. */
export interface Bundle {
  readonly react: string
  /** The names of the views by the names of their entries. */
  readonly views: ReadonlyMap<string, string>
  readonly document: string
  readonly files: ReadonlyMap<string, Uint8Array>
}

interface Asset {
  readonly file: string
  readonly integrity: string
}

/** The folder of the bundle. */
export class Output {
  readonly #manifest: string

  constructor(private readonly options: Options) {
    this.#manifest = join(options.output, 'manifest.json')
  }

  /** Writes everything, the manifest last, and returns where that is. */
  write(bundle: Bundle, server: Side, browser: Side): string {
    const client = new Map([...browser.contents, ...bundle.files])
    const manifest = `${JSON.stringify(this.#describe(bundle, server, browser, client), undefined, 1)}\n`
    mkdirSync(this.options.output, { recursive: true })
    this.#save('server', server.contents)
    this.#save('client', client)
    writeFileSync(`${this.#manifest}.new`, manifest)
    renameSync(`${this.#manifest}.new`, this.#manifest)
    return this.#manifest
  }

  #describe(bundle: Bundle, server: Side, browser: Side, client: Content): object {
    const asset = (file: string): Asset => ({ file, integrity: integrityOf(client.get(file)!) })
    const views = [...bundle.views].map(([entry, name]) => {
      const { script, style, chunks } = browser.entries.get(entry)!
      const described = {
        server: `server/${server.entries.get(entry)!.script}`,
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

function integrityOf(content: Uint8Array): string {
  return `sha384-${createHash('sha384').update(content).digest('base64')}`
}

function mediaTypeOf(file: string): string {
  return file.endsWith('.map') ? 'application/json' : (Bun.file(file).type.split(';')[0] ?? '') || 'application/octet-stream'
}
