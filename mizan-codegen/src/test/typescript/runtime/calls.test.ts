import { afterEach, beforeEach, describe, expect, test } from 'bun:test'
import { createClient, fetchGlobalContext, MizanError, pay, rename } from '../example'
import type { Client, ClientOptions } from '../example'
import { cookieJar } from '../example/runtime'
import { createServerClient } from '../example/server'
import { gate, pause, refusal, TestServer, until } from '../fixture/server'

let server: TestServer
let clients: Client[]

beforeEach(() => {
  server = new TestServer()
  server.functions['rename'] = () => null
  clients = []
})

afterEach(async () => {
  for (const client of clients) client.close()
  await server.stop()
})

function open(options: ClientOptions = {}): Client {
  const client = createClient({ base: server.base, retry: { delay: () => 1 }, ...cookieJar(), ...options })
  clients.push(client)
  return client
}

const ada = { userId: 5, name: 'Ada' }

async function failureOf(promise: Promise<unknown>): Promise<MizanError> {
  const error = await promise.then(() => undefined, (error: unknown) => error)
  if (!(error instanceof MizanError)) throw new Error(`not a MizanError: ${error}`)
  return error
}

describe('call', () => {
  test('argumentsAndResult_areJson', async () => {
    server.functions['pay'] = ({ orderId, payment }) => ({ id: orderId, payment, shipping: 'EXPRESS', total: '10.50' })
    const order = await pay(open(), { orderId: 7, payment: { type: 'card', last4: '4242' } })
    expect(order.payment).toEqual({ type: 'card', last4: '4242' })
    const [call] = server.calls('pay')
    expect(call?.body).toEqual({ fn: 'pay', args: { orderId: 7, payment: { type: 'card', last4: '4242' } } })
    expect(call?.headers.get('Content-Type')).toStartWith('application/json')
  })

  test('serverFails_isNotRepeated', async () => {
    server.functions['rename'] = () => refusal(500, 'INTERNAL_ERROR')
    expect(await failureOf(rename(open(), ada))).toMatchObject({ status: 500, code: 'INTERNAL_ERROR' })
    expect(server.calls('rename')).toHaveLength(1)
  })

  test('networkFails_isNotRepeated', async () => {
    let sent = 0
    const client = open({
      csrf: false,
      fetch: async () => {
        sent++
        throw new TypeError('cut')
      },
    })
    expect(await failureOf(rename(client, ada))).toMatchObject({ status: 0, code: 'NETWORK' })
    expect(sent).toBe(1)
  })

  test('validation_fieldsByPath', async () => {
    const fields = {
      name: [{ message: 'must not be blank', constraint: 'NotBlank' }, { message: 'too short', constraint: 'Size' }],
      'address.zip': [{ message: 'bad', constraint: 'Pattern' }],
    }
    server.functions['rename'] = () => refusal(422, 'VALIDATION_FAILED', {}, { fields })
    const error = await failureOf(rename(open(), ada))
    expect(error.fields).toEqual({ name: ['must not be blank', 'too short'], 'address.zip': ['bad'] })
    expect(error.details).toEqual({ fields })
    expect({ ...error, name: error.name, message: error.message }).toMatchObject({
      name: 'MizanError',
      message: 'VALIDATION_FAILED!',
      status: 422,
      id: 'log-1',
    })
    expect(new MizanError(0, 'NETWORK', '').fields).toEqual({})
  })

  test('givenUpBefore_isNotSent', async () => {
    expect((await failureOf(rename(open(), ada, { signal: AbortSignal.abort() }))).code).toBe('ABORTED')
    expect(server.seen).toHaveLength(0)
  })

  test('staleClient_isToldOnce', async () => {
    const told: MizanError[] = []
    server.functions['rename'] = () => refusal(409, 'STALE_CLIENT')
    server.contexts['global'] = () => refusal(409, 'STALE_CLIENT')
    const client = open({ onStaleClient: (error) => told.push(error) })
    const events: string[] = []
    client.events(({ type }) => events.push(type))
    expect((await failureOf(rename(client, ada))).code).toBe('STALE_CLIENT')
    expect((await failureOf(fetchGlobalContext(client))).code).toBe('STALE_CLIENT')
    expect(told.map(({ code }) => code)).toEqual(['STALE_CLIENT'])
    expect(events).toEqual(['stale-client', 'called', 'failed'])
  })

  test('listenerThrows_nobodyElseNotices', async () => {
    const script = `
      import { createClient } from './example'
      process.on('uncaughtException', (error) => console.log(error.message))
      const client = createClient({ fetch: async () => Response.json({ result: 5 }), csrf: false })
      client.events(() => { throw new Error('its own fault') })
      console.log(await client.call('f', {}))`
    const run = Bun.spawnSync([process.execPath, '-e', script], { cwd: `${import.meta.dir}/..` })
    expect(run.stdout.toString().trim().split('\n').sort()).toEqual(['5', 'its own fault'])
  })
})

