import { afterEach, beforeEach, describe, expect, test } from 'bun:test'
import { createClient, fetchUserContext, globalContext, MizanError, ordersContext, rename, userContext } from '../example'
import type { Client, ClientOptions } from '../example'
import { cookieJar } from '../example/runtime'
import type { ContextHandle, MizanEvent } from '../example/runtime'
import { gate, pause, refusal, stale, TestServer, until } from '../fixture/server'

let server: TestServer
let clients: Client[]

beforeEach(() => {
  server = new TestServer()
  clients = []
})

afterEach(async () => {
  for (const client of clients) client.close()
  await server.stop()
})

function open(options: ClientOptions = {}): Client {
  const client = createClient({ base: server.base, retry: { delay: () => 1 }, ...options })
  clients.push(client)
  return client
}

/** Mounts, and waits until it is there or has failed. */
async function mount<D extends object>(handle: ContextHandle<D>): Promise<() => void> {
  const unmount = handle.subscribe(() => {})
  await until(() => !handle.state().fetching)
  return unmount
}

describe('reading', () => {
  test('manyComponents_oneRequest', async () => {
    server.contexts['user'] = ({ userId }) => ({ userProfile: { name: `user ${userId}` }, userOrders: [] })
    const client = open()
    const states: string[] = []
    const handles = Array.from({ length: 20 }, () => client.context(userContext, { userId: 5 }))
    expect(handles[0]?.state()).toMatchObject({ status: 'idle', fetching: false })
    handles.forEach((handle) => handle.subscribe(() => states.push(handle.state().status)))
    await fetchUserContext(client, { userId: 5 })
    expect(handles[7]?.state()).toMatchObject({
      status: 'success',
      data: { userProfile: { name: 'user 5' } },
      error: undefined,
      fetching: false,
    })
    expect(server.reads('user').map(({ query }) => query)).toEqual([{ userId: '5' }])
    expect([...new Set(states)]).toEqual(['loading', 'success'])
  })

  test('otherParameters_otherRequests', async () => {
    server.contexts['orders'] = () => ({ orderPage: [] })
    const client = open()
    const unmounts = [{ userId: 5 }, { userId: 5, page: null }, { userId: 5, page: 0 }, { userId: 5, page: 1 }].map((params) =>
      client.context(ordersContext, params).subscribe(() => {}),
    )
    await until(() => server.reads('orders').length >= 2)
    await pause(20)
    expect(server.reads('orders').map(({ query }) => query)).toEqual([{ userId: '5' }, { page: '1', userId: '5' }])
    unmounts.forEach((unmount) => unmount())
  })

  test('schemaAndHeaders_areSentEachTime', async () => {
    server.contexts['global'] = () => ({ visitors: 1 })
    server.functions['rename'] = () => null
    let n = 0
    const client = open({ headers: async () => ({ 'Accept-Language': `l${++n}` }), csrf: false })
    await client.fetch(globalContext, {})
    await rename(client, { userId: 5, name: 'Ada' })
    expect(server.seen.map(({ headers }) => [headers.get('X-Mizan-Schema'), headers.get('Accept-Language')])).toEqual([
      ['c0ffee', 'l1'],
      ['c0ffee', 'l2'],
    ])
  })

  test('serverFailsTwice_readSucceeds', async () => {
    let n = 0
    server.contexts['global'] = () => (++n < 3 ? refusal(500, 'INTERNAL_ERROR') : { visitors: n })
    expect(await open().fetch(globalContext, {})).toEqual({ visitors: 3 })
  })

  test('serverFailsThreeTimes_readFails', async () => {
    server.contexts['global'] = () => refusal(500, 'INTERNAL_ERROR')
    const error = await open().fetch(globalContext, {}).catch((error: unknown) => error)
    expect(error).toMatchObject({ status: 500, code: 'INTERNAL_ERROR', id: 'log-1' })
    expect(server.reads('global')).toHaveLength(3)
  })

  test('refusal_isNotRepeated', async () => {
    server.contexts['global'] = () => refusal(422, 'VALIDATION_FAILED')
    await open().fetch(globalContext, {}).catch(() => {})
    expect(server.reads('global')).toHaveLength(1)
  })

  test('retryAfter_isWaitedFor', async () => {
    let n = 0
    server.contexts['global'] = () => (++n === 1 ? refusal(503, 'UNAVAILABLE', { 'Retry-After': '1' }) : { visitors: n })
    const begin = performance.now()
    expect(await open().fetch(globalContext, {})).toEqual({ visitors: 2 })
    expect(performance.now() - begin).toBeGreaterThan(950)
  })

  test('retryAfterTooLong_failsAtOnce', async () => {
    server.contexts['global'] = () =>
      refusal(503, 'UNAVAILABLE', { 'Retry-After': new Date(Date.now() + 3_600_000).toUTCString() })
    const error = await open().fetch(globalContext, {}).catch((error: unknown) => error)
    expect(error).toMatchObject({ code: 'UNAVAILABLE' })
    expect(server.reads('global')).toHaveLength(1)
  })

  test('noServer_network', async () => {
    const client = open()
    await server.stop()
    const error = await client.fetch(globalContext, {}).catch((error: unknown) => error)
    expect(error).toBeInstanceOf(MizanError)
    expect(error).toMatchObject({ status: 0, code: 'NETWORK' })
  })

  test('serverRestartedMeanwhile_readSucceeds', async () => {
    const client = open({ retry: { times: 2, delay: () => 100 } })
    const port = server.port
    await server.stop()
    const read = client.fetch(globalContext, {})
    await pause(50)
    server = new TestServer(port)
    server.contexts['global'] = () => ({ visitors: 7 })
    expect(await read).toEqual({ visitors: 7 })
  })

  test('answerOfSomethingElse_badAnswer', async () => {
    server.contexts['global'] = () => new Response('<h1>Sign in</h1>', { headers: { 'Content-Type': 'text/html' } })
    const error = await open().fetch(globalContext, {}).catch((error: unknown) => error)
    expect(error).toMatchObject({ status: 200, code: 'BAD_ANSWER' })
  })

  test('givenUp_abortedAndServerHearsOfIt', async () => {
    const { opened, open: go } = gate()
    server.contexts['global'] = async () => (await opened, { visitors: 1 })
    const client = open()
    const controller = new AbortController()
    const read = client.fetch(globalContext, {}, { signal: controller.signal })
    await until(() => server.reads('global').length === 1)
    controller.abort()
    expect(await read.catch((error: unknown) => error)).toMatchObject({ code: 'ABORTED', status: 0 })
    await until(() => client.context(globalContext, {}).state().status === 'idle')
    go()
    expect(await client.fetch(globalContext, {}, { signal: controller.signal }).catch((e: unknown) => e)).toMatchObject({
      code: 'ABORTED',
    })
    expect(server.reads('global')).toHaveLength(1)
  })

  test('oneOfTwoGivesUp_otherGetsTheAnswer', async () => {
    const { opened, open: go } = gate()
    server.contexts['global'] = async () => (await opened, { visitors: 1 })
    const client = open()
    const controller = new AbortController()
    const first = client.fetch(globalContext, {}, { signal: controller.signal }).catch(() => 'given up')
    const second = client.fetch(globalContext, {})
    await until(() => server.reads('global').length === 1)
    controller.abort()
    expect(await first).toBe('given up')
    await pause(10)
    go()
    expect(await second).toEqual({ visitors: 1 })
    expect(server.reads('global')).toHaveLength(1)
  })
})

