import type { ActivityId } from '@escale/shared'
import { activitiesSeen } from '../app/kept-here.ts'
import { useLive, useMyWords } from '../stores/live-context.ts'
import { useBegun } from './use-begun.ts'

/** Is there anything that I wrote in this session and the others do not have, but for what is being written in `now`? */
export function useKept(now: ActivityId | undefined): {
  readonly begunIn: readonly ActivityId[]
  readonly isAny: boolean
} {
  const { sessionId } = useLive()
  const refused = useMyWords().some(({ edit }) => edit !== null)
  const begunIn = activitiesSeen(sessionId).filter((activity) => activity !== now)
  return { begunIn, isAny: useBegun(begunIn).length > 0 || refused }
}
