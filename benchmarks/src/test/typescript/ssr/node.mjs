import express from 'express'
import { pagesOf } from './page.mjs'

const app = express()
// A hash of each page is nothing that the others compute.
app.disable('etag')
for (const [path, page] of Object.entries(await pagesOf(process.argv[2]))) {
  app.get(path, (request, response) => response.type('html').send(page()))
}
const server = app.listen(0, '127.0.0.1', () => console.log(server.address().port))
process.stdin.on('end', () => process.exit(0)).resume()
