// Bundles the pages twice: as they are served, and with React's own checks (StrictMode) for the browser tests.
import { rm } from 'node:fs/promises'

const target = new URL('../../../target/', import.meta.url).pathname

for (const mode of ['production', 'development']) {
  const outdir = `${target}frontend-${mode}`
  const production = mode === 'production'
  await rm(outdir, { recursive: true, force: true })
  process.env.NODE_ENV = mode
  const { outputs } = await Bun.build({
    entrypoints: [new URL('index.html', import.meta.url).pathname],
    outdir,
    publicPath: '/',
    naming: { entry: '[name].[ext]', chunk: 'assets/[name]-[hash].[ext]', asset: 'assets/[name]-[hash].[ext]' },
    define: { 'process.env.NODE_ENV': JSON.stringify(mode) },
    minify: production,
    sourcemap: production ? 'none' : 'inline',
  })
  for (const { path, size } of outputs) console.log(`${path.slice(target.length)} ${size} bytes`)
}
