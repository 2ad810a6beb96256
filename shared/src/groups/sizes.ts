/** How many people sit in each group (docs/spec/groups.md, G1 to G6). */

export interface SizeRange {
  readonly min: number
  readonly max: number
  /** The size to come nearest to; absent: the middle of the range. */
  readonly target?: number | undefined
}

/**
 * Why a split is not inside the range. `nobody`: n is 0. `alone`: one person has nobody to talk to and stays in plenary.
 * `few`: fewer than `min` people, hence one small group. `between`: too many for k groups, too few for k + 1.
 */
export type SplitReason = 'nobody' | 'alone' | 'few' | 'between'

export interface Split {
  /** Largest first; they differ by at most one. Their sum is n − leftOver. */
  readonly sizes: readonly number[]
  /** People for whom there is no group: 1 when n is 1, else 0. */
  readonly leftOver: number
  /** null: every size is inside the range. */
  readonly reason: SplitReason | null
  /** Groups above `max` instead of below `min`, for whoever prefers fewer groups; null when there is no such repair. */
  readonly alternative: readonly number[] | null
}

/** n in `count` parts that differ by at most one, largest first. */
export function evenly(n: number, count: number): number[] {
  if (count < 1) return []
  const small = Math.floor(n / count)
  const larger = n - small * count
  return Array.from({ length: count }, (_, i) => (i < larger ? small + 1 : small))
}

/** The number of groups in [fewest, most] whose mean size is nearest to the target; ties go to the smaller groups. */
function nearest(n: number, fewest: number, most: number, target: number): number {
  let best = most
  for (let count = most; count >= fewest; count--)
    if (Math.abs(n / count - target) < Math.abs(n / best - target)) best = count
  return best
}

/** Total for every whole n ≥ 0 and 2 ≤ min ≤ max; a smaller max counts as min. */
export function splitSizes(n: number, range: SizeRange): Split {
  const min = Math.max(2, Math.floor(range.min))
  const max = Math.max(min, Math.floor(range.max))
  const none = { leftOver: 0, reason: null, alternative: null }
  if (n <= 0) return { ...none, sizes: [], reason: 'nobody' }
  if (n === 1) return { ...none, sizes: [], leftOver: 1, reason: 'alone' }
  if (n < min) return { ...none, sizes: [n], reason: 'few' }
  const fewest = Math.ceil(n / max)
  const most = Math.floor(n / min)
  if (fewest <= most)
    return { ...none, sizes: evenly(n, nearest(n, fewest, most, range.target ?? (min + max) / 2)) }
  return { ...none, sizes: evenly(n, fewest), reason: 'between', alternative: evenly(n, most) }
}
