import { startTransition, useEffect, useState } from 'react'

/** More than a window holds; an old phone draws as many within a tenth of a second. */
const FIRST = 40
/** One step is over before anybody notices a press that waits for it. */
const STEP = 60
/** Between two steps, ms: presses and frames come first. */
const BETWEEN_MS = 16

/**
 * How many of a long list are on the page: the first at once, the others by themselves within a moment, so that a list of
 * thousands is read and used before it is whole.
 */
export function useGradually(total: number): number {
  const [count, setCount] = useState(FIRST)
  useEffect(() => {
    if (count >= total) return
    const timer = setTimeout(() => startTransition(() => setCount(count + STEP)), BETWEEN_MS)
    return () => clearTimeout(timer)
  }, [count, total])
  return Math.min(count, total)
}
