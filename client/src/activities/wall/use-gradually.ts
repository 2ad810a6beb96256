import { startTransition, useEffect, useState } from 'react'

/** More than a phone's window holds; an old one draws as many within a tenth of a second. */
const FIRST = 24
/** One step is over before anybody notices a press that waits for it. */
const STEP = 60
/** Between two steps, ms: presses and frames come first. */
const BETWEEN_MS = 16

/**
 * How many of a long list are on the page: the first at once, the others by themselves within a moment, so that a list of
 * thousands is read and used before it is whole. While it is not shown (`isShown`) it does not grow: what stands before it has
 * the processor to itself.
 */
export function useGradually(total: number, isShown = true): number {
  const [count, setCount] = useState(FIRST)
  useEffect(() => {
    if (count >= total || !isShown) return
    const timer = setTimeout(() => startTransition(() => setCount(count + STEP)), BETWEEN_MS)
    return () => clearTimeout(timer)
  }, [count, total, isShown])
  return Math.min(count, total)
}
