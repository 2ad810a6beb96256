import { type Bot, createAs, type Facilitator, joinAs } from '@escale/bots'
import { exportWorkshop, limits, liveActivity, type Receipt } from '@escale/shared'
import { tallyWorkshop, testKinds } from '@escale/shared/testkit'
import { afterEach, expect, test } from 'vitest'
import { openSqliteStore } from '../store/sqlite/sqlite-store.ts'
import { startServer, TestClock, type TestServer } from '../testkit/index.ts'
import { createServerClock } from './clock.ts'

const file = exportWorkshop(tallyWorkshop('a', 'b'))
let clock: TestClock
let server: TestServer
let bots: Bot[] = []
afterEach(async () => {
  for (const bot of bots) bot.close()
  bots = []
  await server.dispose()
})

async function opened(people: number): Promise<{ claire: Facilitator; session: string; crowd: Bot[] }> {
  clock = new TestClock()
  server = await startServer({ kinds: testKinds, clock })
  const claire = await createAs(server.baseUrl, { file })
  const { session } = claire.created
  const names = Array.from({ length: people }, (_, i) => `Personne ${i}`)
  const crowd = await Promise.all(names.map((name) => joinAs(server.baseUrl, session, { name })))
  bots = [claire, ...crowd]
  await claire.go(claire.plan()[0]?.id ?? '')
  await Promise.all(crowd.map((bot) => bot.until((s) => s.activity !== null)))
  return { claire, session, crowd }
}

async function stateOf(session: string) {
  const live = await server.app.sessions.open(session)
  if (live === undefined) throw new Error('no session')
  return live.host.state
}

async function totalOf(session: string): Promise<number> {
  const [run] = Object.values((await stateOf(session)).runs)
  return (run?.state as { total: number } | undefined)?.total ?? 0
}

test('[S17] a server that dies in the middle loses nothing that was acknowledged, and counts nothing twice', async () => {
  const { session, crowd } = await opened(10)
  const acknowledged: Receipt[] = []
  const PER_PERSON = 10
  const sent = crowd.flatMap((bot) =>
    Array.from({ length: PER_PERSON }, () =>
      bot.act({ type: 'add' }).then((receipt) => acknowledged.push(receipt)),
    ),
  )
  await Promise.race(sent)
  const before = acknowledged.length
  await server.crash()
  server = await server.reopen()
  expect(await totalOf(session)).toBeGreaterThanOrEqual(before)
  // Everybody sends again what was not answered.
  await Promise.all(sent)
  expect(acknowledged.map((r) => r.ok)).toEqual(sent.map(() => true))
  expect(new Set(acknowledged.map((r) => (r.ok ? r.value.seq : r.refusal))).size).toBe(
    crowd.length * PER_PERSON,
  )
  expect(await totalOf(session)).toBe(crowd.length * PER_PERSON)
})

test('[C10] a server that comes back is in the same activity, the same phase, at the same second', async () => {
  const { claire, session } = await opened(1)
  clock.advance(12_000)
  await claire.do({ type: 'pause' })
  clock.advance(300_000)
  await claire.do({ type: 'resume' })
  clock.advance(5_000)
  const moment = async () => {
    const state = await stateOf(session)
    return liveActivity(testKinds, state, state.current, clock.now())?.moment
  }
  const before = await moment()
  await server.crash()
  clock.advance(20_000)
  server = await server.reopen()
  expect(before?.elapsed).toBe(17_000)
  expect((await moment())?.elapsed).toBe(37_000)
  expect((await moment())?.location.phase.id).toBe('open')
  // The end of the phase comes while the server is away.
  await server.crash()
  clock.advance(60_000)
  server = await server.reopen()
  expect((await moment())?.location.phase.id).toBe('over')
  await claire.until((s) => s.activity?.kind === 'tally' && claire.connection.connected)
})

test('[S19] nobody is away after a restart before they could come back; who does not come is', async () => {
  const { claire, session, crowd } = await opened(2)
  const [yanis, lea] = crowd
  lea?.close()
  await server.crash()
  server = await server.reopen()
  await stateOf(session)
  const away = async () =>
    Object.values((await stateOf(session)).people)
      .filter((p) => p.away)
      .map((p) => p.id)
  // Both that stay are here again when the server has answered something that was asked after its return.
  for (const bot of [claire, yanis]) await bot?.command({ type: 'act', activity: 'none', action: {} })
  clock.advance(limits.AWAY_AFTER_MS - 1_000)
  expect(await away()).toEqual([])
  clock.advance(1_000)
  const live = await server.app.sessions.open(session)
  await live?.host.settled()
  expect(await away()).toEqual([lea?.seat.person])
})

test('a session that nobody uses leaves the memory, and comes back as it was', async () => {
  const { session } = await opened(1)
  for (const bot of bots) bot.close()
  const live = await server.app.sessions.open(session)
  // Everybody has left when the last is away.
  const isEmpty = () => live?.isIdle ?? true
  while (!isEmpty()) await new Promise((resolve) => setImmediate(resolve))
  const before = live?.host.state
  clock.advance(limits.AWAY_AFTER_MS)
  await live?.host.settled()
  for (let i = 0; i < 3 && server.app.sessions.size > 0; i++) {
    clock.advance(10 * 60_000)
    await live?.host.settled()
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect(server.app.sessions.size).toBe(0)
  const again = await stateOf(session)
  expect(again.runs).toEqual(before?.runs)
  expect(new Set(Object.values(again.people).map((p) => p.away))).toEqual(new Set([true]))
})

test('[C11] a server that comes back with an earlier clock goes on from where it was, not an hour before the start', async () => {
  const { session } = await opened(1)
  const ahead = clock.now()
  await server.stop()
  const store = await openSqliteStore({ folder: server.dataFolder, startEmpty: false })
  expect(store.lastAt).toBe(ahead)
  await store.close()
  const machine = { wall: () => ahead - 3_600_000, steady: () => performance.now(), uptime: () => 0 }
  const late = createServerClock({ sources: machine, notBefore: store.lastAt })
  const again = await startServer({ kinds: testKinds, clock: late, dataFolder: server.dataFolder })
  const live = await again.app.sessions.open(session)
  const moment = () =>
    liveActivity(testKinds, live?.host.state ?? ({} as never), live?.host.state.current ?? null, late.now())
      ?.moment
  const before = moment()?.elapsed ?? Number.NaN
  while (moment()?.elapsed === before) await new Promise((resolve) => setImmediate(resolve))
  expect(moment()?.elapsed).toBeGreaterThan(before)
  await again.stop()
  server = await server.reopen()
})