describe('mounting', () => {
  test('unmountedAndMountedInOneTick_oneRequest', async () => {
    server.contexts['global'] = () => ({ visitors: 1 })
    const handle = open().context(globalContext, {})
    handle.subscribe(() => {})()
    handle.subscribe(() => {})
    await until(() => handle.state().status === 'success')
    expect(server.reads('global')).toHaveLength(1)
  })

  test('unmountedForGood_requestIsAborted', async () => {
    let aborted = false
    server.contexts['global'] = () => ({ visitors: 1 })
    const client = open({
      fetch: (url, init) => {
        init?.signal?.addEventListener('abort', () => (aborted = true))
        return fetch(url, init)
      },
    })
    const { opened, open: go } = gate()
    server.contexts['global'] = async () => (await opened, { visitors: 1 })
    const handle = client.context(globalContext, {})
    const unmount = handle.subscribe(() => {})
    await until(() => server.reads('global').length === 1)
    unmount()
    await until(() => aborted)
    go()
    // Whoever comes next is not confused by the abort.
    server.contexts['global'] = () => ({ visitors: 2 })
    await mount(handle)
    expect(handle.state()).toMatchObject({ status: 'success', data: { visitors: 2 } })
  })

  test('mountedWhileAbortIsUnderWay_isFetched', async () => {
    server.contexts['global'] = async () => (await pause(30), { visitors: 1 })
    const handle = open().context(globalContext, {})
    const unmount = handle.subscribe(() => {})
    await pause(10)
    unmount()
    await pause(1)
    for (let i = 0; i < 5; i++) await Promise.resolve()
    handle.subscribe(() => {})
    await until(() => handle.state().status === 'success')
  })

  test('mountedAgainLater_oldDataAtOnceThenNew', async () => {
    let n = 0
    server.contexts['global'] = () => ({ visitors: ++n })
    const handle = open().context(globalContext, {})
    const unmount = await mount(handle)
    unmount()
    await pause(10)
    const seen: unknown[] = []
    handle.subscribe(() => seen.push([handle.state().data?.visitors, handle.state().fetching]))
    await until(() => handle.state().data?.visitors === 2)
    expect(seen).toEqual([
      [1, true],
      [2, false],
    ])
  })

  test('fetchedAhead_mountsWithoutRequest', async () => {
    server.contexts['global'] = () => ({ visitors: 1 })
    const client = open()
    await client.fetch(globalContext, {})
    const handle = client.context(globalContext, {})
    expect(handle.state().status).toBe('success')
    await mount(handle)
    await pause(10)
    expect(server.reads('global')).toHaveLength(1)
  })

  test('keptNoLongerThanSaid', async () => {
    server.contexts['global'] = () => ({ visitors: 1 })
    const client = open({ keep: 20 })
    await client.fetch(globalContext, {})
    await pause(60)
    expect(client.context(globalContext, {}).state().status).toBe('idle')
  })

  test('failed_thenRefetched', async () => {
    let n = 0
    server.contexts['global'] = () => (++n === 1 ? refusal(403, 'FORBIDDEN') : { visitors: n })
    const handle = open().context(globalContext, {})
    await mount(handle)
    const failed = handle.state()
    expect(failed).toMatchObject({ status: 'error', data: undefined, fetching: false })
    expect(failed.error?.code).toBe('FORBIDDEN')
    await failed.refetch()
    expect(handle.state()).toMatchObject({ status: 'success', data: { visitors: 2 }, error: undefined })
  })

  test('refetchFails_keepsOldData', async () => {
    let n = 0
    server.contexts['global'] = () => (++n === 1 ? { visitors: 1 } : refusal(403, 'FORBIDDEN'))
    const handle = open().context(globalContext, {})
    await mount(handle)
    await handle.refetch()
    expect(handle.state()).toMatchObject({ status: 'error', data: { visitors: 1 } })
  })

  test('refetchedTwiceAtOnce_oneRequest', async () => {
    server.contexts['global'] = () => ({ visitors: 1 })
    const handle = open().context(globalContext, {})
    await mount(handle)
    await Promise.all([handle.refetch(), handle.state().refetch()])
    expect(server.reads('global')).toHaveLength(2)
  })

  test('unchangedMembers_stayTheSameObjects', async () => {
    let n = 0
    server.contexts['user'] = () => ({ userOrders: [{ id: 1 }], userProfile: { name: `n${++n > 2 ? 2 : n}` } })
    const handle = open().context(userContext, { userId: 5 })
    await mount(handle)
    const first = handle.state().data
    await handle.refetch()
    const second = handle.state().data
    expect(second?.userOrders).toBe(first?.userOrders as never)
    expect(second?.userProfile).toMatchObject({ name: 'n2' })
    await handle.refetch()
    expect(handle.state().data).toBe(second)
  })
})

