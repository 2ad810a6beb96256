import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Bot, enterWith, type Facilitator, joinAs } from '@escale/bots'
import {
  ballotPage,
  likesPage,
  readBallot,
  readLikeCounts,
  readRound,
  USUAL_VOTE,
  VOTES,
  type VoteSettings,
  type WallEdit,
} from '@escale/shared/activities/wall'
import { afterEach, expect, test, vi } from 'vitest'
import type * as Y from 'yjs'
import { startServer, TestClock, type TestServer } from '../../testkit/index.ts'
import { openWall } from './open-wall.testkit.ts'

vi.setConfig({ testTimeout: 60_000 })

const ROUND = 'round001'
const SECRET = { id: ROUND, settings: { secret: true } }
const NOTES = ['n1', 'n2', 'n3', 'n4', 'n5', 'n6']
const refused = (refusal: string) => ({ ok: false, refusal })

let server: TestServer
let bots: Bot[] = []
afterEach(async () => {
  for (const bot of bots) bot.close()
  await server.dispose()
})

async function stage(voters: number, clock?: TestClock) {
  server = await startServer(clock ? { clock } : {})
  const claire = await openWall(server, {}, 600_000)
  const { session } = claire.created
  const people = await Promise.all(
    Array.from({ length: voters }, (_, i) => joinAs(server.baseUrl, session, { name: `Personne ${i}` })),
  )
  bots = [claire, ...people]
  await claire.go('w1')
  await Promise.all(people.map((bot) => bot.until((sight) => sight.activity?.id === 'w1')))
  for (const id of NOTES)
    await claire.write({ type: 'put', note: { id, text: `texte ${id}`, colour: 0, zone: '' } }, 'w1')
  return { claire, people, session }
}

const idOf = (bot: Bot): string => bot.seat.person ?? ''
const dot = (note: string, dots = 1, round = ROUND): WallEdit => ({ type: 'dot', round, note, dots })
const start = (
  claire: Facilitator,
  settings: Partial<VoteSettings> = {},
  ms: number | null = null,
  round = ROUND,
) => claire.act({ type: 'vote-start', round, settings: { ...USUAL_VOTE, ...settings }, ms }, 'w1')
const close = (claire: Facilitator, round = ROUND) => claire.act({ type: 'vote-close', round }, 'w1')
const told = (bot: Bot, round = ROUND) => readRound(bot.document(VOTES, 'w1').doc, round)
const untilFinal = async (bot: Bot, round = ROUND) => {
  await bot.document(VOTES, 'w1').until(({ doc }) => readRound(doc, round).final)
  return told(bot, round)
}

/** Every byte that the data folder holds now, the write-ahead log included. */
const stored = async (): Promise<Buffer> => {
  const names = await readdir(server.dataFolder)
  return Buffer.concat(await Promise.all(names.map((name) => readFile(join(server.dataFolder, name)))))
}

