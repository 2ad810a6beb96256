import { type Bot, INTENTIONS } from '@escale/bots'
import { elapsed, readWall } from '@escale/shared'
import { SHARED_WALL, type WallEdit } from '@escale/shared/activities/wall'
import { beginTour, groupOf, openGroups } from '../fixtures/groups.ts'
import { SERVER_IS_GONE } from '../fixtures/people.ts'
import { adapt } from '../fixtures/plan.ts'
import { expect, test } from '../fixtures/test.ts'

const TEMPLATE = 'visio-24-avril'
/** Two clocks that were measured over the network. */
const CLOCK_TOLERANCE_MS = 150

test('a server killed while a wall is written loses no note that it had confirmed, nor any written meanwhile', async ({
  people,
  server,
}) => {
  const facilitator = await people.facilitator({ template: TEMPLATE })
  const wall = facilitator.activity('wall').id
  const bots = await people.bots(facilitator.seat.session, 0, 6)
  await facilitator.go(wall)
  for (const bot of bots) await bot.until((sight) => sight.activity?.id === wall)
  const write = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, i) => {
      const n = from + i
      const note = { id: `n${n}`, text: INTENTIONS[n] ?? '', colour: 0, zone: '' }
      const edit: WallEdit = { type: 'put', note, secret: `the-secret-of-note-${n}` }
      return (bots[n % bots.length] as Bot).write(edit, wall)
    })
  await Promise.all(write(0, 40))
  const underWay = write(40, 50)
  people.provokes(SERVER_IS_GONE)
  await server.kill()
  const meanwhile = write(50, INTENTIONS.length)
  await server.begin()

  for (const receipt of await Promise.all([...underWay, ...meanwhile])) expect(receipt.ok).toBe(true)
  const [bot] = bots as [Bot]
  const again = await people.enter(bot.seat.session, bot.seat.secret)
  const held = await again
    .document(SHARED_WALL, wall)
    .until((d) => readWall(d.doc).notes.length === INTENTIONS.length)
  expect(
    readWall(held.doc)
      .notes.map((note) => note.text)
      .sort(),
  ).toEqual([...INTENTIONS].sort())
})

interface Rally {
  readonly words: readonly { readonly word: string; readonly at: number }[]
}
const wordsSeen = (bot: Bot) =>
  (bot.sight.activity?.view as Rally | undefined)?.words.map((w) => w.word) ?? []

test('a server killed during the rally comes back to the same second, and every saved word is there', async ({
  people,
  server,
}) => {
  const facilitator = await people.facilitator({ template: TEMPLATE })
  const words = ['avant', 'pendant', 'après']
  const rally = await adapt(
    facilitator,
    'word-rally',
    { source: 'prepared', words, intervalMs: 4_000 },
    { durationMs: 20_000 },
  )
  const bots = await people.bots(facilitator.seat.session, 0, 4)
  await facilitator.go(rally)
  const stories = await Promise.all(
    bots.map(async (bot) => {
      await bot.until((sight) => sight.activity?.id === rally)
      const story = await bot.document(`story-${bot.sight.me?.id}`).until((d) => d.ready)
      story.doc.getText('text').insert(0, `avant la coupure, ${bot.seat.name}`)
      return story.until((d) => d.saved)
    }),
  )
  const startedAt = bots[0]?.sight.activity?.run.startedAt ?? 0

  people.provokes(SERVER_IS_GONE)
  await server.kill()
  for (const [index, story] of stories.entries())
    story.doc.getText('text').insert(0, `écrit sans réseau par ${bots[index]?.seat.name} ; `)
  await server.begin()

  for (const [index, bot] of bots.entries()) {
    await bot.until((sight) => sight.activity?.id === rally && bot.connection.connected)
    expect(bot.sight.activity?.run.startedAt).toBe(startedAt)
    await bot.until(() => wordsSeen(bot).includes('après'))
    await stories[index]?.until((d) => d.saved)
  }
  const [bot] = bots
  if (bot === undefined) throw new Error('nobody')
  const real = Date.now() - startedAt
  expect(Math.abs(elapsed({ startedAt, pauses: [], adjustments: [] }, bot.now()) - real)).toBeLessThan(
    CLOCK_TOLERANCE_MS,
  )

  // From another device, by the personal link: what the server holds, and nothing that this process remembers.
  const again = await people.enter(bot.seat.session, bot.seat.secret)
  const held = await again.document(`story-${bot.sight.me?.id}`, rally).until((d) => d.ready)
  await held.until((d) => d.doc.getText('text').toString().includes('avant la coupure'))
  expect(held.doc.getText('text').toString()).toContain('écrit sans réseau')
  expect(server.output).not.toContain('avant la coupure')
})

