import type { FSWatcher } from 'node:fs'
import { existsSync, statSync, watch as watchFolder } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { build } from './build'
import type { Options } from './options'
import type { Outcome } from './outcome'

/** Builds of one process: Bun's bundler keeps some memory of each. */
const MOST_BUILDS = 100

/** Milliseconds without a change: editors write a file in several steps. */
const QUIET = 40

/**
 * Builds now and after each change of what was read, until stdin closes or it has built often enough. What the builds
 * read decides what is watched, so views may import from anywhere.
 */
export async function watch(options: Options, say: (outcome: Outcome) => void): Promise<void> {
  const watchers = new Map<string, FSWatcher>()
  let wake: () => void = () => {}
  let changes = 0
  let ended = false

  const changed = (folder: string, name: string | null): void => {
    // What is written here is no reason to write again.
    if (name !== null && `${join(folder, name)}${sep}`.startsWith(options.output + sep)) return
    changes++
    wake()
  }
  const add = (folder: string, recursive: boolean): void => {
    if (watchers.has(folder) || !existsSync(folder)) return
    const watcher = watchFolder(folder, { recursive }, (_, name) => changed(folder, name))
    watcher.on('error', () => {
      watcher.close()
      watchers.delete(folder)
    })
    watchers.set(folder, watcher)
  }
  const follow = (sources: readonly string[]): void => {
    for (const source of sources) {
      if (source.includes(`${sep}node_modules${sep}`)) continue
      let folder = dirname(source)
      // Of what is missing, where it could come to be.
      while (!existsSync(folder) && folder !== dirname(folder)) folder = dirname(folder)
      if (!within(folder, options.views) && !within(folder, options.client) && statSync(folder).isDirectory()) add(folder, false)
    }
  }
  process.stdin.on('end', () => {
    ended = true
    wake()
  })
  process.stdin.resume()

  for (let builds = 0; builds < MOST_BUILDS && !ended; builds++) {
    add(options.views, true)
    if (options.client !== undefined) add(options.client, true)
    const before = changes
    const outcome = await build(options)
    if (ended) break
    follow(outcome.sources)
    say(outcome)
    while (!ended && changes === before) await new Promise<void>((resolve) => (wake = resolve))
    for (let seen = -1; !ended && seen !== changes; ) {
      seen = changes
      await Bun.sleep(QUIET)
    }
  }
  process.exit(0)
}

function within(folder: string, parent: string | undefined): boolean {
  return parent !== undefined && `${folder}${sep}`.startsWith(parent + sep)
}
