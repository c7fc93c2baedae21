// The same page as the library's, made by hand: what a server in JavaScript does for each request.
import { readFileSync } from 'node:fs'

const DATA = '__MIZAN_SSR_DATA__='
const ESCAPED = { '<': '\\u003c', '>': '\\u003e', '&': '\\u0026', '\u2028': '\\u2028', '\u2029': '\\u2029' }

/** The pages of a configuration, by path: functions that make one. Throws when what they would make is another page. */
export async function pagesOf(file) {
  const pages = {}
  for (const [path, given] of Object.entries(JSON.parse(readFileSync(file, 'utf8')))) pages[path] = await pageOf(given)
  return pages
}

async function pageOf(given) {
  const { render } = await import(given.module)
  const text = readFileSync(given.params, 'utf8')
  const expected = readFileSync(given.page, 'utf8')
  const first = render(JSON.parse(text))
  const head = cut(expected, first.head ?? '')
  const root = cut(head[1], first.html)
  const start = root[1].indexOf(DATA) + DATA.length
  const before = root[1].slice(0, start)
  const after = root[1].slice(root[1].indexOf('</script>', start))
  return () => {
    // The data comes from a cache or another server as text; time and seed are those of the request.
    const data = JSON.parse(text)
    data.environment.now = Date.now()
    data.environment.seed = Math.floor(Math.random() * 2147483647)
    const { file, ...shown } = data
    const { html, head: metadata = '' } = render(data)
    const json = JSON.stringify(shown).replace(/[<>&\u2028\u2029]/g, (character) => ESCAPED[character])
    return head[0] + metadata + root[0] + html + before + json + after
  }
}

function cut(text, at) {
  const start = text.indexOf(at)
  if (start < 0) throw new Error(`What is rendered here is not in the page: ${at.slice(0, 200)}`)
  return [text.slice(0, start), text.slice(start + at.length)]
}
