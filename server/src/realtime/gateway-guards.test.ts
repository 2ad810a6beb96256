/** What the Socket.IO end itself keeps out, over real sockets: at the door, of what is sent, and between rooms. */
import { Browser } from '@escale/bots'
import { accept, exportWorkshop, type Kinds, refuse, type SealedEdit, type SealedKind } from '@escale/shared'
import { tallyWorkshop, testKinds } from '@escale/shared/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { RATES } from '../auth/rate-limits.ts'
import { startServer, TestClock, type TestServer } from '../testkit/index.ts'
import { RawSocket } from '../testkit/raw-socket.ts'

const tally = testKinds['tally'] as SealedKind
type Aside = { readonly aside: Readonly<Record<string, string>> }
const asideOf = (state: unknown, id: string | null) => (state as Aside).aside[id ?? ''] ?? 'hall'
/** Whoever puts a word aside sees what those see who put the same word, and nobody else; `edit` is refused unless it says so. */
const kinds: Kinds = {
  tally: {
    ...tally,
    audience: (state, { id }) => asideOf(state, id),
    view: (state, audience) => ({
      view: { only: audience, total: (state as { total: number }).total },
      mentions: [],
    }),
    edit: (_, raw) =>
      raw === 'fine'
        ? accept<SealedEdit>({
            pictures: [],
            frees: false,
            finishes: false,
            names: [],
            apply: () => accept(null),
          })
        : refuse('stale'),
  },
}

const clock = new TestClock()
const LIMIT = 6
let server: TestServer
let driver: Browser
let session: string
let activity: string
const open: RawSocket[] = []
beforeAll(async () => {
  const rates = {
    ...RATES,
    commandsPerPerson: { points: LIMIT, duration: 1e6 },
    connectionsPerPerson: { points: LIMIT, duration: 1e6 },
  }
  server = await startServer({ kinds, clock, rates })
  driver = new Browser(server.baseUrl)
  ;({ session } = await driver.createSession({ file: exportWorkshop(tallyWorkshop('a', 'b')) }))
  const console = await connect(driver, 'facilitator')
  activity = (await console.frame()).plan?.workshop.plan[0]?.id ?? ''
  await console.command('go', { type: 'go', activity })
})
afterAll(async () => {
  for (const socket of open) socket.close()
  await server.dispose()
})

async function connect(browser: Browser, as: string, options: Parameters<typeof RawSocket.open>[3] = {}) {
  const socket = await RawSocket.open(browser, session, as, options)
  open.push(socket)
  return socket
}
async function visitor(name: string) {
  const browser = new Browser(server.baseUrl)
  const { person } = await browser.join(session, { name })
  const socket = await connect(browser, 'participant')
  await socket.frame()
  return { browser, person, socket }
}
async function screen() {
  const browser = new Browser(server.baseUrl)
  await browser.enter(session, (await driver.makeLink(session, { role: 'screen' })).secret)
  const socket = await connect(browser, 'screen')
  await socket.frame()
  return socket
}
const refused = (refusal: string) => ({ ok: false, refusal })
const act = (action: unknown) => ({ type: 'act', activity, action })

test('[P6] who is turned away for good hears no time to come back, who comes too often hears one', async () => {
  const stranger = new Browser(server.baseUrl)
  const turnedAway = async (as: string, query: Record<string, string> = {}) =>
    (await connect(stranger, as, { query })).bye()
  for (const [as, query, reason] of [
    ['participant', {}, 'not-allowed'],
    ['nobody', {}, 'not-allowed'],
    ['participant', { session: 'unknown' }, 'unknown-session'],
    ['participant', { session: '' }, 'unknown-session'],
    // Which version it speaks comes before who it is and what it wants.
    ['nobody', { session: '', version: '0' }, 'version'],
  ] as const)
    expect(await turnedAway(as, query)).toEqual({ reason, retryInMs: null })
  const { browser, socket } = await visitor('Souvent')
  const again = await Promise.all(Array.from({ length: LIMIT }, () => connect(browser, 'participant')))
  const fates = await Promise.all(again.map((one) => one.fate()))
  expect(fates.toSorted()).toEqual([...Array(LIMIT - 1).fill('in'), 'rate-limited'])
  const late = await again[fates.indexOf('rate-limited')]?.bye()
  expect(late?.retryInMs).toBeGreaterThanOrEqual(10_000)
  expect(late?.retryInMs).toBeLessThanOrEqual(14_500)
  // Counted by person: another one comes in.
  expect(await (await visitor('Rarement')).socket.fate()).toBe('in')
  expect(socket.connected).toBe(true)
})