test('[M33] [M34] of a secret vote of twenty neither what one receives nor what is stored tells who voted for what', async () => {
  const { claire, people, session } = await stage(20)
  const [spy] = people as [Bot]
  const frames: string[] = []
  spy.connection.onFrame((frame) => frames.push(JSON.stringify(frame)))
  const seen: string[] = []
  const votes = spy.document(VOTES, 'w1')
  const wire: string[] = []
  votes.doc.on('update', (update: Uint8Array) => {
    wire.push(Buffer.from(update).toString('latin1'))
    const { totals, voters, final } = told(spy)
    if (!final) seen.push(JSON.stringify([totals && [...totals], [...voters]]))
  })
  await start(claire)
  const others = people.slice(1)
  await Promise.all(
    others.map(async (bot, i) => {
      expect(await bot.write(dot(NOTES[i % 3] as string, 2), 'w1')).toMatchObject({ ok: true })
      expect(await bot.write(dot(NOTES[3 + (i % 2)] as string), 'w1')).toMatchObject({ ok: true })
    }),
  )
  await votes.until(({ doc }) => readRound(doc, ROUND).voted === 19)
  // While it runs: how many have voted, and not one note, not one voter.
  expect([...new Set(seen)]).toEqual(['[null,[]]'])
  expect(wire.length).toBeGreaterThan(0)
  for (const text of wire) expect(text).not.toMatch(/n[1-6]/)
  const target = others[0] as Bot
  const mine = target.document(ballotPage(SECRET, idOf(target)), 'w1')
  await mine.until(({ doc }) => readBallot(doc).size === 2)
  for (const bot of [spy, claire]) {
    const page = bot.document(ballotPage(SECRET, idOf(target)), 'w1')
    await page.until((d) => d.closedWith === 4403)
  }
  const { store } = server
  const key = { session, activity: 'w1', name: ballotPage(SECRET, idOf(target)) }
  const { updates } = await store.loadDocument(key)
  const before = await stored()
  expect(updates.length).toBeGreaterThan(0)
  for (const update of updates) expect(before.includes(Buffer.from(update))).toBe(true)

  await close(claire)
  const { totals, voters, voted } = await untilFinal(spy)
  expect([voted, voters.size]).toEqual([19, 0])
  const given = [...(totals ?? [])].sort()
  expect(given).toEqual([
    ['n1', 14],
    ['n2', 12],
    ['n3', 12],
    ['n4', 10],
    ['n5', 9],
  ])
  await mine.until((d) => d.closedWith === 4403)
  await vi.waitFor(async () => {
    expect((await store.listDocuments(session, 'w1')).filter((name) => name.startsWith('ballot'))).toEqual([])
    const after = await stored()
    expect(after.includes(`ballot-${ROUND}`)).toBe(false)
    for (const update of updates) expect(after.includes(Buffer.from(update))).toBe(false)
  })
  // What is left of the vote names nobody, and was written by one hand.
  const left = await store.loadDocument({ session, activity: 'w1', name: VOTES })
  const bytes = Buffer.concat([...(left.snapshot ? [left.snapshot] : []), ...left.updates]).toString('latin1')
  for (const bot of people) expect(bytes).not.toContain(idOf(bot))
  expect([...votes.doc.store.clients.keys()]).toHaveLength(1)
  expect(JSON.stringify(await store.loadEvents(session, 0))).not.toMatch(/"dot"|"write"/)
  expect(frames.length).toBeGreaterThan(0)
  for (const frame of frames) expect(frame).not.toMatch(/"dot"|ballot/)
  expect(await target.write(dot('n6', 0), 'w1')).toEqual(refused('closed'))
})

test('[M37] a vote that is given up leaves nothing of its ballots, and an undo of its start is no dead end', async () => {
  const { claire, people, session } = await stage(1)
  const [ann] = people as [Bot]
  await start(claire)
  await ann.write(dot('n1'), 'w1')
  await claire.act({ type: 'vote-cancel', round: ROUND }, 'w1')
  await vi.waitFor(async () => {
    expect((await server.store.listDocuments(session, 'w1')).filter((name) => name.includes(ROUND))).toEqual(
      [],
    )
    expect((await stored()).includes(`ballot-${ROUND}`)).toBe(false)
  })
  await claire.until((sight) => sight.plan?.undo?.detail === 'vote-start')
  await claire.do({ type: 'undo', seq: claire.sight.plan?.undo?.seq ?? 0 })
  await claire.until((sight) => sight.plan?.undo?.detail !== 'vote-start')
})

test('[M31] nobody spends more than the budget: not at once over two lines, not for others, not for what is not there', async () => {
  const { claire, people } = await stage(2)
  const [ann, bob] = people as [Bot, Bot]
  await start(claire)
  // The same person on a second device.
  const twin = await enterWith(server.baseUrl, claire.created.session, ann.seat.secret)
  bots.push(twin)
  await twin.until((sight) => sight.activity?.id === 'w1')
  const all = await Promise.all(
    [...NOTES, ...NOTES].map((note, i) => (i % 3 ? ann : twin).write(dot(note, 1 + (i % 2)), 'w1')),
  )
  expect(all.some((receipt) => !receipt.ok)).toBe(true)
  const forged = [
    { ...dot('n1'), person: idOf(bob) },
    { ...dot('n1'), dots: -2 },
    { ...dot('n1'), dots: 1.5 },
    { ...dot('n1'), dots: 99 },
    dot('never'),
    dot('n1', 1, 'round999'),
  ]
  for (const edit of forged) expect(await ann.write(edit, 'w1')).toMatchObject({ ok: false })
  expect(await claire.write(dot('n1'), 'w1')).toEqual(refused('not-allowed'))
  await close(claire)
  const { totals, voted } = await untilFinal(bob)
  expect(voted).toBe(1)
  expect([...(totals ?? [])].reduce((sum, [, dots]) => sum + dots, 0)).toBe(3)
})