describe('session', () => {
  test('readOnly_noSession', async () => {
    server.contexts['global'] = () => ({ visitors: 1 })
    await fetchGlobalContext(open())
    expect(server.sessions()).toHaveLength(0)
  })

  test('manyCalls_oneSession', async () => {
    server.csrf = 't1'
    const client = open()
    await Promise.all(Array.from({ length: 5 }, () => rename(client, ada)))
    await rename(client, ada)
    expect(server.sessions()).toHaveLength(1)
    expect(server.calls('rename').map(({ headers }) => headers.get('X-XSRF-TOKEN'))).toEqual(Array(6).fill('t1'))
  })

  test('sessionFails_nextCallTriesAgain', async () => {
    server.csrf = 't1'
    const working = server.session
    server.session = () => refusal(500, 'INTERNAL_ERROR')
    const client = open()
    const failures = await Promise.all([failureOf(rename(client, ada)), failureOf(rename(client, ada))])
    expect(failures.map(({ code }) => code)).toEqual(['INTERNAL_ERROR', 'INTERNAL_ERROR'])
    expect(server.sessions()).toHaveLength(3)
    expect(server.calls('rename')).toHaveLength(0)
    server.session = working
    expect(await rename(client, ada)).toBeNull()
  })

  test('sessionFailsOnce_isRepeated', async () => {
    server.csrf = 't1'
    const working = server.session
    server.session = () => {
      server.session = working
      return refusal(503, 'UNAVAILABLE')
    }
    expect(await rename(open(), ada)).toBeNull()
    expect(server.sessions()).toHaveLength(2)
  })

  test('expired_oneNewSessionAndOneRepetition', async () => {
    server.csrf = 't1'
    const client = open()
    await rename(client, ada)
    server.csrf = 't2'
    let ran = 0
    server.functions['rename'] = () => {
      ran++
      return null
    }
    await Promise.all([rename(client, ada), rename(client, ada), rename(client, ada)])
    expect(ran).toBe(3)
    expect(server.sessions()).toHaveLength(2)
    expect(server.calls('rename')).toHaveLength(1 + 3 + 3)
  })

  test('forget_nextCallAsksForItsSession', async () => {
    server.csrf = 't1'
    const client = open()
    await rename(client, ada)
    server.csrf = 't2'
    client.forget()
    await rename(client, ada)
    expect(server.sessions()).toHaveLength(2)
    expect(server.calls('rename')).toHaveLength(2)
  })

  test('refusedByRole_runsNotTwice', async () => {
    server.csrf = 't1'
    let ran = 0
    server.functions['rename'] = () => {
      ran++
      return refusal(403, 'FORBIDDEN')
    }
    expect((await failureOf(rename(open(), ada))).code).toBe('FORBIDDEN')
    expect(ran).toBe(1)
    // A new session would not change a role.
    expect(server.sessions()).toHaveLength(1)
  })

  test('refusedAfterCommit_runsNotTwice', async () => {
    server.csrf = 't1'
    let ran = 0
    server.functions['rename'] = () => {
      ran++
      server.csrf = 't2'
      return refusal(403, 'FORBIDDEN', { 'X-Mizan-Invalidate': 'user' }, { reason: 'csrf' })
    }
    expect((await failureOf(rename(open(), ada))).code).toBe('FORBIDDEN')
    expect(ran).toBe(1)
  })

  test('stillRefused_onlyOneRepetition', async () => {
    server.csrf = 't0'
    const client = open()
    await rename(client, ada)
    let n = 0
    server.session = () =>
      Response.json(
        { caller: null, csrf: { cookie: 'XSRF-TOKEN', header: 'X-XSRF-TOKEN' } },
        { headers: { 'Set-Cookie': `XSRF-TOKEN=never${++n}` } },
      )
    server.csrf = 'unreachable'
    expect((await failureOf(rename(client, ada))).code).toBe('FORBIDDEN')
    expect(server.calls('rename')).toHaveLength(3)
  })

  test('namesOfTheApplication_areUsed', async () => {
    server.csrf = 't1'
    server.session = () => new Response('{}', { headers: { 'Set-Cookie': 'ours=t9; Path=/' } })
    await failureOf(rename(open({ csrf: { cookie: 'ours', header: 'X-Ours' } }), ada))
    expect(server.calls('rename')[0]?.headers.get('X-Ours')).toBe('t9')
  })

  test('nobody_needsNoToken', async () => {
    await rename(open(), ada)
    expect(server.calls('rename')[0]?.headers.has('X-XSRF-TOKEN')).toBe(false)
  })

  test('serverClient_keepsTheSession', async () => {
    server.csrf = 't1'
    const inner = server.session
    server.session = () => {
      const response = inner()
      response.headers.append('Set-Cookie', 'JSESSIONID=s1; Path=/; HttpOnly')
      return response
    }
    const mizan = createServerClient({ base: server.base })
    clients.push(mizan.client)
    await mizan.rename(ada)
    expect(server.calls('rename')[0]?.headers.get('Cookie')).toBe('XSRF-TOKEN=t1; JSESSIONID=s1')
  })

  test('cookieJar_forgetsWhatTheServerEnds', async () => {
    const answers = ['a=1; Path=/', 'a=; Max-Age=0', '']
    const cookies: (string | null)[] = []
    const { fetch: send } = cookieJar(async (_url, init) => {
      cookies.push(new Headers(init?.headers).get('Cookie'))
      return new Response('', { headers: { 'Set-Cookie': answers.shift() ?? '' } })
    })
    await send('http://x/', { headers: { Cookie: 'own=1' } })
    await send('http://x/', { headers: { Cookie: 'own=1' } })
    await send('http://x/')
    expect(cookies).toEqual(['own=1', 'own=1; a=1', null])
  })
})

