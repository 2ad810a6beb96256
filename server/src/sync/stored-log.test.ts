/** What the store holds of a document while others append, compact and fail [D3] [D11], and what of it is still owed [E9]. */
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { MemoryStore } from '../store/memory/memory-store.ts'
import type { DocumentKey, Extent } from '../store/store.ts'
import { Merger } from './merge.ts'
import { updatesOf } from './opening.ts'
import { StoredLog } from './stored-log.ts'
import { ERASE_HERE_MAX_BYTES, SNAPSHOT_HERE_MAX_BYTES } from './sync-limits.ts'
import { applyAll } from './updates.ts'

const key: DocumentKey = { session: 's', activity: 'a', name: 'wall' }
const merger = new Merger()
afterAll(() => merger.stop())

/** A disk that can be made to fail, and on which somebody else may be quicker. */
class UneasyStore extends MemoryStore {
  fails = false
  quicker: (() => Promise<unknown>) | undefined
  override async appendUpdates(of: DocumentKey, updates: readonly Uint8Array[]): Promise<number> {
    if (this.fails) throw new Error('disk')
    return super.appendUpdates(of, updates)
  }
  override async compactDocument(of: DocumentKey, snapshot: Uint8Array, extent: Extent): Promise<boolean> {
    if (this.fails) throw new Error('disk')
    const { quicker } = this
    this.quicker = undefined
    await quicker?.()
    return super.compactDocument(of, snapshot, extent)
  }
}

let store: UneasyStore
let doc: Y.Doc
beforeEach(async () => {
  store = new UneasyStore()
  doc = new Y.Doc()
  await store.createSession({
    id: 's',
    code: 'ABCDEFGH',
    genesis: { createdAt: 1, seed: '', workshop: { settings: {}, plan: [] } as never },
    endedAt: null,
  })
})

const openLog = async (isStale = false) => new StoredLog(store, key, await store.loadDocument(key), isStale)
/** Says something in the document; the update that tells it. */
function update(text: string, by = doc): Uint8Array {
  const before = Y.encodeStateVector(by)
  by.getMap('said').set(text, true)
  return Y.encodeStateAsUpdate(by, before)
}
async function stored(): Promise<{ words: string[]; updates: number }> {
  const all = await store.loadDocument(key)
  const whole = new Y.Doc()
  applyAll(whole, updatesOf(all))
  return { words: [...whole.getMap('said').keys()].toSorted(), updates: all.updates.length }
}
const compact = (log: StoredLog, bytes = 0) => log.finish(log.begin(doc, bytes), merger)
const owes = (log: StoredLog) => [log.isStale, log.isOwed]
/** Would the next snapshot be made here? */
async function isMadeHere(log: StoredLog, bytes: number): Promise<boolean> {
  const begun = log.begin(doc, bytes)
  await log.finish(begun, merger)
  return begun.early !== undefined && (await begun.early) !== undefined
}

test('[D11] a log is worth a snapshot from two updates on, or when words were taken away', async () => {
  const log = await openLog()
  expect([log.length, log.isOpen]).toEqual([0, false])
  await log.append([update('a')], false)
  expect([log.length, log.isOpen, ...owes(log)]).toEqual([1, false, false, false])
  await log.append([update('b'), update('c')], false)
  expect([log.length, log.isOpen]).toEqual([3, true])
  const again = await openLog()
  expect([again.length, again.isOpen]).toEqual([3, true])
  await compact(log)
  expect([log.length, log.isOpen]).toEqual([0, false])
  await log.append([update('d')], true)
  expect([log.length, log.isOpen, ...owes(log)]).toEqual([1, true, true, true])
  // And they stay owed, whatever comes behind them.
  await log.append([update('e')], false)
  expect(owes(log)).toEqual([true, true])
  const stale = await openLog(true)
  expect([stale.isOpen, ...owes(stale)]).toEqual([true, true, true])
})

