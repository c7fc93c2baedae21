import type { BuildConfig, BunPlugin } from 'bun'
import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { renderDocument } from './document'
import { Entries } from './entries'
import { Files } from './files'
import { Output } from './output'
import { isWithin } from './options'
import type { Options } from './options'
import { missingOf, problemsOf, Refused } from './outcome'
import type { Outcome } from './outcome'
import { React } from './react'
import { sideOf } from './side'
import type { Built } from './side'
import { special, viewsIn } from './views'
import type { View } from './views'

const WORKER = join(import.meta.dir, '..')

/** Builds once. Rejects only when it is itself to blame. */
export async function build(options: Options): Promise<Outcome> {
  // Names within this folder are not in what is built, or the same sources would not give the same bytes.
  const temporary = realpathSync(mkdtempSync(join(tmpdir(), 'mizan-bundle-')))
  const sources = new Set<string>()
  try {
    return { manifest: await bundle(options, temporary, sources), sources: [...sources] }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { problems: error.problems, sources: [...sources] }
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}

async function bundle(options: Options, temporary: string, sources: Set<string>): Promise<string> {
  const views = viewsIn(options.views)
  const app = special(options.views, '_app')
  const document = special(options.views, '_document')
  const entries = new Entries(temporary, options, app)
  const react = new React(options, [temporary, WORKER])
  const files = new Files()
  for (const source of [app, document, ...views]) if (source) sources.add(source.file)

  async function run(side: 'server' | 'client', entrypoints: string[], config: Partial<BuildConfig> = {}): Promise<Built> {
    const conditions = side === 'server' ? ['bun', 'node'] : ['browser']
    const plugins: BunPlugin[] = [react.plugin(conditions), files.plugin(side)]
    const built = (await Bun.build({
      entrypoints,
      root: join(temporary, side),
      target: side === 'server' ? 'bun' : 'browser',
      format: 'esm',
      splitting: true,
      minify: !options.development,
      sourcemap: side === 'server' || options.development ? 'linked' : 'external',
      naming: { entry: '[name]-[hash].[ext]', chunk: 'chunk-[hash].[ext]', asset: '[name]-[hash].[ext]' },
      define: { 'process.env.NODE_ENV': options.development ? '"development"' : '"production"' },
      env: 'disable',
      throw: false,
      metafile: true,
      plugins,
      ...config,
    } as BuildConfig)) as Built
    for (const { specifier, referrer } of missingOf(built.logs)) sources.add(resolve(dirname(referrer), specifier))
    if (!built.success) throw new Refused(problemsOf(built.logs.filter(({ level }) => level === 'error'), options.root))
    for (const input of Object.keys(built.metafile.inputs)) {
      const source = resolve(input)
      const ours = [temporary, WORKER].some((folder) => isWithin(source, folder))
      if (!ours && ![options.within, options.react].some((folder) => isWithin(source, folder)) && existsSync(source)) {
        const message = `${source} is bundled, which is not in ${options.within!}`
        throw new Refused([{ kind: 'outside', message }])
      }
      // Our own are no reason to build again: the temporary ones are new each time.
      if (!ours) sources.add(source)
    }
    return built
  }

  const server = await run('server', entries.server(views))
  const client = await run('client', entries.client(views))
  const shell = await renderDocument(
    await run('server', [entries.document(document)], { splitting: false, sourcemap: 'none', naming: '[name].js' }),
    temporary,
    document && basename(document.file),
  )
  const places = { root: options.root, temporary, worker: WORKER }
  const rendered = await sideOf(server, places)
  const scripts = new Map([...rendered.contents].filter(([name]) => /\.js(\.map)?$/.test(name)))
  return new Output(options).write(
    { react: react.version(sources), views: namesOf(views), document: shell, files: files.contents },
    { ...rendered, contents: scripts },
    await sideOf(client, places),
  )
}

function namesOf(views: readonly View[]): ReadonlyMap<string, string> {
  return new Map(views.map(({ entry, name }) => [entry, name]))
}
