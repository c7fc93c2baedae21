// Puts what the library needs of React beside the classes, and writes down what Bun will need unpacked: class loaders
// do not list what is in a jar. Without the variants for other platforms, for profiling and for server components.
import { cpSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const [classes] = process.argv.slice(2)
const root = join(classes, 'org/mizan/ssr')
const UNWANTED = /profiling|test-utils|react-server|\.edge|server\.browser|static|\.node\.|legacy\.node|\.native|unstable_|\.md$/

function* files(folder) {
  for (const name of readdirSync(folder).sort()) {
    const file = join(folder, name)
    if (statSync(file).isDirectory()) yield* files(file)
    else yield file
  }
}

rmSync(join(root, 'react'), { recursive: true, force: true })
for (const name of ['react', 'react-dom', 'scheduler']) {
  const from = join(here, 'node_modules', name)
  for (const file of files(from)) {
    const inside = relative(from, file)
    if (UNWANTED.test(inside)) continue
    const to = join(root, 'react/node_modules', name, inside)
    mkdirSync(dirname(to), { recursive: true })
    cpSync(file, to)
  }
}
const unpacked = [...files(join(root, 'worker')), ...files(join(root, 'react'))]
writeFileSync(join(root, 'index.txt'), unpacked.map((file) => relative(root, file).replaceAll('\\', '/') + '\n').join(''))
