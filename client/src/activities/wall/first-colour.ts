import { NOTE_COLOURS } from '@escale/shared'
import type { WallView } from '@escale/shared/activities/wall'
import { useMemo } from 'react'

/** What a category is before somebody has chosen one: the colour of no note. */
export const NOT_CHOSEN = -1

/**
 * The paper of a note for which nobody chose one. Where names stand on notes everybody has a colour of their own. Elsewhere it
 * is drawn for each note: a colour of one's own would say which notes come from one hand, and who came when.
 */
export const paperFor = ({ identity }: Pick<WallView, 'identity'>, rank: number): number =>
  identity === 'named' ? rank % NOTE_COLOURS.length : Math.floor(Math.random() * NOTE_COLOURS.length)

/** The paper on which somebody writes on the wall itself: another one for each note, known by the `newest` of theirs. */
export function useNewPaper(
  view: Pick<WallView, 'identity'>,
  rank: number,
  newest: string | undefined,
): number {
  // biome-ignore lint/correctness/useExhaustiveDependencies: for each note anew
  return useMemo(() => paperFor(view, rank), [view.identity, rank, newest])
}
