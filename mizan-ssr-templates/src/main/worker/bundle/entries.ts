import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Options } from './options'
import type { Source, View } from './views'

const GLUE = join(import.meta.dir, '..', 'glue')

/** Writes the modules that the bundler starts from: each puts a view, `_app`, the client and our glue together. */
export class Entries {
  constructor(
    private readonly folder: string,
    private readonly options: Options,
    private readonly app: Source | undefined,
  ) {}

  server(views: readonly View[]): string[] {
    return this.#write('server', views, (view) => {
      const lang = view.exports.has('lang')
      return [
        `import View${lang ? ', { lang }' : ''} from ${text(view.file)}`,
        ...this.#app([]),
        ...this.#client(),
        `import { renderer } from ${text(join(GLUE, 'server.tsx'))}`,
        `export const render = renderer({ ${['View', ...this.#parts([]), ...(lang ? ['lang'] : [])].join(', ')} })`,
      ]
    })
  }

  client(views: readonly View[]): string[] {
    const optional = ['client', 'start'].filter((name) => this.app?.exports.has(name))
    return this.#write('client', views, (view) => [
      `import View from ${text(view.file)}`,
      ...this.#app(optional),
      ...this.#client(),
      `import { show } from ${text(join(GLUE, 'client.tsx'))}`,
      `show({ ${['View', ...this.#parts(optional)].join(', ')} })`,
    ])
  }

  document(document: Source | undefined): string {
    return this.#file('document', 'document', [
      ...(document ? [`import Document from ${text(document.file)}`] : []),
      `import { documentOf } from ${text(join(GLUE, 'document.tsx'))}`,
      `export default documentOf(${document ? 'Document' : ''})`,
    ])
  }

  #parts(optional: readonly string[]): readonly string[] {
    return [...(this.app ? ['App'] : []), ...optional, ...(this.options.client === undefined ? [] : ['mizan'])]
  }

  #app(optional: readonly string[]): readonly string[] {
    const names = optional.length > 0 ? `, { ${optional.join(', ')} }` : ''
    return this.app ? [`import App${names} from ${text(this.app.file)}`] : []
  }

  #client(): readonly string[] {
    const { client } = this.options
    if (client === undefined) return []
    return [
      `import { createClient } from ${text(join(client, 'index.ts'))}`,
      `import { hydration } from ${text(join(client, 'runtime', 'index.ts'))}`,
      `import { MizanProvider } from ${text(join(client, 'runtime', 'react.ts'))}`,
      `import { RenderEnvironmentProvider } from ${text(join(client, 'runtime', 'environment.ts'))}`,
      'const mizan = { createClient, hydration, MizanProvider, RenderEnvironmentProvider }',
    ]
  }

  #write(side: string, views: readonly View[], lines: (view: View) => readonly string[]): string[] {
    return views.map((view) => this.#file(side, view.entry, lines(view)))
  }

  #file(side: string, name: string, lines: readonly string[]): string {
    const folder = join(this.folder, side)
    if (!existsSync(folder)) mkdirSync(folder)
    const file = join(folder, `${name}.js`)
    writeFileSync(file, `${lines.join('\n')}\n`)
    return file
  }
}

const text = (path: string): string => JSON.stringify(path.replaceAll('\\', '/'))
