import { existsSync, realpathSync } from 'node:fs'
import { dirname, resolve, sep } from 'node:path'

/** What is bundled, and where to; all paths are absolute. */
export interface Options {
  /** The folder of the views. */
  readonly views: string
  /** The folder of the generated client; absent when there is none. */
  readonly client?: string
  /** The folder of the bundle. It belongs to the bundler. */
  readonly output: string
  /** The folder that all modules must lie in, but those that the library brings; absent for anywhere. */
  readonly within?: string
  /** Readable output, React's development variant, source maps for everybody. */
  readonly development: boolean
  /** A `node_modules` folder with React, for applications that have none of their own. */
  readonly react: string
  /** What paths in source maps and problems are relative to. */
  readonly root: string
}

export function readOptions(text: string): Options {
  const given = JSON.parse(text) as Partial<Options>
  for (const name of ['views', 'output', 'react'] as const) {
    if (typeof given[name] !== 'string') throw new Error(`the option '${name}' is missing`)
  }
  const views = real(given.views!)
  const client = given.client === undefined ? undefined : real(given.client)
  return {
    views,
    ...(client !== undefined && { client }),
    ...(given.within !== undefined && { within: real(given.within) }),
    output: resolve(given.output!),
    development: given.development === true,
    react: real(given.react!),
    root: given.root === undefined ? dirname(views) : real(given.root),
  }
}

/** As the bundler itself sees files: without symbolic links. */
function real(path: string): string {
  return existsSync(path) ? realpathSync(path) : resolve(path)
}

/** Whether a file or folder is this folder or lies in it; everything is in none. */
export function isWithin(path: string, folder: string | undefined): boolean {
  return folder === undefined || `${path}${sep}`.startsWith(`${folder}${folder.endsWith(sep) ? '' : sep}`)
}
