import fc from 'fast-check'
import * as Y from 'yjs'
import { forContract, type NamedDocument } from '../../testkit/kind-arbitraries.ts'
import { addNote } from '../../wall/model.ts'
import { WallDefinition } from './definition.ts'
import { privatePage, SHARED_WALL } from './documents.ts'
import type { WallAction, WallState } from './state.ts'

const line = fc.string({ unit: 'grapheme', maxLength: 60 })
const zoneIds = ['z1', 'z2', 'z3', 'z4']

const note = (people: readonly string[]) =>
  fc.record({
    id: fc.uuid(),
    text: fc.oneof(line, fc.lorem(), fc.constant('deux\nlignes')),
    author: fc.constantFrom('', ...people),
    colour: fc.integer({ min: -1, max: 9 }),
    zone: fc.constantFrom('', 'gone', ...zoneIds),
    createdAt: fc.nat(),
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
      identity: fc.constantFrom('named' as const, 'anonymous' as const),
      reveal: fc.constantFrom('live' as const, 'hidden' as const),
      maxNotesPerPerson: fc.option(fc.integer({ min: 1, max: 20 })),
    })
    .filter((d) => WallDefinition.safeParse(d).success),
  action: () =>
    fc.oneof(
      fc.constantFrom<WallAction>({ type: 'lock' }, { type: 'unlock' }, { type: 'reveal' }, { type: 'hide' }),
      fc.record({ type: fc.constant('count' as const), notes: fc.nat({ max: 12 }) }),
    ),
  documents: (people) =>
    fc.tuple(named(SHARED_WALL, people), ...people.slice(0, 2).map((id) => named(privatePage(id), people))),
})
