import { page, Boundary } from './render'
import type { Page } from './render'
import { afterEach, beforeEach, describe, expect, spyOn, test } from 'bun:test'
import { memo, StrictMode, Suspense, useState, version } from 'react'
import type { ReactNode } from 'react'
import { createClient, fetchUserContext, ordersContext } from '../example'
import type { Client, ClientOptions } from '../example'
import {
  GlobalContext,
  MizanProvider,
  OrdersContext,
  useGlobalContext,
  useMizan,
  useOrdersContext,
  useRename,
  useResetAll,
  UserContext,
  useSuspenseUserProfile,
  useUserContext,
  useUserOrders,
  useUserProfile,
  useVisitors,
} from '../example/react'
import { hydration } from '../example/runtime'
import { gate, pause, refusal, stale, TestServer, until } from '../fixture/server'

const { renderToString } = await import('react-dom/server')

let server: TestServer
let clients: Client[]
let pages: Page[]
let silenced: ReturnType<typeof spyOn> | undefined

beforeEach(() => {
  server = new TestServer()
  server.contexts['user'] = ({ userId }) => ({ userOrders: [], userProfile: { name: `user ${userId}` } })
  server.contexts['global'] = () => ({ visitors: 1 })
  clients = []
  pages = []
})

afterEach(async () => {
  silenced?.mockRestore()
  silenced = undefined
  for (const page of pages) page.unmount()
  for (const client of clients) client.close()
  await server.stop()
})

function open(options: ClientOptions = {}): Client {
  const client = createClient({ base: server.base, csrf: false, retry: { delay: () => 1 }, ...options })
  clients.push(client)
  return client
}

function show(node: ReactNode, client = open(), html = ''): Page {
  const shown = page(html)
  pages.push(shown)
  shown.render(<MizanProvider client={client}>{node}</MizanProvider>)
  return shown
}

/** React reports what error boundaries catch; here they are meant to. */
function silence(): void {
  silenced = spyOn(console, 'error').mockImplementation(() => {})
}

function Name(): ReactNode {
  const { status, data, error } = useUserProfile()
  return <p>{status === 'error' ? `failed ${error.code} ${data?.name ?? 'nothing'}` : (data?.name ?? status)}</p>
}

test('version_isTheOneAskedFor', () => {
  expect(version.split('.')[0]).toBe(process.env['REACT'] ?? '')
})

