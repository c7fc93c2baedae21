import type { BunPlugin } from 'bun'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { isWithin } from './options'
import type { Options } from './options'
import { Refused } from './outcome'

const PACKAGES = /^(react|react-dom|scheduler)(\/.*)?$/

/**
 * Where React comes from: for modules that have one in a `node_modules` above them, from there; for all others, the
 * glue among them, from the one that the views have, or the client, or else the copy that the library brings.
 */
export class React {
  readonly #modules: string
  readonly #known = new Map<string, string | undefined>()

  constructor(
    private readonly options: Options,
    private readonly glue: readonly string[],
  ) {
    const { views, client, react } = options
    this.#modules = this.#above(views) ?? (client === undefined ? undefined : this.#above(client)) ?? react
    // Said at once: what a plugin throws Bun reports as a mistake in the source.
    for (const name of ['react', 'react-dom']) this.#folder(name)
  }

  /** Resolves React for a bundle. */
  plugin(conditions: readonly string[]): BunPlugin {
    return {
      name: 'mizan-react',
      setup: (build) => {
        build.onResolve({ filter: PACKAGES }, ({ path, importer }) => {
          const ours = this.glue.some((folder) => importer.startsWith(folder + sep))
          if (!ours && this.#above(dirname(importer)) !== undefined) return undefined
          return { path: this.#resolve(path, conditions) }
        })
      },
    }
  }

  /** The version of the one React among these modules; refused when there is another one, too. */
  version(modules: Iterable<string>): string {
    const read = [...modules]
    const folders = foldersOf('react', read)
    const versions = folders.map((folder) => `${versionIn(folder)} (${folder})`)
    const [folder] = folders
    if (folder === undefined) throw new Error('there is no React in the bundle')
    if (folders.length > 1) {
      throw new Refused([{ kind: 'react-twice', message: `there would be ${folders.length} Reacts in the bundle: ${versions.sort().join(', ')}` }])
    }
    for (const dom of foldersOf('react-dom', read)) {
      if (versionIn(dom) !== versionIn(folder)) {
        throw new Refused([{ kind: 'react-versions', message: `react is ${versions[0]}, but react-dom ${versionIn(dom)} (${dom})` }])
      }
    }
    return versionIn(folder)
  }

  /** The nearest `node_modules` with React, from the folder upwards, within what may be read. */
  #above(folder: string): string | undefined {
    if (!isWithin(folder, this.options.within)) return undefined
    if (this.#known.has(folder)) return this.#known.get(folder)
    const modules = join(folder, 'node_modules')
    const parent = dirname(folder)
    const found = existsSync(join(modules, 'react', 'package.json')) ? modules : parent === folder ? undefined : this.#above(parent)
    this.#known.set(folder, found)
    return found
  }

  /** The folder of a package: beside React, or further up, as package managers of workspaces lay it. */
  #folder(name: string): string {
    for (let at = dirname(this.#modules); ; at = dirname(at)) {
      const folder = join(at, 'node_modules', name)
      if (existsSync(folder)) return folder
      if (at === dirname(at) || at === this.options.within) {
        throw new Refused([{ kind: 'react-versions', message: `there is react in ${this.#modules}, but no ${name} beside it` }])
      }
    }
  }

  #resolve(specifier: string, conditions: readonly string[]): string {
    const [, name = '', rest = ''] = PACKAGES.exec(specifier) ?? []
    // Without symbolic links, as Bun itself resolves: two names of one module would be two modules.
    const folder = realpathSync(this.#folder(name))
    const { exports, main } = packageIn(folder)
    const target = exports === undefined ? (rest === '' ? (main ?? 'index.js') : `${rest.slice(1)}.js`) : targetOf(exports[`.${rest}`], conditions)
    if (target === undefined) throw new Error(`${specifier}: the package in ${folder} has no such module`)
    const file = resolve(folder, target)
    if (relative(folder, file).startsWith('..')) throw new Error(`${specifier}: ${file} is not in ${folder}`)
    return file
  }
}

/** The folders of this package that these modules are from. */
function foldersOf(name: string, modules: readonly string[]): readonly string[] {
  const inside = new RegExp(`^(.*[\\\\/]node_modules[\\\\/]${name})[\\\\/]`)
  return [...new Set(modules.flatMap((module) => inside.exec(module)?.[1] ?? []))]
}

type Target = string | { readonly [condition: string]: Target }

function targetOf(target: Target | undefined, conditions: readonly string[]): string | undefined {
  if (typeof target !== 'object') return target
  for (const [condition, next] of Object.entries(target)) {
    if (condition === 'default' || conditions.includes(condition)) return targetOf(next, conditions)
  }
  return undefined
}

function packageIn(folder: string): { readonly version: string; readonly main?: string; readonly exports?: Readonly<Record<string, Target>> } {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
}

function versionIn(folder: string): string {
  return packageIn(folder).version
}
