import { createHash } from 'node:crypto'

/** The hash at the end of a name, as Bun writes it; ours is as long, so that columns in source maps stay right. */
const HASH = /-([a-z0-9]{8})(\.[a-z0-9.]+)$/
const DEBUG_ID = /\n\/\/# debugId=[0-9A-F]+/g
const UNKNOWN = '--------'

/**
 * Names of files by nothing but what is in them, and in what they import. Bun's own hashes count the paths of the
 * sources, temporary ones among them, in: the same sources would have other names elsewhere.
 *
 * @param texts what the scripts and stylesheets are, by Bun's names; where one contains another's name, it imports it
 * @returns the texts and the names that Bun's names have become
 */
export function renamed(texts: ReadonlyMap<string, string>): {
  readonly texts: ReadonlyMap<string, string>
  readonly names: ReadonlyMap<string, string>
} {
  const given = [...texts.keys()].filter((name) => HASH.test(name))
  const imports = new Map<string, readonly string[]>()
  const own = new Map<string, string>()
  const plain = new Map<string, string>()
  for (const [name, text] of texts) {
    const content = text.replaceAll(DEBUG_ID, '')
    imports.set(name, given.filter((other) => content.includes(other)))
    plain.set(name, content)
    own.set(name, digest([replaced(content, given, (other) => other.replace(HASH, `-${UNKNOWN}$2`))]))
  }
  const names = new Map<string, string>()
  for (const name of given) {
    const reached = new Set([name])
    for (const next of reached) for (const other of imports.get(next) ?? []) reached.add(other)
    reached.delete(name)
    const hash = digest([own.get(name)!, ...[...reached].map((other) => own.get(other)!).sort()])
    names.set(name, name.replace(HASH, `-${hash}$2`))
  }
  return { names, texts: new Map([...plain].map(([name, text]) => [names.get(name) ?? name, replaced(text, given, (other) => names.get(other)!)])) }
}

function replaced(text: string, names: readonly string[], by: (name: string) => string): string {
  return names.reduce((result, name) => result.replaceAll(name, () => by(name)), text)
}

function digest(parts: readonly string[]): string {
  const bytes = createHash('sha256').update(JSON.stringify(parts)).digest()
  return BigInt(`0x${bytes.subarray(0, 6).toString('hex')}`).toString(36).padStart(10, '0').slice(-8)
}
