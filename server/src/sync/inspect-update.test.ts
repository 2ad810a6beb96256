/** What is seen of an update before anything is done with it: to the very clock. */
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { inspectUpdate } from './inspect-update.ts'
import { collected, type Deleted, type Piece, said, taken, update } from './pieces.testkit.ts'
import { CLIENTS_PER_UPDATE, CLOCK_MAX, UPDATE_MAX_PIECES } from './sync-limits.ts'

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
    const behind = update([{ id: [9, 0], origin: [7, 0], ...said('x') }])
    expect([0, 1].map((known) => gapOf(behind, { 7: known }))).toEqual([true, false])
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

describe('[D18] what no client writes is refused before anything is done with it', () => {
  const isTaken = (bytes: Uint8Array): boolean => {
    try {
      inspectUpdate(bytes, knowing({}))
      return true
    } catch {
      return false
    }
  }
  const x = (client: number, clock = 0): Piece => ({ id: [client, clock], ...said('x') })
  const deleted = (...ranges: (readonly [number, number])[]) => update([], { 1: ranges })
  const many = (count: number) => Array.from({ length: count }, (_, i) => x(1, i))
  const some = (clients: number) => Array.from({ length: clients }, (_, i) => x(i + 1))

  test.each<[string, boolean, Uint8Array]>([
    ['as many clients as may be', true, update(some(CLIENTS_PER_UPDATE))],
    ['one more', false, update(some(CLIENTS_PER_UPDATE + 1))],
    ['the highest number', true, update([x(1, CLOCK_MAX - 1)])],
    ['a higher one', false, update([x(1, CLOCK_MAX)])],
    ['the lowest client', true, update([x(0)])],
    ['the highest client', true, update([x(CLOCK_MAX)])],
    ['a higher one', false, update([x(CLOCK_MAX + 1)])],
    ['nothing, as a piece', false, update([{ id: [1, 0], ...taken(0) }])],
    ['one after the other deleted', true, deleted([0, 1], [1, 2], [5, 1])],
    ['the same deleted twice', false, deleted([0, 2], [1, 1])],
    ['deleted backwards', false, deleted([5, 1], [0, 1])],
    ['nothing deleted', false, deleted([0, 0])],
    ['the highest number deleted', true, deleted([CLOCK_MAX - 1, 1])],
    ['a higher one deleted', false, deleted([CLOCK_MAX, 1])],
    ['the highest client deleted', true, update([], { [CLOCK_MAX]: [[0, 1]] })],
    ['a higher one deleted', false, update([], { [CLOCK_MAX + 1]: [[0, 1]] })],
  ])('%s: %s', (_what, expected, bytes) => {
    expect(isTaken(bytes)).toBe(expected)
  })

  test('so many pieces, and what is deleted counts with what is written', () => {
    const ranges = (count: number): Deleted => ({ 1: Array.from({ length: count }, (_, i) => [2 * i, 1]) })
    const pieces = (written: number, gone: number) => update(many(written), ranges(gone))
    expect(inspectUpdate(pieces(3, 2), knowing({})).decoded.pieces).toBe(5)
    expect(isTaken(pieces(UPDATE_MAX_PIECES - 1, 1))).toBe(true)
    expect(isTaken(pieces(UPDATE_MAX_PIECES - 1, 2))).toBe(false)
  })

  test('somebody, somebody else, and somebody again', () => {
    const block = (...piece: Piece[]) => [...update(piece)].slice(1, -1)
    const bytes = (...blocks: number[][]) => Uint8Array.from([blocks.length, ...blocks.flat(), 0])
    expect(isTaken(bytes(block(x(1)), block(x(2))))).toBe(true)
    expect(isTaken(bytes(block(x(1)), block(x(2)), block(x(1, 1))))).toBe(false)
    // Nor out of its own order.
    expect(isTaken(bytes(block(x(1)), block(x(1, 1))))).toBe(true)
    expect(isTaken(bytes(block(x(1)), block(x(1, 5))))).toBe(false)
  })

  test('who leaves out all that they wrote has written nothing, and much is missing', () => {
    // One client, one piece: three left out, from 0.
    const { ends, gap, empty } = inspectUpdate(Uint8Array.of(1, 1, 7, 0, 10, 3, 0), knowing({}))
    expect([ends.size, gap, empty]).toEqual([0, true, false])
  })

  test('of what is gone the numbers still count', () => {
    const { ends, gap } = inspectUpdate(update([x(1), collected([1, 1], 4)]), knowing({}))
    expect([Object.fromEntries(ends), gap]).toEqual([{ 1: 5 }, false])
  })
})
