/** Where votes begin and end: each refusal, one by one (docs/spec/wall.md, M30, M32, M37). */
import { describe, expect, test } from 'vitest'
import { PLAIN_WALL, type WallDefinition, ZONES_MAX } from '../definition.ts'
import { isVoteAction, reduceVotes, VOTE_ACTIONS, type VoteAction } from './actions.ts'
import { LIKES_MAX } from './documents.ts'
import { NO_VOTES, type Round, RoundId, VOTE_MAX_MS, VOTE_MIN_MS, type VoteState } from './round.ts'
import { DOTS_MAX, isOpen, mayReceive, ROUNDS_MAX, SELECTED_MAX, standing, USUAL_VOTE } from './rules.ts'

const ID = 'round001'
const round = (more: Partial<Round> = {}, settings: Partial<Round['settings']> = {}): Round => ({
  ...{ id: ID, startedAt: 0, until: null, status: 'open' as const },
  settings: { ...USUAL_VOTE, ...settings },
  ...more,
})
const votes = (...rounds: Round[]): VoteState => ({ ...NO_VOTES, rounds })
describe('[M30] actions', () => {
  const definition: WallDefinition = PLAIN_WALL
  const act = (state: VoteState, action: VoteAction, { elapsed = 0, hidden = false } = {}) => {
    const done = reduceVotes(state, action, { elapsed, definition, hidden })
    return done.ok ? done.value : done.refusal
  }
  const start = (id = ID, ms: number | null = null): VoteAction => ({
    ...{ type: 'vote-start' as const, round: id, settings: USUAL_VOTE, ms },
  })

  test('a vote starts at its moment, for so long, and is shown', () => {
    expect(act(NO_VOTES, start(ID, 20_000), { elapsed: 1_000 })).toEqual({
      state: { ...votes(round({ startedAt: 1_000, until: 21_000 })), shown: true },
      inverse: { type: 'vote-cancel', round: ID },
    })
    expect(act(NO_VOTES, start())).toMatchObject({ state: { rounds: [{ until: null }] } })
  })

  test('one at a time, never twice under a name, not on a wall that nobody sees, and not for ever more', () => {
    expect(act(votes(round()), start('round002'))).toBe('already')
    expect(act(votes(round({ until: 10 })), start('round002'), { elapsed: 9 })).toBe('already')
    expect(act(votes(round({ until: 10 })), start('round002'), { elapsed: 10 })).toMatchObject({ state: {} })
    for (const status of ['closed', 'cancelled', 'withdrawn'] as const)
      expect(act(votes(round({ status })), start())).toBe('already')
    expect(act(NO_VOTES, start(), { hidden: true })).toBe('not-now')
    const many = (count: number) =>
      votes(...Array.from({ length: count }, (_, i) => round({ id: `round_${100 + i}`, status: 'closed' })))
    expect(act(many(ROUNDS_MAX - 1), start())).toMatchObject({ state: {} })
    expect(act(many(ROUNDS_MAX), start())).toBe('too-many')
    expect(act(NO_VOTES, { ...start(), settings: { ...USUAL_VOTE, zones: ['nowhere'] } } as VoteAction)).toBe(
      'stale',
    )
  })

  test('what is so already is refused, and what is not the last vote is not touched', () => {
    const open = votes(round({ until: 50_000 }))
    expect(act(open, { type: 'vote-show', on: false })).toBe('already')
    expect(act(open, { type: 'vote-show', on: true })).toEqual({ state: { ...open, shown: true } })
    const shown = { ...open, shown: true }
    expect(act(shown, { type: 'vote-show', on: true })).toBe('already')
    expect(act(shown, { type: 'vote-show', on: false })).toEqual({ state: open })
    expect(act(open, { type: 'likes', on: false })).toBe('already')
    expect(act(open, { type: 'likes', on: true })).toMatchObject({
      state: { likes: true },
      inverse: { type: 'likes', on: false },
    })
    const two = votes(round({ status: 'closed' }), round({ id: 'round002' }))
    for (const type of ['vote-close', 'vote-reopen'] as const)
      expect(act(two, { type, round: ID })).toBe('stale')
    expect(act(two, { type: 'vote-extend', round: ID, ms: 1 })).toBe('stale')
    expect(act(two, { type: 'vote-close', round: 'round002' })).toMatchObject({
      state: { rounds: [{ status: 'closed' }, { status: 'closed' }], shown: true },
    })
  })

  test('[M37] closed once; a secret vote never opens again, a signed one does', () => {
    const secret = act(votes(round()), { type: 'vote-close', round: ID })
    expect(secret).toEqual({ state: { ...votes(round({ status: 'closed' })), shown: true } })
    expect(act(votes(round({ status: 'closed' })), { type: 'vote-close', round: ID })).toBe('already')
    expect(act(votes(round({ until: 5 })), { type: 'vote-close', round: ID }, { elapsed: 5 })).toBe('already')
    expect(act(votes(round({ status: 'closed' })), { type: 'vote-reopen', round: ID })).toBe('not-allowed')
    const signed = (more: Partial<Round>) => votes(round(more, { secret: false }))
    expect(act(signed({}), { type: 'vote-close', round: ID })).toMatchObject({
      inverse: { type: 'vote-reopen', round: ID },
    })
    expect(act(signed({}), { type: 'vote-reopen', round: ID })).toBe('stale')
    expect(
      act(signed({ status: 'closed', until: 5 }), { type: 'vote-reopen', round: ID }, { elapsed: 9 }),
    ).toEqual({
      state: signed({ status: 'open', until: null }),
      inverse: { type: 'vote-close', round: ID },
    })
  })

  test('[M37] given up while it runs, its ballots go; given up later, it is only out of sight', () => {
    const cancel: VoteAction = { type: 'vote-cancel', round: ID }
    expect(act({ ...votes(round()), shown: true }, cancel)).toEqual({
      state: votes(round({ status: 'cancelled' })),
    })
    expect(act({ ...votes(round({ status: 'closed' })), shown: true }, cancel)).toEqual({
      state: votes(round({ status: 'withdrawn' })),
      inverse: { type: 'vote-restore', round: ID },
    })
    for (const status of ['cancelled', 'withdrawn'] as const) {
      const state = { ...votes(round({ status })), shown: true }
      expect(act(state, cancel)).toEqual({ state })
    }
    expect(act(NO_VOTES, cancel)).toEqual({ state: NO_VOTES })
    const restore: VoteAction = { type: 'vote-restore', round: ID }
    expect(act(votes(round({ status: 'withdrawn' })), restore)).toEqual({
      state: votes(round({ status: 'closed' })),
      inverse: cancel,
    })
    const withdrawn = round({ id: 'round000', status: 'withdrawn' })
    for (const status of ['open', 'closed', 'cancelled'] as const) {
      expect(act(votes(round({ status })), restore)).toBe('stale')
      expect(act(votes(withdrawn, round({ status })), restore)).toBe('stale')
    }
    expect(act(votes(withdrawn), restore)).toBe('stale')
    const other = votes(round({ id: 'round000', status: 'closed' }), round())
    expect(act(other, cancel)).toMatchObject({
      state: { rounds: [{ status: 'closed' }, { status: 'cancelled' }] },
    })
  })

  test('time is added and taken, never into the past, never beyond the longest', () => {
    const extend = (ms: number, more: Partial<Round> = {}, elapsed = 10_000) =>
      act(votes(round({ until: 20_000, ...more })), { type: 'vote-extend', round: ID, ms }, { elapsed })
    expect(extend(5_000)).toEqual({
      state: votes(round({ until: 25_000 })),
      inverse: { type: 'vote-extend', round: ID, ms: -5_000 },
    })
    expect(extend(-60_000)).toMatchObject({ state: { rounds: [{ until: 10_000 }] }, inverse: { ms: 10_000 } })
    expect(extend(VOTE_MAX_MS)).toMatchObject({ state: { rounds: [{ until: 10_000 + VOTE_MAX_MS }] } })
    expect(extend(1, {}, 20_000)).toBe('closed')
    expect(extend(1, { status: 'closed' })).toBe('closed')
    expect(extend(1, { until: null })).toBe('not-now')
  })

  test('what is an action of a vote is told by its name', () => {
    expect(['likes', 'vote-close', 'lock', 'devote-x'].map((type) => isVoteAction({ type }))).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})

test('[M30] what may be asked: a time that people can vote in, some dots, some notes, a name of its own', () => {
  expect([VOTE_MIN_MS, VOTE_MAX_MS]).toEqual([10_000, 24 * 60 * 60_000])
  const understood = (action: object) => VOTE_ACTIONS.some((one) => one.safeParse(action).success)
  const start = (ms: number | null, settings: object = {}) =>
    understood({ type: 'vote-start', round: ID, settings: { ...USUAL_VOTE, ...settings }, ms })
  expect([VOTE_MIN_MS - 1, VOTE_MIN_MS, VOTE_MAX_MS, VOTE_MAX_MS + 1, null].map((ms) => start(ms))).toEqual([
    ...[false, true, true, false, true],
  ])
  expect([0, 1, DOTS_MAX, DOTS_MAX + 1, 1.5].map((dots) => start(null, { dots }))).toEqual([
    ...[false, true, true, false, false],
  ])
  const ids = (length: number) => Array.from({ length }, (_, i) => `n${i}`)
  expect([0, 1, SELECTED_MAX, SELECTED_MAX + 1].map((n) => start(null, { notes: ids(n) }))).toEqual([
    ...[false, true, true, false],
  ])
  expect([0, ZONES_MAX, ZONES_MAX + 1].map((n) => start(null, { zones: ids(n) }))).toEqual([
    true,
    true,
    false,
  ])
  const extend = (ms: number) => understood({ type: 'vote-extend', round: ID, ms })
  expect([-VOTE_MAX_MS - 1, -VOTE_MAX_MS, 0, VOTE_MAX_MS, VOTE_MAX_MS + 1].map(extend)).toEqual([
    ...[false, true, true, true, false],
  ])
  const names = [
    'a'.repeat(7),
    'a'.repeat(8),
    'a'.repeat(20),
    'a'.repeat(21),
    'round-01',
    'round001\n',
    '\nround001',
  ]
  expect(names.map((name) => RoundId.safeParse(name).success)).toEqual([
    ...[false, true, true, false, false, false, false],
  ])
})

describe('rules', () => {
  test('a vote is secret, and told at its end, unless somebody chose otherwise; and there are so many of everything', () => {
    expect(USUAL_VOTE).toEqual({
      ...{ dots: 3, several: true, live: false, secret: true, own: true },
      ...{ zones: [], notes: null },
    })
    expect({ DOTS_MAX, LIKES_MAX, ROUNDS_MAX, SELECTED_MAX }).toEqual({
      ...{ DOTS_MAX: 20, LIKES_MAX: 500, ROUNDS_MAX: 20, SELECTED_MAX: 200 },
    })
  })

  test('open until its time and not at it, and only while nobody closed it', () => {
    expect([0, 9, 10, 11].map((at) => isOpen(round({ until: 10 }), at))).toEqual([true, true, false, false])
    expect(isOpen(round(), 10 ** 12)).toBe(true)
    for (const status of ['closed', 'cancelled', 'withdrawn'] as const)
      expect(isOpen(round({ status }), 0)).toBe(false)
    const all = (['open', 'closed', 'cancelled', 'withdrawn'] as const).map((status) => round({ status }))
    expect(standing(votes(...all)).map(({ status }) => status)).toEqual(['open', 'closed'])
  })

  test('[M32] a note is voted for in the zones and in the selection of the vote, both', () => {
    const may = (settings: { zones?: string[]; notes?: string[] | null }) =>
      mayReceive({ zones: [], notes: null, ...settings }, { id: 'n', zone: 'z' })
    expect([
      may({}),
      may({ zones: ['z'] }),
      may({ notes: ['n'] }),
      may({ zones: ['z'], notes: ['n'] }),
    ]).toEqual([true, true, true, true])
    expect([
      may({ zones: ['y'] }),
      may({ notes: ['m'] }),
      may({ zones: ['z'], notes: ['m'] }),
      may({ zones: ['y'], notes: ['n'] }),
    ]).toEqual([false, false, false, false])
    expect(may({ notes: [] })).toBe(false)
  })
})
