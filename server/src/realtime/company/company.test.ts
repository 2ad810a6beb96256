import { type Browser, createAs, type Facilitator, joinAs } from '@escale/bots'
import { type Company, type Goodbye, limits, type Signal, type SignalAnswer } from '@escale/shared'
import { PLAIN_WALL, SHARED_WALL, type WallDefinition } from '@escale/shared/activities/wall'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startServer, TestClock, type TestServer } from '../../testkit/index.ts'
import { RawSocket } from '../../testkit/raw-socket.ts'

const clock = new TestClock()
let server: TestServer
beforeAll(async () => {
  server = await startServer({ clock })
})
afterAll(() => server.dispose())
let open: { close: () => void }[] = []
afterEach(() => {
  for (const one of open) one.close()
  open = []
})

const wall = (id: string, settings: Partial<WallDefinition>) => ({
  id,
  kind: 'wall',
  title: 'Mur',
  instructions: '',
  privateNote: '',
  durationMs: 60_000,
  durationProposed: false,
  definition: { ...PLAIN_WALL, ...settings },
})

/** A wall that runs, its facilitator, and a line for each of `names`, heard from the first word on. */
async function stage(settings: Partial<WallDefinition> = {}, names: readonly string[] = ['Ann', 'Bob']) {
  const claire = await createAs(server.baseUrl)
  for (const id of ['w1', 'w2'])
    await claire.do({ type: 'plan-add', after: null, activity: wall(id, settings) })
  await claire.go('w1')
  const { session } = claire.created
  const line = async (browser: Browser, as: string) => {
    const socket = await RawSocket.open(browser, session, as)
    open.push(socket)
    await socket.heard()
    return socket
  }
  const people = await Promise.all(
    names.map(async (name) => {
      const bot = await joinAs(server.baseUrl, session, { name })
      bot.close()
      return { id: bot.seat.person ?? '', browser: bot.seat.browser }
    }),
  )
  const lines = []
  for (const { browser } of people) lines.push(await line(browser, 'participant'))
  open.push(claire)
  const fac = await line(claire.seat.browser, 'facilitator')
  return { claire, fac, session, people, line, lines: lines as [RawSocket, RawSocket] }
}

const say = (socket: RawSocket, signal: Signal | object) => socket.ask<SignalAnswer>('signal', signal)
const OK = { ok: true, value: null }
const REFUSED = (refusal: string) => ({ ok: false, refusal })
const writing = (activity = 'w1'): Signal => ({ type: 'writing', activity })
const guide = (turn: string, mode: 'bring' | 'offer' | null = 'bring'): Signal => ({
  type: 'guide',
  activity: 'w1',
  mode,
  turn,
})
const look = (item: string): Signal => ({ type: 'look', activity: 'w1', look: { item, above: 0.5 } })
const cursor = (x: number): Signal => ({ type: 'cursor', activity: 'w1', at: { x, y: 2 } })
/** What was told since; everything sent before has arrived when this resolves. */
const toldSince = async (socket: RawSocket, from: number): Promise<readonly Company[]> => {
  await socket.ask('clock')
  return socket.company.slice(from)
}
const makeCo = async ({ seat, created }: Facilitator) => {
  const identity = { name: 'Co', organisation: '', territory: '' }
  const link = await seat.browser.makeLink(created.session, { role: 'cofacilitator', identity })
  const { enterWith } = await import('@escale/bots')
  return enterWith(server.baseUrl, created.session, link.secret)
}

