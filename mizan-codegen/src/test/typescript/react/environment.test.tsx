import { page } from './render'
import type { Page } from './render'
import { afterEach, describe, expect, test } from 'bun:test'
import { StrictMode, useEffect } from 'react'
import type { ReactNode } from 'react'
import { createClient } from '../example'
import type { Client } from '../example'
import { MizanProvider, useRenderEnvironment } from '../example/react'
import { RenderEnvironmentProvider } from '../example/runtime/environment'
import type { RenderEnvironment } from '../example/runtime/environment'
import { until } from '../fixture/server'

const { renderToString } = await import('react-dom/server')

const BERLIN: RenderEnvironment = { now: 1764080000000, timeZone: 'Europe/Berlin', locale: 'de', seed: 123456 }

let pages: Page[] = []
let clients: Client[] = []

afterEach(() => {
  for (const shown of pages) shown.unmount()
  for (const client of clients) client.close()
  pages = []
  clients = []
})

function open(): Client {
  const client = createClient({ base: 'http://127.0.0.1:9', csrf: false })
  clients.push(client)
  return client
}

function opened(html = ''): Page {
  const shown = page(html)
  pages.push(shown)
  return shown
}

/** Shows the environment, and keeps what it saw of it. */
function Shown({ seen = [], again = 0 }: { readonly seen?: RenderEnvironment[]; readonly again?: number }): ReactNode {
  const environment = useRenderEnvironment()
  seen.push(environment)
  return <p data-again={again}>{Object.values(environment).join(' ')}</p>
}

function Clock(): ReactNode {
  const { now, timeZone, locale } = useRenderEnvironment()
  return <p>{new Intl.DateTimeFormat(locale, { timeZone, timeStyle: 'short' }).format(now)}</p>
}

/** Tells when React has taken the page over. */
function Mounted({ told }: { readonly told: () => void }): ReactNode {
  useEffect(told)
  return null
}

function Given({ client, environment = BERLIN, children }: {
  readonly client: Client
  readonly environment?: RenderEnvironment
  readonly children: ReactNode
}): ReactNode {
  return (
    <MizanProvider client={client}>
      <RenderEnvironmentProvider environment={environment}>{children}</RenderEnvironmentProvider>
    </MizanProvider>
  )
}

describe('on the server', () => {
  test('provided_itsValues', () => {
    expect(renderToString(<Given client={open()}><Shown /></Given>)).toBe('<p data-again="0">1764080000000 Europe/Berlin de 123456</p>')
  })

  test('twoRenders_ofTheirOwn', () => {
    const client = open()
    const first = renderToString(<Given client={client}><Clock /></Given>)
    const second = renderToString(<Given client={client} environment={{ ...BERLIN, timeZone: 'Asia/Tokyo', locale: 'ja' }}><Clock /></Given>)
    expect([first, second]).toEqual(['<p>15:13</p>', '<p>23:13</p>'])
  })

  test('noClient_theEnvironmentIsEnough', () => {
    const html = renderToString(<RenderEnvironmentProvider environment={BERLIN}><Clock /></RenderEnvironmentProvider>)
    expect(html).toBe('<p>15:13</p>')
  })
})

describe('hydration', () => {
  test('sameEnvironment_nothingDiffers', async () => {
    const html = renderToString(<StrictMode><Given client={open()}><Clock /></Given></StrictMode>)
    const shown = opened(html)
    const before = shown.element.querySelector('p')
    const problems: unknown[] = []
    let mounted = 0
    shown.hydrate(<StrictMode><Given client={open()}><Clock /><Mounted told={() => void mounted++} /></Given></StrictMode>, (error) => problems.push(error))
    await until(() => mounted > 0)
    expect(problems).toEqual([])
    expect(shown.text()).toBe('15:13')
    expect(shown.element.querySelector('p')).toBe(before)
  })
})

describe('in the browser', () => {
  test('nothingProvided_theBrowsersOwn', async () => {
    const before = Date.now()
    const seen: RenderEnvironment[] = []
    opened().render(<MizanProvider client={open()}><Shown seen={seen} /></MizanProvider>)
    await until(() => seen.length > 0)
    const { timeZone, locale } = new Intl.DateTimeFormat().resolvedOptions()
    const [{ now, seed, ...rest }] = seen as [RenderEnvironment]
    expect(rest).toEqual({ timeZone, locale })
    expect(now).toBeGreaterThanOrEqual(before)
    expect(now).toBeLessThanOrEqual(Date.now())
    expect(Number.isInteger(seed)).toBe(true)
  })

  test('renderedAgain_theSame', async () => {
    const client = open()
    const seen: RenderEnvironment[] = []
    const shown = opened()
    for (const again of [1, 2, 3]) {
      shown.render(<StrictMode><MizanProvider client={client}><Shown seen={seen} again={again} /></MizanProvider></StrictMode>)
      await until(() => shown.element.querySelector(`[data-again="${again}"]`) !== null)
    }
    expect(seen.length).toBeGreaterThanOrEqual(3)
    expect(new Set(seen).size).toBe(1)
  })

  test('twoComponentsAndTwoRoots_oneOfAClient', async () => {
    const client = open()
    const seen: RenderEnvironment[] = []
    opened().render(<MizanProvider client={client}><Shown seen={seen} /><Shown seen={seen} /></MizanProvider>)
    opened().render(<MizanProvider client={client}><Shown seen={seen} /></MizanProvider>)
    await until(() => seen.length >= 3)
    expect(new Set(seen).size).toBe(1)
  })

  test('undefinedProvided_theBrowsersOwn', async () => {
    const seen: RenderEnvironment[] = []
    opened().render(
      <MizanProvider client={open()}>
        <RenderEnvironmentProvider environment={undefined}><Shown seen={seen} /></RenderEnvironmentProvider>
      </MizanProvider>,
    )
    await until(() => seen.length > 0)
    expect(seen[0]?.timeZone).toBe(new Intl.DateTimeFormat().resolvedOptions().timeZone)
  })
})
