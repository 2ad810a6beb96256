/** Fault: a network that is late, breaks, and lets one person overtake the other. Everybody ends with the same. */
import { type Bot, joinAs, personNumber } from '@escale/bots'
import {
  addNote,
  changeNote,
  createRandom,
  NOTE_COLOURS,
  type Random,
  readWall,
  removeNote,
} from '@escale/shared'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { RealServer } from '../fixtures/server.ts'
import { contentOf } from './harness/content.ts'
import { startHouse } from './harness/house.ts'
import { Network } from './harness/network.ts'
import { RUNS, SEED } from './harness/settings.ts'
import { eventually, pause } from './harness/wait.ts'
import { joinBy, type OpenWall, openWall } from './harness/wall.ts'

const PEERS = 4
const STEPS = 80
const STEP_MAX_MS = 12
const LATE_MS = 60
const BREAKS_ONE_IN = 20
const EQUAL_WITHIN_MS = 15_000
/** With the plant: messages of which one is lost. */
const LOSES_ONE_IN = 6

interface Peer {
  readonly bot: Bot
  readonly network: Network
  readonly doc: Y.Doc
  isSaved(): boolean
}

async function peer(house: RealServer, wall: OpenWall, random: Random, n: number): Promise<Peer> {
  const network = await Network.to(house.port, { lateMs: LATE_MS, random })
  const bot = await joinBy(network.url, wall, n)
  const document = await bot.document('wall', wall.activity).until((d) => d.ready)
  return { bot, network, doc: document.doc, isSaved: () => document.saved }
}

const noteIds = (doc: Y.Doc): string[] => readWall(doc).notes.map((note) => note.id)
const word = (random: Random): string =>
  random
    .next()
    .toString(36)
    .slice(2, 2 + random.below(9))

/** Something that people do on a wall. */
function act(doc: Y.Doc, random: Random, name: string): void {
  const ids = noteIds(doc)
  const id = ids[random.below(Math.max(1, ids.length))]
  const kind = random.below(10)
  if (id === undefined || kind < 4)
    addNote(doc, {
      id: name,
      text: word(random) || 'a',
      author: '',
      colour: 0,
      zone: '',
      createdAt: random.below(1e9),
    })
  else if (kind < 7) {
    const text = (doc.getMap('notes').get(id) as Y.Map<unknown>).get('text')
    if (!(text instanceof Y.Text)) return
    const from = random.below(text.length + 1)
    text.insert(from, word(random))
    text.delete(0, Math.min(text.length - 1, random.below(3)))
  } else if (kind < 9)
    changeNote(doc, id, { colour: random.below(NOTE_COLOURS.length), zone: `z${random.below(3)}` })
  else removeNote(doc, id)
}

/** One run of one seed. Answers how many notes there are in the end, once all are equal. @throws Error when they are not */
async function converge(house: RealServer, seed: string, losesMessages = false): Promise<number> {
  const random = createRandom(seed)
  const wall = await openWall(house, 0)
  const peers = await Promise.all(Array.from({ length: PEERS }, (_, n) => peer(house, wall, random, n)))
  if (losesMessages) for (const { bot } of peers) loseSome(bot, wall.activity, random)
  for (let step = 0; step < STEPS; step++) {
    const { doc, network } = peers[random.below(PEERS)] ?? { doc: undefined, network: undefined }
    if (doc === undefined) continue
    act(doc, random, `n${step}`)
    if (random.below(BREAKS_ONE_IN) === 0) network.cut()
    await pause(random.below(STEP_MAX_MS))
  }
  // Somebody who comes last, straight and with nothing, has to find the same.
  const late = await joinAs(house.url, wall.session, personNumber(9))
  const { doc: whole } = await late.document('wall', wall.activity).until((d) => d.ready)
  const docs = [whole, ...peers.map((p) => p.doc)]
  try {
    await eventually(
      `seed ${seed}: all equal`,
      () => peers.every((p) => p.isSaved()) && new Set(docs.map(contentOf)).size === 1,
      losesMessages ? 4_000 : EQUAL_WITHIN_MS,
    )
    return noteIds(whole).length
  } finally {
    for (const { bot, network } of peers) {
      bot.close()
      network.close()
    }
    for (const one of [late, wall.facilitator]) one.close()
  }
}

/** Plant: some of what comes is never looked at. */
function loseSome(bot: Bot, activity: string, random: Random): void {
  const { provider } = bot.document('wall', activity)
  const [handle] = provider.messageHandlers
  provider.messageHandlers[0] = (...message) => {
    if (random.below(LOSES_ONE_IN) !== 0) handle?.(...message)
  }
}

test.concurrent(`[D10] ${RUNS} runs of ${PEERS} people over a bad network end with the same content (seed ${SEED})`, async () => {
  const server = await startHouse()
  let notes = 0
  for (let run = 0; run < RUNS; run++) notes += await converge(server, `${SEED}/converge/${run}`)
  // Nobody's work was lost in agreeing that there is none.
  expect(notes).toBeGreaterThan(10 * RUNS)
})

test.concurrent('planted: clients that lose messages are caught', async () => {
  const server = await startHouse()
  await expect(converge(server, `${SEED}/planted`, true)).rejects.toThrow('not within')
})