describe('who is here and who writes', () => {
  test('[M70] [M71] is counted, told once a second however many write, and forgotten', async () => {
    const { lines, fac, people } = await stage()
    const [ann, bob] = lines
    clock.advance(limits.ATTENDANCE_EVERY_MS)
    await bob.heard((n) => n.attendance?.here === 2)
    const before = bob.company.length
    for (let i = 0; i < 20; i++) {
      expect(await say(ann, writing())).toEqual(OK)
      expect(await say(fac, writing())).toEqual(OK)
      clock.advance(100)
    }
    const told = (await toldSince(bob, before)).flatMap((n) => n.attendance ?? [])
    expect(told.length).toBeLessThanOrEqual(3)
    expect(told.at(-1)).toMatchObject({ here: 2, writing: 2 })
    expect(told.at(-1)?.writers).toContain(people[0]?.id)
    clock.advance(limits.WRITING_LASTS_MS + limits.ATTENDANCE_EVERY_MS)
    await bob.heard((n) => bob.company.indexOf(n) > before && n.attendance?.writing === 0)
  })

  test('[M71] [M72] of a wall without names nothing that is told names anybody or tells people apart', async () => {
    for (const identity of ['anonymous', 'pseudonym'] as const) {
      const { lines, fac, people, line } = await stage({ identity, layout: 'matrix' })
      const [ann, bob] = lines
      await say(ann, writing())
      expect(await say(ann, cursor(1))).toEqual(REFUSED('not-now'))
      await say(ann, { type: 'react', reaction: 'clap' })
      clock.advance(limits.ATTENDANCE_EVERY_MS)
      await bob.heard((n) => n.attendance?.writing === 1)
      const late = await line(people[1]?.browser as Browser, 'participant')
      for (const socket of [bob, fac, late]) {
        const heard = JSON.stringify(await toldSince(socket, 0))
        for (const { id } of people) expect(heard).not.toContain(id)
        expect(socket.company.flatMap((n) => n.cursors ?? [])).toEqual([])
        expect(socket.company.flatMap((n) => n.attendance?.writers ?? [])).toEqual([])
      }
    }
  })

  test('[M72] names are taken back at once when a wall stops telling them', async () => {
    const { claire, lines, people } = await stage()
    const [ann, bob] = lines
    await say(ann, writing())
    clock.advance(limits.ATTENDANCE_EVERY_MS)
    await bob.heard((n) => n.attendance?.writers.includes(people[0]?.id ?? '') === true)
    const before = bob.company.length
    await claire.act({ type: 'set', settings: { identity: 'anonymous' } })
    const told = await bob.heard((n) => bob.company.indexOf(n) >= before && n.attendance !== undefined)
    expect(told.attendance?.writers).toEqual([])
  })

  test('[M72] the document of a wall without names says nothing of who is at it', async () => {
    const { claire, session } = await stage({ identity: 'anonymous' })
    const ann = await joinAs(server.baseUrl, session, { name: 'Ada' })
    const bob = await joinAs(server.baseUrl, session, { name: 'Bob' })
    open.push(ann, bob)
    await Promise.all([ann, bob].map((bot) => bot.until((s) => s.activity?.id === 'w1')))
    const [mine, theirs] = [ann.document(SHARED_WALL), bob.document(SHARED_WALL)]
    await Promise.all([mine.until((d) => d.ready), theirs.until((d) => d.ready)])
    mine.provider.awareness.setLocalState({ writing: true })
    // Named from now on: what is said then arrives, and is the first that does.
    await claire.act({ type: 'set', settings: { identity: 'named' } })
    await ann.until((s) => JSON.stringify(s.activity?.view).includes('"identity":"named"'))
    const heard: unknown[] = []
    theirs.provider.awareness.on('change', ({ added }: { added: number[] }) =>
      heard.push(...added.map((id) => theirs.provider.awareness.getStates().get(id))),
    )
    mine.provider.awareness.setLocalState({ later: true })
    await new Promise<void>((resolve) => theirs.provider.awareness.once('change', () => resolve()))
    expect(heard).toEqual([{ later: true, user: { person: ann.seat.person, name: 'Ada' } }])
  })
})

