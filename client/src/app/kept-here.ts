/**
 * The names of everything that this device keeps, by what it belongs to: nothing is kept under any other, so that leaving
 * a session (forget.ts) finds it all. A test reads the sources for names written elsewhere.
 */
import type { ActivityId, SessionId } from '@escale/shared'

/** Kept for this tab only, and by facilitators. */
export const CONSOLE_KEEPS = ['console', 'created', 'guide', 'new'] as const

type OfSession = 'activities' | 'console' | 'created' | 'dismissed' | 'join' | 'new' | 'outbox' | 'typed'
type OfActivity = 'apart' | 'draft' | 'draft-photo' | 'guide' | 'notes' | 'paper' | 'pictures' | 'refused'
/** Choices of whoever uses this device, in whatever session. */
type Choice =
  | 'cursors'
  | 'enter-key'
  | 'language'
  | 'round-table.sound'
  | 'screen-renewed'
  | 'sessions'
  | 'shortcuts'
  | 'theme'
  | 'wall-view'

export const PREFIX = 'escale.'
export const keptForSession = (what: OfSession, session: SessionId): string => `${PREFIX}${what}.${session}`
export const keptForActivity = (what: OfActivity, activity: ActivityId): string =>
  `${PREFIX}${what}.${activity}`
export const keptChoice = (what: Choice): string => `${PREFIX}${what}`

/** IndexedDB: whether anything can be kept; holds nothing. */
export const PROBE_DATABASE = 'escale-probe'
/** IndexedDB: pictures on their way, of any activity. */
export const PICTURES = { database: 'escale-pictures', version: 1, jobs: 'jobs', drafts: 'drafts' } as const
/** IndexedDB: the names of the documents' copies begin with this; one person never finds another's. */
export const copiesOf = (session: SessionId, as: string): string => `escale/${session}/${as}/`

/** Activities of a session that were seen here: what is kept of an activity does not say of which session it is. */
export function activitiesSeen(session: SessionId): readonly ActivityId[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(keptForSession('activities', session)) ?? '[]')
    return Array.isArray(found) ? found.filter((id) => typeof id === 'string') : []
  } catch {
    return []
  }
}

export function activitySeen(session: SessionId, activity: ActivityId): void {
  const before = activitiesSeen(session)
  if (before.includes(activity)) return
  try {
    localStorage.setItem(keptForSession('activities', session), JSON.stringify([...before, activity]))
  } catch {
    // Where nothing can be kept there is nothing to forget.
  }
}
