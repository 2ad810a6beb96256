import { createRandom, limits, SYNC_CLOSE } from '@escale/shared'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { HOSTILE, nestedBomb } from '../testkit/hostile-updates.ts'
import { closeCode, openSyncHouse, removeFolders, type SyncHouse, until } from '../testkit/sync-house.ts'
import { missingFrame, updateFrame } from './frames.ts'
import { workedMs } from './thread-time.ts'

let house: SyncHouse | undefined
afterEach(async () => {
  await house?.stop()
  house = undefined
})
afterAll(removeFolders)

const SEED = process.env['FUZZ_SEED'] ?? 'hostile-1'
/** More of them take longer: FUZZ_ROUNDS=50, with a fresh FUZZ_SEED. */
const ROUNDS = Number(process.env['FUZZ_ROUNDS'] ?? 1)
const NAME = 'story-shared'
const KEY = { session: 's1', activity: 'a1', name: NAME }
const textOf = (doc: Y.Doc): string => doc.getText('text').toString()
const CUT: readonly number[] = [SYNC_CLOSE.malformed, SYNC_CLOSE.tooFast, SYNC_CLOSE.tooLarge]
/** Of a processor, for all that is done between two turns of the loop, this test included. */
const TURN_MAX_MS = 100

/** The most that this thread worked between two turns of the loop while `act` ran, ms: however busy the machine is. */
async function heldUp(act: () => Promise<void>): Promise<number> {
  let worst = 0
  let last = workedMs()
  const timer = setInterval(() => {
    const now = workedMs()
    worst = Math.max(worst, now - last)
    last = now
  }, 5)
  try {
    await act()
  } finally {
    clearInterval(timer)
  }
  return worst
}

test(
  `[D18] what no client of ours writes is refused to its sender, and nobody else notices (seed ${SEED})`,
  async () => {
    house = await openSyncHouse()
    const at = house
    const ann = at.peer('ann', NAME)
    await until('synced', () => ann.provider.synced)
    ann.doc.getText('text').insert(0, 'Il était une fois')
    await until('saved', () => ann.saved > 1)
    const base = Y.encodeStateAsUpdate(ann.doc)
    const attacks = Array.from({ length: ROUNDS }, (_, round) => HOSTILE.map((kind) => ({ ...kind, round })))
    // Those that may pass come last: what they leave behind shows up a moment later.
    const inOrder = attacks.flat().toSorted((a, b) => Number(a.mayPass ?? false) - Number(b.mayPass ?? false))
    for (const { name, updates, mayPass = false, round } of inOrder) {
      const random = createRandom(`${SEED}/${round}/${name}`)
      const frame = random.below(2) === 0 ? updateFrame : missingFrame
      const made = updates(base, random)
      const hostile = at.raw(`h-${round}-${name.replaceAll(/\W/g, '')}`, NAME)
      const gone = closeCode(hostile)
      await new Promise((resolve) => hostile.on('open', resolve))
      const before = textOf(ann.doc)
      const held = await heldUp(async () => {
        for (const update of made) hostile.send(frame(update))
        if (mayPass) hostile.send('goodbye')
        expect([name, CUT]).toEqual([name, expect.arrayContaining([await gone])])
      })
      expect([name, held < TURN_MAX_MS ? 'quick' : `${held} ms`]).toEqual([name, 'quick'])
      if (!mayPass) expect([name, textOf(ann.doc)]).toEqual([name, before])
    }
    expect(ann.provider.wsconnected).toBe(true)
    // What may pass is perhaps still being tried, and would come before what bob writes at the beginning.
    await at.server.documents.use(KEY, (document) => document.settled())
    const bob = at.peer('bob', NAME)
    await until('synced', () => bob.provider.synced)
    await until('both have the same', () => textOf(bob.doc) === textOf(ann.doc))
    expect(textOf(bob.doc)).toContain('Il était une fois')
    bob.doc.getText('text').insert(0, 'Encore : ')
    await until('life goes on', () => textOf(ann.doc).startsWith('Encore : '))
    const stored = await at.server.documents.read('s1', 'a1', NAME)
    expect([...(stored?.share.keys() ?? [])]).toEqual(['text'])
  },
  ROUNDS * 60_000,
)