test('[M35] a server that dies while a vote runs holds budgets afterwards, and counts every vote that it took, once', async () => {
  const { claire, people } = await stage(3)
  const [ann, bob] = people as [Bot, Bot]
  await start(claire, { dots: 2 })
  await ann.write(dot('n1', 2), 'w1')
  await bob.write(dot('n2'), 'w1')
  await server.crash()
  server = await server.reopen()
  expect(await ann.write(dot('n3'), 'w1')).toEqual(refused('too-many'))
  expect(await bob.write(dot('n3'), 'w1')).toMatchObject({ ok: true })
  await close(claire)
  // Died in the middle of what follows a close, or after it: counted all the same.
  await server.crash()
  server = await server.reopen()
  const { totals } = await untilFinal(bob)
  expect([...(totals ?? [])].sort()).toEqual([
    ['n1', 2],
    ['n2', 1],
    ['n3', 1],
  ])
})

test('[M30] a vote ends by itself at its time, and a pause stops that time', async () => {
  const clock = new TestClock()
  const { claire, people } = await stage(1, clock)
  const [ann] = people as [Bot]
  await start(claire, {}, 10_000)
  expect(await ann.write(dot('n1'), 'w1')).toMatchObject({ ok: true })
  await claire.do({ type: 'pause' })
  clock.advance(60_000)
  expect(await ann.write(dot('n2'), 'w1')).toMatchObject({ ok: true })
  await claire.do({ type: 'resume' })
  clock.advance(10_000)
  const { totals } = await untilFinal(ann)
  expect([...(totals ?? [])].sort()).toEqual([
    ['n1', 1],
    ['n2', 1],
  ])
  expect(await ann.write(dot('n1', 0), 'w1')).toEqual(refused('closed'))
})

test('[M33] a live vote tells totals while it runs, a named one who voted; hearts are counted and not named', async () => {
  const { claire, people } = await stage(2)
  const [ann, bob] = people as [Bot, Bot]
  await start(claire, { live: true, secret: false })
  await claire.act({ type: 'likes', on: true }, 'w1')
  await ann.write(dot('n1', 2), 'w1')
  await ann.write({ type: 'like', note: 'n2', on: true } satisfies WallEdit, 'w1')
  await bob.write({ type: 'like', note: 'n2', on: true } satisfies WallEdit, 'w1')
  const votes = bob.document(VOTES, 'w1')
  const holds = (doc: Y.Doc) =>
    readRound(doc, ROUND).totals?.get('n1') === 2 && readLikeCounts(doc).get('n2') === 2
  await votes.until(({ doc }) => holds(doc))
  expect(told(bob)).toMatchObject({ voted: 1, final: false })
  expect(told(bob).voters.get('n1')).toEqual({ [idOf(ann)]: 2 })
  await bob.document(likesPage(idOf(ann)), 'w1').until((d) => d.closedWith === 4403)
  // Two notes become one: whoever liked both likes it once; dots go back to their owners while a vote is open.
  await ann.write({ type: 'like', note: 'n3', on: true } satisfies WallEdit, 'w1')
  await claire.write({ type: 'merge', into: 'n3', notes: ['n1', 'n2'] } satisfies WallEdit, 'w1')
  await votes.until(({ doc }) => readLikeCounts(doc).get('n3') === 2 && readLikeCounts(doc).size === 1)
  await votes.until(({ doc }) => readRound(doc, ROUND).totals?.size === 0)
  await claire.write({ type: 'place', from: 'shelf', notes: ['n1', 'n2'] } satisfies WallEdit, 'w1')
  await votes.until(({ doc }) => holds(doc) && readLikeCounts(doc).get('n3') === 1)
  // A note that is taken away takes its votes along.
  await claire.write({ type: 'shelve', from: 'wall', notes: ['n1', 'n2'] } satisfies WallEdit, 'w1')
  await votes.until(({ doc }) => readRound(doc, ROUND).totals?.size === 0 && !readLikeCounts(doc).has('n2'))
  // Opened again, a named vote still knows its ballots.
  await close(claire)
  await untilFinal(bob)
  await claire.act({ type: 'vote-reopen', round: ROUND }, 'w1')
  await votes.until(({ doc }) => !readRound(doc, ROUND).final)
  expect(await ann.write(dot('n3', 3), 'w1')).toMatchObject({ ok: true })
  await close(claire)
  expect((await untilFinal(bob)).totals).toEqual(new Map([['n3', 3]]))
})
