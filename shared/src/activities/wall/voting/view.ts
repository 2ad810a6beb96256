import type { PersonId } from '../../../ids.ts'
import { drives } from '../../../people/drives.ts'
import type { Moment } from '../../kit/kind.ts'
import type { WallDefinition } from '../definition.ts'
import type { Round, VoteState } from './round.ts'
import { isOpen, lastRound, standing } from './rules.ts'

/** What is told of votes beside `VOTES`: rules and times, nothing of what people chose. */
export interface VotesView extends VoteState {
  /** How many people could vote now; 0 while there is no vote. */
  readonly voters: number
  /** For whom facilitators may vote, while there is a vote. */
  readonly withoutDevice: readonly PersonId[]
}

/** Of earlier rounds nobody needs to be sent again which notes they were restricted to: only that they were. */
const withoutNotes = (round: Round): Round =>
  round.settings.notes === null ? round : { ...round, settings: { ...round.settings, notes: [] } }

export function viewVotes(votes: VoteState, { people, elapsed }: Moment<WallDefinition>): VotesView {
  const last = lastRound(votes)
  const isVoting = last !== undefined && isOpen(last, elapsed)
  return {
    ...votes,
    rounds: standing(votes).map((round) => (round === last ? round : withoutNotes(round))),
    withoutDevice: isVoting
      ? people.flatMap((person) => (person.hasDevice || drives(person.role) ? [] : [person.id]))
      : [],
    voters: isVoting ? people.filter((person) => !drives(person.role) && !person.away).length : 0,
  }
}

/** Does some vote tell who voted for what? Then their names are needed. */
export const tellsVoters = (votes: VoteState): boolean =>
  standing(votes).some((round) => !round.settings.secret)
