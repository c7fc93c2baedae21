// The account page of AccountApplication in tRPC, with its fetch adapter on Bun, as its documentation writes it.
import { initTRPC } from '@trpc/server'
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { z } from 'zod'

const t = initTRPC.create()
const user = z.object({ userId: z.number().int() })
const line = z.object({ sku: z.string(), quantity: z.number().int() })
const newOrder = z.object({ note: z.string().max(80), lines: z.array(line).min(1) })

function order(id: number, note: string) {
  return {
    id,
    note,
    state: 'sent',
    lines: [
      { sku: 'A-1', quantity: 2 },
      { sku: 'B-7', quantity: 1 },
    ],
  }
}

const app = t.router({
  messages: t.procedure.input(user).query(() => [
    { id: 1, subject: 'Your order is on its way', read: false },
    { id: 2, subject: 'Your order has arrived', read: true },
  ]),
  orders: t.procedure.input(user).query(() => [order(1, 'first'), order(2, 'second'), order(3, 'third')]),
  preferences: t.procedure
    .input(user)
    .query(() => ({ language: 'en', newsletter: true, topics: ['books', 'music'] })),
  profile: t.procedure.input(user).query(({ input }) => ({
    id: input.userId,
    name: 'Ada Lovelace',
    email: 'ada@example.org',
    active: true,
    zoneinfo: 'Europe/London',
  })),
  totals: t.procedure.input(user).query(() => ({ orders: 3, items: 9, spent: 123.45 })),
  place: t.procedure
    .input(user.extend({ order: newOrder }))
    .mutation(({ input }) => ({ id: 4, note: input.order.note, state: 'new', lines: input.order.lines })),
})

export type App = typeof app

const server = Bun.serve({
  hostname: '127.0.0.1',
  port: 0,
  fetch: (req) => fetchRequestHandler({ endpoint: '/trpc', req, router: app, createContext: () => ({}) }),
})
console.log(server.port)

// Whoever started us holds the other end: when that is gone, so are we.
for await (const _ of Bun.stdin.stream());
process.exit(0)
