/** What is seen of an update before anything is done with it: to the very clock. */
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { inspectUpdate } from './inspect-update.ts'

/** A document of one client, whose text was typed one letter at a time. */
function typed(text: string, client = 7): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = client
  for (const letter of text) doc.getText('t').insert(doc.getText('t').length, letter)
  return doc
}
/** What a document has beyond what a client knew when it had typed so many letters. */
const since = (doc: Y.Doc, letters: number) =>
  Y.encodeStateAsUpdate(doc, Y.encodeStateVector(typed('x'.repeat(letters))))
const knowing = (clocks: Readonly<Record<number, number>>) => (client: number) => clocks[client] ?? 0
const gapOf = (update: Uint8Array, clocks: Readonly<Record<number, number>>) =>
  inspectUpdate(update, knowing(clocks)).gap

describe('[D4] a gap', () => {
  test('of one is one: what begins after the next is not taken', () => {
    const update = since(typed('abcde'), 3)
    expect([2, 3, 4, 5].map((known) => gapOf(update, { 7: known }))).toEqual([true, false, false, false])
    expect(gapOf(since(typed('a'), 0), {})).toBe(false)
    expect(gapOf(since(typed('ab'), 1), {})).toBe(true)
  })

  test('is where a left or a right neighbour, or the place itself, is not known', () => {
    const other = typed('abc')
    const mine = new Y.Doc()
    mine.clientID = 9
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(other))
    const before = Y.encodeStateVector(mine)
    mine.getText('t').insert(1, 'x')
    const between = Y.encodeStateAsUpdate(mine, before)
    // Between the first letter and the second.
    expect([0, 1, 2].map((known) => gapOf(between, { 7: known }))).toEqual([true, true, false])

    const nest = new Y.Doc()
    nest.clientID = 7
    nest.getMap('notes').set('n', new Y.Map())
    const inner = new Y.Doc()
    inner.clientID = 9
    Y.applyUpdate(inner, Y.encodeStateAsUpdate(nest))
    const was = Y.encodeStateVector(inner)
    ;(inner.getMap('notes').get('n') as Y.Map<number>).set('x', 1)
    const inside = Y.encodeStateAsUpdate(inner, was)
    expect([gapOf(inside, { 7: 0 }), gapOf(inside, { 7: 1 })]).toEqual([true, false])
  })

  test('is where something unknown is deleted, to the last letter of it', () => {
    const doc = typed('abcde')
    const before = Y.encodeStateVector(doc)
    doc.getText('t').delete(2, 2)
    const update = Y.encodeStateAsUpdate(doc, before)
    expect([2, 3, 4].map((known) => gapOf(update, { 7: known }))).toEqual([true, true, false])
  })

  test('is none where the update brings what it builds on', () => {
    const doc = typed('abc')
    doc.getText('t').delete(0, 1)
    expect(gapOf(Y.encodeStateAsUpdate(doc), {})).toBe(false)
    const other = new Y.Doc()
    other.clientID = 9
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    other.getText('t').insert(1, 'x')
    expect(gapOf(Y.encodeStateAsUpdate(other), {})).toBe(false)
  })

  test('is where the update leaves something out of its own middle', () => {
    const doc = typed('abcde')
    const merged = Y.mergeUpdates([
      Y.encodeStateAsUpdate(typed('ab')),
      Y.diffUpdate(Y.encodeStateAsUpdate(doc), Y.encodeStateVector(typed('xxxx'))),
    ])
    expect(gapOf(merged, { 7: 5 })).toBe(true)
  })
})

describe('what is in it', () => {
  test('nothing, deletions only, letters: only nothing is empty', () => {
    const doc = typed('ab')
    const before = Y.encodeStateVector(doc)
    const nothing = Y.encodeStateAsUpdate(new Y.Doc())
    expect(inspectUpdate(nothing, knowing({}))).toMatchObject({ empty: true, gap: false })
    doc.getText('t').delete(0, 1)
    expect(inspectUpdate(Y.encodeStateAsUpdate(doc, before), knowing({ 7: 2 }))).toMatchObject({
      empty: false,
    })
    expect(inspectUpdate(since(typed('a'), 0), knowing({})).empty).toBe(false)
  })

  test('each client’s end is the clock after its last letter', () => {
    const doc = typed('abc')
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(typed('xy', 9)))
    expect(Object.fromEntries(inspectUpdate(Y.encodeStateAsUpdate(doc), knowing({})).ends)).toEqual({
      7: 3,
      9: 2,
    })
    expect(Object.fromEntries(inspectUpdate(since(doc, 2), knowing({ 7: 2 })).ends)).toEqual({ 7: 3, 9: 2 })
  })

  test('bytes that are no update throw', () => {
    for (const bytes of [[], [1], [1, 1, 7], [255, 255, 255, 255, 255]])
      expect(() => inspectUpdate(Uint8Array.from(bytes), knowing({}))).toThrow()
  })
})
