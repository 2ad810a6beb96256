import type { SpatialLayout, WallNote, WallStack } from '@escale/shared'
import type { WallView } from '@escale/shared/activities/wall'
import { useCallback, useMemo } from 'react'
import type { Beginning } from '../kept-notes.ts'
import { NoteCard } from '../NoteCard.tsx'
import type { Wall } from '../use-wall.ts'
import { Board } from './Board.tsx'
import { BoardCard } from './BoardCard.tsx'
import { BoardStack } from './BoardStack.tsx'

interface SpatialWallProps {
  readonly view: WallView
  readonly layout: SpatialLayout
  readonly wall: Wall
  readonly onEdit?: (note: WallNote) => void
  readonly colour?: number
  readonly newest?: string
  readonly onWrite?: ((beginning: Beginning) => void) | undefined
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
  onWrite,
  isStill = false,
}: SpatialWallProps) {
  const { notes, stacks, signature, isMine, mayEdit, mayMoveAll, ask } = wall
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
  const byId = useMemo(() => new Map(notes.map((note) => [note.id, note])), [notes])
  const renderPaper = useCallback(
    (note: WallNote) => <NoteCard note={note} signature={signature(note)} />,
    [signature],
  )
  const renderStack = useCallback(
    (stack: WallStack) => (
      <BoardStack
        stack={stack}
        notes={stack.notes.flatMap((id) => byId.get(id) ?? [])}
        render={renderPaper}
        isStill={isStill}
        onUngroup={mayMoveAll ? ({ id }) => void ask([{ type: 'unstack', stack: id }]) : undefined}
      />
    ),
    [byId, renderPaper, isStill, mayMoveAll, ask],
  )
  return (
    <Board
      layout={layout}
      view={view}
      wall={wall}
      render={render}
      stacks={stacks}
      renderStack={renderStack}
      colour={colour}
      newest={newest}
      onWrite={onWrite}
      isStill={isStill}
    />
  )
}