describe('events', () => {
  test('tellWhatHappens_inOrder', async () => {
    let n = 0
    server.contexts['user'] = () => (++n === 3 ? refusal(400, 'BAD_REQUEST') : { userProfile: n, userOrders: [] })
    server.functions['rename'] = () => stale(null, { context: 'user', params: { userId: 5 } })
    const client = open({ csrf: false })
    const events: MizanEvent[] = []
    const stop = client.events((event) => events.push(event))
    const handle = client.context(userContext, { userId: 5 })
    const unmount = await mount(handle)
    await rename(client, { userId: 5, name: 'Ada' })
    await until(() => events.some(({ type }) => type === 'refetched'))
    await handle.refetch()
    unmount()
    await pause(5)
    stop()
    await client.fetch(userContext, { userId: 6 })
    const which = { context: 'user', params: { userId: '5' } }
    const target = { context: 'user', params: { userId: 5 } }
    expect(events).toEqual([
      { type: 'mounted', ...which },
      { type: 'fetched', ...which },
      { type: 'called', fn: 'rename' },
      { type: 'invalidated', targets: [target], source: 'call', by: 'rename' },
      { type: 'outdated', ...which, target, source: 'call', by: 'rename' },
      { type: 'refetched', ...which },
      { type: 'failed', ...which, error: expect.any(MizanError) as never },
      { type: 'unmounted', ...which },
    ])
  })
})

