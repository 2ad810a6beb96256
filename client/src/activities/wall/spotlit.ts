import type { WallNote } from '@escale/shared'
import type { WallView } from '@escale/shared/activities/wall'

/** The note that everybody looks at, if it is there. */
export const spotlit = (view: WallView, notes: readonly WallNote[]): WallNote | undefined =>
  view.spotlight === null || view.hidden ? undefined : notes.find((note) => note.id === view.spotlight)
