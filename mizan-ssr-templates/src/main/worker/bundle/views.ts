import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'

/** A module of the application, with what it exports. */
export interface Source {
  readonly file: string
  readonly exports: ReadonlySet<string>
}

/** A view. */
export interface View extends Source {
  /** Relative to the folder of the views, with slashes. */
  readonly name: string
  /** What its files are called: unique, without folders. */
  readonly entry: string
}

/** All views, by name. What exports no default is no view, but what views are made of. */
export function viewsIn(folder: string): readonly View[] {
  const entries = new Set<string>()
  return namesIn(folder, '')
    .sort()
    .map((name) => ({ name, ...sourceOf(join(folder, name)) }))
    .filter(({ exports }) => exports.has('default'))
    .map((view) => ({ ...view, entry: unique(view.name.slice(0, -4).replaceAll(/[^A-Za-z0-9_]+/g, '-'), entries) }))
}

/** `_app` or `_document`, if there is one. */
export function special(folder: string, name: string): Source | undefined {
  const file = ['.tsx', '.jsx'].map((extension) => join(folder, name + extension)).find((path) => existsSync(path))
  return file === undefined ? undefined : sourceOf(file)
}

function namesIn(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (/^[_.]/.test(entry.name) || entry.name === 'node_modules') return []
    const path = folder + entry.name
    if (entry.isDirectory()) return namesIn(root, `${path}/`)
    return /\.[tj]sx$/.test(entry.name) ? [path] : []
  })
}

function sourceOf(file: string): Source {
  return { file, exports: new Set(exportsOf(file)) }
}

function exportsOf(file: string): readonly string[] {
  try {
    return new Bun.Transpiler({ loader: extname(file) === '.jsx' ? 'jsx' : 'tsx' }).scan(readFileSync(file, 'utf8')).exports
  } catch {
    // The build itself says what is wrong, and where.
    return ['default']
  }
}

function unique(wanted: string, taken: Set<string>): string {
  let name = wanted
  for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${wanted}-${count}`
  taken.add(name.toLowerCase())
  return name
}
