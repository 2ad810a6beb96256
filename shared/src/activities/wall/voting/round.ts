/** What a vote is: its rules, fixed when it starts (docs/adr/0011-what-becomes-of-ballots.md). */
import * as z from 'zod/mini'
import { Id } from '../../../ids.ts'
import { WRITING_MAX_MS, ZONES_MAX } from '../definition.ts'
import { DOTS_MAX, ROUNDS_MAX, SELECTED_MAX } from './rules.ts'

export const VOTE_MIN_MS = 10_000
export const VOTE_MAX_MS = WRITING_MAX_MS

/** A note, or a stack (`stackChoice`). */
export const ChoiceId = z.string().check(z.regex(/^(?:stack\.)?[A-Za-z0-9_-]{1,40}$/))

export const VoteSettings = z.object({
  /** What each person has to spend. */
  dots: z.int().check(z.minimum(1), z.maximum(DOTS_MAX)),
  /** May one put several dots on one note? */
  several: z.boolean(),
  /** Are the totals told while people vote? Else how many have voted, and nothing more. */
  live: z.boolean(),
  /** Is nobody ever told who voted for what? Else everybody is, once totals are told. */
  secret: z.boolean(),
  /** May one vote for one's own notes? On a wall without names nobody can be kept from it. */
  own: z.boolean(),
  /** Only notes of these zones; empty: of all. */
  zones: z.array(Id).check(z.maxLength(ZONES_MAX)),
  /** Only these (a second round), as `choices.ts` calls them; null: all. */
  notes: z.nullable(z.array(ChoiceId).check(z.minLength(1), z.maxLength(SELECTED_MAX))),
  /** Is each stack voted for as one thing? Absent, as in votes from before: notes are voted for, wherever they lie. */
  stacks: z.optional(z.boolean()),
})
export type VoteSettings = z.infer<typeof VoteSettings>

/** Minted by whoever starts it, and never used again: what was written in one vote must not count in another. */
export const RoundId = z.string().check(z.regex(/^[A-Za-z0-9_]{8,20}$/))

export const Round = z.object({
  id: RoundId,
  settings: VoteSettings,
  /** Activity time, ms. */
  startedAt: z.number(),
  /** Activity time, ms; null: until somebody closes it. */
  until: z.nullable(z.number()),
  /**
   * `open` also when its time is over. `closed` by a facilitator. `cancelled` while it was open: it never was, and its
   * ballots are gone. `withdrawn` once it was over: out of sight, and may be brought back.
   */
  status: z.enum(['open', 'closed', 'cancelled', 'withdrawn']),
})
export type Round = z.infer<typeof Round>

export const VoteState = z.object({
  /** In order; only the last can be open. */
  rounds: z.array(Round).check(z.maxLength(ROUNDS_MAX)),
  /** Do screens and phones show the vote or its result, in the wall's place? */
  shown: z.boolean(),
  /** May people like notes? */
  likes: z.boolean(),
})
export type VoteState = z.infer<typeof VoteState>

export const NO_VOTES: VoteState = { rounds: [], shown: false, likes: false }
