/** One change of a text: at `index`, `remove` UTF-16 units make room for `insert`. */
export interface TextEdit {
  readonly index: number
  readonly remove: number
  readonly insert: string
}

const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff

/**
 * The edit that leads from `before` to `after`. `caret`, where the caret is now, tells which of several equal letters was
 * typed. Never cuts a surrogate pair: half of an emoji is not text.
 */
export function editBetween(before: string, after: string, caret = after.length): TextEdit | null {
  if (before === after) return null
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < Math.min(shorter, caret) && before.charCodeAt(start) === after.charCodeAt(start)) start++
  if (start > 0 && (isLow(before.charCodeAt(start)) || isLow(after.charCodeAt(start)))) start--
  let end = 0
  while (
    end < shorter - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  )
    end++
  if (end > 0 && isLow(before.charCodeAt(before.length - end))) end--
  return {
    index: start,
    remove: before.length - end - start,
    insert: after.slice(start, after.length - end),
  }
}

/** A change in Yjs's own words. */
export interface DeltaStep {
  readonly retain?: number | undefined
  readonly insert?: unknown
  readonly delete?: number | undefined
}

/** Where a place in the text is after somebody else's change. What comes in exactly there comes in after it. */
export function movedBy(delta: readonly DeltaStep[], place: number): number {
  let at = 0
  let moved = place
  for (const step of delta) {
    if (step.retain !== undefined) at += step.retain
    else if (typeof step.insert === 'string') {
      if (at < moved) moved += step.insert.length
      at += step.insert.length
    } else if (step.delete !== undefined) moved -= Math.max(0, Math.min(step.delete, moved - at))
    if (at > moved) break
  }
  return moved
}
