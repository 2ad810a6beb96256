/** What somebody is writing when the wall or the session closes is still taken, for a moment. */
import { type Bot, type Facilitator, joinAs } from '@escale/bots'
import { limits, readWall } from '@escale/shared'
import { SHARED_WALL, type WallEdit } from '@escale/shared/activities/wall'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startServer, TestClock, type TestServer } from '../../testkit/index.ts'
import { openWall, WALL } from './open-wall.testkit.ts'

const LATE = limits.FINISH_SENTENCE_MS + limits.FINISH_ARRIVES_MS
const clock = new TestClock()
let server: TestServer
let claire: Facilitator
let ann: Bot
beforeAll(async () => {
  server = await startServer({ clock })
})
afterAll(() => server?.dispose())
beforeEach(async () => {
  claire = await openWall(server)
  await claire.go(WALL)
  ann = await joinAs(server.baseUrl, claire.created.session, { name: 'Ann' })
  return () => {
    for (const bot of [claire, ann]) bot.close()
  }
})

const note = (id: string, more: { begun?: true } = { begun: true }): WallEdit => ({
  type: 'put',
  note: { id, text: `texte ${id}`, colour: 0, zone: '' },
  ...more,
})
const asked = async (edit: WallEdit) => {
  const receipt = await ann.write(edit, WALL)
  return receipt.ok ? 'taken' : receipt.refusal
}

test('[M17] after the lock, also when the facilitator moves on meanwhile', async () => {
  await claire.act({ type: 'lock' }, WALL)
  expect([await asked(note('a')), await asked(note('b', {}))]).toEqual(['taken', 'closed'])
  await claire.do({ type: 'go', activity: null })
  clock.advance(LATE - 1)
  expect(await asked(note('c'))).toBe('taken')
  clock.advance(1)
  // The wall's time has stood still since it was left; the moment is over all the same.
  expect(await asked(note('d'))).toBe('closed')
  const wall = ann.document(SHARED_WALL, WALL)
  await wall.until((d) => readWall(d.doc).notes.length > 1)
  expect(readWall(wall.doc).notes.map(({ id }) => id)).toEqual(['a', 'c'])
})

test('[P23] after the end of the session, where it was running; nothing else is taken', async () => {
  await claire.do({ type: 'finish' })
  expect([await asked(note('a')), await asked(note('b', {}))]).toEqual(['taken', 'ended'])
  clock.advance(LATE)
  expect(await asked(note('c'))).toBe('ended')
})

test('[P23] after the end, what another activity than the last one would get is refused', async () => {
  await claire.do({ type: 'go', activity: null })
  await claire.do({ type: 'finish' })
  expect(await asked(note('a'))).toBe('ended')
})
