import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Refused } from './outcome'
import type { Built } from './side'

/** Renders the document that is in this build. `__mizan_assets__/` stands for where the files are served. */
export async function renderDocument(built: Built, temporary: string, file: string | undefined): Promise<string> {
  const script = join(temporary, 'document.js')
  const [output] = built.outputs.filter(({ kind }) => kind === 'entry-point')
  await Bun.write(script, output!)
  process.env['MIZAN_ASSETS'] = '__mizan_assets__/'
  let text: string
  try {
    text = ((await import(pathToFileURL(script).href)) as { readonly default: string }).default
  } catch (error) {
    throw refused(`it cannot be rendered: ${error instanceof Error ? error.message : String(error)}`, file)
  }
  for (const slot of ['head', 'root', 'scripts']) {
    const times = text.split(`<!--mizan:${slot}-->`).length - 1
    const name = slot[0]!.toUpperCase() + slot.slice(1)
    if (times !== 1) throw refused(`it must have <${name} /> once, not ${times} times`, file)
  }
  return text
}

function refused(message: string, file: string | undefined): Refused {
  return new Refused([{ kind: 'document', message, ...(file !== undefined && { file }) }])
}
