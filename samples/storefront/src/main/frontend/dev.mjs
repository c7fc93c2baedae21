// Serves the pages as they are edited, and sends everything else to the shop: http://localhost:3000
import index from './index.html'

const shop = process.env.SHOP ?? 'http://localhost:8080'
const pages = ['/', '/products/*', '/cart', '/checkout', '/orders', '/sign-in', '/prices']

const server = Bun.serve({
  hostname: 'localhost',
  port: 3000,
  development: { hmr: true },
  routes: Object.fromEntries(pages.map((page) => [page, index])),
  fetch(request) {
    const { pathname, search } = new URL(request.url)
    // The shop compares it with its own address.
    request.headers.delete('Origin')
    return fetch(new Request(shop + pathname + search, request), { redirect: 'manual' })
  },
})
console.log(`${server.url} in front of ${shop}`)
