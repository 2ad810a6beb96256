import { limits, type Workshop } from '@escale/shared'

/** Bytes of a workshop as it is told to whoever drives: whole, with each change of the plan. */
export const workshopBytes = (workshop: Workshop): number => Buffer.byteLength(JSON.stringify(workshop))

/** May a workshop become this one? One that is too large already, from before there was a bound, may still be made smaller. */
export function mayGrowTo(before: Workshop, after: Workshop): boolean {
  if (before === after) return true
  const bytes = workshopBytes(after)
  return bytes <= limits.WORKSHOP_MAX_BYTES || bytes <= workshopBytes(before)
}
