/** Fault: twenty people lose the network for ten minutes, over a death of the server, and all of them go on writing. */
import type { Bot } from '@escale/bots'
import { addNote, readWall } from '@escale/shared'
import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import type { ServerSettings } from '../fixtures/server.ts'
import { contentOf } from './harness/content.ts'
import { startHouse } from './harness/house.ts'
import { judgeNotes, NO_FAULT } from './harness/judge-notes.ts'
import { withPlant } from './harness/plant.ts'
import { eventually } from './harness/wait.ts'
import { joinWriter, notesFor, openWall } from './harness/wall.ts'

const PEOPLE = 20
const NOTES_EACH = 20
const TEN_MINUTES = { CLOCK_AHEAD_MS: String(10 * 60_000) }

type Document = ReturnType<Bot['document']>

const write = ({ doc }: Document, id: string, text: string) =>
  addNote(doc, { id, text, author: '', colour: 0, zone: '', createdAt: 1_790_000_000_000 })
const texts = ({ doc }: Document) => new Map(readWall(doc).notes.map((note) => [note.id, note.text]))
const textOf = ({ doc }: Document, id: string) => (doc.getMap('notes').get(id) as Y.Map<Y.Text>).get('text')

async function awayForTenMinutes(settings: ServerSettings = {}) {
  const house = await startHouse(settings)
  const wall = await openWall(house, 0)
  const bots = await Promise.all(Array.from({ length: PEOPLE + 1 }, (_, n) => joinWriter(wall, n)))
  const documents = await Promise.all(
    bots.map((bot) => bot.document('wall', wall.activity).until((d) => d.ready)),
  )
  const [stays, ...away] = documents
  if (stays === undefined) throw new Error('nobody stays')
  write(stays, 'common', 'à tous')
  write(stays, 'dropped', 'sera retirée')
  for (const document of documents) await document.until((d) => texts(d).size === 2 && d.saved)

  for (const { provider } of away) provider.disconnect()
  const before = away.filter((document) => document.saved).length
  for (const [n, document] of away.entries()) {
    for (let i = 0; i < NOTES_EACH; i++) write(document, `w${n}-${i}`, `hors ligne ${i}`)
    textOf(document, 'common')?.insert(0, `${n},`)
  }
  stays.doc.getMap('notes').delete('dropped')
  await stays.until((d) => d.saved)
  await house.kill()
  await house.begin(withPlant('clock-ahead', TEN_MINUTES))

  for (const { provider } of away) provider.connect()
  await Promise.all(away.map((d) => d.until((one) => one.saved)))
  const total = PEOPLE * NOTES_EACH + 1
  await Promise.all(documents.map((d) => d.until((one) => texts(one).size >= total)))
  return { house, wall, bots, documents, before, written: new Map(away.flatMap((d) => [...texts(d)])) }
}

const close = ({ bots, wall }: Awaited<ReturnType<typeof awayForTenMinutes>>) => {
  for (const bot of [...bots, wall.facilitator]) bot.close()
}

/** Everybody leaves and the server dies once more: what is on its disk counts, not what devices give back. */
async function heldAfterwards(scene: Awaited<ReturnType<typeof awayForTenMinutes>>) {
  close(scene)
  await scene.house.kill()
  await scene.house.begin()
  return notesFor(scene.house, scene.wall)
}

test('[D7] [D8] [D10] what twenty people wrote in ten minutes without network, over a restart, is merged and kept', async () => {
  const scene = await awayForTenMinutes()
  const { documents, written } = scene
  expect(scene.before, 'claimed to be saved without a network').toBe(0)
  await eventually('all have the same', () => new Set(documents.map((d) => contentOf(d.doc))).size === 1)
  const [common = ''] = [...written].flatMap(([id, text]) => (id === 'common' ? [text] : []))
  for (let n = 0; n < PEOPLE; n++) expect(common.split(/[,à]/)).toContain(String(n))
  expect(written.has('dropped')).toBe(false)
  const held = await heldAfterwards(scene)
  expect(judgeNotes([{ written, acknowledged: new Set(written.keys()) }], [], held)).toEqual(NO_FAULT)
})

test('planted: a server that confirms what comes in one large piece, and does not keep it, is caught', async () => {
  const scene = await awayForTenMinutes(withPlant('forgets-catch-up'))
  const { written } = scene
  const held = await heldAfterwards(scene)
  expect(
    judgeNotes([{ written, acknowledged: new Set(written.keys()) }], [], held).lost.length,
  ).toBeGreaterThan(0)
})