describe('context', () => {
  test('componentAndHooks_showTheBundle', async () => {
    function Orders(): ReactNode {
      const orders = useUserOrders()
      const whole = useUserContext()
      return (
        <i>
          {orders.data?.length} {Object.keys(whole.data ?? {}).join()}
        </i>
      )
    }
    const shown = show(
      <UserContext userId={5}>
        <Name />
        <Orders />
      </UserContext>,
    )
    await until(() => shown.text() === 'user 50 userOrders,userProfile')
    expect(server.reads('user')).toHaveLength(1)
  })

  test('strictMode_oneRequest', async () => {
    const shown = show(
      <StrictMode>
        <UserContext userId={5}>
          <Name />
          <Name />
        </UserContext>
      </StrictMode>,
    )
    await until(() => shown.text() === 'user 5user 5')
    await pause(20)
    expect(server.reads('user')).toHaveLength(1)
  })

  test('fiveContexts_fiveRequests', async () => {
    server.contexts['orders'] = () => ({ orderPage: [] })
    function Visitors(): ReactNode {
      return <b>{useVisitors().data}</b>
    }
    function Orders(): ReactNode {
      return <i>{useOrdersContext().status}</i>
    }
    const shown = show(
      <>
        <UserContext userId={1}>
          <Name />
          <OrdersContext userId={1} page={0}>
            <Orders />
            <OrdersContext userId={1} page={1}>
              <Orders />
              <Name />
            </OrdersContext>
          </OrdersContext>
        </UserContext>
        <UserContext userId={2}>
          <Name />
        </UserContext>
        <Visitors />
      </>,
    )
    await until(() => shown.text() === 'user 1successsuccessuser 1user 21')
    await pause(20)
    expect(server.seen).toHaveLength(5)
  })

  test('parametersChange_anotherContext', async () => {
    function Switch(): ReactNode {
      const [userId, setUserId] = useState(5)
      return (
        <>
          <button id="next" onClick={() => setUserId((id) => id + 1)} />
          <UserContext userId={userId}>
            <Name />
          </UserContext>
        </>
      )
    }
    const client = open()
    let left = 0
    client.events(({ type }) => (left += type === 'unmounted' ? 1 : 0))
    const shown = show(<Switch />, client)
    await until(() => shown.text() === 'user 5')
    shown.click('next')
    await until(() => shown.text() === 'user 6' && left === 1)
    // What left the page is not fetched again.
    server.functions['resetAll'] = () => stale(null, 'user')
    await client.call('resetAll', {})
    await until(() => server.reads('user').length === 3)
    await pause(20)
    expect(server.reads('user').map(({ query }) => query['userId'])).toEqual(['5', '6', '6'])
  })

  test('twoClientsOnAPage_eachItsOwn', async () => {
    const other = new TestServer()
    other.contexts['global'] = () => ({ visitors: 2 })
    function Visitors(): ReactNode {
      return <b>{useVisitors().data}</b>
    }
    const shown = show(
      <>
        <Visitors />
        <MizanProvider client={open({ base: other.base })}>
          <Visitors />
        </MizanProvider>
      </>,
    )
    await until(() => shown.text() === '12')
    await other.stop()
  })

  test('withoutParameters_needsNoComponent', async () => {
    function Global(): ReactNode {
      return <b>{useGlobalContext().data?.visitors}</b>
    }
    const shown = show(
      <>
        <Global />
        <GlobalContext>
          <Global />
        </GlobalContext>
      </>,
    )
    await until(() => shown.text() === '11')
    expect(server.reads('global')).toHaveLength(1)
  })

  test('outsideItsComponent_saysSo', async () => {
    silence()
    const shown = show(
      <Boundary>
        <Name />
      </Boundary>,
    )
    await until(() => shown.text().includes("caught There is no context 'user' here: render its component around this one."))
  })

  test('outsideTheProvider_saysSo', async () => {
    silence()
    function Lost(): ReactNode {
      return <>{useMizan().base}</>
    }
    const shown = page()
    pages.push(shown)
    shown.render(
      <Boundary>
        <Lost />
      </Boundary>,
    )
    await until(() => shown.text().includes('caught There is no client here: render <MizanProvider client={…}> around this component.'))
  })
})

describe('errors', () => {
  test('notAsked_isAState', async () => {
    server.contexts['user'] = () => refusal(403, 'FORBIDDEN')
    const shown = show(
      <Boundary>
        <UserContext userId={5}>
          <Name />
        </UserContext>
      </Boundary>,
    )
    await until(() => shown.text() === 'failed FORBIDDEN nothing')
  })

  test('asked_meetsTheBoundary_andIsFetchedWhenTriedAgain', async () => {
    silence()
    server.contexts['user'] = () => refusal(403, 'FORBIDDEN')
    const shown = show(
      <Boundary>
        <UserContext userId={5} throwErrors>
          <Name />
        </UserContext>
      </Boundary>,
    )
    await until(() => shown.text() === 'caught FORBIDDEN')
    server.contexts['user'] = () => ({ userOrders: [], userProfile: { name: 'allowed' } })
    await pause(10)
    shown.click('again')
    await until(() => shown.text() === 'allowed')
    // With old data to show, a failed refetch is no reason to take the page away.
    server.contexts['user'] = () => refusal(403, 'FORBIDDEN')
    clients[0]?.invalidate(['user'])
    await until(() => shown.text() === 'failed FORBIDDEN allowed')
  })
})

