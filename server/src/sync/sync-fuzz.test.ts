import { addNote, createRandom, limits, readWall, SYNC_CLOSE } from '@escale/shared'
import { afterAll, afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  bytes,
  closeCode,
  openSyncHouse,
  removeFolders,
  type SyncHouse,
  until,
} from '../testkit/sync-house.ts'
import { missingFrame, readFrame, updateFrame } from './frames.ts'
import { inspectUpdate } from './inspect-update.ts'

let house: SyncHouse | undefined
afterEach(async () => {
  await house?.stop()
  house = undefined
})
afterAll(removeFolders)

const SEED = process.env['FUZZ_SEED'] ?? 'sync-1'

/** Updates of every shape that the product writes: maps, texts, deletions. */
function samples(): Uint8Array[] {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (u: Uint8Array) => updates.push(u))
  for (let i = 0; i < 6; i++)
    addNote(doc, { id: `n${i}`, text: `note ${i} – é🙂`, author: 'p', colour: i, zone: 'z', createdAt: i })
  doc.getMap('notes').delete('n3')
  doc.getText('t').insert(0, 'bonjour')
  doc.getText('t').format(0, 3, { bold: true })
  doc.getText('t').delete(2, 2)
  doc.getArray('a').push([1, { x: [true, null] }, new Uint8Array([1, 2])])
  return [...updates, Y.encodeStateAsUpdate(doc)]
}

function mutate(frame: Uint8Array, random: ReturnType<typeof createRandom>): Uint8Array {
  const bent = Uint8Array.from(frame)
  for (let i = 1 + random.below(4); i > 0; i--) bent[random.below(bent.length)] = random.below(256)
  return random.below(4) === 0 ? bent.subarray(0, random.below(bent.length)) : bent
}

test(`[D4] 20 000 bent updates either decode or throw, quickly (seed ${SEED})`, () => {
  const random = createRandom(SEED)
  const frames = samples().map(updateFrame)
  let worst = 0
  let threw = 0
  for (let i = 0; i < 20_000; i++) {
    const began = performance.now()
    try {
      const message = readFrame(mutate(frames[random.below(frames.length)] as Uint8Array, random))
      if (message.type === 'update') inspectUpdate(message.bytes, () => 0)
    } catch {
      threw++
    }
    worst = Math.max(worst, performance.now() - began)
  }
  expect(threw).toBeGreaterThan(1_000)
  expect(worst).toBeLessThan(1_000)
})

test(`[D4] bent frames close their sender and change nothing for anybody (seed ${SEED})`, async () => {
  house = await openSyncHouse()
  const at = house
  const [ann, bob] = [at.peer('ann'), at.peer('bob')]
  await until('synced', () => ann.provider.synced && bob.provider.synced)
  addNote(ann.doc, { id: 'kept', text: 'kept', author: '', colour: 0, zone: '', createdAt: 1 })
  await until('bob has it', () => readWall(bob.doc).notes.length === 1)
  const random = createRandom(`${SEED}/sockets`)
  const frames = samples().flatMap((u) => [updateFrame(u), missingFrame(u)])
  for (let i = 0; i < 40; i++) {
    const hostile = at.raw(`h${i}`)
    const gone = closeCode(hostile)
    await new Promise((resolve) => hostile.on('open', resolve))
    for (let n = 0; n < 20 && hostile.readyState === hostile.OPEN; n++)
      hostile.send(mutate(frames[random.below(frames.length)] as Uint8Array, random))
    hostile.send('text')
    expect(await gone).toBe(SYNC_CLOSE.malformed)
  }
  addNote(bob.doc, { id: 'after', text: 'after', author: '', colour: 0, zone: '', createdAt: 2 })
  const seen = (doc: Y.Doc) => readWall(doc).notes.filter((n) => n.id === 'kept' || n.id === 'after').length
  await until('life goes on', () => seen(ann.doc) === 2 && seen(bob.doc) === 2)
  expect(bytes(ann.doc)).toBe(bytes(bob.doc))
  expect(ann.provider.wsconnected && bob.provider.wsconnected).toBe(true)
})

test('[D4] the run-length bomb of yjs #687 and updates in reverse order cost next to nothing', async () => {
  house = await openSyncHouse()
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (u: Uint8Array) => updates.push(u))
  for (let i = 0; i < 300; i++) doc.getText('t').insert(0, 'x')
  const hostile = house.raw('h')
  await new Promise((resolve) => hostile.on('open', resolve))
  for (const update of updates.reverse().slice(0, 250)) hostile.send(updateFrame(update))
  const ann = house.peer('ann')
  await until('synced', () => ann.provider.synced)
  addNote(ann.doc, { id: 'n', text: 'n', author: '', colour: 0, zone: '', createdAt: 1 })
  await until('saved', () => ann.saved === 2)
  const stored = await house.server.documents.read('s1', 'a1', 'wall')
  expect(stored?.store.pendingStructs).toBeNull()
  expect(stored?.getText('t').length).toBe(0)
})

test('[D4] frames and documents have a largest size', async () => {
  house = await openSyncHouse()
  const doc = new Y.Doc()
  doc.getText('t').insert(0, 'x'.repeat(limits.DOCUMENT_FRAME_MAX_BYTES + 1))
  const big = house.raw('big')
  await new Promise((resolve) => big.on('open', resolve))
  big.send(updateFrame(Y.encodeStateAsUpdate(doc)))
  expect(await closeCode(big)).toBe(SYNC_CLOSE.tooLarge)
  const key = { session: 's1', activity: 'a1', name: 'wall' }
  for (let i = 0; i < 9; i++)
    await house.server.documents.write(key, ['wall'], (document) =>
      document('wall').getText('t').insert(0, 'x'.repeat(900_000)),
    )
  const full = house.raw('full')
  await new Promise((resolve) => full.on('open', resolve))
  for (let i = 0; i < 8; i++) {
    const more = new Y.Doc()
    more.getMap('notes').set(`n${i}`, new Y.Map([['text', new Y.Text('y'.repeat(60_000))]]))
    full.send(missingFrame(Y.encodeStateAsUpdate(more)))
  }
  expect(await closeCode(full)).toBe(SYNC_CLOSE.tooLarge)
})
