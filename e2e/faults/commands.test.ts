/**
 * Fault: the server dies while people send commands and ask for notes to be written. What it acknowledged is in the session's
 * log or on the wall, and once.
 */
import { type Bot, joinAs, personNumber } from '@escale/bots'
import { createRandom, type Receipt } from '@escale/shared'
import type { WallEdit } from '@escale/shared/activities/wall'
import { expect, test } from 'vitest'
import type { RealServer, ServerSettings } from '../fixtures/server.ts'
import { startHouse } from './harness/house.ts'
import { withPlant } from './harness/plant.ts'
import { type LoggedCommand, readLog } from './harness/session-log.ts'
import { KILLS, SEED } from './harness/settings.ts'
import { pause } from './harness/wait.ts'
import { notesFor, openWall } from './harness/wall.ts'

const SENDERS = 20
/** Between two commands of anybody: seven a second for each. */
const TICK_MS = 7
const random = createRandom(`${SEED}/commands`)

interface Sent {
  readonly id: string
  readonly receipt: Promise<Receipt>
  /** A note that was asked for in the same breath. */
  readonly note: string
  readonly noted: Promise<Receipt>
}

/** Everybody renames herself again and again until the server is killed; the connection sends again by itself. */
async function sendUntilKilled(
  house: RealServer,
  bots: readonly Bot[],
  wall: string,
  round: number,
): Promise<Sent[]> {
  const sent: Sent[] = []
  const sending = setInterval(() => {
    const bot = bots[sent.length % bots.length]
    const person = bot?.sight.me?.id
    if (bot === undefined || person == null) return
    const id = bot.connection.nextCommandId()
    const identity = { name: `nom ${round}-${sent.length}`, organisation: '', territory: '' }
    const note = `n-${round}-${sent.length}`
    const edit: WallEdit = {
      type: 'put',
      note: { id: note, text: identity.name, colour: 0, zone: '' },
      secret: `the-secret-of-${note}`,
    }
    sent.push({
      id: `${person}:${id}`,
      receipt: bot.connection.command({ type: 'rename', person, identity }, id),
      note,
      noted: bot.write(edit, wall),
    })
  }, TICK_MS)
  await pause(250 + random.below(400))
  await house.kill()
  clearInterval(sending)
  return sent
}

async function killUnderCommands(rounds: number, settings: ServerSettings = {}) {
  const house = await startHouse(settings)
  const wall = await openWall(house, 0)
  const { session, facilitator } = wall
  const bots = await Promise.all(
    Array.from({ length: SENDERS }, (_, n) => joinAs(house.url, session, personNumber(n))),
  )
  const sent: Sent[] = []
  for (let round = 0; round < rounds; round++) {
    await Promise.all(
      bots.map((bot) => bot.until((sight) => bot.connection.connected && sight.me !== undefined)),
    )
    sent.push(...(await sendUntilKilled(house, bots, wall.activity, round)))
    await house.begin()
  }
  const receipts = new Map(
    await Promise.all(sent.map(async ({ id, receipt }) => [id, await receipt] as const)),
  )
  const noted = await Promise.all(sent.map(async ({ note, noted }) => [note, (await noted).ok] as const))
  const onWall = await notesFor(house, wall)
  for (const bot of [...bots, facilitator]) bot.close()
  await house.stop()
  const lostNotes = noted.filter(([note, ok]) => !ok || !onWall.has(note)).map(([note]) => note)
  return { receipts, log: readLog(house.data, session), lostNotes, notes: onWall.size }
}

/** What a receipt says and the log does not, and renamings that nobody sent or that were done twice. */
function judgeLog(receipts: ReadonlyMap<string, Receipt>, log: readonly LoggedCommand[]) {
  const held = new Map(
    log.flatMap(({ commandId, seq }) => (commandId === null ? [] : [[commandId, seq] as const])),
  )
  return {
    lost: [...receipts].filter(([id, r]) => r.ok && held.get(id) !== r.value.seq).map(([id]) => id),
    refused: [...receipts.values()].flatMap((r) => (r.ok ? [] : [r.refusal])),
    tooMany: log.filter(({ type }) => type === 'rename').length - receipts.size,
    gaps: log.filter(({ seq }, index) => seq !== index + 1).length,
  }
}

test(`[S16] [S17] commands under ${KILLS} kills: every receipt is in the log under its number, each command once, and each note on the wall (seed ${SEED})`, async () => {
  const { receipts, log, lostNotes, notes } = await killUnderCommands(KILLS)
  expect(receipts.size).toBeGreaterThan(20 * KILLS)
  // A repeated wish is one note: as many as were asked for, and none is missing.
  expect({ lostNotes, notes }).toEqual({ lostNotes: [], notes: receipts.size })
  expect(judgeLog(receipts, log)).toEqual({ lost: [], refused: [], tooMany: 0, gaps: 0 })
})

test('planted: a log that does not know whose command it holds is caught', async () => {
  const { receipts, log } = await killUnderCommands(1, withPlant('repeats-commands'))
  expect(judgeLog(receipts, log).lost.length).toBeGreaterThan(0)
})

test('planted: a store that confirms notes and does not keep them is caught', async () => {
  const { lostNotes } = await killUnderCommands(1, withPlant('forgets-catch-up', { FORGETS_OVER_BYTES: '0' }))
  expect(lostNotes.length).toBeGreaterThan(0)
})