describe('a facilitator leads', () => {
  test('[M73] only facilitators do; everybody is told where they look, at most five times a second', async () => {
    const { lines, fac } = await stage()
    const [ann, bob] = lines
    expect(await say(ann, guide('t0'))).toEqual(REFUSED('not-allowed'))
    expect(await say(ann, look('n1'))).toEqual(REFUSED('not-allowed'))
    expect(await say(fac, look('n1'))).toEqual(REFUSED('not-now'))
    expect(await say(fac, guide('t1'))).toEqual(OK)
    const before = bob.company.length
    for (let i = 0; i < 50; i++) {
      expect(await say(fac, look(`n${i}`))).toEqual(OK)
      clock.advance(20)
    }
    clock.advance(limits.LOOK_EVERY_MS)
    await bob.heard((n) => n.guide?.look !== undefined && JSON.stringify(n.guide).includes('n49'))
    expect((await toldSince(bob, before)).length).toBeLessThanOrEqual(7)
    expect(await say(ann, guide('t0', null))).toEqual(REFUSED('not-allowed'))
  })

  test('[M74] who comes late is told the last look; it ends with the activity', async () => {
    const { claire, fac, people, line, lines } = await stage()
    await say(fac, guide('t1'))
    await say(fac, look('n7'))
    const late = await line(people[0]?.browser as Browser, 'participant')
    expect(late.company[0]?.guide).toEqual({ turn: 't1', mode: 'bring', look: { item: 'n7', above: 0.5 } })
    await claire.go('w2')
    await lines[0].heard((n) => n.activity === 'w2' && n.guide === null)
    expect(await say(fac, look('n8'))).toEqual(REFUSED('not-now'))
  })

  test('[M73] another facilitator takes over, whoever led does no more; who may not lead any more stops', async () => {
    const { claire, fac, lines } = await stage()
    const [ann] = lines
    const co = await makeCo(claire)
    open.push(co)
    await co.until((s) => s.activity?.id === 'w1')
    const second = await RawSocket.open(co.seat.browser, claire.created.session, 'facilitator')
    open.push(second)
    await second.heard()
    await say(fac, guide('t1'))
    expect(await say(second, guide('t2', 'offer'))).toEqual(OK)
    expect(await say(fac, look('n1'))).toEqual(REFUSED('not-now'))
    clock.advance(limits.LOOK_EVERY_MS)
    await ann.heard((n) => n.guide?.turn === 't2' && n.guide.mode === 'offer')
    await claire.do({ type: 'remove', person: co.seat.person ?? '' })
    clock.advance(limits.LOOK_EVERY_MS)
    await ann.heard((n) => ann.company.indexOf(n) > 1 && n.guide === null)
  })

  test('[M74] whoever led and is gone has a moment to come back', async () => {
    const { claire, fac, lines } = await stage()
    const [ann] = lines
    await say(fac, guide('t1'))
    clock.advance(limits.LOOK_EVERY_MS)
    await ann.heard((n) => n.guide?.turn === 't1')
    const before = ann.company.length
    fac.close()
    claire.close()
    await until(() => server.app.http.listening && ann.connected)
    clock.advance(limits.ATTENDANCE_EVERY_MS)
    await ann.ask('clock')
    clock.advance(limits.AWAY_AFTER_MS + limits.LOOK_EVERY_MS)
    const told = await ann.heard((n) => ann.company.indexOf(n) >= before && n.guide !== undefined)
    expect(told.guide).toBeNull()
  })
})