describe('a snapshot', () => {
  test('[D11] takes the place of what it holds; what comes meanwhile stays behind it', async () => {
    const log = await openLog()
    await log.append([update('a'), update('b')], false)
    const begun = log.begin(doc, 0)
    expect(log.length).toBe(2)
    await log.append([update('c')], false)
    const snapshot = await log.finish(begun, merger)
    expect(log.length).toBe(1)
    expect(await stored()).toEqual({ words: ['a', 'b', 'c'], updates: 1 })
    const held = new Y.Doc()
    Y.applyUpdate(held, snapshot)
    expect([...held.getMap('said').keys()].toSorted()).toEqual(['a', 'b'])
    // The next one finds the store as it thinks it is: it need not ask.
    expect(await isMadeHere(log, 0)).toBe(true)
    expect(await isMadeHere(log, 0)).toBe(true)
    expect(await stored()).toEqual({ words: ['a', 'b', 'c'], updates: 0 })
  })

  test('[D11] of a large document is made in a thread, of one whose words go sooner; then here again', async () => {
    const log = await openLog()
    await log.append([update('a'), update('b')], false)
    expect(await isMadeHere(log, SNAPSHOT_HERE_MAX_BYTES + 1)).toBe(false)
    expect(await stored()).toEqual({ words: ['a', 'b'], updates: 0 })
    expect(await isMadeHere(log, SNAPSHOT_HERE_MAX_BYTES)).toBe(true)
    await log.append([update('c')], true)
    expect(await isMadeHere(log, ERASE_HERE_MAX_BYTES + 1)).toBe(false)
    await log.append([update('d')], true)
    expect(await isMadeHere(log, ERASE_HERE_MAX_BYTES)).toBe(true)
    expect(owes(log)).toEqual([false, false])
    expect(await stored()).toEqual({ words: ['a', 'b', 'c', 'd'], updates: 0 })
  })
})

describe('words that were taken away', () => {
  test('[E9] are owed until a snapshot is begun, and in the store until it is there', async () => {
    const log = await openLog()
    await log.append([update('a')], true)
    const begun = log.begin(doc, 0)
    expect(owes(log)).toEqual([true, false])
    await log.finish(begun, merger)
    expect(owes(log)).toEqual([false, false])
  })

  test('[E9] while one is being made are for the next', async () => {
    const log = await openLog()
    await log.append([update('a')], true)
    const begun = log.begin(doc, 0)
    await log.append([update('b')], true)
    await log.finish(begun, merger)
    expect(owes(log)).toEqual([true, true])
  })

  test('[E9] are still owed when it fails; and nothing is owed that was not', async () => {
    const log = await openLog()
    await log.append([update('a'), update('b')], false)
    store.fails = true
    await expect(compact(log)).rejects.toThrow('disk')
    expect([log.length, ...owes(log)]).toEqual([2, false, false])
    store.fails = false
    await log.append([update('c')], true)
    store.fails = true
    await expect(compact(log)).rejects.toThrow('disk')
    expect([log.length, ...owes(log)]).toEqual([3, true, true])
    store.fails = false
    await compact(log)
    expect([log.length, ...owes(log)]).toEqual([0, false, false])
    expect(await stored()).toEqual({ words: ['a', 'b', 'c'], updates: 0 })
  })

  test('[D3] what could not be appended is in no count, and takes no words', async () => {
    const log = await openLog()
    expect(await log.append([update('a'), update('b')], false)).toBe(true)
    store.fails = true
    expect(await log.append([update('c')], true)).toBe(false)
    store.fails = false
    expect([log.length, ...owes(log)]).toEqual([2, false, false])
    expect(await isMadeHere(log, 0)).toBe(true)
  })
})

describe('somebody else on the same store', () => {
  const other = new Y.Doc()

  test('[D11] has written: a snapshot of ours would lose it, so it is made of what the store holds, from then on', async () => {
    const log = await openLog()
    await log.append([update('a'), update('b')], false)
    await store.appendUpdates(key, [update('theirs', other)])
    // What stands behind all of ours stays there.
    expect(await isMadeHere(log, 0)).toBe(true)
    expect(await stored()).toEqual({ words: ['a', 'b', 'theirs'], updates: 1 })
    await log.append([update('c')], false)
    expect(await isMadeHere(log, 0)).toBe(false)
    expect(await stored()).toEqual({ words: ['a', 'b', 'c', 'theirs'], updates: 0 })
    await log.append([update('d')], false)
    expect(log.begin(doc, 0).early).toBeUndefined()
  })

  test('[D11] has compacted: that is noticed where ours is made in a thread, too', async () => {
    const log = await openLog()
    await log.append([update('a'), update('b')], false)
    const theirs = await openLog()
    await theirs.finish(theirs.begin(doc, 0), merger)
    await log.append([update('c'), update('d')], false)
    await compact(log, SNAPSHOT_HERE_MAX_BYTES + 1)
    expect(await stored()).toEqual({ words: ['a', 'b', 'c', 'd'], updates: 0 })
    expect(log.begin(doc, 0).early).toBeUndefined()
  })

  test('[D11] is quicker: nothing is lost, and it is tried another time', async () => {
    const log = await openLog()
    await log.append([update('a')], true)
    // In a thread.
    const begun = log.begin(doc, ERASE_HERE_MAX_BYTES + 1)
    store.quicker = async () => {
      const theirs = await openLog()
      await theirs.finish(theirs.begin(doc, 0), merger)
    }
    await expect(log.finish(begun, merger)).rejects.toThrow('another server')
    expect(owes(log)).toEqual([true, true])
    await compact(log)
    expect(owes(log)).toEqual([false, false])
    expect((await stored()).words).toEqual(['a'])
  })
})
