import { useEffect, useRef, useState } from 'react'
import type { BoardView } from './board-view.ts'

/** So long at most the board as it is moved is older than the wall. */
const HELD_MS = 600

/** The value; while a hand moves the board, its changes are taken together: what others write comes second. */
export function useCalm<T>(value: T, view: Pick<BoardView, 'isMoving'>): T {
  const [shown, setShown] = useState(value)
  const latest = useRef(value)
  latest.current = value
  const isHeld = shown !== value && view.isMoving
  if (shown !== value && !isHeld) setShown(value)
  useEffect(() => {
    if (!isHeld) return
    const timer = setTimeout(() => setShown(latest.current), HELD_MS)
    return () => clearTimeout(timer)
  }, [isHeld])
  return isHeld ? shown : value
}