describe('cursors', () => {
  test('[M75] are shown to few people on a board, with names where the wall tells them, until they rest', async () => {
    const { lines, people, fac } = await stage({ layout: 'canvas' })
    const [ann, bob] = lines
    for (let i = 0; i < 10; i++) {
      expect(await say(ann, cursor(i))).toEqual(OK)
      clock.advance(10)
    }
    clock.advance(limits.CURSORS_EVERY_MS)
    const told = await bob.heard((n) => n.cursors?.some((c) => c.x === 9) === true)
    expect(told.cursors).toEqual([{ key: ann.company[0]?.cursor, x: 9, y: 2, person: people[0]?.id }])
    expect(bob.company.filter((n) => n.cursors?.length).length).toBeLessThanOrEqual(3)
    const before = bob.company.length
    clock.advance(limits.CURSOR_RESTS_MS + limits.CURSORS_EVERY_MS)
    await bob.heard((n) => bob.company.indexOf(n) >= before && n.cursors?.length === 0)
    await fac.ask('command', {
      id: 'off',
      command: { type: 'act', activity: 'w1', action: { type: 'cursors', shown: false } },
    })
    expect(await say(ann, cursor(1))).toEqual(REFUSED('not-now'))
  })

  test('[M75] nobody sees cursors in columns, or with twelve people', async () => {
    const columns = await stage({ layout: 'columns' })
    expect(await say(columns.lines[0], cursor(1))).toEqual(REFUSED('not-now'))
    const names = Array.from({ length: limits.CURSORS_UNDER_PEOPLE - 2 }, (_, i) => `P${i}`)
    const { lines, session, line } = await stage({ layout: 'canvas' }, names)
    expect(await say(lines[0], cursor(1))).toEqual(OK)
    const one = await joinAs(server.baseUrl, session, { name: 'One more' })
    one.close()
    await line(one.seat.browser, 'participant')
    expect(await say(lines[0], cursor(2))).toEqual(REFUSED('not-now'))
    expect(await say(lines[0], { type: 'cursor', activity: 'w1', at: null })).toEqual(OK)
  })
})

describe('reactions', () => {
  test('[P15] are counted for everybody, told at most twice a second, and nobody gives too many', async () => {
    const { lines } = await stage()
    const [ann, bob] = lines
    const clap = { type: 'react', reaction: 'clap' }
    const answers = []
    for (let i = 0; i < limits.REACTIONS_BURST + 3; i++) answers.push(await say(ann, clap))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(limits.REACTIONS_BURST)
    expect(answers.at(-1)).toEqual(REFUSED('rate-limited'))
    await say(bob, { type: 'react', reaction: 'heart' })
    clock.advance(limits.APPLAUSE_EVERY_MS)
    const told = await bob.heard((n) => n.applause !== undefined)
    expect(told.applause).toEqual([limits.REACTIONS_BURST, 1, 0, 0, 0, 0])
    clock.advance(1_000)
    expect(await say(ann, clap)).toEqual(OK)
  })
})

test('[P15] what is no signal is refused, a screen says nothing, and a flood ends its own connection only', async () => {
  const { claire, lines, session, line } = await stage()
  const [ann, bob] = lines
  for (const bad of [
    null,
    {},
    { type: 'writing' },
    { type: 'react', reaction: 'x' },
    { type: 'look', activity: 'w1', look: { item: 'a', above: 7 } },
    { type: 'cursor', activity: 'w1', at: { x: Number.NaN, y: 0 } },
    { type: 'guide', activity: 'w1', mode: 'bring', turn: '<b>' },
  ])
    expect([bad, await say(ann, bad as object)]).toEqual([bad, REFUSED('invalid')])
  expect(await say(ann, writing('w2'))).toEqual(REFUSED('not-now'))
  expect(await say(ann, writing('__proto__'))).toEqual(REFUSED('not-now'))
  const { secret } = await claire.seat.browser.makeLink(session, { role: 'screen' })
  const { Browser: Fresh } = await import('@escale/bots')
  const browser = new Fresh(server.baseUrl)
  await browser.enter(session, secret)
  const screen = await line(browser, 'screen')
  for (const signal of [writing(), guide('t1'), { type: 'react', reaction: 'clap' }])
    expect(await say(screen, signal)).toEqual(REFUSED('not-allowed'))
  for (let i = 0; i < 1_000; i++) ann.say('signal', writing())
  const reason: Goodbye = 'rate-limited'
  expect(await ann.bye()).toMatchObject({ reason })
  expect(await say(bob, writing())).toEqual(OK)
})

/** Waits for the loop to turn until something holds. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve))
}
