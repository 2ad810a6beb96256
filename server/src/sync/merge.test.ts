import { createRandom } from '@escale/shared'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { Merger } from './merge.ts'
import { mergeAll } from './updates.ts'

const merger = new Merger()
afterEach(() => merger.stop())

/** Random writing by three people, and the document that it makes. */
function writing(seed: string, bytes: number) {
  const random = createRandom(seed)
  const whole = new Y.Doc()
  const updates: Uint8Array[] = []
  const writers = [0, 1, 2].map((client) => {
    const doc = new Y.Doc()
    doc.clientID = client + 1
    doc.on('update', (update: Uint8Array) => updates.push(update))
    return doc
  })
  let size = 0
  while (size < bytes)
    for (const doc of writers) {
      const text = doc.getText('t')
      if (text.length > 40 && random.below(3) === 0) text.delete(random.below(20), 20)
      else
        text.insert(random.below(text.length + 1), `été ${random.below(1_000)} `.repeat(1 + random.below(9)))
      size = updates.reduce((sum, u) => sum + u.byteLength, 0)
    }
  for (const update of updates) Y.applyUpdate(whole, update)
  return { updates, whole }
}

test('[D11] what is merged says all that was said', async () => {
  const { updates, whole } = writing('merge', 70_000)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await merger.merge(updates))
  expect(doc.getText('t').toString()).toBe(whole.getText('t').toString())
  expect(Y.encodeStateVector(doc)).toEqual(Y.encodeStateVector(whole))
})

test('[D11] rubbish among the updates does not keep the rest from being merged', () => {
  const { updates, whole } = writing('rubbish', 500)
  const merged = mergeAll([...updates, Uint8Array.of(9, 9, 9)])
  const doc = new Y.Doc()
  Y.applyUpdate(doc, merged)
  expect(doc.getText('t').toString()).toBe(whole.getText('t').toString())
})

test('two merges at once each get their own answer', async () => {
  const [a, b] = [writing('a', 70_000), writing('b', 90_000)]
  const merged = await Promise.all([merger.merge(a.updates), merger.merge(b.updates)])
  const texts = merged.map((update) => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, update)
    return doc.getText('t').toString()
  })
  expect(texts).toEqual([a.whole.getText('t').toString(), b.whole.getText('t').toString()])
})
