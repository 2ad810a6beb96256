import * as z from 'zod/mini'

/** The little that people decided about an activity's time. */
export const Run = z.object({
  /** Server time, ms since the epoch. */
  startedAt: z.number(),
  /** In order, not overlapping; only the last may be open (`to: null`). Server time, ms. */
  pauses: z.array(z.object({ from: z.number(), to: z.nullable(z.number()) })),
  /** Changes to the planned length of a phase, ms, positive or negative. */
  adjustments: z.array(z.object({ phase: z.string(), ms: z.number() })),
})
export type Run = z.infer<typeof Run>
