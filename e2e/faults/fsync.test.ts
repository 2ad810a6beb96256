/**
 * Fault: the power fails. A killed process proves nothing about that, since the system still has what it wrote; what counts
 * is that the disk was waited for before anybody was told. Seen from outside, by the server's calls to the system.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { joinAs, personNumber } from '@escale/bots'
import { afterEach, expect, test } from 'vitest'
import type { ServerSettings } from '../fixtures/server.ts'
import { startHouse } from './harness/house.ts'
import { withPlant } from './harness/plant.ts'
import { saySkipped } from './harness/tools.ts'
import { asTraced, type Promised, Trace, unproven, whyNoTrace } from './harness/trace.ts'
import { documentUrl, openWall } from './harness/wall.ts'
import { Writer } from './harness/writer.ts'

const NOTES = 40
const COMMANDS = 20
const BINARY_FRAME = 0x82
const SAVED = 100

const reason = whyNoTrace()
if (reason !== undefined) saySkipped('that confirmations wait for the disk', reason)
const traced = test.skipIf(reason !== undefined)

let folder: string | undefined
afterEach(async () => {
  if (folder !== undefined) await rm(folder, { recursive: true, force: true })
})

/** One note and one command after the other, each only after the one before was confirmed. */
async function traceWriting(settings: ServerSettings = {}) {
  const server = await startHouse(settings)
  folder = await mkdtemp(join(tmpdir(), 'escale-trace-'))
  const wall = await openWall(server, 1)
  const [seat] = wall.seats
  if (seat === undefined) throw new Error('nobody joined')
  const writer = new Writer(seat, documentUrl(server, wall), 'seule')
  await writer.connect()
  const bot = await joinAs(server.url, wall.session, personNumber(2))
  const person = (await bot.until((sight) => sight.me !== undefined)).me?.id ?? ''
  const trace = await Trace.of(server.process.pid, folder)
  const promised: Promised[] = []
  for (let n = 0; n < NOTES; n++) {
    const id = writer.write()
    await writer.until('saved', () => writer.acknowledged.has(id))
    // The answer to the first question of the server counts as one.
    promised.push({ content: asTraced(id), told: asTraced([BINARY_FRAME, 2, SAVED, n + 2] as never) })
  }
  for (let n = 0; n < COMMANDS; n++) {
    const id = bot.connection.nextCommandId()
    const identity = { name: `nom ${n}`, organisation: '', territory: '' }
    const receipt = await bot.connection.command({ type: 'rename', person, identity }, id)
    if (!receipt.ok) throw new Error(`refused: ${receipt.refusal}`)
    promised.push({ content: asTraced(id), told: asTraced(JSON.stringify(receipt)) })
  }
  const lines = await trace.end()
  writer.close()
  bot.close()
  wall.facilitator.close()
  return { lines, promised }
}

traced(
  `[S17] [D3] ${NOTES} notes and ${COMMANDS} commands: each is confirmed after the disk has it`,
  async () => {
    const { lines, promised } = await traceWriting()
    expect(promised).toHaveLength(NOTES + COMMANDS)
    expect(unproven(lines, promised)).toEqual([])
  },
)

traced('planted: a store that does not wait for the disk is caught', async () => {
  const { lines, promised } = await traceWriting(withPlant('synchronous-off'))
  expect(unproven(lines, promised)).toHaveLength(promised.length)
})
