import { Browser, createAs, type Facilitator } from '@escale/bots'
import { exportWorkshop, limits, type PersonId } from '@escale/shared'
import { tallyWorkshop, testKinds } from '@escale/shared/testkit'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { RATES } from '../auth/rate-limits.ts'
import { startServer, TestClock, type TestServer } from '../testkit/index.ts'
import { RawSocket } from '../testkit/raw-socket.ts'

/** The facilitator's included. */
const CAPACITY = 4
const workshop = tallyWorkshop('a')
const file = exportWorkshop({ ...workshop, settings: { ...workshop.settings, capacity: CAPACITY } })
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

/** Joins over HTTP, and does not connect. */
async function join(name: string): Promise<{ browser: Browser; person: PersonId }> {
  const browser = new Browser(server.baseUrl)
  return { browser, person: (await browser.join(session, { name })).person }
}
async function connect(browser: Browser): Promise<RawSocket> {
  const socket = await RawSocket.open(browser, session, 'participant')
  open.push(socket)
  return socket
}
const full = { refusal: 'full' }
/** What the log knows of a person now. */
const known = async (person: PersonId) => (await server.app.sessions.open(session))?.host.state.people[person]

/** Lets the time go by until something is so. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) {
    clock.advance(limits.COALESCE_MS)
    await new Promise(setImmediate)
  }
}

describe('[S42] seats that nobody took up', () => {
  test('are kept for a while, then go to whoever comes, one for each; and are given again when there is room', async () => {
    const ghosts = [await join('Un'), await join('Deux'), await join('Trois')]
    await expect(join('Quatre')).rejects.toMatchObject(full)
    expect((await new Browser(server.baseUrl).door(session)).full).toBe(true)
    clock.advance(limits.SEAT_KEPT_MS)
    expect((await new Browser(server.baseUrl).door(session)).full).toBe(false)
    const léa = await join('Léa')
    expect(await Promise.all(ghosts.map(({ person }) => known(person)))).toMatchObject([
      { outside: 'released' },
      {},
      {},
    ])
    const late = ghosts[0] as (typeof ghosts)[0]
    const socket = await connect(late.browser)
    expect(await socket.waits()).toBe('released')
    expect(socket.frames).toEqual([])
    // The same person, with the same cookie, as soon as there is room.
    await claire.do({ type: 'remove', person: léa.person })
    expect((await socket.frame()).me).toMatchObject({ id: late.person, name: 'Un' })
  })

  test('are kept for good by who is connected, who stayed, and who did something', async () => {
    await claire.go(claire.plan()[0]?.id ?? '')
    const [stays, acts, is] = [await join('Reste'), await join('Agit'), await join('Là')]
    const activity = claire.plan()[0]?.id
    const acting = await connect(acts.browser)
    await acting.frame()
    expect(await acting.command('1', { type: 'act', activity, action: { type: 'add' } })).toMatchObject({
      ok: true,
    })
    acting.close()
    const staying = await connect(stays.browser)
    await staying.frame()
    const isNoNewcomer = async (person: PersonId) => (await known(person))?.newcomer === undefined
    await until(() => isNoNewcomer(acts.person))
    expect(await isNoNewcomer(stays.person)).toBe(false)
    clock.advance(limits.SETTLES_AFTER_MS)
    await until(() => isNoNewcomer(stays.person))
    staying.close()
    clock.advance(limits.SEAT_KEPT_MS)
    await (await connect(is.browser)).frame()
    await expect(join('Quatre')).rejects.toMatchObject(full)
  })

  test('belong to nobody who only looked in', async () => {
    const looks = await join('Passe')
    await join('Deux')
    await join('Trois')
    const socket = await connect(looks.browser)
    await socket.frame()
    socket.close()
    await until(async () => (await known(looks.person))?.away === true)
    clock.advance(limits.SEAT_KEPT_MS)
    await join('Quatre')
    expect(await known(looks.person)).toMatchObject({ outside: 'released' })
  })
})

describe('[S40] waiting to be let in', () => {
  beforeEach(async () => {
    await claire.do({ type: 'approval', on: true })
  })

  test('one is told nothing and may do nothing, keeps the place over a reload, and comes in when somebody says so', async () => {
    const bob = await join('Bob')
    expect((await bob.browser.door(session)).known.participant).toBe(true)
    const socket = await connect(bob.browser)
    expect(await socket.waits()).toBe('waiting')
    for (const command of [
      { type: 'act', activity: 'a', action: { type: 'add' } },
      { type: 'write', activity: 'a', edit: {} },
      { type: 'rename', person: bob.person, identity: { name: 'X', organisation: '', territory: '' } },
    ])
      expect(await socket.command(command.type, command)).toMatchObject({ ok: false, refusal: 'not-allowed' })
    expect(await socket.ask('signal', { type: 'react', reaction: 'clap' })).toMatchObject({ ok: false })
    socket.say('sync')
    expect(typeof (await socket.ask('clock'))).toBe('number')
    expect(socket.frames).toEqual([])
    for (const path of ['harvest', 'console', 'pictures/none', 'harvest/json'])
      expect((await bob.browser.request(`/api/sessions/${session}/${path}`)).status).toBe(403)
    const document = new WebSocket(
      `${server.baseUrl.replace('http', 'ws')}/sync/participant/${session}/a/tally`,
      { headers: { cookie: bob.browser.jar.header(), origin: server.baseUrl } },
    )
    expect(await new Promise((resolve) => document.once('close', resolve))).toBe(4403)
    // Pressed again, or come back: the same person.
    expect((await bob.browser.join(session, { name: 'Robert' })).person).toBe(bob.person)
    const again = await connect(bob.browser)
    expect(await again.waits()).toBe('waiting')
    await claire.do({ type: 'admit', people: [bob.person] })
    expect((await again.frame()).me).toMatchObject({ id: bob.person, name: 'Bob' })
    await socket.frame()
  })

  test('who is refused is told, and is not let in by joining again', async () => {
    const bob = await join('Bob')
    const socket = await connect(bob.browser)
    await socket.waits()
    await claire.do({ type: 'remove-many', people: [bob.person] })
    expect(await socket.bye()).toEqual({ reason: 'removed', retryInMs: null })
    await expect(bob.browser.join(session, { name: 'Bob' })).rejects.toMatchObject({ refusal: 'removed' })
  })

  test('a restart forgets nobody who waits', async () => {
    const bob = await join('Bob')
    await server.stop()
    server = await server.reopen()
    const socket = await connect(bob.browser)
    expect(await socket.waits()).toBe('waiting')
  })
})

test('[L27] joins of people who never connect cost a puzzle after a while; who connects is not counted', async () => {
  const few = await startServer({
    kinds: testKinds,
    rates: { ...RATES, unseenJoinsPerAddress: { points: 3, duration: 1e6 } },
  })
  try {
    const { session: id } = await new Browser(few.baseUrl).createSession({ file: exportWorkshop(workshop) })
    /** The status of a join that solves no puzzle. */
    const joins = async (browser = new Browser(few.baseUrl)) =>
      (
        await browser.request(`/api/sessions/${id}/join`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ mode: 'named', identity: { name: 'A', organisation: '', territory: '' } }),
        })
      ).status
    for (let i = 0; i < 6; i++) {
      const browser = new Browser(few.baseUrl)
      expect(await joins(browser)).toBe(201)
      const socket = await RawSocket.open(browser, id, 'participant')
      await socket.frame()
      socket.close()
    }
    const held = new Browser(few.baseUrl)
    expect([await joins(held), await joins(), await joins(), await joins()]).toEqual([201, 201, 201, 429])
    // A held cookie passes, and who solves the puzzle joins.
    expect(await joins(held)).toBe(200)
    expect((await new Browser(few.baseUrl).join(id, { name: 'B' })).person).not.toBe('')
  } finally {
    await few.dispose()
  }
})
