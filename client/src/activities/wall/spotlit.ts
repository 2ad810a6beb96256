import type { WallNote } from '@escale/shared'
import type { WallView } from '@escale/shared/activities/wall'
import type { Wall } from './use-wall.ts'

/** The note that everybody looks at, if it is there: the one that is read, or the last where they are shown one by one. */
export function spotlit(
  view: WallView,
  { notes, inTurn }: Pick<Wall, 'notes' | 'inTurn'>,
): WallNote | undefined {
  const id = view.spotlight ?? inTurn
  return id === null || view.hidden ? undefined : notes.find((note) => note.id === id)
}
