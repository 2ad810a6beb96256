/** What a document may be made of [D18], and what applying an update takes [D19], counted to the step. */
import type { DocumentShape } from '@escale/shared'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { inspectUpdate } from './inspect-update.ts'
import {
  ARRAY,
  collected,
  type Deleted,
  document,
  documentOf,
  EMPTY,
  HOOK,
  letters,
  MAP,
  type Piece,
  said,
  TEXT,
  taken,
  type,
  update,
  values,
  type What,
  XML_TEXT,
} from './pieces.testkit.ts'
import { costOf, StructureError } from './structure.ts'
import { KEY_MAX_CHARS, VALUE_MAX_DEPTH } from './sync-limits.ts'

const NOTES: DocumentShape = {
  roots: {
    notes: {
      type: 'map',
      values: false,
      entries: { type: 'map', values: true, entries: { type: 'text' } },
    },
    stacks: { type: 'map', values: false, entries: { type: 'map', values: true } },
    text: { type: 'text' },
    other: { type: 'text' },
  },
  maxBytes: 1,
  maxPieces: 1,
}

const MANY = 1_000
function stepsOf(doc: Y.Doc, bytes: Uint8Array, shape: DocumentShape | undefined, most = MANY): number {
  const { decoded } = inspectUpdate(bytes, (client) => Y.getState(doc.store, client))
  return costOf(doc, decoded, shape, most)
}
/** The steps, or why not. */
function answerOf(doc: Y.Doc, pieces: readonly Piece[], shape: DocumentShape | undefined): number | string {
  try {
    return stepsOf(doc, update(pieces), shape)
  } catch (error) {
    if (error instanceof StructureError) return error.message
    throw error
  }
}

/** What was written under one name, again and again. */
const written = (count: number, sub = 'k', root = 'map'): Piece[] =>
  Array.from({ length: count }, (_, i) => ({
    id: [i + 1, 0],
    ...(i > 0 ? { origin: [i, 0] as const } : { parent: root, sub }),
    ...values(i),
  }))
/** Of client 1 the letters 0, 1, 2…, with one of somebody else’s behind each. */
const interleaved = (count: number): Piece[] =>
  Array.from({ length: count }, (_, i) => [
    { id: [1, i] as const, ...(i > 0 && { origin: [100 + i - 1, 0] as const }), ...said('a') },
    { id: [100 + i, 0] as const, origin: [1, i] as const, ...said('b') },
  ]).flat()
/** A note with a value and a text of `count` letters; its ids: 1 the note, 2 the value, 3 the text, 10… the letters. */
const note = (count: number): Piece[] => [
  { id: [1, 0], parent: 'notes', sub: 'n', ...type(MAP) },
  { id: [2, 0], parent: [1, 0], sub: 'colour', ...values(1) },
  { id: [3, 0], parent: [1, 0], sub: 'text', ...type(TEXT) },
  ...Array.from({ length: count }, (_, i) => ({
    id: [10 + i, 0] as const,
    ...(i > 0 ? { origin: [10 + i - 1, 0] as const } : { parent: [3, 0] as const }),
    ...said('x'),
  })),
]

