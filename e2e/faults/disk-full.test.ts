/** Fault: the disk is full. Writers are told, nothing is confirmed that is not kept, reading goes on, and later all goes on. */
import { joinAs, personNumber } from '@escale/bots'
import { SYNC_CLOSE } from '@escale/shared'
import { afterEach, describe, expect, test } from 'vitest'
import type { RealServer, ServerSettings } from '../fixtures/server.ts'
import { startHouse } from './harness/house.ts'
import { judgeNotes, NO_FAULT } from './harness/judge-notes.ts'
import { withPlant } from './harness/plant.ts'
import { boundedFiles, type ScarceDisk, smallFileSystem } from './harness/scarce-disk.ts'
import { saySkipped } from './harness/tools.ts'
import { eventually } from './harness/wait.ts'
import { documentUrl, notesFor, type OpenWall, openWall } from './harness/wall.ts'
import { connectAll, Writer } from './harness/writer.ts'

const WRITERS = 5
const BACK_WITHIN_MS = 10_000

let last: Pick<Scene, 'house' | 'room'> | undefined
afterEach(async () => {
  await last?.house.kill()
  await last?.room.remove()
})

interface Scene {
  readonly house: RealServer
  readonly room: ScarceDisk
  readonly wall: OpenWall
  readonly writers: readonly Writer[]
}

async function open(room: ScarceDisk, settings: ServerSettings = {}): Promise<Scene> {
  const house = await startHouse({ ...settings, data: room.folder })
  last = { house, room }
  const wall = await openWall(house, WRITERS)
  const url = documentUrl(house, wall)
  const writers = wall.seats.map((seat, n) => new Writer(seat, url, `w${n}`))
  await connectAll(writers)
  for (const writer of writers) writer.write()
  for (const writer of writers) await writer.until('saved', () => writer.isAllSaved)
  return { house, room, wall, writers }
}

/** Everybody writes although nothing fits any more: each is told, one way or the other. */
async function writeInVain({ house, room, writers }: Scene): Promise<void> {
  await room.fill(house.process.pid)
  for (const writer of writers) for (let n = 0; n < 20; n++) writer.write('x'.repeat(400))
  for (const writer of writers)
    await writer.until('told', () => writer.isAllSaved || !writer.isConnected, BACK_WITHIN_MS)
}

const close = ({ wall, writers }: Scene) => {
  for (const writer of writers) writer.close()
  wall.facilitator.close()
}

const WAYS = [
  ['a full file system', 'mounting a tmpfs is not allowed here', smallFileSystem],
  ['files that may not grow', 'prlimit is not installed', boundedFiles],
] as const

describe.each(WAYS)('%s', (name, why, make) => {
  test('[D3] writers are told, reading goes on, and writing goes on when there is room again', async ({
    skip,
  }) => {
    const room = await make()
    if (room === undefined) {
      saySkipped(name, why)
      return skip(why)
    }
    const scene = await open(room)
    const { house, wall, writers } = scene
    const before = await notesFor(house, wall)
    const bot = await joinAs(house.url, wall.session, personNumber(3))
    const person = (await bot.until((sight) => sight.me !== undefined)).me?.id ?? ''
    await writeInVain(scene)
    expect(writers.map((w) => w.closedWith)).toEqual(writers.map(() => [SYNC_CLOSE.storage]))

    const identity = { name: 'en vain', organisation: '', territory: '' }
    expect(await bot.command({ type: 'rename', person, identity })).toEqual({ ok: false, refusal: 'storage' })
    // It looks once a second, however often it is asked.
    await eventually('it says that it cannot write', async () => !(await house.answers()), BACK_WITHIN_MS)
    await bot.document('wall', wall.activity).until((d) => d.ready)
    expect(await bot.document('wall', wall.activity).doc.getMap('notes').size).toBe(before.size)
    expect((await bot.seat.browser.door(wall.session)).identity.length).toBeGreaterThan(0)
    expect(bot.connection.connected).toBe(true)

    await room.free(house.process.pid)
    await eventually('it can write again', () => house.answers(), BACK_WITHIN_MS)
    await connectAll(writers)
    for (const writer of writers) await writer.until('saved at last', () => writer.isAllSaved, BACK_WITHIN_MS)
    expect(await bot.command({ type: 'rename', person, identity })).toMatchObject({ ok: true })
    bot.close()
    await house.kill()
    await house.begin()
    expect(judgeNotes(writers, [], await notesFor(house, wall))).toEqual(NO_FAULT)
    expect(house.output).toMatch(/full|disk|I\/O/i)
    close(scene)
  })
})

test('planted: a store that takes a full disk for a success is caught', async ({ skip }) => {
  const room = (await smallFileSystem()) ?? (await boundedFiles())
  if (room === undefined) return skip('no way to fill a disk here')
  const scene = await open(room, withPlant('swallows-errors'))
  await writeInVain(scene)
  await room.free(scene.house.process.pid)
  await scene.house.kill()
  await scene.house.begin()
  expect(judgeNotes(scene.writers, [], await notesFor(scene.house, scene.wall)).lost.length).toBeGreaterThan(
    0,
  )
  close(scene)
})
