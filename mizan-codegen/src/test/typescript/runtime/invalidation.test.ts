import { afterEach, beforeEach, expect, test } from 'bun:test'
import { createClient, globalContext, ordersContext, rename, userContext } from '../example'
import type { Client } from '../example'
import type { ContextHandle, Target } from '../example/runtime'
import { gate, pause, refusal, stale, TestServer, until } from '../fixture/server'

let server: TestServer
let client: Client

beforeEach(() => {
  mounted = []
  server = new TestServer()
  server.contexts['user'] = ({ userId }) => ({ userOrders: [], userProfile: { name: `user ${userId}` } })
  server.contexts['orders'] = () => ({ orderPage: [] })
  server.contexts['global'] = () => ({ visitors: 1 })
  client = createClient({ base: server.base, csrf: false, retry: { delay: () => 1 } })
})

afterEach(async () => {
  client.close()
  await server.stop()
})

let mounted: readonly ContextHandle<object>[] = []

async function mount(...handles: readonly ContextHandle<object>[]): Promise<void> {
  mounted = handles
  for (const handle of handles) handle.subscribe(() => {})
  await until(() => handles.every((handle) => handle.state().status === 'success'))
  server.seen.length = 0
}

/** What is fetched after a call that makes these stale: contexts with their query. */
async function refetchedAfter(...targets: readonly Target[]): Promise<string[]> {
  server.functions['rename'] = () => stale(null, ...targets)
  await rename(client, { userId: 5, name: 'Ada' })
  await pause(10)
  await until(() => mounted.every((handle) => !handle.state().fetching))
  return server.seen
    .filter(({ method }) => method === 'GET')
    .map(({ path, query }) => `${path.split('/')[4]} ${new URLSearchParams(query)}`.trim())
    .sort()
}

function everythingMounted(): Promise<void> {
  return mount(
    client.context(userContext, { userId: 5 }),
    client.context(userContext, { userId: 6 }),
    client.context(ordersContext, { userId: 5 }),
    client.context(ordersContext, { userId: 5, page: 1 }),
    client.context(ordersContext, { userId: 5, page: 2 }),
    client.context(ordersContext, { userId: 55, page: 1 }),
    client.context(globalContext, {}),
  )
}

const cases: readonly (readonly [string, readonly Target[], readonly string[]])[] = [
  ['nothing', [], []],
  ['scoped', [{ context: 'user', params: { userId: 5 } }], ['user userId=5']],
  ['broad', ['user'], ['user userId=5', 'user userId=6']],
  [
    'everyPageOfOneUser',
    [{ context: 'orders', params: { userId: 5 } }],
    ['orders page=1&userId=5', 'orders page=2&userId=5', 'orders userId=5'],
  ],
  ['defaultPage', [{ context: 'orders', params: { page: 0, userId: 5 } }], ['orders userId=5']],
  [
    'severalOfOneContext',
    [
      { context: 'orders', params: { page: 1, userId: 5 } },
      { context: 'orders', params: { userId: 55 } },
      { context: 'orders', params: { userId: 77 } },
    ],
    ['orders page=1&userId=5', 'orders page=1&userId=55'],
  ],
  ['function', [{ context: 'user', function: 'userProfile', params: { userId: 6 } }], ['user userId=6']],
  ['overlapping', ['global', { context: 'user', params: { userId: 5 } }, 'user'], ['global', 'user userId=5', 'user userId=6']],
  [
    'everything',
    ['*'],
    [
      'global',
      'orders page=1&userId=5',
      'orders page=1&userId=55',
      'orders page=2&userId=5',
      'orders userId=5',
      'user userId=5',
      'user userId=6',
    ],
  ],
  ['unknownContext', ['unheardOf'], []],
]
for (const [why, targets, expected] of cases) {
  test(`targets_${why}_refetchExactlyWhatTheyCover`, async () => {
    await everythingMounted()
    expect(await refetchedAfter(...targets)).toEqual([...expected])
  })
}

test('refetch_keepsOldDataMeanwhile', async () => {
  const handle = client.context(userContext, { userId: 5 })
  await mount(handle)
  server.contexts['user'] = async () => (await pause(20), { userOrders: [], userProfile: { name: 'Ada' } })
  const refetched = refetchedAfter('user')
  await until(() => handle.state().fetching)
  expect(handle.state()).toMatchObject({ status: 'success', data: { userProfile: { name: 'user 5' } } })
  await refetched
  await until(() => !handle.state().fetching)
  expect(handle.state()).toMatchObject({ status: 'success', data: { userProfile: { name: 'Ada' } } })
})

test('manyInvalidationsInOneTick_oneRequest', async () => {
  const handle = client.context(userContext, { userId: 5 })
  await mount(handle)
  client.invalidate(['user'])
  client.invalidate([{ context: 'user', params: { userId: 5 } }])
  await Promise.resolve()
  client.invalidate(['*'])
  await until(() => server.reads('user').length > 0)
  await pause(20)
  expect(server.reads('user')).toHaveLength(1)
})

