/** Whatever people and facilitators do in whatever order, and however often a request is sent again: budget, places, secret. */
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { Viewer } from '../../../people/person.ts'
import { readOne, removeNote } from '../../../wall/model.ts'
import { SHARED_WALL, SHELF } from '../documents.ts'
import type { WallEdit } from '../edits.ts'
import { FAC, somebody } from '../people.testkit.ts'
import type { WallAction } from '../state.ts'
import { Booth, ROUND } from './booth.testkit.ts'
import { ballotOf, ballotPage } from './documents.ts'
import type { Round, VoteSettings } from './round.ts'
import { mayReceive } from './rules.ts'

vi.setConfig({ testTimeout: 20_000 })

const NAMES = ['ann', 'bob', 'cyd']
const VOTERS: readonly Viewer[] = NAMES.map((id) => ({ id, role: 'participant' }))
const NOTES = ['a', 'b', 'c', 'd', 'e']

type Step =
  | { readonly do: 'ask'; readonly who: number; readonly edit: WallEdit }
  | { readonly do: 'again'; readonly which: number }
  | { readonly do: 'act'; readonly action: WallAction }
  | { readonly do: 'remove'; readonly note: string }
  | { readonly do: 'wait'; readonly ms: number }

const note = fc.constantFrom(...NOTES, 'never')
const round = fc.constantFrom(ROUND, ROUND, ROUND, 'round002', 'round009')
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 16,
    arbitrary: fc.record({
      do: fc.constant('ask' as const),
      who: fc.nat({ max: 2 }),
      edit: fc.record({
        type: fc.constant('dot' as const),
        round,
        note,
        dots: fc.nat({ max: 3 }),
      }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('again' as const), which: fc.nat() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('act' as const),
      action: fc.oneof(
        round.map((id): WallAction => ({ type: 'vote-close', round: id })),
        round.map((id): WallAction => ({ type: 'vote-reopen', round: id })),
        fc.constant<WallAction>({ type: 'lock' }),
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), note }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('ask' as const),
      who: fc.constant(3),
      edit: fc.oneof(
        note.map((id): WallEdit => ({ type: 'shelve', from: SHARED_WALL, notes: [id] })),
        note.map((id): WallEdit => ({ type: 'place', from: SHELF, notes: [id] })),
        fc.record({
          type: fc.constant('move' as const),
          id: note,
          zone: fc.constantFrom('', 'z1'),
        }),
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.nat({ max: 15_000 }) }) },
)

const settings: fc.Arbitrary<VoteSettings> = fc.record({
  dots: fc.integer({ min: 1, max: 4 }),
  several: fc.boolean(),
  live: fc.boolean(),
  secret: fc.boolean(),
  own: fc.boolean(),
  zones: fc.constantFrom([], [], ['z1']),
  notes: fc.constantFrom(null, null, ['a', 'b'], ['b', 'c', 'never']),
})

const isTheirs = (id: string, voter: string) => id.charCodeAt(0) % 3 === NAMES.indexOf(voter)

test('[M31] [M32] [M33] nobody ever has more than the budget, no dot is on nothing, and what is secret names nobody', () => {
  fc.assert(
    fc.property(settings, fc.array(step, { maxLength: 30, size: 'max' }), (rules, steps) => {
      const booth = new Booth(
        [somebody('fac', 'facilitator', 1), ...NAMES.map((id, i) => somebody(id, 'participant', i + 2))],
        { zones: [{ id: 'z1', title: '' }] },
      )
      NOTES.forEach((id, i) => {
        booth.note(id, { zone: i % 2 === 0 ? 'z1' : '', author: NAMES[id.charCodeAt(0) % 3] ?? '' })
      })
      booth.start(rules, 60_000)
      const sent: (readonly [Viewer, WallEdit])[] = []
      const wrong: string[] = []
      const check = (holds: boolean, what: string) => {
        if (!holds) wrong.push(what)
      }
      const ballots = () => JSON.stringify(NAMES.map((voter) => booth.ballot(voter)))
      const ask = (who: Viewer, edit: WallEdit) => {
        const last = booth.state.votes.rounds.at(-1) as Round
        const before = ballots()
        const done = booth.ask(who, edit)
        if (edit.type !== 'dot') return
        const isLate = last.status !== 'open' || (last.until !== null && booth.elapsed >= last.until)
        check(!done.ok || (!isLate && edit.round === last.id), 'taken although it was over')
        check(done.ok || before === ballots(), 'refused, and changed something')
      }
      for (const one of steps) {
        if (one.do === 'wait') booth.elapsed += one.ms
        else if (one.do === 'act') booth.act(one.action)
        else if (one.do === 'remove') removeNote(booth.doc(SHARED_WALL), one.note)
        else {
          const again = one.do === 'again' ? sent[one.which % Math.max(1, sent.length)] : undefined
          const [who, edit] =
            one.do === 'ask' ? [one.who === 3 ? FAC : (VOTERS[one.who] as Viewer), one.edit] : (again ?? [])
          if (who === undefined || edit === undefined) continue
          sent.push([who, edit])
          ask(who, edit)
        }
        for (const voter of NAMES) {
          const ballot = Object.entries(booth.ballot(voter))
          check(ballot.reduce((sum, [, dots]) => sum + dots, 0) <= rules.dots, 'more than the budget')
          check(rules.several || ballot.every(([, dots]) => dots === 1), 'several on one note')
          check(rules.own || ballot.every(([id]) => !isTheirs(id, voter)), 'on one’s own')
        }
        const { totals, voters, voted } = booth.count()
        const given = [...totals.values()].reduce((sum, dots) => sum + dots, 0)
        check(given <= voted * rules.dots, 'more counted than given')
        check(!rules.secret || voters.size === 0, 'a secret vote names somebody')
        for (const id of totals.keys()) {
          const held = readOne(booth.doc(SHARED_WALL), id)
          check(held !== undefined && mayReceive(rules, held), 'a vote on nothing')
        }
      }
      for (const voter of NAMES)
        for (const other of [FAC, ...VOTERS.filter(({ id }) => id !== voter)])
          check(
            booth.access(other, ballotPage({ id: ROUND, settings: rules }, voter)) === 'none',
            'read by another',
          )
      check(
        [...booth.documents.keys()].every((name) => (ballotOf(name)?.round ?? ROUND) === ROUND),
        'a ballot of a vote that is not',
      )
      expect(wrong).toEqual([])
    }),
    { numRuns: 60 },
  )
})
