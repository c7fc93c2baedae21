// Renders in a loop, nothing else. Arguments: params of a frame, seconds, "fresh" (parsed for each render) or "same".
// Prints renders a second, and microseconds of processor time for one.
import { readFileSync } from 'node:fs'

const text = readFileSync(process.argv[2], 'utf8')
const fresh = process.argv[4] === 'fresh'
const params = JSON.parse(text)
const { render } = await import(params.file)

function perSecond(seconds) {
  const start = performance.now()
  let count = 0
  for (; performance.now() - start < seconds * 1_000; count++) render(fresh ? JSON.parse(text) : params)
  return (count * 1_000) / (performance.now() - start)
}

perSecond(3)
console.log(perSecond(Number(process.argv[3])).toFixed(1))
