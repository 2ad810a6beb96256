import { drives } from '@escale/shared'
import type { WallView } from '@escale/shared/activities/wall'
import { useEffect, useState } from 'react'
import { keptForActivity, onDevice } from '../../../app/kept-here.ts'
import type { Stage } from '../../kit/views.ts'

const keyOf = (activity: string) => keptForActivity('apart', activity)

const wasApart = (activity: string): boolean => onDevice.read(keyOf(activity)) !== null

/** Without storage it is known as long as the page is open. */
const keep = (activity: string, isApart: boolean): boolean =>
  onDevice.write(keyOf(activity), isApart ? '1' : null)

export interface Revealed {
  /** What I wrote for myself has become everybody's, and I have not said that I know. */
  readonly isNews: boolean
  readonly know: () => void
}

/**
 * From writing for oneself to writing for all: whoever was here for the first, and nobody else, is told of the second, also
 * after a reload or an absence.
 */
export function useRevealed(
  activity: string,
  view: Pick<WallView, 'apart'>,
  me: Stage<WallView>['me'],
): Revealed {
  const isParticipant = me.id !== null && !drives(me.role)
  const isApart = isParticipant && view.apart
  const [knewApart, setKnewApart] = useState(() => wasApart(activity))
  useEffect(() => {
    if (!isApart) return
    keep(activity, true)
    setKnewApart(true)
  }, [activity, isApart])
  return {
    isNews: isParticipant && knewApart && !view.apart,
    know: () => {
      keep(activity, false)
      setKnewApart(false)
    },
  }
}
