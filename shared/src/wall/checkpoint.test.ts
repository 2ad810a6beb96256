import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  emptyKept,
  keepWall,
  restoreWall,
  stepsBack,
  unwithdraw,
  type WallDocs,
  withdraw,
} from './checkpoint.ts'
import { addNote, changeNote, readNotes, readWall, removeNote, stackNotes, unstack } from './model.ts'

const IDS = ['a', 'b', 'c', 'd', 'e']
const id = fc.constantFrom(...IDS)
const word = fc.constantFrom('un', 'deux', 'trois\nlignes')
const point = fc.record({ x: fc.constantFrom(0, 0.5, 1), y: fc.constantFrom(0, 1) })
const deed = fc.oneof(
  fc.record({
    do: fc.constant('add' as const),
    id,
    text: word,
    author: fc.constantFrom('', 'ann'),
    zone: fc.constantFrom('', 'z1'),
    createdAt: fc.nat({ max: 9 }),
    at: fc.oneof(fc.constant({}), fc.record({ canvas: point }), fc.record({ matrix: point })),
    values: fc.oneof(fc.constant({}), fc.constant({ poids: 3, thème: 'x' })),
  }),
  fc.record({
    do: fc.constant('change' as const),
    id,
    text: word,
    colour: fc.nat({ max: 7 }),
    at: fc.record({ canvas: point, timeline: point }),
    values: fc.constantFrom<Record<string, number>>({}, { poids: 4 }),
  }),
  fc.record({ do: fc.constantFrom('remove' as const, 'withdraw' as const, 'shelve' as const), id }),
  fc.record({ do: fc.constant('place' as const), id }),
  fc.record({
    do: fc.constant('stack' as const),
    stack: fc.constantFrom('s1', 's2'),
    title: word,
    notes: fc.subarray(IDS),
  }),
  fc.record({ do: fc.constant('unstack' as const), stack: fc.constantFrom('s1', 's2') }),
)
type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never

function carry(from: Y.Doc, to: Y.Doc, which: string): void {
  const note = removeNote(from, which)
  if (note) addNote(to, note)
}

function act({ wall, shelf }: WallDocs, one: Deed): void {
  switch (one.do) {
    case 'add':
      if (readNotes(shelf).some((note) => note.id === one.id)) return
      unwithdraw(wall, one.id)
      addNote(wall, one)
      return
    case 'change':
      changeNote(wall, one.id, one)
      return
    case 'withdraw':
      withdraw(wall, one.id)
      removeNote(wall, one.id)
      return
    case 'remove':
      removeNote(wall, one.id)
      return
    case 'shelve':
      carry(wall, shelf, one.id)
      return
    case 'place':
      unwithdraw(wall, one.id)
      carry(shelf, wall, one.id)
      return
    case 'stack':
      stackNotes(wall, { id: one.stack, title: one.title, notes: one.notes })
      return
    default:
      unstack(wall, one.stack)
  }
}

const deeds = fc.array(deed, { maxLength: 25 })
const asIs = (author: string) => author
const empty = (): WallDocs => ({ wall: new Y.Doc(), shelf: new Y.Doc() })
function played(all: readonly Deed[], docs = empty()): WallDocs {
  for (const one of all) act(docs, one)
  return docs
}
function kept(docs: WallDocs, authorFor = asIs): Y.Doc {
  const doc = new Y.Doc()
  keepWall(docs, doc, authorFor)
  return doc
}
/** A note of the shelf has no stack to stand in. */
const contentOf = ({ wall, shelf }: WallDocs) => ({ wall: readWall(wall), shelf: readNotes(shelf) })
const idsOf = ({ wall, shelf }: WallDocs) => [...readNotes(wall), ...readNotes(shelf)].map((note) => note.id)

