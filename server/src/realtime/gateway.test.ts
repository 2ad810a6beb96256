import { Browser, createAs, type Facilitator, joinAs } from '@escale/bots'
import { exportWorkshop, limits } from '@escale/shared'
import { tallyWorkshop, testKinds } from '@escale/shared/testkit'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startServer, TestClock, type TestServer } from '../testkit/index.ts'
import { RawSocket } from '../testkit/raw-socket.ts'

const file = exportWorkshop(tallyWorkshop('a', 'b'))
const clock = new TestClock()
let server: TestServer
beforeAll(async () => {
  server = await startServer({ kinds: testKinds, clock })
})
afterAll(() => server.dispose())

let claire: Facilitator
let session: string
let open: { close: () => void }[] = []
beforeEach(async () => {
  claire = await createAs(server.baseUrl, { file })
  session = claire.created.session
  open = [claire]
})
afterEach(() => {
  for (const one of open) one.close()
})

async function join(name: string) {
  const bot = await joinAs(server.baseUrl, session, { name })
  open.push(bot)
  await bot.until((s) => s.session !== undefined)
  return bot
}
async function raw(browser: Browser, as: string, options = {}) {
  const socket = await RawSocket.open(browser, session, as, options)
  open.push(socket)
  return socket
}
const start = () => claire.go(claire.plan()[0]?.id ?? '')
const lineOf = (name: string) => [...claire.sight.people.values()].find((p) => p.name === name)

describe('frames', () => {
  test('[P4] participants are told nothing of the plan or of people', async () => {
    const yanis = await join('Yanis')
    const seen: string[] = []
    yanis.connection.onFrame((frame) => seen.push(...Object.keys(frame)))
    await start()
    await yanis.act({ type: 'add' })
    await join('Léa')
    clock.advance(limits.COALESCE_MS)
    await yanis.until((s) => s.headcount?.joined === 2)
    expect(seen).toContain('activity')
    expect(seen).not.toContain('plan')
    expect(seen).not.toContain('people')
  })

  test('[P3] frames are counted one by one for everybody, whoever the news are for', async () => {
    const bots = await Promise.all(['Yanis', 'Léa', 'Noé'].map(join))
    await start()
    for (const bot of bots) {
      await bot.command({
        type: 'rename',
        person: bot.seat.person ?? '',
        identity: { name: 'Autre', organisation: '', territory: '' },
      })
      await bot.act({ type: 'add' })
      clock.advance(limits.COALESCE_MS)
    }
    for (const bot of bots) {
      const wholes: boolean[] = []
      bot.connection.onFrame((frame) => wholes.push(frame.whole))
      await claire.do({ type: 'adjust', ms: 1_000 })
      await bot.until((s) => (s.activity?.run.adjustments.length ?? 0) > 0 && s.me?.name === 'Autre')
      // A client that misses one asks for a whole frame: none did.
      expect(wholes).not.toContain(true)
    }
  })

  test('[P3] sync brings a whole frame, at most one each second', async () => {
    const socket = await raw(claire.seat.browser, 'facilitator')
    await socket.frame()
    socket.say('sync')
    socket.say('sync')
    await socket.ask('clock')
    expect(socket.frames.filter((f) => f.whole)).toHaveLength(2)
  })

  test('[C10] at its instant the server projects again, and a secret leaves no earlier than it may', async () => {
    const yanis = await join('Yanis')
    await start()
    await yanis.until((s) => s.activity !== null)
    const secret = () => (yanis.sight.activity?.view as { secret: string | null } | undefined)?.secret
    clock.advance(30_000 - limits.REVEAL_LEAD_MS - 1)
    await yanis.act({ type: 'add' })
    clock.advance(0)
    expect(secret()).toBeNull()
    clock.advance(1)
    await yanis.until(() => secret() === 'sésame')
  })

  test('[S13] groups open and close by themselves at their instant', async () => {
    const yanis = await join('Yanis')
    await start()
    await yanis.until((s) => s.me?.room === 'g1' && s.me.visioRoom === 'https://visio.example/1')
    clock.advance(60_000)
    await yanis.until((s) => s.me?.room === 'plenary')
    expect(yanis.sight.me?.visioRoom).toBe('https://visio.example/p')
  })
})

describe('presence', () => {
  test('[S19] who closes the last tab is away after the grace, and back with the first socket', async () => {
    const yanis = await join('Yanis')
    const second = await raw(yanis.seat.browser, 'participant')
    await second.frame()
    clock.advance(limits.COALESCE_MS)
    await claire.until(() => lineOf('Yanis')?.away === false)
    yanis.close()
    clock.advance(limits.AWAY_AFTER_MS * 2)
    expect(lineOf('Yanis')?.away).toBe(false)
    second.close()
    await untilAdvancing(() => lineOf('Yanis')?.away === true)
    const third = await raw(yanis.seat.browser, 'participant')
    await third.frame()
    await untilAdvancing(() => lineOf('Yanis')?.away === false)
  })

  /** Lets time pass a little whenever something arrives, until it holds. */
  async function untilAdvancing(holds: () => boolean) {
    while (!holds()) {
      clock.advance(limits.AWAY_AFTER_MS)
      await claire.command({ type: 'retract', message: 'none' })
    }
  }
})