describe('renders', () => {
  test('oneOfHundredContexts_onlyItsConsumers', async () => {
    const renders = new Map<number, number>()
    const Row = memo(function Row({ id }: { readonly id: number }): ReactNode {
      const { data } = useUserProfile()
      renders.set(id, (renders.get(id) ?? 0) + 1)
      return <li>{data?.name}</li>
    })
    const ids = Array.from({ length: 100 }, (_, id) => id)
    let version = 1
    server.contexts['user'] = ({ userId }) => ({ userOrders: [], userProfile: { name: `${userId}v${version};` } })
    server.functions['rename'] = ({ userId }) => {
      version++
      return stale(null, { context: 'user', params: { userId: userId as number } })
    }
    let providers = 0
    function Counted({ id }: { readonly id: number }): ReactNode {
      providers++
      return (
        <UserContext userId={id}>
          <Row id={id} />
        </UserContext>
      )
    }
    const shown = show(ids.map((id) => <Counted key={id} id={id} />))
    await until(() => ids.every((id) => shown.text().includes(`${id}v1;`)))
    const providersBefore = providers
    renders.clear()
    server.seen.length = 0
    await clients[0]?.call('rename', { userId: 42 })
    await until(() => shown.text().includes('42v2;'))
    await pause(20)
    expect([...renders]).toEqual([[42, 1]])
    expect(providers).toBe(providersBefore)
    expect(server.reads('user')).toHaveLength(1)
  })

  test('otherMemberChanged_hookOfOneFunctionRendersNothing', async () => {
    let n = 0
    server.contexts['user'] = () => ({ userOrders: [{ id: 1 }], userProfile: { name: `v${++n}` } })
    const renders = { orders: 0, name: 0, spinner: 0 }
    const Orders = memo(function Orders(): ReactNode {
      renders.orders++
      return <i>{useUserOrders().data?.length}</i>
    })
    const Counted = memo(function Counted(): ReactNode {
      renders.name++
      return <i>{useUserProfile().data?.name}</i>
    })
    const Spinner = memo(function Spinner(): ReactNode {
      renders.spinner++
      return <i>{useUserOrders().fetching ? '…' : '.'}</i>
    })
    const shown = show(
      <UserContext userId={5}>
        <Orders />
        <Counted />
        <Spinner />
      </UserContext>,
    )
    await until(() => shown.text() === '1v1.')
    const before = { ...renders }
    clients[0]?.invalidate(['user'])
    await until(() => shown.text() === '1v2.')
    expect({
      orders: renders.orders - before.orders,
      name: renders.name - before.name,
      spinner: renders.spinner - before.spinner,
    }).toEqual({ orders: 0, name: 1, spinner: 2 })
  })

  test('parentRendersAgain_consumersDoNot', async () => {
    let renders = 0
    const Counted = memo(function Counted(): ReactNode {
      renders++
      return <i>{useUserProfile().data?.name}</i>
    })
    const child = <Counted />
    function Parent(): ReactNode {
      const [clicks, setClicks] = useState(0)
      return (
        <button id="more" onClick={() => setClicks((n) => n + 1)}>
          <UserContext userId={5}>{child}</UserContext> {clicks}
        </button>
      )
    }
    const shown = show(<Parent />)
    await until(() => shown.text() === 'user 5 0')
    const before = renders
    shown.click('more')
    await until(() => shown.text() === 'user 5 1')
    expect(renders).toBe(before)
  })

  test('stateLookedAtLater_isTheStateOfNow', async () => {
    const { opened, open: go } = gate()
    server.contexts['user'] = async () => (await opened, { userOrders: [], userProfile: { name: 'x' } })
    function Late(): ReactNode {
      const [looks, setLooks] = useState(false)
      const state = useUserContext()
      return (
        <button id="look" onClick={() => setLooks(true)}>
          {state.data ? 'there' : 'none'} {looks ? String(state.fetching) : ''}
        </button>
      )
    }
    const shown = show(
      <UserContext userId={5}>
        <Late />
      </UserContext>,
    )
    go()
    await until(() => shown.text() === 'there ')
    server.contexts['user'] = async () => (await pause(60), { userOrders: [], userProfile: { name: 'x' } })
    clients[0]?.invalidate(['user'])
    await until(() => server.reads('user').length === 2)
    shown.click('look')
    await until(() => shown.text() === 'there true')
    await until(() => shown.text() === 'there false')
  })
})

