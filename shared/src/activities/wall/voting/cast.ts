/** What people ask for when they vote or like, and what the server makes of it. Never logged (docs/adr/0011). */
import type * as Y from 'yjs'
import * as z from 'zod/mini'
import { Id, type PersonId } from '../../../ids.ts'
import { accept, type Outcome, refuse } from '../../../outcome.ts'
import { drives } from '../../../people/drives.ts'
import { readOne } from '../../../wall/model.ts'
import type { WallNote } from '../../../wall/note.ts'
import type { EditMoment } from '../../kit/kind.ts'
import type { WallDefinition } from '../definition.ts'
import { SHARED_WALL } from '../documents.ts'
import { readBallot, withDots, writeBallot } from './ballot.ts'
import { readChoice } from './choices.ts'
import { ballotPage, isFinal, LIKES_MAX, likesPage, readLikes, VOTES, writeLike } from './documents.ts'
import { ChoiceId, RoundId, type VoteState } from './round.ts'
import { DOTS_MAX, isOpen, lastRound, mayReceive } from './rules.ts'

export const VOTE_EDITS = [
  /** How many dots one wants on a note, all told. `person`: for somebody without a device, by a facilitator. */
  z.object({
    type: z.literal('dot'),
    round: RoundId,
    /** A note or a stack (`choices.ts`). */
    note: ChoiceId,
    dots: z.int().check(z.minimum(0), z.maximum(DOTS_MAX)),
    person: z.optional(Id),
  }),
  z.object({ type: z.literal('like'), note: Id, on: z.boolean() }),
] as const
export type VoteEdit = z.infer<(typeof VOTE_EDITS)[number]>

export const isVoteEdit = (edit: { readonly type: string }): edit is VoteEdit =>
  edit.type === 'dot' || edit.type === 'like'

type Moment = EditMoment<WallDefinition>

/** Whose dots these are; undefined: the sender may not. Facilitators vote for people without a device, and for nobody else. */
function voterOf(edit: VoteEdit, { actor, people }: Moment): PersonId | undefined {
  const person = edit.type === 'dot' ? edit.person : undefined
  if (!drives(actor.role)) return person === undefined ? (actor.id ?? undefined) : undefined
  return people.find((one) => one.id === person && !one.hasDevice && !drives(one.role))?.id
}

/** The documents that a vote reads or changes; none when it will be refused anyway. */
export function namesForVote(votes: VoteState, edit: VoteEdit, moment: Moment): readonly string[] {
  if (edit.type === 'like') return moment.actor.id === null ? [] : [SHARED_WALL, likesPage(moment.actor.id)]
  const voter = voterOf(edit, moment)
  const round = lastRound(votes)
  if (voter === undefined || round?.id !== edit.round) return []
  return [SHARED_WALL, VOTES, ballotPage(round, voter)]
}

export interface CastMoment {
  readonly moment: Moment
  readonly document: (name: string) => Y.Doc
  /** Nobody sees the wall now. */
  readonly hidden: boolean
  /** Did this person write the note, as far as can be known? */
  readonly isTheirs: (note: WallNote, moment: Moment) => boolean
}

/** The sender is somebody of the session; the caller has made sure. */
export function cast(votes: VoteState, edit: VoteEdit, how: CastMoment): Outcome<null> {
  if (how.hidden) return refuse('closed')
  return edit.type === 'like' ? like(votes, edit, how) : dot(votes, edit, how)
}

function dot(
  votes: VoteState,
  edit: Extract<VoteEdit, { type: 'dot' }>,
  { moment, document, isTheirs }: CastMoment,
): Outcome<null> {
  const voter = voterOf(edit, moment)
  if (voter === undefined) return refuse('not-allowed')
  const round = lastRound(votes)
  if (round?.id !== edit.round) return refuse('stale')
  const { settings } = round
  const isOver = !isOpen(round, moment.elapsed) || (settings.secret && isFinal(document(VOTES), round.id))
  if (isOver) return refuse('closed')
  const wall = document(SHARED_WALL)
  const choice = readChoice(wall, edit.note, settings)
  if (edit.dots > 0 && choice) {
    if (!mayReceive(settings, choice)) return refuse('not-allowed')
    const asVoter = { ...moment, actor: { id: voter, role: 'participant' as const } }
    // A stack in which others wrote too is not one's own.
    if (!settings.own && choice.notes.every((note) => isTheirs(note, asVoter))) return refuse('not-allowed')
  }
  const page = document(ballotPage(round, voter))
  const next = withDots(readBallot(page), edit.note, edit.dots, settings, (id) => {
    const held = readChoice(wall, id, settings)
    return held !== undefined && mayReceive(settings, held)
  })
  if (!next.ok) return next
  writeBallot(page, next.value)
  return accept(null)
}

function like(
  votes: VoteState,
  { note, on }: Extract<VoteEdit, { type: 'like' }>,
  { moment, document }: CastMoment,
): Outcome<null> {
  const { id } = moment.actor
  if (id === null) return refuse('not-allowed')
  if (!votes.likes) return refuse('not-now')
  const wall = document(SHARED_WALL)
  const page = document(likesPage(id))
  if (on && readOne(wall, note) === undefined) return refuse('stale')
  const held = readLikes(page)
  if (on && held.size >= LIKES_MAX && !held.has(note)) return refuse('too-many')
  writeLike(page, note, on)
  return accept(null)
}
