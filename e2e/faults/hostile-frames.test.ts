/** Fault: frames that are nearly right, by the ten thousand. The server judges each, and nobody else notices anything. */
import type { Bot } from '@escale/bots'
import { addNote, createRandom, readWall } from '@escale/shared'
import { expect, test } from 'vitest'
import type { ServerSettings } from '../fixtures/server.ts'
import { contentOf } from './harness/content.ts'
import { startHouse } from './harness/house.ts'
import { withPlant } from './harness/plant.ts'
import { liveMemory } from './harness/process-figures.ts'
import { FRAMES, SEED } from './harness/settings.ts'
import { storm } from './harness/storm.ts'
import { eventually } from './harness/wait.ts'
import { joinWriter, type OpenWall, openWall } from './harness/wall.ts'

const SESSIONS = 4
const ATTACKERS = 30
const LOG_PER_CONNECTION_MAX_CHARS = 2_000
/** Of all that comes in one turn of the loop, hundreds of frames. */
const STANDSTILL_MAX_MS = 500
/** The documents that were attacked are still open. */
const GROWTH_MAX_BYTES = 60_000_000
const PLANTED_FRAMES = 20_000

type Document = ReturnType<Bot['document']>

const note = ({ doc }: Document, id: string) =>
  addNote(doc, { id, text: id, author: '', colour: 0, zone: '', createdAt: 1 })

/** Two honest people at a wall. */
async function pair(wall: OpenWall) {
  const { activity } = wall
  const bots = await Promise.all([0, 1].map((n) => joinWriter(wall, n)))
  const documents = await Promise.all(bots.map((bot) => bot.document('wall', activity).until((d) => d.ready)))
  const [one, other] = documents
  if (one === undefined || other === undefined) throw new Error('no pair')
  let cuts = 0
  for (const { provider } of documents) provider.on('connection-close', () => cuts++)
  return { one, other, cuts: () => cuts, close: () => bots.map((bot) => bot.close()) }
}

async function attack(frames: number, settings: ServerSettings): Promise<string[]> {
  const house = await startHouse(settings)
  const calm = await openWall(house, 0)
  const attacked = await Promise.all(Array.from({ length: SESSIONS }, () => openWall(house, ATTACKERS)))
  const [first] = attacked
  if (first === undefined) throw new Error('nothing to attack')
  const apart = await pair(calm)
  const amid = await pair(first)
  note(apart.one, 'before')
  await apart.other.until((d) => readWall(d.doc).notes.length === 1)
  const before = contentOf(apart.other.doc)
  await calm.facilitator.until((sight) => sight.people.size === 3)
  const seq = calm.facilitator.sight.seq
  const memory = await liveMemory(house)
  const logged = house.output.length
  const began = performance.now()

  const tally = await storm(house, attacked, frames, createRandom(`${SEED}/frames`))
  const complaints = [...tally.complaints]
  const perConnection = (house.output.length - logged) / Math.max(1, tally.connections)
  if (perConnection > LOG_PER_CONNECTION_MAX_CHARS)
    complaints.push(`${Math.round(perConnection)} characters of log each`)
  if (house.isAlive) {
    const { heapUsed, external, longestMs } = await liveMemory(house)
    const growth = heapUsed + external - memory.heapUsed - memory.external
    console.info(
      `${tally.frames} frames on ${tally.connections} connections in ${Math.round(performance.now() - began)} ms; longest standstill ${Math.round(longestMs)} ms; ${Math.round(perConnection)} characters of log each; ${Math.round(growth / 1e6)} MB more; closed with ${JSON.stringify([...tally.codes])}`,
    )
    if (longestMs > STANDSTILL_MAX_MS) complaints.push(`stood still for ${Math.round(longestMs)} ms`)
    if (growth > GROWTH_MAX_BYTES) complaints.push(`${growth} bytes more`)
    if (contentOf(apart.other.doc) !== before || calm.facilitator.sight.seq !== seq)
      complaints.push('another session was changed')
    if (apart.cuts() + amid.cuts() > 0) complaints.push('honest people were cut off')
    for (const { one, other } of [apart, amid]) {
      note(one, 'after')
      await eventually('life goes on', () => contentOf(one.doc) === contentOf(other.doc)).catch(
        (error: unknown) => complaints.push(String(error)),
      )
    }
  }
  for (const { close } of [apart, amid]) close()
  for (const { facilitator } of [calm, ...attacked]) facilitator.close()
  return complaints
}

test(`[P7] [D4] ${FRAMES} nearly right frames: each is judged, and nobody else notices (seed ${SEED})`, async () => {
  expect(await attack(FRAMES, withPlant('memory-probe'))).toEqual([])
})

test('planted: a server that ends for one bad piece of text is caught', async () => {
  expect(await attack(PLANTED_FRAMES, withPlant(['memory-probe', 'dies-of-bad-json']))).toContain(
    'the server ended',
  )
})

test('planted: a server that stands still and talks at length is caught', async () => {
  const complaints = await attack(PLANTED_FRAMES, withPlant(['memory-probe', 'slow-and-chatty']))
  expect(complaints.join()).toMatch(/characters of log each.*stood still/)
})
