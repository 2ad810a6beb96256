/**
 * Where a note stands among its neighbours: a text key that sorts by code unit. A new note's key is its time, so nobody
 * needs to know the others to write one and keys do not grow; a note put between two others gets a key between theirs.
 */
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

export { orderBetween } from './order-between.ts'