test('[P2] a screen commands nothing, whatever it says; everybody is answered once, whatever they send', async () => {
  const socket = await screen()
  const signed = (command: unknown) => socket.ask('command', { id: 'x', command })
  for (const command of [
    act({ type: 'add' }),
    { type: 'pause' },
    { type: 'write', activity, edit: 'fine' },
    7,
  ])
    expect(await signed(command)).toEqual(refused('not-allowed'))
  expect(await socket.ask('signal', { type: 'react', reaction: 'clap' })).toMatchObject({ ok: false })
  const { socket: person } = await visitor('Poli')
  expect(await person.ask('command', { id: 'x' })).toEqual(refused('invalid'))
  expect(await person.ask('anything')).toEqual(refused('invalid'))
  const answers: unknown[] = []
  person.say('command', { id: 'y', command: act({ type: 'add' }) }, (receipt: unknown) =>
    answers.push(receipt),
  )
  person.say('clock', (now: unknown) => answers.push(now))
  while (answers.length < 2) await person.ask('clock')
  await person.ask('clock')
  expect(answers).toHaveLength(2)
  expect(answers).toContainEqual({ ok: true, value: { seq: expect.any(Number) } })
})

test('[P13] what is to be written never is a command of the log; [P12] what is late is not done', async () => {
  const { person, socket } = await visitor('Écrit')
  const host = (await server.app.sessions.open(session))?.host
  const before = host?.state.seq
  const write = (edit: unknown) => socket.command('w', { type: 'write', activity, edit })
  expect(await write('wrong')).toEqual(refused('stale'))
  expect(await write('fine')).toEqual({ ok: true, value: { seq: before } })
  const late = { id: 'l', command: act({ type: 'add' }), late: true }
  expect(await socket.ask('command', late)).toEqual(refused('expired'))
  expect(host?.state.seq).toBe(before)
  const done = await socket.command('l', act({ type: 'add' }))
  expect(done).toMatchObject({ ok: true })
  expect(await socket.ask('command', late)).toEqual(done)
  const [event] = await server.store.loadEvents(session, before ?? 0)
  expect(event).toMatchObject({ actor: person, commandId: `${person}:l` })
})

test('[P2] one person’s commands are counted, over all their sockets, and nobody else’s', async () => {
  const { browser, socket } = await visitor('Vite')
  const second = await connect(browser, 'participant')
  await second.frame()
  const receipts = []
  for (let i = 0; i < LIMIT + 2; i++)
    receipts.push(await (i % 2 ? socket : second).command(`v${i}`, act({ type: 'add' })))
  expect(receipts.map((one) => one.ok)).toEqual([...Array(LIMIT).fill(true), false, false])
  expect(receipts.at(-1)).toEqual(refused('rate-limited'))
  const other = await visitor('Doux')
  expect(await other.socket.command('d', act({ type: 'add' }))).toMatchObject({ ok: true })
})

test('[P4] who comes to see something else hears nothing more of what they saw before, and no other session anything', async () => {
  const [léa, noé] = [await visitor('Léa'), await visitor('Noé')]
  const only = (socket: RawSocket, from: number) =>
    new Set(
      socket.frames
        .slice(from)
        .flatMap(({ activity: slice }) => (slice ? [(slice.view as { only: string }).only] : [])),
    )
  const settled = async (socket: RawSocket) => {
    for (let i = 0; i < 3; i++) {
      clock.advance(1_000)
      await socket.ask('clock')
    }
  }
  await léa.socket.command('1', act({ type: 'aside', word: 'rouge' }))
  await settled(léa.socket)
  await léa.socket.frame(
    ({ activity: slice }) => (slice?.view as { only?: string } | undefined)?.only === 'rouge',
  )
  const [fromLéa, fromNoé] = [léa.socket.frames.length, noé.socket.frames.length]
  await noé.socket.command('1', act({ type: 'add' }))
  await settled(noé.socket)
  await settled(léa.socket)
  expect([only(léa.socket, fromLéa), only(noé.socket, fromNoé)]).toEqual([
    new Set(['rouge']),
    new Set(['hall']),
  ])
  // Counted on without a gap, in the room where each is.
  for (const { socket } of [léa, noé]) {
    const numbers = socket.frames.slice(1).map(({ frame, whole }) => (whole ? 'whole' : frame))
    const since = numbers.slice(numbers.lastIndexOf('whole') + 1) as number[]
    expect(since).toEqual(since.map((_, i) => (since[0] ?? 0) + i))
  }
})

test('[P6] a server that closes says when to come back, spread over some seconds', async () => {
  const small = await startServer({ kinds })
  const browser = new Browser(small.baseUrl)
  const created = await browser.createSession({ file: exportWorkshop(tallyWorkshop('a')) })
  const socket = await RawSocket.open(browser, created.session, 'facilitator')
  await socket.frame()
  await small.dispose()
  const { reason, retryInMs } = await socket.bye()
  expect(reason).toBe('restarting')
  expect(retryInMs).toBeGreaterThanOrEqual(500)
  expect(retryInMs).toBeLessThanOrEqual(5_000)
})
