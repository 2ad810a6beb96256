/** Fault: people stop reading (a phone in a lift, a suspended tab) while much is written. They cost no memory and nobody else. */
import type { Facilitator } from '@escale/bots'
import { expect, test } from 'vitest'
import type { ServerSettings } from '../fixtures/server.ts'
import { startHouse } from './harness/house.ts'
import { withPlant } from './harness/plant.ts'
import { highest, liveMemory, openFiles, quantile } from './harness/process-figures.ts'
import { RawSessionSocket } from './harness/raw-session-socket.ts'
import { FLOW_BYTES_PER_SECOND } from './harness/settings.ts'
import { pause } from './harness/wait.ts'
import { documentUrl, openWall } from './harness/wall.ts'
import { connectAll, Writer } from './harness/writer.ts'

const READERS = 20
/** Of one writer's document frames, within what a connection may send. */
const PIECE_BYTES = 48_000
const PIECES_PER_SECOND = 5
const WRITERS = Math.ceil(FLOW_BYTES_PER_SECOND / (PIECE_BYTES * PIECES_PER_SECOND))
/** Edits of the slide that everybody sees, within what a person may command; each is told whole to everybody. */
const EDITS_PER_SECOND = 12
const EDIT_CHARS = 28_000
const WARM_UP_MS = 1_000
const MEASURE_MS = 3_000
/** The system itself holds some MB for each of them before the server notices anything. */
const CUT_WITHIN_MS = 60_000
/** 20 MB for twenty. */
const GROWTH_MAX_BYTES = 2 * READERS * 1_000_000

const wide = (chars: number) => '漢'.repeat(chars)

/** The facilitator edits a large slide again and again. Returns how to stop. */
function editSlide(facilitator: Facilitator, activity: string): () => void {
  let n = 0
  const timer = setInterval(() => {
    const links = Array.from({ length: 12 }, (_, i) => ({
      label: `${n}`,
      url: `https://exemple.test/${i}/${'x'.repeat(1_900)}`,
    }))
    n += 1
    const definition = { body: wide(EDIT_CHARS / 4), quotes: [], picture: null, links, video: null }
    void facilitator.command({
      type: 'plan-edit',
      activity,
      patch: { definition, instructions: wide(EDIT_CHARS / 4) },
    })
  }, 1_000 / EDITS_PER_SECOND)
  return () => clearInterval(timer)
}

/** Somebody replaces a long text by another, so that the document stays small and the flow does not. */
function flow(writers: readonly Writer[]): () => void {
  const timer = setInterval(() => {
    for (const writer of writers) if (writer.isConnected) writer.replace(PIECE_BYTES)
  }, 1_000 / PIECES_PER_SECOND)
  return () => clearInterval(timer)
}

async function stallReaders(settings: ServerSettings) {
  const house = await startHouse(settings)
  const wall = await openWall(house, 2 * READERS + WRITERS + 1)
  const { facilitator, seats } = wall
  const url = documentUrl(house, wall)
  const readers = seats.slice(0, READERS).map((seat, n) => new Writer(seat, url, `r${n}`))
  const [calm, ...writers] = seats.slice(2 * READERS).map((seat, n) => new Writer(seat, url, `w${n}`))
  if (calm === undefined) throw new Error('nobody is calm')
  await connectAll([...writers, calm])
  const slide = facilitator.activity('slide').id
  await facilitator.go(slide)
  const files = await openFiles(house)
  const stops = [editSlide(facilitator, slide), flow(writers)]
  const measure = async (isOver: (memory: number) => boolean | Promise<boolean>) => {
    const memory = highest(async () => {
      const { heapUsed, external } = await liveMemory(house)
      return heapUsed + external
    })
    const waits: number[] = []
    while (!(await isOver(memory.soFar()))) {
      const began = performance.now()
      const id = calm.write('calme')
      await calm.until('saved', () => calm.acknowledged.has(id))
      waits.push(performance.now() - began)
      await pause(100)
    }
    return { memory: await memory.end(), wait: quantile(waits, 0.5) }
  }
  const until = (instant: number) => () => Date.now() > instant
  await pause(WARM_UP_MS)
  const before = await measure(until(Date.now() + MEASURE_MS))
  await connectAll(readers)
  const sessionReaders = await Promise.all(
    seats.slice(READERS, 2 * READERS).map((seat) => RawSessionSocket.enter(seat)),
  )
  for (const reader of [...readers, ...sessionReaders]) reader.stall()
  const limit = Date.now() + CUT_WITHIN_MS
  const cuts = () => house.output.match(/"reason":"too-slow"/g)?.length ?? 0
  const during = await measure(
    async (memory) =>
      Date.now() > limit ||
      memory > before.memory + GROWTH_MAX_BYTES ||
      (cuts() === READERS && (await openFiles(house)) <= files),
  )
  const figures = { before, during, cuts: cuts(), filesLeft: (await openFiles(house)) - files }
  for (const stop of stops) stop()
  for (const one of [facilitator, calm, ...writers, ...readers, ...sessionReaders]) one.close()
  return figures
}

test(`[D6] ${2 * READERS} stalled readers at ${FLOW_BYTES_PER_SECOND / 1_000_000} MB/s are cut: less than 1 MB more each, and nobody else waits`, async () => {
  const { before, during, cuts, filesLeft } = await stallReaders(withPlant('memory-probe'))
  console.info(
    `memory ${Math.round(before.memory / 1e6)} → ${Math.round(during.memory / 1e6)} MB, a note saved in ${Math.round(before.wait)} → ${Math.round(during.wait)} ms (median)`,
  )
  expect(during.memory - before.memory).toBeLessThan(GROWTH_MAX_BYTES)
  expect(during.wait).toBeLessThan(2 * before.wait + 500)
  expect({ cuts, filesLeft: Math.max(0, filesLeft) }).toEqual({ cuts: READERS, filesLeft: 0 })
})

test('planted: a server that keeps everything for whoever does not read is caught', async () => {
  const { before, during } = await stallReaders(withPlant(['memory-probe', 'endless-patience']))
  expect(during.memory - before.memory).toBeGreaterThan(GROWTH_MAX_BYTES)
})
