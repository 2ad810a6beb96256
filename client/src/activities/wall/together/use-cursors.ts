import { type ActivityId, type Cursor, limits } from '@escale/shared'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { useCompany, useSignal } from '../../kit/company.ts'
import { useCursorChoice } from './cursor-choice.ts'

interface Point {
  readonly x: number
  readonly y: number
}

/** The cursors of the others, where I want to see them. */
export function useCursors(activity: ActivityId): readonly Cursor[] {
  const cursors = useCompany(activity, (c) => c.cursors)
  const mine = useCompany(activity, (c) => c.cursor)
  const isWanted = useCursorChoice()
  return useMemo(() => (isWanted ? cursors.filter(({ key }) => key !== mine) : []), [isWanted, cursors, mine])
}

export interface PublishCursor {
  /** In board units. Call it as often as the pointer moves. */
  readonly moveTo: (point: Point) => void
  readonly leave: () => void
}

/** Tells the others where I point on a board. `isShown`: the wall shows cursors (`view.cursors`). */
export function usePublishCursor(activity: ActivityId, isShown: boolean): PublishCursor {
  const signal = useSignal()
  const isWanted = useCursorChoice()
  const here = useCompany(activity, (c) => c.attendance.here)
  const isOn = isShown && isWanted && here > 0 && here < limits.CURSORS_UNDER_PEOPLE
  const next = useRef<Point | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const isPublic = useRef(false)

  const tell = useCallback(() => {
    timer.current = undefined
    const at = next.current
    if (at === null) return
    next.current = null
    isPublic.current = true
    signal({
      type: 'cursor',
      activity,
      at: { x: Math.round(at.x * 100) / 100, y: Math.round(at.y * 100) / 100 },
    })
    timer.current = setTimeout(tell, limits.CURSORS_EVERY_MS)
  }, [activity, signal])
  const leave = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = undefined
    next.current = null
    if (isPublic.current) signal({ type: 'cursor', activity, at: null })
    isPublic.current = false
  }, [activity, signal])
  useEffect(() => leave, [leave])
  useEffect(() => {
    if (!isOn) leave()
  }, [isOn, leave])
  const moveTo = useCallback(
    (point: Point) => {
      if (!isOn) return
      next.current = point
      if (timer.current === undefined) tell()
    },
    [isOn, tell],
  )
  return useMemo(() => ({ moveTo, leave }), [moveTo, leave])
}
