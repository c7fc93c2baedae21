import { createHash } from 'node:crypto'

/** The hash at the end of a name, as Bun writes it; ours is as long, so that columns in source maps stay right. */
const HASH = /-([a-z0-9]{8})(\.[a-z0-9.]+)$/
const DEBUG_ID = /\n\/\/# debugId=[0-9A-F]+/g
const UNKNOWN = '--------'

/**
 * Names of files by nothing but what is in them, and in what they import. Bun's own hashes count the paths of the
 * sources, temporary ones among them, in: the same sources would have other names elsewhere.
 *
 * @param texts what the scripts and stylesheets are, by Bun's names; where one contains another's hash, it imports it
 * @returns the texts and the names that Bun's names have become
 */
export function renamed(texts: ReadonlyMap<string, string>): {
  readonly texts: ReadonlyMap<string, string>
  readonly names: ReadonlyMap<string, string>
} {
  // Bun's code for later imports knows chunks by their hashes alone.
  const hashes = new Map([...texts.keys()].flatMap((name) => { const hash = HASH.exec(name)?.[1]; return hash === undefined ? [] : [[name, hash] as const] }))
  const imports = new Map<string, readonly string[]>()
  const own = new Map<string, string>()
  const plain = new Map<string, string>()
  for (const [name, text] of texts) {
    const content = text.replaceAll(DEBUG_ID, '')
    imports.set(name, [...hashes.keys()].filter((other) => content.includes(hashes.get(other)!)))
    plain.set(name, content)
    own.set(name, digest([replaced(content, [...hashes.values()], () => UNKNOWN)]))
  }
  const final = new Map<string, string>()
  for (const [name, hash] of hashes) {
    const reached = new Set([name])
    for (const next of reached) for (const other of imports.get(next) ?? []) reached.add(other)
    reached.delete(name)
    final.set(hash, digest([own.get(name)!, ...[...reached].map((other) => own.get(other)!).sort()]))
  }
  const names = new Map([...hashes].map(([name, hash]) => [name, name.replace(HASH, `-${final.get(hash)!}$2`)]))
  const written = [...plain].map(([name, text]) => [names.get(name) ?? name, replaced(text, [...hashes.values()], (hash) => final.get(hash)!)] as const)
  return { names, texts: new Map(written) }
}

function replaced(text: string, hashes: readonly string[], by: (hash: string) => string): string {
  return hashes.reduce((result, hash) => result.replaceAll(hash, () => by(hash)), text)
}

function digest(parts: readonly string[]): string {
  const bytes = createHash('sha256').update(JSON.stringify(parts)).digest()
  return BigInt(`0x${bytes.subarray(0, 6).toString('hex')}`).toString(36).padStart(10, '0').slice(-8)
}