describe('[D18] what a document may be made of', () => {
  const name = (length: number) => 'n'.repeat(length)
  const inNote = (sub: string, what: What): Piece => ({ id: [50, 0], parent: [1, 0], sub, ...what })
  const deep = (depth: number): unknown => (depth === 0 ? 1 : { a: deep(depth - 1) })

  test.each<[string, string, Piece[]]>([
    ['a text in its root', 'fine', [{ id: [50, 0], ...said('x') }]],
    ['a text that is gone already', 'fine', [{ id: [50, 0], ...taken(3) }]],
    ['a root that nobody has', 'root', [{ id: [50, 0], parent: 'elsewhere', ...said('x') }]],
    ['a root that every object has', 'root', [{ id: [50, 0], parent: '__proto__', ...said('x') }]],
    ['a name in a text', 'a name in a text', [{ id: [50, 0], sub: 's', ...said('x') }]],
    ['a value in a text', 'in a text', [{ id: [50, 0], ...values(1) }]],
    ['a type in a text', 'in a text', [{ id: [50, 0], ...type(TEXT) }]],
    ['a document in a text', 'in a text', [{ id: [50, 0], ...document }]],
    ['a note', 'fine', [{ id: [50, 0], parent: 'notes', sub: 'm', ...type(MAP) }]],
    ['a note without a name', 'a name', [{ id: [50, 0], parent: 'notes', ...type(MAP) }]],
    ['a long name', 'fine', [{ id: [50, 0], parent: 'notes', sub: name(KEY_MAX_CHARS), ...type(MAP) }]],
    [
      'a longer one',
      'a name',
      [{ id: [50, 0], parent: 'notes', sub: name(KEY_MAX_CHARS + 1), ...type(MAP) }],
    ],
    ['a note that is gone', 'fine', [{ id: [50, 0], parent: 'notes', sub: 'm', ...taken(1) }]],
    ['a value for a note', 'in a map', [{ id: [50, 0], parent: 'notes', sub: 'm', ...values(1) }]],
    ['letters for a note', 'in a map', [{ id: [50, 0], parent: 'notes', sub: 'm', ...said('x') }]],
    ['a text for a note', 'type', [{ id: [50, 0], parent: 'notes', sub: 'm', ...type(TEXT) }]],
    ['a list for a note', 'type', [{ id: [50, 0], parent: 'notes', sub: 'm', ...type(ARRAY) }]],
    ['nearly a map for a note', 'type', [{ id: [50, 0], parent: 'notes', sub: 'm', ...type(HOOK) }]],
    ['a text in a note', 'fine', [inNote('t', type(TEXT))]],
    ['nearly a text in a note', 'type', [inNote('t', type(XML_TEXT))]],
    ['a list in a note', 'type', [inNote('t', type(ARRAY))]],
    ['a map in a note', 'type', [inNote('t', type(MAP))]],
    ['a document in a note', 'in a map', [inNote('t', document)]],
    ['letters in a note', 'in a map', [inNote('t', said('x'))]],
    [
      'plain values in a note',
      'fine',
      [inNote('v', values(null, undefined, 1, 'a', true, [1, 'b'], { a: null }))],
    ],
    ['bytes in a note', 'in a map', [inNote('v', values(1, Uint8Array.of()))]],
    ['bytes within something in a note', 'in a map', [inNote('v', values([1, Uint8Array.of()]))]],
    ['a number of no end', 'in a map', [inNote('v', values(12n))]],
    ['a deep value', 'fine', [inNote('v', values(deep(VALUE_MAX_DEPTH)))]],
    ['a deeper one', 'in a map', [inNote('v', values(deep(VALUE_MAX_DEPTH + 1)))]],
    ['a deeper one beside', 'in a map', [inNote('v', values(1, deep(VALUE_MAX_DEPTH + 1)))]],
    ['letters in the text of a note', 'fine', [{ id: [50, 0], parent: [3, 0], ...said('y') }]],
    ['values in the text of a note', 'in a text', [{ id: [50, 0], parent: [3, 0], ...values(1) }]],
    ['letters behind those of a note', 'fine', [{ id: [50, 0], origin: [11, 0], ...said('y') }]],
    ['values behind those of a note', 'in a text', [{ id: [50, 0], origin: [11, 0], ...values(1) }]],
    ['values before those of a note', 'in a text', [{ id: [50, 0], right: [10, 0], ...values(1) }]],
    ['in what holds nothing', 'holds nothing', [{ id: [50, 0], parent: [2, 0], sub: 'x', ...values(1) }]],
    ['a value after a value', 'fine', [{ id: [50, 0], origin: [2, 0], ...values(2) }]],
    ['letters after a value', 'in a map', [{ id: [50, 0], origin: [2, 0], ...said('x') }]],
    ['beside a client that nobody knows', 'nothing there', [{ id: [50, 0], origin: [77, 0], ...said('x') }]],
    [
      'a whole note, its inside first',
      'fine',
      [
        { id: [53, 0], origin: [52, 0], ...said('y') },
        { id: [52, 0], parent: [51, 0], ...said('x') },
        { id: [51, 0], parent: [50, 0], sub: 't', ...type(TEXT) },
        { id: [50, 0], parent: 'notes', sub: 'm', ...type(MAP) },
      ],
    ],
    [
      'letters in a type that its text may not hold, the letters first',
      'type',
      [
        { id: [51, 0], parent: [50, 0], ...said('x') },
        { id: [50, 0], ...type(TEXT) },
      ],
    ],
    [
      'a type in a stack',
      'type',
      [
        { id: [51, 0], parent: [50, 0], sub: 't', ...type(TEXT) },
        { id: [50, 0], parent: 'stacks', sub: 'm', ...type(MAP) },
      ],
    ],
    [
      'in what holds nothing, of its own',
      'holds nothing',
      [
        { id: [51, 0], parent: [50, 0], sub: 't', ...values(1) },
        { id: [50, 0], ...said('x') },
      ],
    ],
    [
      'in what is gone already when it comes',
      'holds nothing',
      [
        { id: [51, 0], parent: [50, 0], sub: 't', ...values(1) },
        { id: [50, 0], ...taken(1) },
      ],
    ],
    [
      'two that build on each other',
      'in a circle',
      [
        { id: [51, 0], origin: [50, 0], ...said('a') },
        { id: [50, 0], origin: [51, 0], ...said('b') },
      ],
    ],
    [
      'three that build on each other, by both sides and by what holds them',
      'in a circle',
      [
        { id: [52, 0], origin: [51, 0], ...said('a') },
        { id: [51, 0], right: [50, 0], ...said('b') },
        { id: [50, 0], parent: [52, 0], ...said('c') },
      ],
    ],
    ['in two lists', 'in two places', [{ id: [50, 0], origin: [11, 0], right: [20, 0], ...said('x') }]],
    ['under two names', 'in two places', [{ id: [50, 0], origin: [2, 0], right: [3, 0], ...values(1) }]],
  ])('%s: %s', (_what, expected, pieces) => {
    const doc = documentOf([...note(2), { id: [20, 0], ...said('z') }])
    const answer = answerOf(doc, pieces, NOTES)
    expect(typeof answer === 'number' ? 'fine' : answer).toBe(expected)
  })

  test('what stands beside or in something that is gone is not looked at, and costs nothing more', () => {
    const doc = documentOf([
      ...letters(3),
      collected([20, 0], 2),
      { id: [30, 0], parent: 'notes', sub: 'gone', ...taken(1) },
    ])
    // Each would be refused, were it anywhere.
    const lost: Piece[] = [
      { id: [50, 0], origin: [20, 1], ...type(ARRAY) },
      { id: [51, 0], right: [20, 0], ...type(ARRAY) },
      { id: [52, 0], origin: [20, 0], right: [1, 0], ...type(ARRAY) },
      { id: [53, 0], origin: [1, 0], right: [20, 0], ...type(ARRAY) },
      { id: [54, 0], parent: [20, 0], sub: 's', ...type(ARRAY) },
      { id: [55, 0], parent: [30, 0], sub: 's', ...type(ARRAY) },
    ]
    for (const piece of lost) expect(answerOf(doc, [piece], NOTES)).toBe(1)
    expect(answerOf(doc, lost, NOTES)).toBe(lost.length)
    // And what builds on those, whichever comes first.
    for (const beside of [{ origin: [50, 0] }, { right: [50, 0] }, { parent: [50, 0] }] as const)
      for (const order of [1, -1]) {
        const pieces: Piece[] = [
          { id: [50, 0], origin: [20, 1], ...type(ARRAY) },
          { id: [60, 0], ...beside, ...type(ARRAY) },
        ]
        expect(answerOf(doc, order === 1 ? pieces : pieces.toReversed(), NOTES)).toBe(2)
      }
    // In an update, too.
    expect(
      answerOf(doc, [collected([60, 0], 1), { id: [61, 0], parent: [60, 0], ...type(ARRAY) }], NOTES),
    ).toBe(2)
    expect(
      answerOf(doc, [collected([60, 0], 1), { id: [61, 0], origin: [60, 0], ...type(ARRAY) }], NOTES),
    ).toBe(2)
  })

  test('what is in the document is not asked again, but goes on only where it stands', () => {
    const doc = documentOf([
      { id: [1, 0], ...said('ab') },
      { id: [2, 0], parent: 'elsewhere', ...said('cd') },
      collected([3, 0], 2),
      { id: [4, 0], parent: 'notes', sub: 'm', ...type(MAP) },
    ])
    const known: Piece = { id: [2, 0], parent: 'elsewhere', ...said('cd') }
    expect(answerOf(doc, [known], NOTES)).toBe(1)
    expect(answerOf(doc, [{ ...known, ...said('cde') }], NOTES)).toBe('root')
    const abc: Piece = { id: [1, 0], ...said('abc') }
    expect(answerOf(doc, [abc], NOTES)).toBe(2)
    expect(answerOf(doc, [{ ...abc, parent: 'other' }], NOTES)).toBe('goes on elsewhere')
    expect(answerOf(doc, [{ id: [3, 0], ...said('xyz') }], NOTES)).toBe('goes on elsewhere')
    const under = (sub: string): Piece => ({ id: [4, 0], parent: 'notes', sub, ...taken(2) })
    expect(answerOf(doc, [under('m')], NOTES)).toBe(2)
    expect(answerOf(doc, [under('other')], NOTES)).toBe('goes on elsewhere')
    // What begins right behind is another piece: it stands where it likes.
    expect(answerOf(doc, [{ id: [1, 2], parent: 'other', ...said('x') }], NOTES)).toBe(1)
    expect(answerOf(doc, [{ id: [3, 2], ...said('x') }], NOTES)).toBe(2)
  })

  test('what is stored from before may be anything but deep, and holds no documents', () => {
    const nest = (depth: number): Piece[] =>
      Array.from({ length: depth }, (_, i) => ({
        id: [1, i],
        ...(i > 0 ? { parent: [1, i - 1] as const } : { parent: 'anything' }),
        ...type(i % 2 === 0 ? ARRAY : MAP),
        ...(i > 0 && i % 2 === 0 && { sub: 's' }),
      }))
    expect(answerOf(EMPTY(), nest(VALUE_MAX_DEPTH), undefined)).toBe(VALUE_MAX_DEPTH)
    expect(answerOf(EMPTY(), nest(VALUE_MAX_DEPTH + 1), undefined)).toBe('type')
    const deepest: Piece = { id: [2, 0], parent: [1, VALUE_MAX_DEPTH - 1], sub: 's', ...values(1) }
    expect(answerOf(documentOf(nest(VALUE_MAX_DEPTH)), [deepest], undefined)).toBe(1)
    expect(answerOf(EMPTY(), [{ id: [1, 0], ...document }], undefined)).toBe('a document')
    expect(answerOf(EMPTY(), [{ id: [1, 0], ...values(Uint8Array.of()) }], undefined)).toBe(1)
    expect(
      answerOf(documentOf(nest(VALUE_MAX_DEPTH)), [{ id: [2, 0], parent: [1, 0], ...said('x') }], undefined),
    ).toBe(2)
  })
})

