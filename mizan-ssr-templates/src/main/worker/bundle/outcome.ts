import { relative } from 'node:path'

/** Why there is no bundle. */
export interface Problem {
  readonly kind: 'source' | 'react-twice' | 'react-versions' | 'document' | 'unwritable' | 'outside'
  readonly message: string
  /** Relative to the root when it lies within. */
  readonly file?: string
  /** From 1. */
  readonly line?: number
  /** From 1. */
  readonly column?: number
}

/** How a build ended. */
export interface Outcome {
  /** The path of the manifest, when there is a bundle. */
  readonly manifest?: string
  readonly problems?: readonly Problem[]
  /** Everything that was read: whether it was enough or not. */
  readonly sources: readonly string[]
}

/** What keeps a build from going on. */
export class Refused extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(({ message }) => message).join('\n'))
  }
}

/** A file as people know it: relative to the root, with slashes. */
export function shown(file: string, root: string): string {
  return relative(root, file).replaceAll('\\', '/')
}

/** What Bun reports, which is not an interface of its own. */
interface Message {
  readonly message: string
  readonly position?: { readonly file: string; readonly line: number; readonly column: number } | null
  readonly specifier?: string
  readonly referrer?: string
}

export function problemsOf(logs: readonly unknown[], root: string): readonly Problem[] {
  return (logs as readonly Message[]).map(({ message, position }) => ({
    kind: 'source',
    message,
    ...(position?.file && { file: shown(position.file, root), line: position.line, column: position.column }),
  }))
}

/** The paths that imports named which could not be resolved. */
export function missingOf(logs: readonly unknown[]): readonly { readonly specifier: string; readonly referrer: string }[] {
  return (logs as readonly Message[]).flatMap(({ specifier, referrer }) =>
    specifier !== undefined && referrer !== undefined ? [{ specifier, referrer }] : [],
  )
}
