import { once } from 'node:events'
import { connect } from 'node:net'
import { Browser, createAs, type Facilitator, joinAs } from '@escale/bots'
import { exportWorkshop, type Goodbye, SOCKET_PATH } from '@escale/shared'
import { tallyWorkshop, testKinds } from '@escale/shared/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { RATES } from '../auth/rate-limits.ts'
import { startServer, type TestServer } from '../testkit/index.ts'
import { RawSocket } from '../testkit/raw-socket.ts'
import type { Guest } from './guest.ts'
import { OpenSockets } from './open-sockets.ts'
import { SOCKETS_PER_PERSON, SOCKETS_PER_SESSION, UNKNOWN_WITHIN_MS } from './socket-limits.ts'
import { UnknownLines } from './unknown-lines.ts'

let server: TestServer
let claire: Facilitator
beforeAll(async () => {
  server = await startServer({ kinds: testKinds })
  claire = await createAs(server.baseUrl, { file: exportWorkshop(tallyWorkshop('a')) })
})
afterAll(async () => {
  claire.close()
  await server.dispose()
})

test('[L30] of one cookie’s sockets a dozen stay open, the newest; who connects without end is told to wait', async () => {
  const { session } = claire.created
  const greedy = await joinAs(server.baseUrl, session, { name: 'Avide' })
  const other = await joinAs(server.baseUrl, session, { name: 'Autre' })
  await other.until((s) => s.session !== undefined)
  const sockets: RawSocket[] = []
  const fates: ('in' | Goodbye)[] = []
  for (let i = 0; i < RATES.connectionsPerPerson.points + 5; i++) {
    const socket = await RawSocket.open(greedy.seat.browser, session, 'participant')
    fates.push(await socket.fate())
    sockets.push(socket)
  }
  const letIn = fates.filter((fate) => fate === 'in').length
  // Time went by meanwhile, and brought a few back.
  expect(letIn).toBeLessThanOrEqual(RATES.connectionsPerPerson.points + 4)
  expect(fates).toContain('rate-limited')
  const open = sockets.filter((socket) => socket.connected)
  expect(open).toHaveLength(SOCKETS_PER_PERSON)
  expect(open).toContain(sockets[fates.lastIndexOf('in')])
  expect(await sockets[0]?.bye()).toEqual({ reason: 'too-many', retryInMs: null })
  const turnedAway = sockets[fates.indexOf('rate-limited')]
  expect((await turnedAway?.bye())?.retryInMs).toBeGreaterThan(0)
  // The others have not noticed, and each works.
  expect(other.connection.connected).toBe(true)
  expect(typeof (await open[0]?.ask('clock'))).toBe('number')
  for (const socket of sockets) socket.close()
  greedy.close()
  other.close()
})

describe('[L31] many sockets in one session', () => {
  const guest = (
    id: string | null,
    role: 'participant' | 'facilitator' | 'screen' = 'participant',
    key = 'k',
  ): Guest => ({
    seat: { id, role, session: 's', key },
    takesChanges: true,
    send: () => undefined,
    enter: () => undefined,
    wait: () => undefined,
    welcome: () => undefined,
    dismiss: () => undefined,
  })

  test('beyond the limit nobody has a second one; who has none, and who drives, is let in', () => {
    const sockets = new OpenSockets<Guest>()
    for (let i = 0; i < SOCKETS_PER_SESSION; i++) sockets.add(guest(`p${i >> 1}`))
    expect(sockets.refusal(guest('p0'))).toBe('busy')
    expect(sockets.refusal(guest('new'))).toBeUndefined()
    sockets.add(guest('f', 'facilitator'))
    expect(sockets.refusal(guest('f', 'facilitator'))).toBeUndefined()
  })

  test('who leaves makes room, once', () => {
    const sockets = new OpenSockets<Guest>()
    const first = guest('p')
    sockets.add(first)
    const others = Array.from({ length: SOCKETS_PER_PERSON - 1 }, () => guest('p'))
    for (const one of others) expect(sockets.add(one)).toBeUndefined()
    sockets.remove(first)
    sockets.remove(first)
    expect(sockets.add(guest('p'))).toBeUndefined()
    expect(sockets.add(guest('p'))).toBe(others[0])
  })

  test('screens are counted by their link', () => {
    const sockets = new OpenSockets<Guest>()
    const first = guest(null, 'screen', 'link')
    sockets.add(first)
    for (let i = 1; i < SOCKETS_PER_PERSON; i++) sockets.add(guest(null, 'screen', 'link'))
    expect(sockets.add(guest(null, 'screen', 'other'))).toBeUndefined()
    expect(sockets.add(guest(null, 'screen', 'link'))).toBe(first)
  })
})

