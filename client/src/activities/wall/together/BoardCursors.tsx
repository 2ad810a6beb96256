import type { WallView } from '@escale/shared/activities/wall'
import { useCallback, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import type { Stage } from '../../kit/views.ts'
import type { ViewportControl } from '../board/viewport.ts'
import css from './Cursors.module.css'
import { Cursors } from './Cursors.tsx'
import { CursorsToggle } from './CursorsToggle.tsx'
import { usePublishCursor } from './use-cursors.ts'
import type { WallPlace } from './wall-place.ts'

interface Point {
  readonly x: number
  readonly y: number
}

/** The board that is shown in this place, once it is there. */
function useBoardElement({ root, control }: WallPlace): HTMLElement | null {
  const [board, setBoard] = useState<HTMLElement | null>(null)
  useEffect(() => setBoard(control && (root.current?.querySelector('[data-board]') ?? null)), [root, control])
  return board
}

interface BoardCursorsProps {
  readonly stage: Stage<WallView>
  readonly place: WallPlace
}

/** The cursors of few people on a board: theirs over it, and mine told to them. */
export default function BoardCursors({ stage, place }: BoardCursorsProps) {
  const board = useBoardElement(place)
  const { control } = place
  return board && control ? <OnBoard stage={stage} board={board} control={control} /> : null
}

interface OnBoardProps {
  readonly stage: Stage<WallView>
  readonly board: HTMLElement
  readonly control: ViewportControl
}

function OnBoard({ stage, board, control }: OnBoardProps) {
  const { activity, view, nameOf } = stage
  const { moveTo, leave } = usePublishCursor(activity.id, view.cursors === true)
  const toScreen = useCallback(
    ({ x, y }: Point) => {
      const look = control.look()
      const scale = board.clientWidth / Math.max(1, look.width)
      return { x: (x - look.x) * scale, y: (y - look.y) * scale }
    },
    [board, control],
  )
  useEffect(() => {
    const onMove = ({ clientX, clientY, pointerType }: PointerEvent) => {
      // A finger hides what it points at, and is gone.
      if (pointerType === 'touch') return
      const { left, top } = board.getBoundingClientRect()
      const look = control.look()
      const scale = look.width / Math.max(1, board.clientWidth)
      moveTo({ x: look.x + (clientX - left) * scale, y: look.y + (clientY - top) * scale })
    }
    board.addEventListener('pointermove', onMove, { passive: true })
    board.addEventListener('pointerleave', leave)
    return () => {
      board.removeEventListener('pointermove', onMove)
      board.removeEventListener('pointerleave', leave)
    }
  }, [board, control, moveTo, leave])
  return createPortal(
    <>
      <Cursors activity={activity.id} toScreen={toScreen} subscribe={control.subscribe} nameOf={nameOf} />
      <div className={css['toggle']}>
        <CursorsToggle />
      </div>
    </>,
    board,
  )
}
