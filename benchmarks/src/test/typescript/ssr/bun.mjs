import { pagesOf } from './page.mjs'

const pages = await pagesOf(process.argv[2])
const headers = { 'content-type': 'text/html; charset=utf-8' }
const server = Bun.serve({
  hostname: '127.0.0.1',
  port: 0,
  fetch(request) {
    const page = pages[new URL(request.url).pathname]
    return page ? new Response(page(), { headers }) : new Response('', { status: 404 })
  },
})
console.log(server.port)
process.stdin.on('end', () => process.exit(0)).resume()