describe('mutation', () => {
  function Rename(): ReactNode {
    const { mutate, pending, error, reset } = useRename()
    return (
      <>
        <button id="go" onClick={() => void mutate({ userId: 5, name: 'Ada' })} />
        <button id="reset" onClick={reset} />
        <p>{pending ? 'pending' : (error?.code ?? 'ready')}</p>
      </>
    )
  }

  test('runs_andItsContextFollows', async () => {
    let name = 'old'
    server.contexts['user'] = () => ({ userOrders: [], userProfile: { name } })
    const { opened, open: go } = gate()
    server.functions['rename'] = async (args) => {
      await opened
      name = String(args['name'])
      return stale(null, { context: 'user', params: { userId: 5 } })
    }
    const shown = show(
      <StrictMode>
        <UserContext userId={5}>
          <Name />
          <Rename />
        </UserContext>
      </StrictMode>,
    )
    await until(() => shown.text() === 'oldready')
    shown.click('go')
    await until(() => shown.text() === 'oldpending')
    go()
    await until(() => shown.text() === 'Adaready')
    expect(server.calls('rename')).toHaveLength(1)
  })

  test('fails_errorUntilReset_andNoUnhandledRejection', async () => {
    const unhandled: unknown[] = []
    const hear = (reason: unknown): unknown => unhandled.push(reason)
    process.on('unhandledRejection', hear)
    server.functions['rename'] = () => refusal(422, 'VALIDATION_FAILED')
    const shown = show(<Rename />)
    await until(() => shown.text() === 'ready')
    shown.click('go')
    await until(() => shown.text() === 'VALIDATION_FAILED')
    shown.click('reset')
    await until(() => shown.text() === 'ready')
    await pause(10)
    process.off('unhandledRejection', hear)
    expect(unhandled).toEqual([])
  })

  test('promise_givesResultOrError', async () => {
    server.functions['resetAll'] = () => 7
    server.functions['rename'] = () => refusal(422, 'VALIDATION_FAILED')
    const results: unknown[] = []
    function Both(): ReactNode {
      const reset = useResetAll()
      const rename = useRename()
      return (
        <button
          id="go"
          onClick={async () => {
            results.push(await reset.mutate())
            results.push(await rename.mutate({ userId: 5, name: '' }).catch(({ code }) => code))
          }}
        />
      )
    }
    const shown = show(<Both />)
    await until(() => shown.element.querySelector('#go') !== null)
    shown.click('go')
    await until(() => results.length === 2)
    expect(results).toEqual([7, 'VALIDATION_FAILED'])
    expect(server.calls('resetAll')[0]?.body?.args).toEqual({})
  })

  test('twoAtOnce_theLatestCounts', async () => {
    const gates = [gate(), gate()]
    let n = 0
    server.functions['rename'] = async () => {
      const mine = n++
      await gates[mine]?.opened
      return mine === 0 ? refusal(409, 'TAKEN') : null
    }
    const shown = show(<Rename />)
    await until(() => shown.text() === 'ready')
    shown.click('go')
    await until(() => n === 1)
    shown.click('go')
    await until(() => n === 2)
    gates[0]?.open()
    await pause(20)
    expect(shown.text()).toBe('pending')
    gates[1]?.open()
    await until(() => shown.text() === 'ready')
  })
})

