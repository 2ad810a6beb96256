import type { ActivityId, PersonId } from '@escale/shared'
import { type CSSProperties, useCallback, useLayoutEffect, useRef } from 'react'
import css from './Cursors.module.css'
import { useCursors } from './use-cursors.ts'

interface Point {
  readonly x: number
  readonly y: number
}

interface CursorsProps {
  readonly activity: ActivityId
  /** From board units to CSS pixels of the element around. */
  readonly toScreen: (point: Point) => Point
  /** Calls back whenever the board moves under the cursors. */
  readonly subscribe: (moved: () => void) => () => void
  readonly nameOf: (person: PersonId) => string
}

const COLOURS = 8

/** Where the others point, over a board. Nothing for those who do not see it: it says nothing that is not seen. */
export function Cursors({ activity, toScreen, subscribe, nameOf }: CursorsProps) {
  const cursors = useCursors(activity)
  const marks = useRef(new Map<number, HTMLElement>())
  const places = useRef(cursors)
  places.current = cursors
  const put = useCallback(
    (glides: boolean) => {
      for (const { key, x, y } of places.current) {
        const mark = marks.current.get(key)
        if (!mark) continue
        const at = toScreen({ x, y })
        mark.style.transition = glides ? '' : 'none'
        mark.style.transform = `translate(${at.x}px, ${at.y}px)`
      }
    },
    [toScreen],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: new cursors have new places
  useLayoutEffect(() => put(true), [put, cursors])
  // With the board they move as one.
  useLayoutEffect(() => subscribe(() => put(false)), [subscribe, put])
  if (cursors.length === 0) return null
  return (
    <div className={css['cursors']} aria-hidden="true">
      {cursors.map(({ key, person }) => (
        <span
          key={key}
          ref={(mark) => {
            if (mark) marks.current.set(key, mark)
            else marks.current.delete(key)
          }}
          className={css['cursor']}
          style={{ '--colour': `var(--note-${key % COLOURS})` } as CSSProperties}
        >
          <svg viewBox="0 0 16 16" className={css['arrow']} aria-hidden="true">
            <path d="M1 1l5 13 2-5 5-2z" />
          </svg>
          {person === undefined ? null : (
            <span translate="no" className={css['name']}>
              {nameOf(person)}
            </span>
          )}
        </span>
      ))}
    </div>
  )
}
