import { afterEach, beforeEach, describe, expect, test } from 'bun:test'
import { createClient, globalContext, ordersContext, rename, userContext } from '../example'
import type { Client, ClientOptions } from '../example'
import { broadcast, cookieJar, hydration, mwt, recovery, tokens } from '../example/runtime'
import type { ContextHandle, Token } from '../example/runtime'
import { gate, pause, refusal, stale, TestServer, until } from '../fixture/server'

let server: TestServer
let clients: Client[]

beforeEach(() => {
  server = new TestServer()
  server.contexts['global'] = () => ({ visitors: 1 })
  server.contexts['user'] = () => ({ userOrders: [], userProfile: { name: 'fetched' } })
  server.functions['rename'] = () => stale(null, 'global')
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

async function mount(handle: ContextHandle<object>): Promise<void> {
  handle.subscribe(() => {})
  await until(() => !handle.state().fetching)
}

const ada = { userId: 5, name: 'Ada' }

describe('tokens', () => {
  function issuer(life: number): { readonly source: () => Promise<Token>; readonly issued: () => number } {
    let n = 0
    const source = async (): Promise<Token> => {
      await pause(5)
      return { token: `t${++n}`, expiresAt: new Date(Date.now() + life).toISOString() }
    }
    return { source, issued: () => n }
  }

  test('concurrentRequests_oneTokenAndNoSession', async () => {
    const { source, issued } = issuer(60_000)
    const client = open({ extras: [tokens(source)] })
    await Promise.all([client.fetch(globalContext, {}), client.fetch(userContext, { userId: 5 }), rename(client, ada)])
    expect(issued()).toBe(1)
    expect(server.seen.map(({ headers }) => headers.get('Authorization'))).toEqual(Array(3).fill('Bearer t1'))
    expect(server.sessions()).toHaveLength(0)
  })

  test('renewedBeforeItsEnd_onceForAll', async () => {
    const { source, issued } = issuer(200)
    const client = open({ extras: [tokens(source, { early: 150 })] })
    await rename(client, ada)
    await pause(120)
    await Promise.all([rename(client, ada), rename(client, ada)])
    expect(issued()).toBe(2)
    expect(server.calls('rename').map(({ headers }) => headers.get('Authorization'))).toEqual([
      'Bearer t1',
      'Bearer t2',
      'Bearer t2',
    ])
  })

  test('renewalFails_oldOneIsUsedWhileItLives', async () => {
    let n = 0
    const client = open({
      extras: [
        tokens(async () => {
          if (++n > 1) throw new Error('issuer is down')
          return { token: 't1', expiresAt: Date.now() + 1000 }
        }, { early: 999 }),
      ],
    })
    await rename(client, ada)
    await pause(550)
    await rename(client, ada)
    expect(n).toBe(2)
    await pause(500)
    const error = await rename(client, ada).catch((error: unknown) => error)
    expect(error).toMatchObject({ code: 'NETWORK', cause: { message: 'issuer is down' } })
    expect(server.calls('rename')).toHaveLength(2)
  })

  test('refusedOnce_isReplacedAndRepeated', async () => {
    const { source, issued } = issuer(60_000)
    const client = open({ extras: [tokens(source, { header: 'X-Key', prefix: '' })] })
    server.contexts['global'] = (_, { headers }) =>
      headers.get('X-Key') === 't2' ? { visitors: 2 } : refusal(401, 'UNAUTHORIZED')
    expect(await client.fetch(globalContext, {})).toEqual({ visitors: 2 })
    expect(issued()).toBe(2)
    expect(server.reads('global')).toHaveLength(2)
  })

  test('manyRefusedAtOnce_oneNewToken', async () => {
    const { source, issued } = issuer(60_000)
    const client = open({ extras: [tokens(source)] })
    let refusals = 0
    server.contexts['user'] = async (_, { headers }) => {
      if (headers.get('Authorization') !== 'Bearer t1') return { userOrders: [], userProfile: { name: 'known' } }
      // The second refusal arrives when the new token is there.
      await pause(40 * refusals++)
      return refusal(401, 'UNAUTHORIZED')
    }
    const ids = [1, 2, 3]
    await Promise.all(ids.map((userId) => client.fetch(userContext, { userId })))
    expect(issued()).toBe(2)
  })

  test('forget_nextRequestHasAnotherToken', async () => {
    const { source } = issuer(60_000)
    const client = open({ extras: [tokens(source)] })
    await rename(client, ada)
    client.forget()
    await rename(client, ada)
    expect(server.calls('rename').map(({ headers }) => headers.get('Authorization'))).toEqual(['Bearer t1', 'Bearer t2'])
  })

  test('forget_tokenThatIsUnderWay_isNobodysElse', async () => {
    const first = gate<Token>()
    let n = 0
    const source = (): Promise<Token> =>
      ++n === 1 ? first.opened : Promise.resolve({ token: 'bob', expiresAt: Date.now() + 60_000 })
    const client = open({ extras: [tokens(source)] })
    const former = rename(client, ada)
    await until(() => n === 1)
    client.forget()
    await rename(client, ada)
    first.open({ token: 'ada', expiresAt: Date.now() + 60_000 })
    await former
    await rename(client, ada)
    expect(server.calls('rename').map(({ headers }) => headers.get('Authorization'))).toEqual([
      'Bearer bob',
      'Bearer ada',
      'Bearer bob',
    ])
  })

  test('refusedByRole_tokenStays', async () => {
    const { source, issued } = issuer(60_000)
    const client = open({ extras: [tokens(source)] })
    server.functions['rename'] = () => refusal(403, 'FORBIDDEN')
    expect(await rename(client, ada).catch((error: unknown) => error)).toMatchObject({ code: 'FORBIDDEN' })
    expect([issued(), server.calls('rename').length]).toEqual([1, 1])
  })

  test('clockOfTheBrowserIsWrong_tokenIsNotRenewedEachTime', async () => {
    const { source, issued } = issuer(-3_600_000)
    const client = open({ extras: [tokens(source)] })
    await client.fetch(globalContext, {})
    await client.fetch(globalContext, {})
    expect(issued()).toBe(1)
  })

  test('mwt_isHadForTheSession', async () => {
    server.csrf = 'c1'
    let n = 0
    server.functions['mwtObtain'] = () => ({ token: `m${++n}`, expiresAt: new Date(Date.now() + 300_000).toISOString() })
    const client = open({ extras: [mwt()], ...cookieJar() })
    await client.fetch(globalContext, {})
    await rename(client, ada)
    expect(n).toBe(1)
    const [obtained] = server.calls('mwtObtain')
    expect([obtained?.headers.get('X-XSRF-TOKEN'), obtained?.headers.get('X-Mizan-Token')]).toEqual(['c1', null])
    expect(server.reads('global')[0]?.headers.get('X-Mizan-Token')).toBe('m1')
    expect(server.calls('rename')[0]?.headers.get('X-Mizan-Token')).toBe('m1')
    expect(server.calls('rename')[0]?.headers.has('X-XSRF-TOKEN')).toBe(false)
  })
})

describe('broadcast', () => {
  test('otherTab_refetchesOnce_withoutEcho', async () => {
    const [here, there, elsewhere, apart] = [
      open({ extras: [broadcast()] }),
      open({ extras: [broadcast()] }),
      open({ extras: [broadcast('another')] }),
      open(),
    ]
    const events: string[] = []
    for (const client of [here, there, elsewhere, apart]) {
      await mount(client.context(globalContext, {}))
      client.events((event) => {
        if (event.type === 'invalidated') events.push(`${clients.indexOf(client)} ${event.source} ${event.by}`)
      })
    }
    server.seen.length = 0
    await rename(here, ada)
    await until(() => events.length === 2)
    await pause(60)
    expect(events).toEqual(['0 call rename', '1 tab rename'])
    expect(server.reads('global')).toHaveLength(2)
  })

  test('applicationSaysSo_otherTabHears', async () => {
    const [here, there] = [open({ extras: [broadcast()] }), open({ extras: [broadcast()] })]
    await mount(there.context(globalContext, {}))
    server.seen.length = 0
    here.invalidate(['*'])
    await until(() => server.reads('global').length === 1)
  })

  test('closed_hearsNothing', async () => {
    const [here, there] = [open({ extras: [broadcast()] }), open({ extras: [broadcast()] })]
    const events: unknown[] = []
    there.events((event) => events.push(event))
    there.close()
    here.invalidate(['*'])
    await pause(40)
    expect(events).toEqual([])
  })

  test('nonsenseOnTheChannel_isIgnored', async () => {
    const client = open({ extras: [broadcast()] })
    const events: unknown[] = []
    client.events((event) => events.push(event))
    const channel = new BroadcastChannel(`mizan::${server.base}`)
    for (const message of [null, 5, {}, { targets: 'user' }, { targets: [5] }]) channel.postMessage(message)
    channel.postMessage({ targets: ['user'], by: 5 })
    await until(() => events.length > 0)
    channel.close()
    expect(events).toEqual([{ type: 'invalidated', targets: ['user'], source: 'tab' }])
  })
})

describe('hydration', () => {
  const page = {
    contexts: {
      user: [
        { params: { userId: 5 }, data: { userOrders: [], userProfile: { name: 'rendered 5' } } },
        { params: { userId: 6 }, data: { userOrders: [], userProfile: { name: 'rendered 6' } } },
      ],
      orders: [{ params: { userId: 5 }, data: { orderPage: [] } }],
    },
  }

  test('renderedContexts_needNoRequest', async () => {
    const client = open({ extras: [hydration(page)] })
    const user = client.context(userContext, { userId: 5 })
    const orders = client.context(ordersContext, { userId: 5, page: 0 })
    expect(user.state()).toMatchObject({ status: 'success', data: { userProfile: { name: 'rendered 5' } } })
    expect(orders.state().status).toBe('success')
    await mount(user)
    await mount(orders)
    await pause(10)
    expect(server.seen).toHaveLength(0)
    await mount(client.context(userContext, { userId: 7 }))
    expect(server.seen).toHaveLength(1)
  })

  test('pageOfTheWindow_isRead', () => {
    const holder = globalThis as { __MIZAN_SSR_DATA__?: unknown }
    holder.__MIZAN_SSR_DATA__ = { props: {}, ...page }
    try {
      expect(open({ extras: [hydration()] }).context(userContext, { userId: 6 }).state().status).toBe('success')
    } finally {
      delete holder.__MIZAN_SSR_DATA__
    }
    expect(open({ extras: [hydration()] }).context(userContext, { userId: 6 }).state().status).toBe('idle')
  })

  test('forgotten_isNotTakenFromThePageAgain', async () => {
    const client = open({ extras: [hydration(page)], keep: 10 })
    const handle = client.context(userContext, { userId: 5 })
    expect(handle.state().status).toBe('success')
    await until(() => handle.state().status === 'idle')
  })

  test('outdated_isFetched', async () => {
    const client = open({ extras: [hydration(page)] })
    const five = client.context(userContext, { userId: 5 })
    await mount(five)
    // 6 has not been looked at yet, so it is outdated without anybody having asked.
    client.invalidate(['user'])
    await until(() => five.state().data?.userProfile.name === 'fetched')
    const six = client.context(userContext, { userId: 6 })
    await mount(six)
    expect(six.state().data?.userProfile.name).toBe('fetched')
    expect(server.seen).toHaveLength(2)
  })
})

describe('recovery', () => {
  test('onlineOrLookedAtAgain_failedAndOutdatedOnly', async () => {
    const events = new EventTarget()
    const page = Object.assign(new EventTarget(), { visibilityState: 'visible', cookie: '' })
    const globals = globalThis as Record<string, unknown>
    globals['window'] = events
    globals['document'] = page
    try {
      const client = open({ extras: [recovery()] })
      const global = client.context(globalContext, {})
      const user = client.context(userContext, { userId: 5 })
      server.contexts['user'] = () => refusal(500, 'INTERNAL_ERROR')
      await mount(global)
      await mount(user)
      server.seen.length = 0
      events.dispatchEvent(new Event('online'))
      await until(() => server.reads('user').length === 3 && !user.state().fetching)
      page.visibilityState = 'hidden'
      page.dispatchEvent(new Event('visibilitychange'))
      await pause(20)
      expect(server.seen).toHaveLength(3)
      server.contexts['user'] = () => ({ userOrders: [], userProfile: { name: 'back' } })
      page.visibilityState = 'visible'
      page.dispatchEvent(new Event('visibilitychange'))
      await until(() => user.state().status === 'success')
      page.dispatchEvent(new Event('visibilitychange'))
      await pause(20)
      expect(server.seen).toHaveLength(4)
      expect(server.reads('global')).toHaveLength(0)
      client.close()
      events.dispatchEvent(new Event('online'))
    } finally {
      delete globals['window']
      delete globals['document']
    }
  })
})
