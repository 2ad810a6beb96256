import * as z from 'zod/mini'
import { Id } from '../../ids.ts'
import { LABEL_MAX_CHARS } from '../../limits.ts'

export const ZONES_MAX = 12
export const PROMPT_MAX_CHARS = 1_000
export const NOTES_PER_PERSON_MAX = 100

export const WallZone = z.object({ id: Id, title: z.string().check(z.maxLength(LABEL_MAX_CHARS)) })
export type WallZone = z.infer<typeof WallZone>

const areDistinct = z.refine<WallZone[]>(
  (zones) => new Set(zones.map((zone) => zone.id)).size === zones.length,
)

export const WallDefinition = z.object({
  /** The question that people answer. */
  prompt: z.string().check(z.maxLength(PROMPT_MAX_CHARS)),
  /** None: one undivided wall. */
  zones: z.array(WallZone).check(z.maxLength(ZONES_MAX), areDistinct),
  /** `anonymous`: nobody, neither screen nor harvest nor facilitator, is told who wrote a note. */
  identity: z.enum(['named', 'anonymous']),
  /** `hidden`: everyone writes for themselves until a facilitator reveals all notes at once. */
  reveal: z.enum(['live', 'hidden']),
  /** null: as many as one likes. */
  maxNotesPerPerson: z.nullable(z.int().check(z.minimum(1), z.maximum(NOTES_PER_PERSON_MAX))),
})
export type WallDefinition = z.infer<typeof WallDefinition>
