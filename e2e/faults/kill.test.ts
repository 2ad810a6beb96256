/** Fault: the server dies at any instant (SIGKILL) while people write and send commands. */
import { joinAs, personNumber } from '@escale/bots'
import { createRandom, readWall } from '@escale/shared'
import { SHARED_WALL } from '@escale/shared/activities/wall'
import { expect, test } from 'vitest'
import type { RealServer } from '../fixtures/server.ts'
import { startHouse } from './harness/house.ts'
import { judgeNotes, NO_FAULT } from './harness/judge-notes.ts'
import { withPlant } from './harness/plant.ts'
import { KILLS, SEED } from './harness/settings.ts'
import { eventually, pause } from './harness/wait.ts'
import { documentUrl, notesFor, type OpenWall, openWall } from './harness/wall.ts'
import { connectAll, Writer } from './harness/writer.ts'

const WRITERS = 200
/** Between two notes of anybody: each person writes one note a second. */
const TICK_MS = 5
/** Notes of a round that others have seen before the server dies. */
const SEEN_FIRST = 20

/** Writes in turn until the server is killed in the middle of it, `afterMs` after others have seen some of it. */
async function writeUntilKilled(
  house: RealServer,
  writers: readonly Writer[],
  seen: () => readonly string[],
  afterMs: number,
): Promise<void> {
  let turn = 0
  const writing = setInterval(() => writers[turn++ % writers.length]?.write(), TICK_MS)
  const before = seen().length
  await eventually('some of it is seen', () => seen().length > before + SEEN_FIRST)
  await pause(afterMs)
  await house.kill()
  clearInterval(writing)
  await Promise.all(writers.map((w) => w.until('the line is broken', () => !w.isConnected)))
}

async function watch(house: RealServer, { session, activity }: OpenWall) {
  const watcher = await joinAs(house.url, session, personNumber(1))
  const document = await watcher.document(SHARED_WALL, activity).until((d) => d.ready)
  return { close: () => watcher.close(), ids: () => readWall(document.doc).notes.map((note) => note.id) }
}

test(`[D8] a server killed ${KILLS} times under ${WRITERS} writers loses nothing confirmed, doubles nothing, and nothing that was seen is gone (seed ${SEED})`, async () => {
  const random = createRandom(`${SEED}/kill`)
  const server = await startHouse()
  const wall = await openWall(server, WRITERS)
  const url = documentUrl(server, wall)
  const writers = wall.seats.map((seat, n) => new Writer(seat, url, `w${n}`))
  const watcher = await watch(server, wall)
  for (let round = 0; round < KILLS; round++) {
    await connectAll(writers)
    await writeUntilKilled(server, writers, watcher.ids, random.below(500))
    const seen = watcher.ids()
    await server.begin()
    const held = await notesFor(server, wall)
    expect(judgeNotes(writers, seen, held), `round ${round}`).toEqual(NO_FAULT)
  }
  await connectAll(writers)
  await Promise.all(writers.map((w) => w.until('all is saved', () => w.isAllSaved)))
  const written = new Map(writers.flatMap((w) => [...w.written]))
  expect(new Map(await notesFor(server, wall))).toEqual(written)
  expect(writers.reduce((sum, w) => sum + w.denied, 0)).toBe(0)
  watcher.close()
  for (const writer of writers) writer.close()
  wall.facilitator.close()
})

test('planted: a store that confirms long before it commits is caught', async () => {
  const server = await startHouse(withPlant('late-commit'))
  const wall = await openWall(server, 10)
  const url = documentUrl(server, wall)
  const writers = wall.seats.map((seat, n) => new Writer(seat, url, `w${n}`))
  const watcher = await watch(server, wall)
  // What was done until now is to be on the disk: only what comes next is lost.
  await pause(3_500)
  await connectAll(writers)
  await writeUntilKilled(server, writers, watcher.ids, 300)
  await server.begin()
  const { lost, gone } = judgeNotes(writers, watcher.ids(), await notesFor(server, wall))
  expect(lost.length).toBeGreaterThan(0)
  expect(gone.length).toBeGreaterThan(0)
  watcher.close()
  for (const writer of writers) writer.close()
  wall.facilitator.close()
})