test('[D19] what cannot be applied after all is stored nowhere, and who wrote beside it keeps their words', async () => {
  house = await openSyncHouse()
  const at = house
  const ann = at.peer('ann', NAME)
  await until('synced', () => ann.provider.synced)
  ann.doc.getText('text').insert(0, 'avant')
  await until('saved', () => ann.saved > 1)
  // The server trusts its own code: so nothing looks at this before it is applied.
  const updates = nestedBomb('bomb', 12_000, 7)
  const fates: string[] = []
  await at.server.documents.use(KEY, async (document) => {
    for (const update of updates)
      document.submit({ update, ends: Y.parseUpdateMeta(update).to, done: (fate) => fates.push(fate) })
    ann.doc.getText('text').insert(5, ' et après')
    await document.settled()
  })
  await until('ann is saved', () => ann.saved > 2)
  expect(fates.sort()).toEqual(['committed', 'malformed'])
  const bob = at.peer('bob', NAME)
  await until('bob has it', () => textOf(bob.doc) === 'avant et après')
})

describe('honest writing', () => {
  test('[D18] passes, however it comes: typed, deleted, pasted, undone, and all at once after an hour without network', async () => {
    house = await openSyncHouse()
    const at = house
    const [ann, bob] = [at.peer('ann', NAME), at.peer('bob', NAME)]
    await until('synced', () => ann.provider.synced && bob.provider.synced)
    const random = createRandom(SEED)
    const text = ann.doc.getText('text')
    const undo = new Y.UndoManager(text, { captureTimeout: 0 })
    for (let i = 0; i < 120; i++) {
      if (random.below(8) === 0 && text.length > 0) text.delete(random.below(text.length), 1)
      else text.insert(random.below(text.length + 1), 'é')
    }
    for (let i = 0; i < 20; i++) undo.undo()
    for (let i = 0; i < 20; i++) undo.redo()
    text.insert(3, 'x'.repeat(20_000))
    await until('bob has it', () => textOf(bob.doc) === textOf(ann.doc), 20_000)
    bob.provider.disconnect()
    const away = bob.doc.getText('text')
    for (let i = 0; i < 3_000; i++) {
      if (random.below(12) === 0) away.delete(random.below(away.length), 1)
      else away.insert(random.below(20) === 0 ? random.below(away.length) : Math.min(i, away.length), 'o')
    }
    for (let i = 0; i < 30; i++) text.insert(random.below(text.length), 'a')
    bob.provider.connect()
    await until('ann has it', () => textOf(bob.doc) === textOf(ann.doc), 30_000)
    expect(at.faults).toEqual([])
    text.delete(0, text.length)
    await until('it is all gone', () => textOf(bob.doc) === '')
    undo.undo()
    await until('and back', () => textOf(bob.doc).length > 20_000)
    expect(at.faults).toEqual([])
  })

  test('[D18] a text of one’s own has a size', async () => {
    house = await openSyncHouse()
    const big = house.raw('big', NAME)
    const gone = closeCode(big)
    await new Promise((resolve) => big.on('open', resolve))
    for (let i = 0; i < 10; i++) {
      const doc = new Y.Doc()
      doc.getText('text').insert(0, 'y'.repeat(60_000))
      big.send(updateFrame(Y.encodeStateAsUpdate(doc)))
    }
    expect(await gone).toBe(SYNC_CLOSE.tooLarge)
    const { updates } = await house.store.loadDocument(KEY)
    expect(updates.reduce((sum, u) => sum + u.byteLength, 0)).toBeLessThanOrEqual(limits.OWN_TEXT_MAX_BYTES)
  })
})