describe('suspense', () => {
  function Suspended(): ReactNode {
    return <p>{useSuspenseUserProfile().name}</p>
  }

  for (const strict of [false, true]) {
    test(`boundaryOutside_${strict ? 'strictMode' : 'plain'}_oneRequest`, async () => {
      const node = (
        <Suspense fallback="wait">
          <UserContext userId={5}>
            <Suspended />
            <Name />
          </UserContext>
        </Suspense>
      )
      const { opened, open: go } = gate()
      server.contexts['user'] = async () => (await opened, { userOrders: [], userProfile: { name: 'there' } })
      const shown = show(strict ? <StrictMode>{node}</StrictMode> : node)
      await until(() => shown.text() === 'wait')
      await until(() => server.reads('user').length === 1)
      go()
      await until(() => shown.text() === 'therethere')
      await pause(20)
      expect(server.reads('user')).toHaveLength(1)
      // Now mounted, it is refetched without suspending.
      server.contexts['user'] = async () => (await pause(20), { userOrders: [], userProfile: { name: 'new' } })
      clients[0]?.invalidate(['user'])
      await until(() => server.reads('user').length === 2)
      expect(shown.text()).toBe('therethere')
      await until(() => shown.text() === 'newnew')
    })
  }

  test('fails_boundary_andIsFetchedWhenTriedAgain', async () => {
    silence()
    server.contexts['user'] = () => refusal(403, 'FORBIDDEN')
    const shown = show(
      <Boundary>
        <Suspense fallback="wait">
          <UserContext userId={5}>
            <Suspended />
          </UserContext>
        </Suspense>
      </Boundary>,
    )
    await until(() => shown.text() === 'caught FORBIDDEN')
    await pause(300)
    expect(server.reads('user')).toHaveLength(1)
    server.contexts['user'] = () => ({ userOrders: [], userProfile: { name: 'allowed' } })
    shown.click('again')
    await until(() => shown.text() === 'allowed')
  })
})

describe('server rendering', () => {
  const contexts = { user: [{ params: { userId: 5 }, data: { userOrders: [], userProfile: { name: 'rendered' } } }] }

  function App({ client }: { readonly client: Client }): ReactNode {
    return (
      <StrictMode>
        <MizanProvider client={client}>
          <UserContext userId={5}>
            <Name />
          </UserContext>
          <Visitors />
        </MizanProvider>
      </StrictMode>
    )
  }

  function Visitors(): ReactNode {
    return <b>{useVisitors().status}</b>
  }

  test('renderedAndHydrated_sameHtml_noRequestForWhatIsThere', async () => {
    const html = renderToString(<App client={open({ extras: [hydration({ contexts })] })} />)
    expect(html).toBe('<p>rendered</p><b>idle</b>')
    expect(server.seen).toHaveLength(0)
    const client = open({ extras: [hydration({ contexts })] })
    const shown = page(html)
    pages.push(shown)
    const problems: unknown[] = []
    const before = shown.element.querySelector('p')
    shown.hydrate(<App client={client} />, (error) => problems.push(error))
    await until(() => shown.text() === 'renderedsuccess')
    expect(problems).toEqual([])
    expect(shown.element.querySelector('p')).toBe(before)
    expect(server.seen.map(({ path }) => path)).toEqual(['/api/mizan/ctx/global/'])
    client.invalidate(['user'])
    await until(() => shown.text() === 'user 5success')
  })

  test('fetchedBeforeHydration_stillTheHtmlOfTheServer', async () => {
    const client = open()
    const html = renderToString(<App client={open()} />)
    expect(html).toBe('<p>idle</p><b>idle</b>')
    await fetchUserContext(client, { userId: 5 })
    const shown = page(html)
    pages.push(shown)
    const problems: unknown[] = []
    shown.hydrate(<App client={client} />, (error) => problems.push(error))
    await until(() => shown.text() === 'user 5success')
    expect(problems).toEqual([])
  })
})

test('handles_ofOrders_shareAcrossReactAndPlainCode', async () => {
  server.contexts['orders'] = () => ({ orderPage: [] })
  function Orders(): ReactNode {
    return <i>{useOrdersContext().status}</i>
  }
  const client = open()
  const shown = show(
    <OrdersContext userId={5}>
      <Orders />
    </OrdersContext>,
    client,
  )
  await until(() => shown.text() === 'success')
  expect(client.context(ordersContext, { userId: 5, page: 0 }).state().data).toEqual({ orderPage: [] })
})
