import type { WallItem, WallNote } from '@escale/shared'
import type { WallView } from '@escale/shared/activities/wall'
import { type ReactNode, Suspense } from 'react'
import { SpatialWall } from './board/spatial-wall.ts'
import type { Beginning } from './kept-notes.ts'
import type { Wall } from './use-wall.ts'
import { ZonedNotes } from './ZonedNotes.tsx'

interface WallBodyProps {
  readonly view: WallView
  readonly wall: Wall
  /** In columns; a board has cards of its own. */
  readonly render: (item: WallItem) => ReactNode
  readonly onEdit: (note: WallNote) => void
  readonly columnEm: number
  /** Of what is written on the board itself. */
  readonly colour?: number
  /** The note that the viewer wrote last. */
  readonly newest?: string
  /** Begins a note where more has to be chosen than its words. */
  readonly onWrite?: ((beginning: Beginning) => void) | undefined
}

/** The wall in the layout that it has now. */
export function WallBody({
  view,
  wall,
  render,
  onEdit,
  columnEm,
  colour = 0,
  newest = '',
  onWrite,
}: WallBodyProps) {
  if (view.layout === 'columns')
    return (
      <ZonedNotes
        notes={wall.notes}
        stacks={wall.stacks}
        zones={view.zones}
        render={render}
        columnEm={columnEm}
      />
    )
  return (
    <Suspense fallback={null}>
      <SpatialWall
        view={view}
        layout={view.layout}
        wall={wall}
        onEdit={onEdit}
        colour={colour}
        newest={newest}
        onWrite={onWrite}
      />
    </Suspense>
  )
}
