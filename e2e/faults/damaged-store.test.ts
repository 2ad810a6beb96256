/**
 * Fault: the bytes of the database are not what was written. Set aside with a clear message, or started from the last good
 * state with the loss said; never an empty board in silence, never a server that ends again and again without a word.
 */
import { copyFile, open, readdir, stat, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { createRandom } from '@escale/shared'
import { describe, expect, test } from 'vitest'
import type { RealServer } from '../fixtures/server.ts'
import { startHouse } from './harness/house.ts'
import { withPlant } from './harness/plant.ts'
import { SEED } from './harness/settings.ts'
import { documentUrl, notesFor, type OpenWall, openWall } from './harness/wall.ts'
import { Writer } from './harness/writer.ts'

const NOTES = 30
/** So many stand in the log in front of what is damaged in it. */
const NOTES_BEFORE = 20
const PAGE_BYTES = 4_096
const FRAME_BYTES = PAGE_BYTES + 24

interface Scene {
  readonly house: RealServer
  readonly wall: OpenWall
  readonly database: string
  /** Bytes of the log when `NOTES_BEFORE` were confirmed. */
  readonly logBefore: number
}

const log = (database: string) => `${database}-wal`

/** A wall with notes that were confirmed; then the server is gone, by a kill (its log is still there) or properly. */
async function writtenThen(end: 'kill' | 'stop'): Promise<Scene> {
  const house = await startHouse()
  const wall = await openWall(house, 1)
  const [seat] = wall.seats
  if (seat === undefined) throw new Error('nobody joined')
  const writer = new Writer(seat, documentUrl(house, wall), 'w')
  await writer.connect()
  const database = join(house.data, 'escale.db')
  let logBefore = 0
  for (let n = 0; n < NOTES; n++) {
    if (n === NOTES_BEFORE) logBefore = (await stat(log(database))).size
    writer.write('note '.repeat(80))
    await writer.until('saved', () => writer.isAllSaved)
  }
  writer.close()
  wall.facilitator.close()
  await house[end]()
  return { house, wall, database, logBefore }
}

async function overwrite(path: string, at: number, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'r+')
  await file.write(bytes, 0, bytes.byteLength, at)
  await file.close()
}

type Outcome =
  | { readonly is: 'refused'; readonly said: string }
  | { readonly is: 'started'; readonly said: string; readonly notes: number }

/** Starts it again, and looks what somebody finds who comes now. */
async function startAgain(
  { house, wall }: Scene,
  life: Parameters<RealServer['begin']>[0] = {},
): Promise<Outcome> {
  const from = house.output.length
  const isUp = await house.begin(life).then(
    () => true,
    () => false,
  )
  const said = () => house.output.slice(from)
  if (!isUp) return { is: 'refused', said: said() }
  const notes = await notesFor(house, wall).then(
    (found) => found.size,
    () => 0,
  )
  return { is: 'started', said: said(), notes }
}

const setAside = async ({ house }: Scene): Promise<string[]> =>
  (await readdir(house.data)).filter((name) => name.includes('.damaged-'))

/** Everything that a person lost must have been said. */
const isHonest = (outcome: Outcome): boolean =>
  outcome.is === 'refused'
    ? /damaged|set aside/.test(outcome.said)
    : outcome.notes === NOTES || /lost|damaged/.test(outcome.said)

const DAMAGES: readonly (readonly [string, (path: string) => Promise<void>])[] = [
  ['its header overwritten', (path) => overwrite(path, 0, Buffer.alloc(100, 0xa5))],
  ['cut off in the middle', async (path) => truncate(path, Math.floor((await stat(path)).size / 2))],
  [
    'pages overwritten with rubbish',
    async (path) => {
      const random = createRandom(`${SEED}/pages`)
      const pages = Math.floor((await stat(path)).size / PAGE_BYTES)
      const rubbish = Uint8Array.from({ length: PAGE_BYTES }, () => random.below(256))
      for (let page = 2; page < pages; page += 3) await overwrite(path, page * PAGE_BYTES, rubbish)
    },
  ],
  [
    'pages full of zeros',
    async (path) => {
      const pages = Math.floor((await stat(path)).size / PAGE_BYTES)
      for (let page = 2; page < pages; page += 2)
        await overwrite(path, page * PAGE_BYTES, Buffer.alloc(PAGE_BYTES))
    },
  ],
]

describe.concurrent('a database with', () => {
  test.each(DAMAGES)(
    '%s is set aside, and every start says so until somebody decides',
    async (_name, damage) => {
      const scene = await writtenThen('stop')
      const backup = `${scene.database}.backup`
      await copyFile(scene.database, backup)
      await damage(scene.database)
      const first = await startAgain(scene)
      expect(first).toMatchObject({
        is: 'refused',
        said: expect.stringMatching(/damaged [\s\S]*set aside as escale\.db\.damaged-/),
      })
      const aside = await setAside(scene)
      expect(aside.length).toBeGreaterThan(0)
      const second = await startAgain(scene)
      expect(second).toMatchObject({ is: 'refused', said: expect.stringContaining('--start-empty') })
      expect(await setAside(scene)).toEqual(aside)
      // A backup put back is all it takes.
      await copyFile(backup, scene.database)
      expect(await startAgain(scene)).toMatchObject({ is: 'started', notes: NOTES })
    },
  )
})

describe.concurrent('a log', () => {
  test('damaged in the middle: the server starts from what was before, says what is lost and keeps the log', async () => {
    const scene = await writtenThen('kill')
    // By what was confirmed, not by a share of its bytes: a shortening of the document may be most of its end, with every note in it.
    await overwrite(log(scene.database), scene.logBefore + 1_000, Buffer.from('torn'))
    const outcome = await startAgain(scene)
    expect(outcome).toMatchObject({
      is: 'started',
      said: expect.stringMatching(/at least \d+ transactions .* are lost/),
    })
    expect(outcome.is === 'started' && outcome.notes).toBeLessThan(NOTES)
    expect((await setAside(scene))[0]).toMatch(/-wal$/)
    // Said once: what is there now is sound.
    await scene.house.kill()
    expect((await startAgain(scene)).said).not.toContain('lost')
  })

  test('whose last piece a power cut tore costs nothing that was confirmed before', async () => {
    const scene = await writtenThen('kill')
    const { size } = await stat(log(scene.database))
    const torn = Buffer.alloc(FRAME_BYTES / 2, 7)
    const file = await open(log(scene.database), 'a')
    await file.write(torn)
    await file.close()
    expect((await stat(log(scene.database))).size).toBe(size + torn.byteLength)
    expect(await startAgain(scene)).toMatchObject({ is: 'started', notes: NOTES })
  })

  test('whose index is missing or rubbish is read all the same', async () => {
    const scene = await writtenThen('kill')
    await overwrite(`${scene.database}-shm`, 0, Buffer.alloc(2_000, 0xee))
    expect(await startAgain(scene)).toMatchObject({ is: 'started', notes: NOTES })
  })
})

test.concurrent('planted: an empty board instead of a damaged one is caught', async () => {
  const scene = await writtenThen('stop')
  await overwrite(scene.database, 0, Buffer.alloc(100, 0xa5))
  expect(isHonest(await startAgain(scene, withPlant('empty-for-damaged')))).toBe(false)
})
