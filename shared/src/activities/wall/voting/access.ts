import { drives } from '../../../people/drives.ts'
import type { Viewer } from '../../../people/person.ts'
import type { Access, Moment } from '../../kit/kind.ts'
import type { WallDefinition } from '../definition.ts'
import { ballotOf, isBallotOf, likerOf, VOTES } from './documents.ts'
import type { VoteState } from './round.ts'
import { lastRound } from './rules.ts'

/**
 * Everybody reads what is told; one's own ballot and likes are one's own to read, and that of somebody without a device is
 * facilitators', who fill it in. Nobody but the server writes any of it. Undefined: it is no document of a vote.
 */
export function voteAccessTo(
  votes: VoteState,
  name: string,
  viewer: Viewer,
  { people }: Moment<WallDefinition>,
): Access | undefined {
  if (name === VOTES) return 'read'
  const liker = likerOf(name)
  if (liker !== undefined) return viewer.id === liker ? 'read' : 'none'
  const ballot = ballotOf(name)
  if (ballot === undefined) return undefined
  const last = lastRound(votes)
  if (last === undefined || !isBallotOf(last, ballot) || last.status !== 'open') return 'none'
  const isFilledIn = drives(viewer.role) && people.some((one) => one.id === ballot.person && !one.hasDevice)
  return viewer.id === ballot.person || isFilledIn ? 'read' : 'none'
}
