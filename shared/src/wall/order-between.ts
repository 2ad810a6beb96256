/** Room between two notes (order.ts). On its own: who only reads a wall does not load it. */
const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz'

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
