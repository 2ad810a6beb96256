import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { type Beat, CAST, type Life, lives, VIEWERS, walk } from '../../testkit/kind-walk.ts'
import type { Moment } from '../kit/kind.ts'
import { seal } from '../kit/seal.ts'
import arbitraries from './arbitraries.ts'
import type { Definition } from './definition.ts'
import { roundTable } from './kind.ts'
import type { Group, State } from './state.ts'
import { commonEnd, groupEnd, paceOf } from './time.ts'
import { settle } from './tour.ts'

const kind = seal(roundTable)
const RUNS = { numRuns: 150 }
// Long lives, many of them: slow on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

/** Lives that begin with open groups, so that most of what follows happens inside them. */
const openLives = lives(arbitraries).map((life): Life => {
  const { question: _q, order: _o, autoAdvance: _a, ...choice } = life.definition as Record<string, unknown>
  const drive = (action: unknown) => ({ do: 'act' as const, after: 0, actor: 0, action })
  return {
    ...life,
    present: CAST.length,
    steps: [
      drive({ type: 'propose', choice, repair: 'smaller', redraw: false }),
      drive({ type: 'launch' }),
      drive({ type: 'visit', group: 'g1' }),
      drive({ type: 'begin', group: 'g1' }),
      ...life.steps,
    ],
  }
})

const seated = (state: State) => state.groups.flatMap((g) => g.seats.map((s) => s.person))

const LEFT_AFTER_THE_END: [Life, number] = [
  {
    definition: {
      min: 4,
      max: 6,
      target: null,
      mixBy: 'none',
      facilitatorsTakePart: false,
      turnMs: 120000,
      question: '',
      order: 'alphabetical',
      autoAdvance: true,
    },
    durationMs: 420001,
    seed: ' ',
    present: 8,
    steps: [
      {
        do: 'act',
        after: 0,
        actor: 0,
        action: {
          type: 'propose',
          choice: {
            min: 4,
            max: 6,
            target: null,
            mixBy: 'none',
            facilitatorsTakePart: false,
            turnMs: 120000,
          },
          repair: 'smaller',
          redraw: false,
        },
      },
      { do: 'act', after: 0, actor: 0, action: { type: 'launch' } },
      { do: 'act', after: 0, actor: 0, action: { type: 'visit', group: 'g1' } },
      { do: 'act', after: 0, actor: 0, action: { type: 'begin', group: 'g1' } },
      { do: 'people', after: 0, who: 2, what: 'away' },
      { do: 'act', after: 700000, actor: 0, action: { type: 'move', person: 'id-fac-7Q', to: null } },
      { do: 'people', after: 1, who: 6, what: 'away' },
    ],
  },
  4,
]

describe('any life of a round table', () => {
  it('[R36] nobody sits twice, and nobody who sat is lost but by a facilitator’s hand', () => {
    fc.assert(
      fc.property(openLives, (life) => {
        walk(kind, life, (beat) => {
          const [before, state] = [beat.before as State, beat.state as State]
          const now = seated(state)
          expect(new Set(now).size).toBe(now.length)
          const wasDriven = beat.act && ['f', 'c'].includes(beat.act.actor.id?.[3] ?? '')
          if (!wasDriven) expect(now).toEqual(expect.arrayContaining(seated(before)))
          if (state.launchedAt !== null && before.launchedAt !== null)
            expect([...now, ...state.leftOut]).toEqual(expect.arrayContaining(seated(before)))
        })
      }),
      RUNS,
    )
  })

  it('[R12] exactly one person speaks in a group whose tour runs, and nobody in any other', () => {
    fc.assert(
      fc.property(openLives, (life) => {
        walk(kind, life, ({ state }) => {
          for (const group of (state as State).groups) {
            const speaking = group.seats.filter((s) => s.status === 'speaking').map((s) => s.person)
            expect(speaking).toEqual(group.turn === null ? [] : [group.turn.person])
            if (group.mergedInto === null) expect(group.stage === 'tour').toBe(group.turn !== null)
          }
        })
      }),
      RUNS,
    )
  })

  it('[R11] the order of those who wait only changes by coming back, moving, joining groups and leaving', () => {
    fc.assert(
      fc.property(openLives, (life) => {
        walk(kind, life, ({ before, state, act }) => {
          const type = act?.prepared.ok ? (act.prepared.value as { type?: string }).type : 'people'
          if (['come-back', 'move', 'merge', 'part', 'together', 'launch', 'unlaunch'].includes(type ?? ''))
            return
          for (const group of (state as State).groups) {
            const was = (before as State).groups.find((g) => g.key === group.key)
            const order = was?.seats.map((s) => s.person) ?? []
            expect(group.seats.map((s) => s.person).slice(0, order.length)).toEqual(order)
          }
        })
      }),
      RUNS,
    )
  })

  it('[R34] every view names only people who are in the session, and all of them are mentioned', () => {
    fc.assert(
      fc.property(openLives, (life) => {
        walk(kind, life, ({ state, moment }) => {
          for (const viewer of VIEWERS) {
            const { view, mentions } = kind.view(state, kind.audience(state, viewer), moment)
            const here = moment.people.map((p) => p.id)
            expect(here).toEqual(expect.arrayContaining([...mentions]))
            const shown = JSON.stringify(view)
            for (const { id } of CAST) if (shown.includes(`"${id}"`)) expect(here).toContain(id)
          }
        })
      }),
      RUNS,
    )
  })

  it('[R36] the same life leads to the same state', () => {
    fc.assert(
      fc.property(openLives, (life) => {
        const end = () => walk(kind, life, () => undefined)
        expect(end()).toEqual(end())
      }),
      { numRuns: 50 },
    )
  })

  it('[R15] looking often changes nothing: the tour is a function of time', () => {
    fc.assert(
      fc.property(openLives, fc.integer({ min: 1, max: 5 }), (life, looks) => {
        const nudge = { do: 'people' as const, after: 0, who: 0, what: 'in' as const }
        const turnsAtTheEnd = (of: Life) => {
          let last: Beat | undefined
          walk(kind, of, (beat) => {
            last = beat
          })
          const state = last?.state as State
          const moment = last?.moment as Moment<Definition>
          const end = (group: Group) => Math.min(moment.elapsed, groupEnd(group, commonEnd(state, moment)))
          return state.groups.map((g) => settle(g, paceOf(state), end(g)).turn)
        }
        const steps = life.steps.flatMap((step) => {
          const part = Math.floor(step.after / (looks + 1))
          const waits = Array.from({ length: looks }, () => ({ ...nudge, after: part }))
          return [...waits, { ...step, after: step.after - part * looks }]
        })
        // The roster is told again and again, but nobody came or left.
        expect(turnsAtTheEnd({ ...life, steps })).toEqual(turnsAtTheEnd(life))
      }),
      // Found once: somebody left after the end, and the last change of name was computed without them.
      { numRuns: 100, examples: [LEFT_AFTER_THE_END] },
    )
  })
})