describe('[D19] what applying takes, counted to the step', () => {
  const free = (client: number, other: Partial<Piece> = {}): Piece => ({
    id: [client, 0],
    ...said('x'),
    ...other,
  })

  test.each<[string, number, Piece[], Piece[]]>([
    ['nothing', 0, letters(5), []],
    ['at the end', 1, letters(5), [free(50, { origin: [5, 0] })]],
    ['between neighbours', 1, letters(5), [free(50, { origin: [2, 0], right: [3, 0] })]],
    [
      'between two that have three between them',
      4,
      letters(5),
      [free(50, { origin: [1, 0], right: [5, 0] })],
    ],
    ['before the first', 1, letters(5), [free(50, { right: [1, 0] })]],
    ['before the third, behind nothing', 3, letters(5), [free(50, { right: [3, 0] })]],
    ['behind the second, before nothing', 4, letters(5), [free(50, { origin: [2, 0] })]],
    ['anywhere', 6, letters(5), [free(50)]],
    ['two at one place', 2 + 5 + 5 + 1, letters(5), [free(50), free(51)]],
    ['three', 3 + 3 * 5 + 1 + 2, letters(5), [free(50), free(51), free(52)]],
    [
      'one behind the other',
      2 + 3 + 3 + 1,
      letters(5),
      [free(51, { origin: [50, 0], right: [5, 0] }), free(50, { origin: [1, 0], right: [5, 0] })],
    ],
    [
      'one before the other',
      2 + 3 + 3 + 1,
      letters(5),
      [free(51, { origin: [1, 0], right: [50, 0] }), free(50, { origin: [1, 0], right: [5, 0] })],
    ],
    ['in two roots, one of them new', 2 + 5, letters(5), [free(50), free(51, { parent: 'new' })]],
    ['in two new roots', 2, letters(5), [free(50, { parent: 'new' }), free(51, { parent: 'newer' })]],
    ['behind the last, before the first', 1, letters(5), [free(50, { origin: [5, 0], right: [1, 0] })]],
    ['two in a new root', 2 + 1, letters(5), [free(50, { parent: 'new' }), free(51, { parent: 'new' })]],
    ['under a name, at its end', 1, written(4), [free(50, { origin: [4, 0] })]],
    [
      'under a name, as if nobody had written there',
      1 + 3 + 4,
      written(4),
      [free(50, { parent: 'map', sub: 'k' })],
    ],
    ['under another name', 1, written(4), [free(50, { parent: 'map', sub: 'j' })]],
    [
      'under two names',
      2 + 7,
      written(4),
      [free(50, { parent: 'map', sub: 'j' }), free(51, { parent: 'map', sub: 'k' })],
    ],
    [
      'twice under one name',
      2 + 7 + 7 + 1,
      written(4),
      [free(50, { parent: 'map', sub: 'k' }), free(51, { parent: 'map', sub: 'k' })],
    ],
    ['what is known', 5, letters(5), letters(5)],
  ])('%s: %i', (_what, expected, before, pieces) => {
    expect(answerOf(documentOf(before), pieces, undefined)).toBe(expected)
  })

  test.each<[string, number, Piece[], Deleted]>([
    ['three', 1 + 3, interleaved(5), { 1: [[0, 3]] }],
    ['two', 1 + 2, interleaved(5), { 1: [[0, 2]] }],
    ['one in the middle', 1 + 1, interleaved(5), { 1: [[2, 1]] }],
    ['the last', 1 + 1, interleaved(5), { 1: [[4, 1]] }],
    ['more than there is', 1 + 1, interleaved(5), { 1: [[4, 9]] }],
    ['what comes next', 1, interleaved(5), { 1: [[5, 1]] }],
    [
      'two ranges',
      2 + 3,
      interleaved(5),
      {
        1: [
          [0, 1],
          [2, 2],
        ],
      },
    ],
    [
      'two ranges of which one is not there yet',
      2 + 1,
      interleaved(5),
      {
        1: [
          [0, 1],
          [7, 2],
        ],
      },
    ],
    ['somebody unknown, and somebody known', 2 + 1, interleaved(5), { 77: [[0, 4]], 1: [[0, 1]] }],
    ['a note with all that is in it', 1 + 1 + 2 + 3, note(3), { 1: [[0, 1]] }],
    ['the text of a note', 1 + 1 + 3, note(3), { 3: [[0, 1]] }],
    ['a value', 1 + 1, note(3), { 2: [[0, 1]] }],
  ])('deleting %s: %i', (_what, expected, before, deleted) => {
    expect(stepsOf(documentOf(before), update([], deleted), undefined)).toBe(expected)
  })

  test('what is deleted already has nothing inside any more', () => {
    expect(stepsOf(documentOf(note(3), { 1: [[0, 1]] }), update([], { 1: [[0, 1]] }), undefined)).toBe(2)
  })

  test('it is counted no further than is worth it', () => {
    const most = 10
    const counted = (before: Piece[], bytes: Uint8Array) =>
      stepsOf(documentOf(before), bytes, undefined, most)
    const many = letters(40)
    // At the bound, and one beyond.
    expect(counted(letters(most - 1), update([free(50)]))).toBe(most)
    expect(counted(letters(most), update([free(50)]))).toBe(most + 1)
    expect(counted(many, update([free(50)]))).toBe(most + 1)
    expect(counted(written(40), update([free(50, { parent: 'map', sub: 'k' })]))).toBe(most + 1)
    expect(counted(interleaved(40), update([], { 1: [[0, 40]] }))).toBe(most + 1)
    expect(counted(interleaved(40), update([], { 1: [[0, most - 1]] }))).toBe(most)
    expect(
      counted(
        interleaved(40),
        update([], {
          1: [
            [0, 20],
            [20, 1],
            [22, 1],
          ],
        }),
      ),
    ).toBe(most + 1)
    expect(
      counted(
        interleaved(40),
        update([], {
          1: [
            [0, 8],
            [20, 1],
          ],
        }),
      ),
    ).toBe(most + 1)
    expect(counted(note(40), update([], { 3: [[0, 1]] }))).toBe(most + 1)
    // Beside the text there is a value still.
    expect(counted(note(40), update([], { 1: [[0, 1]] }))).toBe(most + 2)
    // The text is the last in the note, and its letters are what is too much.
    const just = Array.from(
      { length: most - 3 },
      (_, i): Piece => ({ id: [60 + i, 0], parent: [1, 0], sub: `v${i}`, ...values(i) }),
    )
    const [map, , text, ...own] = note(3)
    expect(counted([map, text, ...own, ...just] as Piece[], update([], { 1: [[0, 1]] }))).toBe(most + 1)
    // What is in a map that is deleted is counted, but what is in that only as long as there is need.
    const wide = [
      ...note(3),
      ...Array.from(
        { length: 20 },
        (_, i): Piece => ({ id: [60 + i, 0], parent: [1, 0], sub: `v${i}`, ...type(TEXT) }),
      ),
      { id: [90, 0] as const, parent: [79, 0] as const, ...said('x') },
    ]
    expect(counted(wide, update([], { 1: [[0, 1]] }))).toBe(2 + 22 + 1)
  })
})
