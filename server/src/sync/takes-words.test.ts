/** What must not be told to anybody any more once it is taken away: what somebody has said. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { takesWords } from './takes-words.ts'

function doesTake(doc: Y.Doc, act: () => void): boolean {
  let takes: boolean | undefined
  const look = (transaction: Y.Transaction) => {
    takes = takesWords(transaction)
  }
  doc.on('afterTransaction', look)
  doc.transact(act)
  doc.off('afterTransaction', look)
  if (takes === undefined) throw new Error('nothing was done')
  return takes
}

test.each<[unknown, boolean]>([
  [1, false],
  [true, false],
  [null, false],
  [undefined, false],
  [[1, 2], false],
  [{ x: 1, y: null }, false],
  ['', true],
  ['mot', true],
  [[1, 'mot'], true],
  [{ x: 1, who: 'Ann' }, true],
  [{ x: 1, deep: [{ y: 2, who: 'Ann' }] }, true],
])('a value %j that is replaced or removed: words %s', (value, expected) => {
  for (const act of ['set', 'delete'] as const) {
    const doc = new Y.Doc()
    const map = doc.getMap('m')
    map.set('v', value)
    expect(doesTake(doc, () => (act === 'set' ? map.set('v', 1) : map.delete('v')))).toBe(expected)
  }
})

test('so is whatever holds something', () => {
  const doc = new Y.Doc()
  const map = doc.getMap('m')
  for (const make of [() => new Y.Map(), () => new Y.Text()]) {
    map.set('v', make())
    expect(doesTake(doc, () => map.delete('v'))).toBe(true)
  }
})

test('letters are words, and so are some of several values', () => {
  const doc = new Y.Doc()
  doc.getText('t').insert(0, 'mot')
  expect(doesTake(doc, () => doc.getText('t').delete(1, 1))).toBe(true)
  doc.getArray('a').insert(0, [1, 2, 'mot', 3])
  expect(doesTake(doc, () => doc.getArray('a').delete(3, 1))).toBe(false)
  expect(doesTake(doc, () => doc.getArray('a').delete(0, 2))).toBe(false)
  doc.getArray('a').insert(0, [1, 'mot'])
  expect(doesTake(doc, () => doc.getArray('a').delete(0, 2))).toBe(true)
})

test('only what is taken away counts: not what stands beside it, and not what is said instead', () => {
  const doc = new Y.Doc()
  const map = doc.getMap('m')
  map.set('before', 'mot')
  map.set('at', 1)
  map.set('after', 'mot')
  expect(doesTake(doc, () => map.delete('at'))).toBe(false)
  expect(doesTake(doc, () => map.set('new', 'mot'))).toBe(false)
  // Behind something that is none, in one breath.
  map.set('x', 1)
  map.set('y', 2)
  map.set('z', 'mot')
  expect(
    doesTake(doc, () => {
      for (const key of ['x', 'y', 'z']) map.delete(key)
    }),
  ).toBe(true)
})

test('of several who wrote, each is asked', () => {
  const [ann, bob] = [new Y.Doc(), new Y.Doc()]
  ann.clientID = 1
  bob.clientID = 2
  const both = new Y.Doc()
  ann.getMap('m').set('number', 1)
  bob.getMap('m').set('word', 'mot')
  for (const doc of [ann, bob]) Y.applyUpdate(both, Y.encodeStateAsUpdate(doc))
  const act = () => {
    both.getMap('m').delete('number')
    both.getMap('m').delete('word')
  }
  expect(doesTake(both, act)).toBe(true)
})

test('what comes without its words takes none away', () => {
  const doc = new Y.Doc()
  doc.getText('t').insert(0, 'mot')
  doc.getText('t').delete(0, 3)
  const later = new Y.Doc()
  expect(doesTake(later, () => Y.applyUpdate(later, Y.encodeStateAsUpdate(doc)))).toBe(false)
})
