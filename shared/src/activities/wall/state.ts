import * as z from 'zod/mini'
import { Id } from '../../ids.ts'
import { NOTES_PER_PERSON_MAX, type WallDefinition } from './definition.ts'

export const WallState = z.object({
  /** Participants may read but not write. */
  locked: z.boolean(),
  /** Counts where the definition hides notes at first. */
  revealed: z.boolean(),
  /** How many notes each person says to have written in private; for the facilitators' tally, no more. */
  counts: z.record(Id, z.int().check(z.minimum(0))),
})
export type WallState = z.infer<typeof WallState>

export const WallAction = z.discriminatedUnion('type', [
  z.object({ type: z.literal('lock') }),
  z.object({ type: z.literal('unlock') }),
  z.object({ type: z.literal('reveal') }),
  z.object({ type: z.literal('hide') }),
  z.object({
    type: z.literal('count'),
    notes: z.int().check(z.minimum(0), z.maximum(10 * NOTES_PER_PERSON_MAX)),
  }),
])
export type WallAction = z.infer<typeof WallAction>

/** Do people write for themselves now? */
export const isHidden = (definition: WallDefinition, state: WallState): boolean =>
  definition.reveal === 'hidden' && !state.revealed