describe('two clients', () => {
  test('haveNothingInCommon', async () => {
    const other = new TestServer()
    server.contexts['global'] = () => ({ visitors: 1 })
    other.contexts['global'] = () => ({ visitors: 2 })
    server.functions['resetAll'] = () => stale(null, '*')
    server.csrf = 'one'
    other.csrf = 'two'
    other.functions['resetAll'] = () => null
    const [a, b] = [open(cookieJar()), open({ base: other.base, ...cookieJar() })]
    const [first, second] = [a.context(globalContext, {}), b.context(globalContext, {})]
    await mount(first)
    await mount(second)
    expect([first.state().data?.visitors, second.state().data?.visitors]).toEqual([1, 2])
    await a.call('resetAll', {})
    await until(() => server.reads('global').length === 2)
    await b.call('resetAll', {})
    a.close()
    await pause(10)
    expect(other.reads('global')).toHaveLength(1)
    expect([server.sessions().length, other.sessions().length]).toEqual([1, 1])
    await second.refetch()
    expect(other.reads('global')).toHaveLength(2)
    await other.stop()
  })

  test('closedOne_refuses', async () => {
    const client = open()
    client.close()
    expect(await client.fetch(globalContext, {}).catch((e: unknown) => e)).toMatchObject({ code: 'ABORTED' })
    expect(await client.call('rename', {}).catch((e: unknown) => e)).toMatchObject({ code: 'ABORTED' })
    const handle = client.context(globalContext, {})
    await mount(handle)
    expect(handle.state()).toMatchObject({ status: 'error', error: { code: 'ABORTED' } })
    expect(server.seen).toHaveLength(0)
  })

  test('closedMeanwhile_nobodyWaitsForEver', async () => {
    const { opened, open: go } = gate()
    server.contexts['global'] = async () => (await opened, { visitors: 1 })
    server.contexts['user'] = server.contexts['global']
    const client = open()
    const mounted = client.context(globalContext, {})
    mounted.subscribe(() => {})
    const fetched = client.fetch(userContext, { userId: 5 }).catch((error: unknown) => error)
    await until(() => server.seen.length === 2)
    client.close()
    expect(await fetched).toMatchObject({ code: 'ABORTED' })
    await until(() => mounted.state().status === 'error')
    go()
    expect(server.seen).toHaveLength(2)
  })
})

describe('somebody else asks', () => {
  test('forget_dropsWhatIsShownAtOnce_andFetchesIt', async () => {
    let who = 'ada'
    server.contexts['user'] = () => ({ userProfile: { name: who }, userOrders: [] })
    const client = open()
    const handle = client.context(userContext, { userId: 5 })
    await mount(handle)
    who = 'bob'
    client.forget()
    expect(handle.state()).toMatchObject({ data: undefined, error: undefined })
    await until(() => handle.state().status === 'success')
    expect(handle.state().data?.userProfile.name).toBe('bob')
    expect(server.reads('user')).toHaveLength(2)
  })

  test('forget_dropsWhatNobodyHasMounted', async () => {
    let who = 'ada'
    server.contexts['user'] = () => ({ userProfile: { name: who }, userOrders: [] })
    const client = open()
    const handle = client.context(userContext, { userId: 5 })
    ;(await mount(handle))()
    who = 'bob'
    client.forget()
    expect(handle.state().data).toBeUndefined()
    const seen: unknown[] = []
    handle.subscribe(() => seen.push(handle.state().data?.userProfile.name))
    await until(() => handle.state().status === 'success')
    expect(seen).not.toContain('ada')
  })

  test('forget_dropsTheAnswerThatIsUnderWay', async () => {
    const first = gate<unknown>()
    let n = 0
    server.contexts['user'] = () => (++n === 1 ? first.opened : { userProfile: { name: 'bob' }, userOrders: [] })
    const client = open()
    const handle = client.context(userContext, { userId: 5 })
    const seen: unknown[] = []
    handle.subscribe(() => seen.push(handle.state().data?.userProfile.name))
    await until(() => n === 1)
    client.forget()
    first.open({ userProfile: { name: 'ada' }, userOrders: [] })
    await until(() => handle.state().status === 'success')
    expect(handle.state().data?.userProfile.name).toBe('bob')
    expect(seen).not.toContain('ada')
  })
})
