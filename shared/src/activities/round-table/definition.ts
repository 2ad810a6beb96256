import * as z from 'zod/mini'
import { INSTRUCTIONS_MAX_CHARS } from '../../limits.ts'

export const GROUP_SIZE_MIN = 2
export const GROUP_SIZE_MAX = 50
export const TURN_MIN_MS = 15_000
export const TURN_MAX_MS = 15 * 60_000
/** From calling back to the return, when nobody chose otherwise: time to end a sentence and write a line, ms. */
export const CALL_BACK_MS = 60_000
export const CALL_BACK_MAX_MS = 5 * 60_000
/** A group that has a share of its range's minimum or less of people present is flagged; see `fewThreshold`. */
const FEW_SHARE = 0.75

export const MixBy = z.enum(['none', 'organisation', 'territory'])
export type MixBy = z.infer<typeof MixBy>

const groupSize = z.int().check(z.minimum(GROUP_SIZE_MIN), z.maximum(GROUP_SIZE_MAX))
/** From calling back to the return, ms; 0: at once. */
export const CallBackDelay = z.int().check(z.minimum(0), z.maximum(CALL_BACK_MAX_MS))

const turn = z.int().check(z.minimum(TURN_MIN_MS), z.maximum(TURN_MAX_MS))

/** How groups are formed: in the definition, and again in the draft, where a facilitator may choose otherwise. */
export const FormingChoice = z
  .object({
    min: groupSize,
    max: groupSize,
    /** null: the middle of the range. */
    target: z.nullable(z.number().check(z.minimum(GROUP_SIZE_MIN), z.maximum(GROUP_SIZE_MAX))),
    mixBy: MixBy,
    facilitatorsTakePart: z.boolean(),
    /** One person's turn, ms. */
    turnMs: turn,
  })
  .check(z.refine((c) => c.min <= c.max))
export type FormingChoice = z.infer<typeof FormingChoice>

export const Definition = z
  .object({
    question: z.string().check(z.maxLength(INSTRUCTIONS_MAX_CHARS)),
    min: groupSize,
    max: groupSize,
    target: z.nullable(z.number().check(z.minimum(GROUP_SIZE_MIN), z.maximum(GROUP_SIZE_MAX))),
    turnMs: turn,
    mixBy: MixBy,
    facilitatorsTakePart: z.boolean(),
    /** Alphabetical by first name, or by lot; facilitators last in both. */
    order: z.enum(['alphabetical', 'random']),
    /** What groups start with; any member may switch it for their group. */
    autoAdvance: z.boolean(),
    /** Absent: `CALL_BACK_MS`. */
    callBackMs: z.optional(CallBackDelay),
  })
  .check(z.refine((d) => d.min <= d.max))
export type Definition = z.infer<typeof Definition>

export const defaults: { readonly definition: Definition; readonly durationMs: number } = {
  definition: {
    question: '',
    min: 8,
    max: 10,
    target: null,
    turnMs: 120_000,
    mixBy: 'organisation',
    facilitatorsTakePart: false,
    order: 'alphabetical',
    autoAdvance: false,
  },
  durationMs: 30 * 60_000,
}

/** How long groups have from being called back to the return, ms. */
export const callBackDelay = ({ callBackMs = CALL_BACK_MS }: Definition): number => callBackMs

export const choiceOf = (d: Definition): FormingChoice => ({
  min: d.min,
  max: d.max,
  target: d.target,
  mixBy: d.mixBy,
  facilitatorsTakePart: d.facilitatorsTakePart,
  turnMs: d.turnMs,
})

/** Fewer people present than this are too few for a group of at least `min` (for 8: fewer than 6). */
export const fewThreshold = (min: number): number => Math.max(2, Math.ceil(min * FEW_SHARE))