describe('[L32] lines that do not say who they are', () => {
  test('are bounded in number: the oldest gives way, never one that has spoken', () => {
    const cut: object[] = []
    const lines = new UnknownLines<object>((line) => cut.push(line), 3)
    const [a, b, c, d, e] = [{}, {}, {}, {}, {}]
    for (const line of [a, b, c]) lines.add(line, 0)
    lines.forget(a)
    lines.add(d, 0)
    expect(cut).toEqual([])
    lines.add(e, 0)
    expect(cut).toEqual([b])
  })

  test('and in time', () => {
    const cut: object[] = []
    const lines = new UnknownLines<object>((line) => cut.push(line))
    const [early, late] = [{}, {}]
    lines.add(early, 0)
    lines.add(late, 1)
    lines.sweep(UNKNOWN_WITHIN_MS - 1)
    expect(cut).toEqual([])
    lines.sweep(UNKNOWN_WITHIN_MS)
    lines.sweep(UNKNOWN_WITHIN_MS)
    expect(cut).toEqual([early])
  })

  test('a silent one is cut although it never answers a goodbye; whoever is in stays', async () => {
    const browser = new Browser(server.baseUrl)
    await browser.join(claire.created.session, { name: 'Léa' })
    const léa = await RawSocket.open(browser, claire.created.session, 'participant')
    await léa.frame()
    const { port, host } = new URL(server.baseUrl)
    const line = connect(Number(port), '127.0.0.1')
    line.on('error', () => undefined)
    line.write(
      `GET ${SOCKET_PATH}/?EIO=4&transport=websocket HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${server.baseUrl}\r\n` +
        'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
    )
    const [answer] = (await once(line, 'data')) as [Buffer]
    expect(String(answer)).toContain('101 Switching Protocols')
    line.resume()
    await once(line, 'close')
    // Léa’s, which is older, answers still.
    expect(typeof (await léa.ask('clock'))).toBe('number')
    léa.close()
  }, 30_000)
})

describe('[L31] in the process', () => {
  const file = exportWorkshop(tallyWorkshop('a'))
  async function serverWith(sockets: number, lookedUp: number) {
    const small = await startServer({ kinds: testKinds, sockets: { sockets, lookedUp } })
    const driver = new Browser(small.baseUrl)
    const { session } = await driver.createSession({ file })
    const open: RawSocket[] = []
    const connect = async (browser: Browser, as: string) => {
      const socket = await RawSocket.open(browser, session, as)
      open.push(socket)
      return socket
    }
    const end = async () => {
      for (const socket of open) socket.close()
      await small.dispose()
    }
    return { driver, session, connect, end, baseUrl: small.baseUrl }
  }

  test('that is full only those who drive come in, and the others are told when to come back', async () => {
    const { driver, session, connect, end, baseUrl } = await serverWith(1, 1)
    expect(await (await connect(driver, 'facilitator')).fate()).toBe('in')
    const browser = new Browser(baseUrl)
    await browser.join(session, { name: 'Léa' })
    const late = await connect(browser, 'participant')
    expect((await late.bye()).reason).toBe('busy')
    expect((await late.bye()).retryInMs).toBeGreaterThan(0)
    expect(await (await connect(driver, 'facilitator')).fate()).toBe('in')
    await end()
  })

  test('no more are looked up at once', async () => {
    const { driver, connect, end } = await serverWith(100, 0)
    expect(await (await connect(driver, 'facilitator')).fate()).toBe('busy')
    await end()
  })
})
