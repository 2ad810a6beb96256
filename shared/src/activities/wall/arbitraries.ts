import fc from 'fast-check'
import * as Y from 'yjs'
import { forContract, type NamedDocument } from '../../testkit/kind-arbitraries.ts'
import { addNote } from '../../wall/model.ts'
import { LAYOUTS, WallDefinition } from './definition.ts'
import type { Dimension } from './dimension-schema.ts'
import { privatePage, SHARED_WALL } from './documents.ts'
import { BACKGROUNDS } from './part-words.ts'
import type { WallAction, WallSettings, WallState } from './state.ts'
import { VOTE_MIN_MS } from './voting/round.ts'
import { DOTS_MAX } from './voting/rules.ts'

const line = fc.string({ unit: 'grapheme', maxLength: 60 })
const reach = fc.constantFrom('own' as const, 'all' as const, 'none' as const)
const share = fc.double({ min: 0, max: 1, noNaN: true })
const place = fc.record({ x: share, y: share })
const zoneIds = ['z1', 'z2', 'z3', 'z4']

const dimension = fc.oneof<fc.Arbitrary<Dimension>[]>(
  fc.record({
    type: fc.constant('number' as const),
    id: fc.constantFrom('d1', 'd2'),
    label: line,
    min: fc.integer({ min: -9, max: 9 }),
    max: fc.integer({ min: -9, max: 9 }),
  }),
  fc.record({
    type: fc.constant('scale' as const),
    id: fc.constantFrom('d2', 'd3'),
    label: line,
    max: fc.constantFrom(5 as const, 10 as const),
  }),
  fc.record({
    type: fc.constant('tag' as const),
    id: fc.constantFrom('d3', 'd4'),
    label: line,
    tags: fc.subarray(['court', 'moyen', 'long']),
  }),
)

const note = (people: readonly string[]) =>
  fc.record({
    id: fc.uuid(),
    text: fc.oneof(line, fc.lorem(), fc.constant('deux\nlignes')),
    author: fc.constantFrom('', ...people),
    colour: fc.integer({ min: -1, max: 9 }),
    zone: fc.constantFrom('', 'gone', ...zoneIds),
    createdAt: fc.nat(),
    at: fc.record({ matrix: place, picture: place, timeline: place }, { requiredKeys: [] }),
    values: fc.dictionary(
      fc.constantFrom('d1', 'd2', 'd3', 'gone'),
      fc.oneof(fc.integer({ min: -12, max: 12 }), fc.constantFrom('court', 'jamais')),
    ),
  })

const named = (name: string, people: readonly string[]): fc.Arbitrary<NamedDocument> =>
  fc.array(note(people), { maxLength: 12 }).map((notes) => {
    const doc = new Y.Doc()
    for (const one of notes) addNote(doc, one)
    return { name, doc }
  })

export default forContract<WallDefinition, WallState, WallAction>({
  definition: fc
    .record({
      prompt: line,
      zones: fc
        .subarray(zoneIds)
        .chain((ids) =>
          fc
            .array(line, { minLength: ids.length, maxLength: ids.length })
            .map((titles) => ids.map((id, i) => ({ id, title: titles[i] ?? '' }))),
        ),
      identity: fc.constantFrom('named' as const, 'pseudonym' as const, 'anonymous' as const),
      layout: fc.constantFrom(...LAYOUTS),
      axes: fc.record({ left: line, right: line, bottom: line, top: line }),
      background: fc.oneof(
        fc.constantFrom(...BACKGROUNDS),
        fc.constant(null),
        fc.record({ picture: fc.uuid() }),
      ),
      flow: fc.constantFrom('direct' as const, 'inbox' as const, 'private' as const),
      rights: fc.record({ edit: reach, move: reach, remove: reach }),
      maxNotesPerPerson: fc.option(fc.integer({ min: 1, max: 20 })),
      writingMs: fc.option(fc.integer({ min: 10_000, max: 600_000 })),
      categories: fc.uniqueArray(fc.record({ colour: fc.nat({ max: 7 }), label: line }), {
        selector: (category) => category.colour,
        maxLength: 4,
      }),
      dimensions: fc.uniqueArray(dimension, { selector: ({ id }) => id, maxLength: 3 }),
      starters: fc.array(
        fc.record({ text: fc.constantFrom('un', 'deux'), zone: fc.constantFrom('', ...zoneIds) }),
        {
          maxLength: 3,
        },
      ),
    })
    .filter((d) => WallDefinition.safeParse(d).success),
  action: () =>
    fc.oneof(
      fc.constantFrom<WallAction>(
        { type: 'lock' },
        { type: 'unlock' },
        { type: 'reveal' },
        { type: 'reveal-next' },
        { type: 'hide' },
      ),
      fc.record({ type: fc.constant('cursors' as const), shown: fc.boolean() }),
      fc.record({ type: fc.constant('spotlight' as const), note: fc.option(fc.constantFrom('n1', 'n2')) }),
      fc.record({ type: fc.constant('film' as const), ms: fc.option(fc.constantFrom(2_000, 40_000)) }),
      fc.record({
        type: fc.constant('vote-start' as const),
        round: fc.constantFrom('round001', 'round002'),
        settings: fc.record({
          dots: fc.integer({ min: 1, max: DOTS_MAX }),
          several: fc.boolean(),
          live: fc.boolean(),
          secret: fc.boolean(),
          own: fc.boolean(),
          zones: fc.subarray(zoneIds),
          notes: fc.option(fc.array(fc.constantFrom('n1', 'n2'), { minLength: 1, maxLength: 2 })),
        }),
        ms: fc.option(fc.integer({ min: VOTE_MIN_MS, max: 600_000 })),
      }),
      fc.record({
        type: fc.constantFrom('vote-close' as const, 'vote-reopen' as const, 'vote-cancel' as const),
        round: fc.constantFrom('round001', 'round002'),
      }),
      fc.record({
        type: fc.constant('vote-extend' as const),
        round: fc.constant('round001'),
        ms: fc.integer({ min: -60_000, max: 60_000 }),
      }),
      fc.record({
        type: fc.constantFrom('vote-show' as const, 'likes' as const),
        on: fc.boolean(),
      }),
      fc.record({
        type: fc.constant('set' as const),
        settings: fc.constantFrom<WallSettings>(
          {},
          { layout: 'canvas' },
          { layout: 'picture', background: 'tree' },
          { layout: 'matrix', axes: { left: 'peu', right: 'beaucoup', bottom: '', top: '' } },
          { identity: 'anonymous', flow: 'private' },
          { maxNotesPerPerson: null, writingMs: 20_000 },
        ),
      }),
    ),
  documents: (people) =>
    fc.tuple(named(SHARED_WALL, people), ...people.slice(0, 2).map((id) => named(privatePage(id), people))),
})