test('answerFromBeforeTheMutation_isDropped', async () => {
  const { opened, open } = gate()
  let name = 'old'
  server.contexts['user'] = async () => {
    const read = name
    if (read === 'old') await opened
    return { userOrders: [], userProfile: { name: read } }
  }
  server.functions['rename'] = (args) => {
    name = String(args['name'])
    return stale(null, { context: 'user', params: { userId: 5 } })
  }
  const handle = client.context(userContext, { userId: 5 })
  const names: unknown[] = []
  handle.subscribe(() => names.push(handle.state().data?.userProfile.name))
  await until(() => server.reads('user').length === 1)
  await rename(client, { userId: 5, name: 'new' })
  // The fresh answer does not wait for the old one.
  await until(() => handle.state().status === 'success')
  open()
  await pause(20)
  expect(handle.state().data?.userProfile.name).toBe('new')
  expect(names.filter((seen) => seen !== undefined)).toEqual(['new'])
})

test('fastCalls_answersOutOfOrder_theLastOneCounts', async () => {
  let name = ''
  let reads = 0
  server.contexts['user'] = async () => {
    const read = name
    await pause(reads++ % 2 === 0 ? 40 : 5)
    return { userOrders: [], userProfile: { name: read } }
  }
  server.functions['rename'] = async (args) => {
    name = String(args['name'])
    await pause(name.length % 2 === 0 ? 20 : 2)
    return stale(null, { context: 'user', params: { userId: 5 } })
  }
  const handle = client.context(userContext, { userId: 5 })
  await mount(handle)
  const typed = ['A', 'Ad', 'Ada', 'Ada ', 'Ada L']
  for (const text of typed) {
    void rename(client, { userId: 5, name: text })
    await pause(8)
  }
  await pause(50)
  await until(() => !handle.state().fetching)
  expect(handle.state().data?.userProfile.name).toBe('Ada L')
})

test('plainFetchUnderWay_waitsForTheFreshAnswer', async () => {
  let n = 0
  server.contexts['global'] = async () => {
    const visitors = ++n
    await pause(30)
    return { visitors }
  }
  const read = client.fetch(globalContext, {})
  await until(() => n === 1)
  client.invalidate(['global'])
  expect(await read).toEqual({ visitors: 2 })
})

test('keptButUnmounted_isFetchedWhenMounted', async () => {
  await client.fetch(userContext, { userId: 5 })
  await client.fetch(userContext, { userId: 6 })
  server.seen.length = 0
  expect(await refetchedAfter({ context: 'user', params: { userId: 5 } })).toEqual([])
  for (const userId of [5, 6]) {
    const handle = client.context(userContext, { userId })
    handle.subscribe(() => {})
    await until(() => !handle.state().fetching)
  }
  expect(server.reads('user').map(({ query }) => query)).toEqual([{ userId: '5' }])
})

test('errorAfterCommit_headerCounts', async () => {
  await everythingMounted()
  server.functions['rename'] = () => refusal(409, 'NAME_TAKEN', { 'X-Mizan-Invalidate': 'user;userId=6, global' })
  const error = await rename(client, { userId: 5, name: 'Ada' }).catch((error: unknown) => error)
  expect(error).toMatchObject({ status: 409, code: 'NAME_TAKEN' })
  await until(() => server.reads('user').length + server.reads('global').length === 2)
  await pause(20)
  expect(server.reads('user').map(({ query }) => query)).toEqual([{ userId: '6' }])
})

test('headerOrBodyUnreadable_everythingIsStale', async () => {
  await mount(client.context(globalContext, {}))
  server.functions['rename'] = () => refusal(409, 'NAME_TAKEN', { 'X-Mizan-Invalidate': 'us er' })
  await rename(client, { userId: 5, name: 'Ada' }).catch(() => {})
  await until(() => server.reads('global').length === 1)
  server.functions['rename'] = () => Response.json({ result: null, invalidate: [{ ctx: 'user' }] })
  await rename(client, { userId: 5, name: 'Ada' })
  await until(() => server.reads('global').length === 2)
})

test('callGivenUp_stillOutdates', async () => {
  await mount(client.context(globalContext, {}))
  const { opened, open } = gate()
  server.functions['rename'] = async () => (await opened, stale(null, 'global'))
  const controller = new AbortController()
  const call = rename(client, { userId: 5, name: 'Ada' }, { signal: controller.signal })
  await until(() => server.calls('rename').length === 1)
  controller.abort()
  expect(await call.catch((error: unknown) => error)).toMatchObject({ code: 'ABORTED' })
  open()
  await until(() => server.reads('global').length === 1)
})

test('refetchFailed_recoversWhenAsked', async () => {
  const user = client.context(userContext, { userId: 5 })
  const global = client.context(globalContext, {})
  await mount(user, global)
  server.contexts['user'] = () => refusal(500, 'INTERNAL_ERROR')
  await refetchedAfter('user')
  await until(() => user.state().status === 'error')
  server.contexts['user'] = () => ({ userOrders: [], userProfile: { name: 'back' } })
  client.recover()
  await until(() => user.state().data?.userProfile.name === 'back')
  const before = server.seen.length
  client.recover()
  await pause(20)
  expect(server.seen).toHaveLength(before)
  expect(server.reads('global')).toHaveLength(0)
})
