import { median, percentile } from '../report/statistics.ts'

/** Of the median: as far as half of the rounds may lie from one another. */
const SPREAD_OF_MEDIAN = 0.15
/** Less than this is within what a screen at 60 Hz and a timer can tell, ms. */
const SPREAD_MS = 1

/**
 * Do these values of one figure, one a round, agree? The middle half of them must lie together: one disturbed round in five
 * is outvoted, a figure that jumps is not believed.
 * @param values ms, or any unit of that size
 */
export function isSteady(values: readonly number[], least: number): boolean {
  if (values.length < least || values.some((value) => !Number.isFinite(value))) return false
  const apart = percentile(values, 0.75) - percentile(values, 0.25)
  return apart <= Math.max(SPREAD_MS, SPREAD_OF_MEDIAN * Math.abs(median(values)))
}
