/** When the store says no: nothing of it is anywhere, and what was lost may come again (docs/spec/documents.md, D3). */
import { afterAll, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { MemoryStore } from '../store/memory/memory-store.ts'
import type { DocumentKey } from '../store/store.ts'
import { SharedDocument } from './document.ts'
import { LoopLoad } from './relay-pace.ts'
import { Trials } from './trials.ts'

const key: DocumentKey = { session: 's', activity: 'a', name: 'wall' }
const trials = new Trials()
afterAll(() => trials.stop())

/** A disk that can be made to fail, for as long as it is wished. */
class FailingStore extends MemoryStore {
  fails = false
  override async appendUpdates(of: DocumentKey, updates: readonly Uint8Array[]): Promise<number> {
    if (this.fails) throw new Error('disk')
    return super.appendUpdates(of, updates)
  }
}

let store: FailingStore
let document: SharedDocument
let writer: Y.Doc
beforeEach(async () => {
  store = new FailingStore()
  await store.createSession({
    id: 's',
    code: 'ABCDEFGH',
    genesis: { createdAt: 1, seed: '', workshop: { settings: {}, plan: [] } as never },
    endedAt: null,
  })
  document = await SharedDocument.load(key, {
    store,
    trials,
    now: () => performance.now(),
    loopLoad: new LoopLoad(),
    onCommitted: () => undefined,
  })
  writer = new Y.Doc()
})

/** What the writer says, as an update of its own; it goes on from what was said before. */
function update(text: string): Uint8Array {
  const before = Y.encodeStateVector(writer)
  writer.getMap('said').set(text, true)
  return Y.encodeStateAsUpdate(writer, before)
}
const submit = (bytes: Uint8Array) =>
  new Promise<string>((done) => {
    document.submit({ update: bytes, ends: document.inspect(bytes).ends, done })
  })
const said = () => Object.keys(document.doc.getMap('said').toJSON()).toSorted()
const storedWords = async () => {
  const { snapshot, updates } = await store.loadDocument(key)
  const doc = new Y.Doc()
  for (const one of [snapshot, ...updates]) if (one) Y.applyUpdate(doc, one)
  return Object.keys(doc.getMap('said').toJSON()).toSorted()
}

test('[D3] what could not be stored is in no document, and what was there stays', async () => {
  expect(await submit(update('kept'))).toBe('committed')
  const before = Y.encodeStateVector(document.doc)
  store.fails = true
  expect(await submit(update('lost'))).toBe('storage')
  await document.settled()
  expect(said()).toEqual(['kept'])
  expect(Y.encodeStateVector(document.doc)).toEqual(before)
  expect(await storedWords()).toEqual(['kept'])
})

test('[D3] what came behind it is refused too: it may build on what was lost', async () => {
  store.fails = true
  const fates = [submit(update('one')), submit(update('two'))]
  expect(await Promise.all(fates)).toEqual(['storage', 'storage'])
  store.fails = false
  await document.settled()
  expect(said()).toEqual([])
})

test('[D3] the same bytes come again and are taken; without them, what builds on them is a gap', async () => {
  const [first, second] = [update('first'), update('second')]
  store.fails = true
  expect(await submit(first)).toBe('storage')
  store.fails = false
  await document.settled()
  expect(document.inspect(second).gap).toBe(true)
  expect(document.inspect(first).gap).toBe(false)
  expect(await submit(first)).toBe('committed')
  expect(document.inspect(second).gap).toBe(false)
  expect(await submit(second)).toBe('committed')
  expect([said(), await storedWords()]).toEqual([
    ['first', 'second'],
    ['first', 'second'],
  ])
})

test('[D3] what waits is known before it is committed, and no longer once it is lost', async () => {
  const [first, second] = [update('first'), update('second')]
  store.fails = true
  const fate = submit(first)
  expect(document.inspect(second).gap).toBe(false)
  expect(await fate).toBe('storage')
  await document.settled()
  expect(document.inspect(second).gap).toBe(true)
  expect(document.isIdle).toBe(true)
})