describe('a wall that is kept and made again', () => {
  test('[M50] is as it was, shelf included, when nothing has happened; and nothing is written', () => {
    fc.assert(
      fc.property(deeds, (before) => {
        const docs = played(before)
        const was = contentOf(docs)
        const keptThen = kept(docs)
        expect(stepsBack(docs, keptThen, asIs)).toEqual([])
        restoreWall(docs, keptThen, asIs)
        expect(contentOf(docs)).toEqual(was)
      }),
    )
  })

  test('[M51] is as it was, but for what authors took back; what came since is on the shelf, and nothing is lost', () => {
    fc.assert(
      fc.property(deeds, deeds, (before, since) => {
        const docs = played(before)
        const was = contentOf(docs)
        const keptThen = kept(docs)
        played(since, docs)
        const held = [...idsOf(docs), ...was.wall.notes.map((n) => n.id)]
        const withdrawn = new Set(docs.wall.getMap('withdrawn').keys())
        const present = new Set(readNotes(docs.wall).map((note) => note.id))
        restoreWall(docs, keptThen, asIs)
        const ids = idsOf(docs)
        expect(ids.length).toBe(new Set(ids).size)
        expect(held.filter((one) => !ids.includes(one))).toEqual([])
        const plain = (notes: readonly { id: string }[]) =>
          notes
            .filter((note) => !withdrawn.has(note.id) || present.has(note.id))
            .map((note) => ({ ...note, author: '', seal: '', stack: '' }))
        expect(plain(readWall(docs.wall).notes)).toEqual(plain(was.wall.notes))
        for (const note of readWall(docs.wall).notes)
          expect(present.has(note.id) || !withdrawn.has(note.id)).toBe(true)
        // Again, it is the same wall.
        const once = contentOf(docs)
        restoreWall(docs, keptThen, asIs)
        expect(contentOf(docs)).toEqual(once)
      }),
    )
  })

  test('[M51] going back can be taken back: everything that was there is as it was', () => {
    fc.assert(
      fc.property(deeds, deeds, (before, since) => {
        const docs = played(before)
        const keptThen = kept(docs)
        played(since, docs)
        const was = contentOf(docs)
        const keptNow = kept(docs)
        restoreWall(docs, keptThen, asIs)
        restoreWall(docs, keptNow, asIs)
        expect(contentOf(docs).wall).toEqual(was.wall)
        expect(readNotes(docs.shelf)).toEqual(expect.arrayContaining([...was.shelf]))
      }),
    )
  })

  test('only what differs is written: a wall of many in which one has changed sends one', () => {
    const docs = empty()
    for (let i = 0; i < 300; i++) addNote(docs.wall, { id: `n${i}`, text: `texte ${i}`, createdAt: i })
    const keptThen = kept(docs)
    changeNote(docs.wall, 'n7', { text: 'autre' })
    const sizes: number[] = []
    docs.wall.on('update', (update: Uint8Array) => sizes.push(update.byteLength))
    restoreWall(docs, keptThen, asIs)
    expect(sizes).toHaveLength(1)
    expect(sizes[0]).toBeLessThan(200)
  })

  test('[M52] whose a note is, the past does not say; no name comes back to a wall that names nobody', () => {
    const docs = empty()
    addNote(docs.wall, { id: 'stays', text: 'a', author: 'ann', createdAt: 1 })
    addNote(docs.wall, { id: 'gone', text: 'b', author: 'ann', createdAt: 2 })
    addNote(docs.wall, { id: 'aside', text: 'c', author: 'ann', createdAt: 3 })
    const keptThen = kept(docs)
    removeNote(docs.wall, 'gone')
    carry(docs.wall, docs.shelf, 'aside')
    addNote(docs.wall, { id: 'stays', text: 'a', author: '', createdAt: 1 })
    restoreWall(docs, keptThen, () => '')
    expect(readNotes(docs.wall).map(({ id: which, author }) => [which, author])).toEqual([
      ['stays', ''],
      ['gone', ''],
      ['aside', ''],
    ])
    expect(readNotes(kept(played([]), () => ''))).toEqual([])
    expect(readNotes(kept({ wall: keptThen, shelf: new Y.Doc() }, () => '')).map((n) => n.author)).toEqual([
      '',
      '',
      '',
    ])
  })

  test('a forgotten one holds nothing any more', () => {
    const docs = empty()
    addNote(docs.wall, { id: 'a', text: 'effacé pour de bon', createdAt: 1 })
    addNote(docs.shelf, { id: 'b', text: 'effacé aussi', createdAt: 1 })
    const doc = kept(docs)
    emptyKept(doc)
    expect(Buffer.from(Y.encodeStateAsUpdate(doc)).toString('latin1')).not.toMatch(/effac/)
  })
})
