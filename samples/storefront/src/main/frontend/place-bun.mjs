// Puts the Bun that `npm ci` chose for this machine where the servers find it: on a path without its system's name.
import { chmodSync, copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

const packages = new URL('node_modules/@oven/', import.meta.url)
const name = process.platform === 'win32' ? 'bun.exe' : 'bun'
const binary = (existsSync(packages) ? readdirSync(packages) : [])
  .map((folder) => fileURLToPath(new URL(`${folder}/bin/${name}`, packages)))
  .find((file) => existsSync(file))
if (!binary) throw new Error("There is no Bun for this machine. Run 'npm ci' without --omit=optional.")

const placed = fileURLToPath(new URL(`../../../target/bun/${name}`, import.meta.url))
mkdirSync(dirname(placed), { recursive: true })
rmSync(placed, { force: true })
chmodSync(binary, 0o755)
try {
  linkSync(binary, placed)
} catch {
  copyFileSync(binary, placed)
}
