/** What facilitators do with votes: logged, undone where nothing is lost by it. What people vote is never an action. */
import * as z from 'zod/mini'
import { accept, type Outcome, refuse } from '../../../outcome.ts'
import type { WallDefinition } from '../definition.ts'
import { type Round, RoundId, VOTE_MAX_MS, VOTE_MIN_MS, VoteSettings, type VoteState } from './round.ts'
import { isOpen, lastRound, ROUNDS_MAX } from './rules.ts'

export const VOTE_ACTIONS = [
  z.object({
    type: z.literal('vote-start'),
    round: RoundId,
    settings: VoteSettings,
    /** How long people have, ms of activity time; null: until it is closed. */
    ms: z.nullable(z.int().check(z.minimum(VOTE_MIN_MS), z.maximum(VOTE_MAX_MS))),
  }),
  z.object({ type: z.literal('vote-close'), round: RoundId }),
  /** Undoes a close. A secret vote cannot be opened again: nobody knows any more who had voted. */
  z.object({ type: z.literal('vote-reopen'), round: RoundId }),
  /** As if it had never been started. What is over already is only put out of sight. */
  z.object({ type: z.literal('vote-cancel'), round: RoundId }),
  z.object({ type: z.literal('vote-restore'), round: RoundId }),
  /** More time, or less, for a vote that has a time. */
  z.object({
    type: z.literal('vote-extend'),
    round: RoundId,
    ms: z.int().check(z.minimum(-VOTE_MAX_MS), z.maximum(VOTE_MAX_MS)),
  }),
  /** The vote or its result in the wall's place, or the wall again. */
  z.object({ type: z.literal('vote-show'), on: z.boolean() }),
  z.object({ type: z.literal('likes'), on: z.boolean() }),
] as const
export type VoteAction = z.infer<(typeof VOTE_ACTIONS)[number]>

export const isVoteAction = (action: { readonly type: string }): action is VoteAction =>
  action.type === 'likes' || action.type.startsWith('vote-')

interface VoteMoment {
  readonly elapsed: number
  readonly definition: WallDefinition
  /** Nobody sees the wall now. */
  readonly hidden: boolean
}

type Done = Outcome<{ readonly state: VoteState; readonly inverse?: VoteAction }>

function start(
  state: VoteState,
  { round: id, settings, ms }: Extract<VoteAction, { type: 'vote-start' }>,
  { elapsed, definition, hidden }: VoteMoment,
): Done {
  const last = lastRound(state)
  if (hidden) return refuse('not-now')
  if (last && isOpen(last, elapsed)) return refuse('already')
  if (state.rounds.some((round) => round.id === id)) return refuse('already')
  if (state.rounds.length >= ROUNDS_MAX) return refuse('too-many')
  const known = new Set(definition.zones.map((zone) => zone.id))
  if (!settings.zones.every((zone) => known.has(zone))) return refuse('stale')
  const round = {
    id,
    settings,
    startedAt: elapsed,
    until: ms === null ? null : elapsed + ms,
    status: 'open' as const,
  }
  return accept({
    state: { ...state, rounds: [...state.rounds, round], shown: true },
    inverse: { type: 'vote-cancel', round: id },
  })
}

const withRound = (state: VoteState, id: string, change: Partial<Round>): VoteState => ({
  ...state,
  rounds: state.rounds.map((round) => (round.id === id ? { ...round, ...change } : round)),
})

function cancel(state: VoteState, id: string, elapsed: number): Done {
  const round = state.rounds.find((one) => one.id === id)
  // An undo of the start of a vote that was given up meanwhile finds nothing to do, and says so to nobody.
  if (round === undefined || round.status === 'cancelled' || round.status === 'withdrawn')
    return accept({ state })
  if (isOpen(round, elapsed))
    return accept({ state: { ...withRound(state, id, { status: 'cancelled' }), shown: false } })
  return accept({
    state: { ...withRound(state, id, { status: 'withdrawn' }), shown: false },
    inverse: { type: 'vote-restore', round: id },
  })
}

function restore(state: VoteState, id: string): Done {
  if (state.rounds.find((one) => one.id === id)?.status !== 'withdrawn') return refuse('stale')
  return accept({
    state: withRound(state, id, { status: 'closed' }),
    inverse: { type: 'vote-cancel', round: id },
  })
}

/** Only facilitators come here; the caller has made sure. */
export function reduceVotes(state: VoteState, action: VoteAction, moment: VoteMoment): Done {
  if (action.type === 'vote-start') return start(state, action, moment)
  if (action.type === 'vote-show')
    return state.shown === action.on ? refuse('already') : accept({ state: { ...state, shown: action.on } })
  if (action.type === 'likes')
    return state.likes === action.on
      ? refuse('already')
      : accept({ state: { ...state, likes: action.on }, inverse: { type: 'likes', on: !action.on } })
  if (action.type === 'vote-cancel') return cancel(state, action.round, moment.elapsed)
  if (action.type === 'vote-restore') return restore(state, action.round)
  const last = lastRound(state)
  if (last?.id !== action.round) return refuse('stale')
  const { id, until, status } = last
  const open = isOpen(last, moment.elapsed)
  switch (action.type) {
    case 'vote-close': {
      if (!open) return refuse('already')
      const next = { ...withRound(state, id, { status: 'closed' }), shown: true }
      return accept(
        last.settings.secret ? { state: next } : { state: next, inverse: { type: 'vote-reopen', round: id } },
      )
    }
    case 'vote-reopen':
      if (last.settings.secret) return refuse('not-allowed')
      if (status !== 'closed') return refuse('stale')
      return accept({
        state: withRound(state, id, { status: 'open', until: null }),
        inverse: { type: 'vote-close', round: id },
      })
    case 'vote-extend': {
      if (!open) return refuse('closed')
      if (until === null) return refuse('not-now')
      // Never into the past: what is over must have been over at a moment that people could see coming.
      const next = Math.min(moment.elapsed + VOTE_MAX_MS, Math.max(until + action.ms, moment.elapsed))
      return accept({
        state: withRound(state, id, { until: next }),
        inverse: { type: 'vote-extend', round: id, ms: until - next },
      })
    }
  }
}
