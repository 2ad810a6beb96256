import type { ActivityId } from '@escale/shared'
import { useEffect, useReducer } from 'react'
import { type Begun, begunIn, onDrafts } from './drafts.ts'

export interface BegunIn extends Begun {
  readonly activity: ActivityId
}

/** What was begun in these activities and not sent, as it is when it is drawn, and after each change from elsewhere. */
export function useBegun(activities: readonly ActivityId[]): readonly BegunIn[] {
  const [, again] = useReducer((n: number) => n + 1, 0)
  useEffect(() => onDrafts(again), [])
  return activities.flatMap((activity) => {
    const begun = begunIn(activity)
    return begun ? [{ ...begun, activity }] : []
  })
}
