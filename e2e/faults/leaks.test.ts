/** Fault: a little stays of everybody who was there. Many come and go; memory and open files return to where they were. */
import { expect, test } from 'vitest'
import type { RealServer, ServerSettings } from '../fixtures/server.ts'
import { startHouse } from './harness/house.ts'
import { withPlant } from './harness/plant.ts'
import { liveMemory, openFiles } from './harness/process-figures.ts'
import { RawSessionSocket } from './harness/raw-session-socket.ts'
import { PEOPLE } from './harness/settings.ts'
import { eventually } from './harness/wait.ts'
import { documentUrl, type OpenWall, openWall, type Seat } from './harness/wall.ts'
import { Writer } from './harness/writer.ts'

const AT_ONCE = 50
const ROUNDS = 3
/** What may stay of one visit: the collector is never exact. A socket that stays is 10 kB and more. */
const BYTES_PER_VISIT_MAX = 2_000

/** Comes with both connections, writes nothing, leaves without a word. */
async function visit(house: RealServer, wall: OpenWall, seat: Seat): Promise<void> {
  const socket = await RawSessionSocket.enter(seat)
  const writer = new Writer(seat, documentUrl(house, wall), 'visite')
  await writer.connect()
  writer.close()
  socket.close()
}

async function comeAndGo(people: number, settings: ServerSettings) {
  const house = await startHouse(settings)
  const wall = await openWall(house, people)
  const files = await openFiles(house)
  const round = async () => {
    for (let from = 0; from < people; from += AT_ONCE)
      await Promise.all(wall.seats.slice(from, from + AT_ONCE).map((seat) => visit(house, wall, seat)))
    await eventually('all lines are closed', async () => (await openFiles(house)) <= files)
    const { heapUsed, external } = await liveMemory(house)
    return heapUsed + external
  }
  // The first round fills what is meant to stay: compiled code, people in memory, the document.
  await round()
  const held = [await round()]
  for (let n = 0; n < ROUNDS; n++) held.push(await round())
  wall.facilitator.close()
  // What leaks, leaks in every round; what the collector has not found yet does not.
  return Math.min(...held.slice(1).map((bytes, n) => bytes - (held[n] ?? 0))) / people
}

test(`${PEOPLE} people come and go: nothing of their connections stays`, async () => {
  const bytes = await comeAndGo(PEOPLE, withPlant('memory-probe'))
  console.info(`${Math.round(bytes)} bytes stay of a visit`)
  expect(bytes).toBeLessThan(BYTES_PER_VISIT_MAX)
})

test('planted: a server that keeps something of everybody is caught', async () => {
  const bytes = await comeAndGo(100, withPlant(['memory-probe', 'keeps-everybody']))
  expect(bytes).toBeGreaterThan(BYTES_PER_VISIT_MAX)
})
