/** « Regrouper par thème »: what a facilitator asks the server for, what she gets, and how it becomes stacks. */
import * as z from 'zod/mini'
import { Id } from '../../../ids.ts'
import { LABEL_MAX_CHARS } from '../../../limits.ts'
import { GRAINS, GROUPED_NOTES_MAX, GROUPED_STACKS_MAX } from './bounds.ts'

/** POST /api/sessions/:session/activities/:activity/proposal (drivers) → ThemeProposal. Nothing is changed by it. */
export const AskThemes = z.object({
  type: z.literal('themes'),
  /** Absent: what suits the wall. */
  grain: z.optional(z.int().check(z.minimum(0), z.maximum(GRAINS - 1))),
  /** Notes of one group all stand in one zone. */
  withinZones: z.boolean(),
})
export type AskThemes = z.infer<typeof AskThemes>

export interface ProposedTheme {
  readonly title: string
  /** Why these notes are together: words that they have in common, or that mean kindred things. */
  readonly words: readonly string[]
  /** Ids, at least two, in the order of the wall. */
  readonly notes: readonly string[]
}

export interface ThemeProposal {
  readonly grain: number
  /** The largest first. */
  readonly themes: readonly ProposedTheme[]
  /** Notes that fit nowhere, in the order of the wall. Those that are in a stack already are not spoken of. */
  readonly alone: readonly string[]
}

const Stacks = z
  .array(
    z.object({
      stack: Id,
      title: z.string().check(z.maxLength(LABEL_MAX_CHARS)),
      notes: z.array(Id).check(z.minLength(1), z.maxLength(GROUPED_NOTES_MAX)),
    }),
  )
  .check(
    z.minLength(1),
    z.maxLength(GROUPED_STACKS_MAX),
    z.refine((all) => all.reduce((sum, { notes }) => sum + notes.length, 0) <= GROUPED_NOTES_MAX),
  )

/** Many stacks in one go, made of notes that stand alone. A note that somebody has put into a stack meanwhile stays there. */
export const GroupEdit = z.object({ type: z.literal('group'), stacks: Stacks })
/** Takes many stacks apart in one go. */
export const UngroupEdit = z.object({
  type: z.literal('ungroup'),
  stacks: z.array(Id).check(z.minLength(1), z.maxLength(GROUPED_STACKS_MAX)),
})
export type GroupEdit = z.infer<typeof GroupEdit>
export type UngroupEdit = z.infer<typeof UngroupEdit>