describe('leaving', () => {
  test('[S20] who is removed loses the connection at once, cannot come back, and can when restored', async () => {
    const yanis = await join('Yanis')
    const socket = await raw(yanis.seat.browser, 'participant')
    await socket.frame()
    await claire.do({ type: 'remove', person: yanis.seat.person ?? '' })
    expect(await socket.bye()).toEqual({ reason: 'removed', retryInMs: null })
    expect(await (await raw(yanis.seat.browser, 'participant')).fate()).toBe('removed')
    await expect(yanis.seat.browser.join(session, { name: 'Yanis' })).rejects.toMatchObject({
      refusal: 'removed',
    })
    await expect(new Browser(server.baseUrl).enter(session, yanis.seat.secret)).rejects.toMatchObject({
      refusal: 'removed',
    })
    await claire.do({ type: 'restore', person: yanis.seat.person ?? '' })
    expect(await (await raw(yanis.seat.browser, 'participant')).fate()).toBe('in')
  })

  test('a link that is ended cuts what it opened, and nothing else', async () => {
    const driver = claire.seat.browser
    const { secret } = await driver.makeLink(session, { role: 'screen' })
    const browser = new Browser(server.baseUrl)
    await browser.enter(session, secret)
    const screen = await raw(browser, 'screen')
    await screen.frame()
    const yanis = await join('Yanis')
    const [link] = (await driver.keys(session)).filter((key) => key.person === null && key.kind === 'link')
    await driver.endKey(session, link?.id ?? '')
    await screen.ask('clock')
    for (const { id, person } of await driver.keys(session))
      if (person === null) await driver.endKey(session, id)
    expect(await screen.bye()).toEqual({ reason: 'revoked', retryInMs: null })
    expect(yanis.connection.connected).toBe(true)
    await expect(browser.enter(session, secret)).rejects.toMatchObject({ refusal: 'not-allowed' })
    expect(await (await raw(browser, 'screen')).fate()).toBe('not-allowed')
  })

  test('[S10] who hands over keeps the console, and the other gets what only the first may do', async () => {
    const link = await claire.seat.browser.makeLink(session, {
      role: 'cofacilitator',
      identity: { name: 'Sam', organisation: '', territory: '' },
    })
    const browser = new Browser(server.baseUrl)
    await browser.enter(session, link.secret)
    const sam = await raw(browser, 'facilitator')
    await sam.frame()
    await claire.do({ type: 'hand-over', person: link.person ?? '' })
    await sam.frame((f) => f.me?.role === 'facilitator')
    await claire.until((s) => s.me?.role === 'cofacilitator')
    expect(await sam.command('1', { type: 'remove', person: claire.sight.me?.id })).toMatchObject({
      ok: true,
    })
  })
})

describe('the door', () => {
  test('[P8] another origin is refused before the connection is made', async () => {
    const { host } = new URL(server.baseUrl)
    const foreign = [
      'https://evil.example',
      'null',
      `http://${host}.evil.example`,
      `http://evil.example/${host}`,
      'http://127.0.0.1:1',
      'http://localhost',
      'file://',
      `ftp://${host}`,
      `http://x.${host}`,
    ]
    for (const origin of foreign) {
      const socket = await raw(claire.seat.browser, 'facilitator', { origin })
      await socket.ended()
      expect([origin, socket.frames]).toEqual([origin, []])
      const response = await fetch(`${server.baseUrl}/api/sessions`, {
        method: 'POST',
        headers: { origin, 'content-type': 'application/json' },
        body: '{"language":"fr"}',
      })
      expect([origin, response.status]).toEqual([origin, 403])
    }
  })

  test('[P1] a session that does not exist, a role that is none, another version: a goodbye that says so', async () => {
    const { browser } = claire.seat
    const fate = async (id: string, as: string, query = {}) => {
      const socket = await RawSocket.open(browser, id, as, { query })
      open.push(socket)
      return socket.fate()
    }
    expect(await fate('unknown', 'facilitator')).toBe('unknown-session')
    expect(await fate('__proto__', 'facilitator')).toBe('unknown-session')
    expect(await fate(session, 'admin')).toBe('not-allowed')
    expect(await fate(session, 'participant')).toBe('not-allowed')
    expect(await fate(session, 'facilitator', { version: '999' })).toBe('version')
    expect(await fate(session, 'facilitator', { version: '1' })).toBe('in')
  })

  test('200 people behind one address come in and all write at once: nobody is refused', async () => {
    await start()
    const browsers = await Promise.all(
      Array.from({ length: 200 }, async (_, i) => {
        const browser = new Browser(server.baseUrl)
        await browser.findByCode(claire.created.code)
        await browser.join(session, { name: `Personne ${i}` })
        return browser
      }),
    )
    const sockets = await Promise.all(browsers.map((b) => raw(b, 'participant')))
    const receipts = await Promise.all(
      sockets.map((s, i) =>
        s.command(String(i), { type: 'act', activity: claire.plan()[0]?.id, action: { type: 'add' } }),
      ),
    )
    expect(receipts.filter((r) => !r.ok)).toEqual([])
    await untilTold(() => (claire.sight.activity?.view as { total?: number } | undefined)?.total === 200)
    expect(claire.sight.headcount?.joined).toBe(200)
  }, 60_000)

  async function untilTold(holds: () => boolean) {
    while (!holds()) {
      clock.advance(limits.COALESCE_MS)
      await claire.command({ type: 'retract', message: 'none' })
    }
  }
})