describe('outside browsers', () => {
  test('importNeedsNoWindow_andLeavesNothingRunning', async () => {
    server.contexts['global'] = () => ({ visitors: 1 })
    const script = `
      if (typeof window !== 'undefined' || typeof document !== 'undefined') throw new Error('a browser?')
      const before = Object.getOwnPropertyNames(globalThis).join()
      const { createClient, fetchGlobalContext } = await import('./example')
      const { broadcast, hydration, recovery } = await import('./example/runtime')
      await import('./example/runtime/react')
      if (Object.getOwnPropertyNames(globalThis).join() !== before) throw new Error('a global was added')
      const client = createClient({ base: '${server.base}', extras: [broadcast(), hydration(), recovery()] })
      console.log(JSON.stringify(await fetchGlobalContext(client)))`
    // Ends by itself long before contexts are forgotten, or the test fails by its time-out.
    const run = Bun.spawn([process.execPath, '--tsconfig-override', './tsconfig.json', '-e', script], {
      cwd: `${import.meta.dir}/..`,
      stderr: 'pipe',
    })
    expect(await new Response(run.stderr).text()).toBe('')
    expect(await new Response(run.stdout).text()).toBe('{"visitors":1}\n')
    expect(await run.exited).toBe(0)
  })

  test('baseWithSlash_isTheSame', () => {
    expect(open({ base: '/other/api//' }).base).toBe('/other/api')
    expect(createClient().base).toBe('/api/mizan')
  })

  test('sessionUnderWay_givingUpOneCallLeavesTheOther', async () => {
    server.csrf = 't1'
    const { opened, open: go } = gate()
    const inner = server.session
    const answered = opened.then(() => inner())
    server.session = () => answered as never
    const client = open()
    const controller = new AbortController()
    const first = failureOf(rename(client, ada, { signal: controller.signal }))
    const second = rename(client, ada)
    await until(() => server.sessions().length === 1)
    controller.abort()
    expect((await first).code).toBe('ABORTED')
    go()
    expect(await second).toBeNull()
    await pause(5)
  })
})
