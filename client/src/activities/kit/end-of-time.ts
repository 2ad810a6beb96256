import type { Location } from '@escale/shared'

/** Has a time that was set come to its end between two looks? What had no length does not end, it is ended by somebody. */
export function hasRunOut(before: Location, now: Location): boolean {
  if (before.left === null || before.left === 0) return false
  return now.index === before.index ? now.left === 0 : now.index > before.index
}
