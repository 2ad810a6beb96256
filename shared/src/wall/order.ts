/**
 * Where a note stands among its neighbours: a text key that sorts by code unit. A new note's key is its time, so nobody
 * needs to know the others to write one and keys do not grow; a note put between two others gets a key between theirs.
 */
const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz'
const TIME_DIGITS = 10
/** Closes every key, so that none ends with the lowest digit and there is always room before it. */
const MIDDLE = 'i'
/** Longer keys are taken for rubbish on reading. */
export const ORDER_MAX_CHARS = 200

/** The key of a note written at `at` (server time, ms). */
export const orderAt = (at: number): string =>
  Math.max(0, Math.floor(Number.isFinite(at) ? at : 0))
    .toString(36)
    .slice(0, TIME_DIGITS)
    .padStart(TIME_DIGITS, '0') + MIDDLE

export const isOrder = (key: unknown): key is string =>
  typeof key === 'string' && key.length <= ORDER_MAX_CHARS && /^[0-9a-z]*[1-9a-z]$/.test(key)

const digit = (key: string, at: number): number => (at < key.length ? DIGITS.indexOf(key.charAt(at)) : 0)

/**
 * A key strictly between two; null stands for the beginning or the end.
 * @throws RangeError when `before` does not come before `after`.
 */
export function orderBetween(before: string | null, after: string | null): string {
  const low = before ?? ''
  if (after !== null && low >= after) throw new RangeError('keys out of order')
  let key = ''
  // Once the new key has left `after`'s path, only `low` bounds it.
  let bounded = after !== null
  for (let i = 0; ; i++) {
    const from = digit(low, i)
    const to = bounded && after !== null ? digit(after, i) : DIGITS.length
    if (to - from > 1) return key + DIGITS.charAt(Math.floor((from + to) / 2))
    key += DIGITS.charAt(from)
    if (to > from) bounded = false
  }
}
