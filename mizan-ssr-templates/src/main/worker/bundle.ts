// The bundler, a process of its own: `bun bundle.ts [--watch] <options as JSON>`. Each build ends with one line on
// stdout, {"built":true,"manifest":…} or {"problems":[…]}; all else that is printed goes to stderr. Once: exit code 1
// when there are problems. --watch: until stdin closes, or it has built so often that a fresh process is due (exit 0).
import { build } from './bundle/build'
import { readOptions } from './bundle/options'
import type { Outcome } from './bundle/outcome'
import { watch } from './bundle/watch'

const say = (outcome: Outcome): void => {
  const line = outcome.problems ? { problems: outcome.problems } : { built: true, manifest: outcome.manifest }
  process.stdout.write(`${JSON.stringify(line)}\n`)
}
// What a document prints while it is rendered must not stand between the lines.
console.log = console.info = console.debug = console.error

const [first, second] = process.argv.slice(2)
const watching = first === '--watch'
const options = readOptions((watching ? second : first) ?? '')
// Bun makes names of CSS modules from paths as seen from the working directory: the same everywhere.
process.chdir(options.root)
if (watching) {
  await watch(options, say)
} else {
  const outcome = await build(options)
  say(outcome)
  process.exitCode = outcome.problems ? 1 : 0
}
