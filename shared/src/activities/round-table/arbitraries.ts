/** Definitions, actions and documents for the contract suite and for this kind's own properties. */
import fc from 'fast-check'
import * as Y from 'yjs'
import { drives } from '../../people/drives.ts'
import { forContract } from '../../testkit/kind-arbitraries.ts'
import type { Action } from './actions.ts'
import type { Definition, FormingChoice } from './definition.ts'
import { PAGE_TEXT } from './page.ts'
import { groupOf, type State } from './state.ts'

const MINUTE = 60_000

const size = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 0, max: 4 }))
  .map(([min, more]) => ({ min, max: min + more }))

const choice: fc.Arbitrary<FormingChoice> = fc
  .tuple(
    size,
    fc.record({
      target: fc.option(fc.integer({ min: 2, max: 10 })),
      mixBy: fc.constantFrom('none', 'organisation', 'territory'),
      facilitatorsTakePart: fc.boolean(),
      turnMs: fc.constantFrom(15_000, 30_000, 2 * MINUTE),
    }),
  )
  .map(([range, rest]) => ({ ...range, ...rest }))

const definition: fc.Arbitrary<Definition> = fc
  .tuple(
    choice,
    fc.record({
      question: fc.string({ maxLength: 40 }),
      order: fc.constantFrom('alphabetical', 'random'),
      autoAdvance: fc.boolean(),
    }),
    fc.option(fc.constantFrom(0, 30_000, MINUTE), { nil: undefined }),
  )
  .map(([forming, rest, callBackMs]) => ({
    ...forming,
    ...rest,
    ...(callBackMs === undefined ? {} : { callBackMs }),
  }))

const group = fc.constantFrom('g1', 'g1', 'g2', 'g2', 'g3', 'g9')

const action = (people: readonly string[]): fc.Arbitrary<Action> => {
  const person = fc.constantFrom(...people)
  const of = <T extends Action['type']>(type: T) => fc.constant(type)
  const driving = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        type: of('propose'),
        choice,
        repair: fc.constantFrom('smaller', 'larger'),
        redraw: fc.boolean(),
      }),
    },
    { weight: 6, arbitrary: fc.record({ type: of('launch') }) },
    fc.record({ type: of('draft'), draft: fc.constant(null) }),
    fc.record({ type: of('unlaunch') }),
    { weight: 2, arbitrary: fc.record({ type: of('move'), person, to: fc.option(group) }) },
    fc.record({
      type: of('extend'),
      group: fc.option(group),
      ms: fc.constantFrom(-5 * MINUTE, -1, 0, 1, 5 * MINUTE),
    }),
    fc.record(
      {
        type: of('call-back'),
        group: fc.option(group),
        inMs: fc.constantFrom(0, 1, MINUTE, 5 * MINUTE),
      },
      { requiredKeys: ['type', 'group'] },
    ),
    fc.record({ type: of('show-page'), group: fc.option(group) }),
    fc.record({ type: of('reopen'), group }),
    { weight: 2, arbitrary: fc.record({ type: of('merge'), from: group, into: group }) },
    fc.record({ type: of('part'), from: group, into: group, people: fc.subarray([...people]) }),
    fc.record({
      type: of('together'),
      actions: fc.array(
        fc.oneof(
          fc.record({ type: of('extend'), group, ms: fc.constantFrom(-1, 5 * MINUTE) }),
          fc.record({ type: of('call-back'), group, inMs: fc.constantFrom(0, MINUTE) }),
          fc.record({ type: of('merge'), from: group, into: group }),
        ),
        { minLength: 1, maxLength: 4 },
      ),
    }),
    fc.record({ type: of('help-take'), group }),
    fc.record({ type: of('help-answer'), group }),
    fc.record({ type: of('visit'), group: fc.option(group) }),
  )
  const ofMember = fc.oneof(
    fc.record({ type: of('check-in'), group, person }),
    { weight: 3, arbitrary: fc.record({ type: of('begin'), group }) },
    { weight: 3, arbitrary: fc.record({ type: of('done'), group, speaker: person }) },
    { weight: 3, arbitrary: fc.record({ type: of('pass'), group, person }) },
    fc.record({ type: of('more'), group, speaker: person }),
    fc.record({ type: of('skip'), group, speaker: person }),
    fc.record({ type: of('come-back'), group, person }),
    { weight: 2, arbitrary: fc.record({ type: of('offer-again'), group }) },
    fc.record({ type: of('free-talk'), group }),
    fc.record({ type: of('auto'), group, on: fc.boolean() }),
    fc.record({ type: of('help'), group, reason: fc.string({ maxLength: 20 }) }),
    fc.record({ type: of('help-cancel'), group }),
    fc.record({ type: of('ask-time'), group }),
  )
  return fc.oneof(driving as fc.Arbitrary<Action>, ofMember as fc.Arbitrary<Action>)
}

const documents = () =>
  fc
    .array(
      fc.record({ name: fc.constantFrom('notes-g1', 'notes-g2', 'notes-g2-2', 'other'), text: fc.string() }),
    )
    .map((pages) =>
      pages.map(({ name, text }) => {
        const doc = new Y.Doc()
        doc.getText(PAGE_TEXT).insert(0, text)
        return { name, doc }
      }),
    )

/** What other groups call for, and who sits in them. */
const secrets = (
  state: State,
  viewer: { id: string | null; role: Parameters<typeof drives>[0] },
): string[] => {
  if (drives(viewer.role)) return []
  const own = viewer.role === 'screen' ? undefined : groupOf(state, viewer.id)
  const others = state.groups.filter((g) => g !== own)
  const shown = new Set([
    ...(own?.seats.map((s) => s.person) ?? []),
    ...Object.entries(state.visits).flatMap(([id, key]) => (key === own?.key ? [id] : [])),
    ...(own?.help ? [own.help.by, own.help.takenBy ?? ''] : []),
  ])
  return others.flatMap((g) => g.seats.map((s) => s.person)).filter((id) => !shown.has(id))
}

export default forContract<Definition, State, Action>({ definition, action, secrets, documents })