test('a server killed during a tour de table comes back to the same groups and the same speaker', async ({
  people,
  server,
}) => {
  const facilitator = await people.facilitator({ template: TEMPLATE })
  const table = await adapt(facilitator, 'round-table', {}, { durationMs: 60_000 })
  const bots = await people.bots(facilitator.seat.session, 0, 6)
  await facilitator.go(table)
  await openGroups(facilitator, table, { min: 3, max: 3 })
  for (const bot of bots) await bot.until((sight) => groupOf(sight) !== null)
  const keys = [...new Set(bots.map((bot) => groupOf(bot.sight)?.key ?? ''))]
  expect(keys).toHaveLength(2)
  const own = bots.filter((bot) => groupOf(bot.sight)?.key === keys[0])
  const speaker = await beginTour(own)
  for (const bot of own) await bot.until((sight) => groupOf(sight)?.turn?.person === speaker)
  const before = own.map((bot) => groupOf(bot.sight))

  people.provokes(SERVER_IS_GONE)
  await server.kill()
  await server.begin()
  for (const bot of bots) await bot.until((sight) => bot.connection.connected && groupOf(sight) !== null)
  for (const bot of own) await bot.until((sight) => groupOf(sight)?.turn?.person === speaker)
  expect(own.map((bot) => groupOf(bot.sight)?.turn)).toEqual(before.map((group) => group?.turn))
  expect(own.map((bot) => groupOf(bot.sight)?.seats.map((s) => s.person))).toEqual(
    before.map((group) => group?.seats.map((s) => s.person)),
  )

  const speaking = own.find((bot) => bot.sight.me?.id === speaker)
  expect(await speaking?.act({ type: 'done', group: keys[0], speaker })).toMatchObject({ ok: true })
  await own[0]?.until((sight) => groupOf(sight)?.turn?.person !== speaker)
})

test('the groups return at their second although the server is away at that moment', async ({
  people,
  server,
}) => {
  const facilitator = await people.facilitator({ template: TEMPLATE })
  const table = await adapt(facilitator, 'round-table', {}, { durationMs: 6_000 })
  const bots = await people.bots(facilitator.seat.session, 0, 4)
  await facilitator.go(table)
  await openGroups(facilitator, table, { min: 2, max: 2 })
  const [bot] = bots as [Bot]
  const sight = await bot.until((s) => s.me?.room !== 'plenary' && s.me?.roomUntil != null)
  const { run } = sight.activity ?? {}
  const until = sight.me?.roomUntil
  if (run === undefined || until == null) throw new Error('no end of the groups was told')
  people.provokes(SERVER_IS_GONE)
  await server.kill()
  const endsAt = run.startedAt + until
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, endsAt - bot.now()) + 200))
  await server.begin()
  for (const other of bots) await other.until((s) => other.connection.connected && s.me?.room === 'plenary')
  expect(bot.sight.activity?.run.startedAt).toBe(run.startedAt)
})

test('a command that was on its way when the server died is done once', async ({ people, server }) => {
  const facilitator = await people.facilitator({ template: TEMPLATE })
  const [bot] = (await people.bots(facilitator.seat.session, 0, 1)) as [Bot]
  const id = bot.connection.nextCommandId()
  const person = bot.sight.me?.id ?? ''
  const identity = { name: 'Aïcha, la vraie', organisation: '', territory: '' }
  const first = await bot.connection.command({ type: 'rename', person, identity }, id)
  people.provokes(SERVER_IS_GONE)
  await server.kill()
  // The same id again, as a client does that never saw the answer.
  const repeated = bot.connection.command({ type: 'rename', person, identity }, id)
  await server.begin()
  expect(await repeated).toEqual(first)
})
