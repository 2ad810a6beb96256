import type { SpatialLayout, WallNote } from '@escale/shared'
import type { WallView } from '@escale/shared/activities/wall'
import { useCallback } from 'react'
import type { Wall } from '../use-wall.ts'
import { Board } from './Board.tsx'
import { BoardCard } from './BoardCard.tsx'

interface SpatialWallProps {
  readonly view: WallView
  readonly layout: SpatialLayout
  readonly wall: Wall
  readonly onEdit?: (note: WallNote) => void
  readonly colour?: number
  readonly newest?: string
  readonly isStill?: boolean
}

/** A wall on a board. */
export default function SpatialWall({
  view,
  layout,
  wall,
  onEdit,
  colour = 0,
  newest = '',
  isStill = false,
}: SpatialWallProps) {
  const { signature, isMine, mayEdit } = wall
  const render = useCallback(
    (note: WallNote) => (
      <BoardCard
        note={note}
        signature={signature(note)}
        isMine={!isStill && isMine(note)}
        onEdit={!isStill && mayEdit(note) ? onEdit : undefined}
      />
    ),
    [signature, isMine, mayEdit, onEdit, isStill],
  )
  return (
    <Board
      layout={layout}
      view={view}
      wall={wall}
      render={render}
      colour={colour}
      newest={newest}
      isStill={isStill}
    />
  )
}
