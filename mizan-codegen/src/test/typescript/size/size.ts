// Prints what the runtime and the React binding weigh in a page, minified and gzipped, without React itself.
import { fileURLToPath } from 'node:url'

/** Bytes that an entry point adds to a page. */
export async function sizeOf(entry: 'core' | 'all'): Promise<number> {
  const built = await Bun.build({
    entrypoints: [fileURLToPath(new URL(`${entry}.ts`, import.meta.url))],
    target: 'browser',
    format: 'esm',
    minify: true,
    external: ['react'],
  })
  const [bundle] = built.outputs
  if (!bundle) throw new AggregateError(built.logs)
  return Bun.gzipSync(await bundle.arrayBuffer(), { level: 9 }).length
}

if (import.meta.main) {
  console.log(`contexts and mutations ${await sizeOf('core')} bytes, everything ${await sizeOf('all')} bytes`)
}
