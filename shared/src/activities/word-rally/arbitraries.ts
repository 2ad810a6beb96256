import fc from 'fast-check'
import { drives } from '../../people/drives.ts'
import { forContract } from '../../testkit/kind-arbitraries.ts'
import { WordRallyDefinition } from './definition.ts'
import type { WordRallyAction, WordRallyState } from './state.ts'
import { timedWords, wordsToTell } from './words.ts'

/** Like no other text, so that finding one means that it was told. */
const word = fc.integer({ min: 0, max: 1e9 }).map((n) => `mot§${n.toString(36)}§`)
const story = fc.oneof(
  fc.integer({ min: 0, max: 1e9 }).map((n) => `histoire§${n.toString(36)}§`),
  fc.string({ unit: 'grapheme', maxLength: 50 }),
)

const definition = fc
  .record({
    source: fc.constantFrom('prepared' as const, 'drawn' as const),
    words: fc.array(fc.oneof({ weight: 5, arbitrary: word }, { weight: 1, arbitrary: fc.constant(' ') }), {
      maxLength: 12,
    }),
    pool: fc.uniqueArray(word, { maxLength: 20 }),
    draws: fc.integer({ min: 1, max: 12 }),
    intervalMs: fc.integer({ min: 1_000, max: 120_000 }),
    objective: fc.lorem(),
    invitation: fc.lorem(),
    readersMin: fc.nat({ max: 3 }),
    readersMax: fc.nat({ max: 5 }),
    paper: fc.boolean(),
  })
  .filter((d) => WordRallyDefinition.safeParse(d).success)

const action = (people: readonly string[]): fc.Arbitrary<WordRallyAction> => {
  const person = fc.constantFrom(...people)
  const of = <A extends WordRallyAction>(arbitrary: fc.Arbitrary<A>): fc.Arbitrary<WordRallyAction> =>
    arbitrary
  return fc.oneof(
    of(
      fc.record({
        type: fc.constant('begin' as const),
        on: fc.constantFrom('screen' as const, 'paper' as const),
      }),
    ),
    of(
      fc.record({
        type: fc.constantFrom('raise' as const, 'lower' as const, 'unkeep' as const, 'aloud' as const),
      }),
    ),
    of(fc.record({ type: fc.constant('raise' as const) })),
    of(fc.record({ type: fc.constant('show' as const), text: story })),
    of(fc.record({ type: fc.constant('keep' as const), text: story, named: fc.boolean() })),
    of(fc.record({ type: fc.constantFrom('call' as const, 'recall' as const), person })),
    of(fc.record({ type: fc.constant('call' as const), person })),
    of(fc.record({ type: fc.constant('end' as const) })),
    of(fc.record({ type: fc.constant('skip' as const), to: fc.option(fc.nat({ max: 9 })) })),
    of(fc.record({ type: fc.constant('redraw' as const), index: fc.nat({ max: 12 }) })),
  )
}

export default forContract<WordRallyDefinition, WordRallyState, WordRallyAction>({
  definition,
  action,
  secrets: (state, viewer, moment) => {
    const words = timedWords(state, moment)
    const told = new Set(wordsToTell(words, moment).map((w) => w.word))
    const waiting = [...words.map((w) => w.word), ...state.deck].filter((w) => !told.has(w))
    const shown = state.called?.mode === 'shown' ? state.called.story : ''
    const mine = state.kept.find((k) => k.person === viewer.id)?.text ?? ''
    const others = state.kept
      .filter((k) => k.person !== viewer.id && k.text.startsWith('histoire§'))
      .map((k) => k.text)
      .filter((text) => text !== shown && text !== mine)
    return [...(drives(viewer.role) ? [] : waiting), ...others]
  },
})
