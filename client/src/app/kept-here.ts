/**
 * The names of everything that this device keeps, by what it belongs to: nothing is kept under any other, so that leaving
 * a session (forget.ts) finds it all. A test reads the sources for names written elsewhere.
 */
import type { ActivityId, SessionId } from '@escale/shared'

/** Kept for this tab only, and by facilitators. */
export const CONSOLE_KEEPS = ['console', 'created', 'guide', 'new', 'themes'] as const

type OfSession = 'activities' | 'console' | 'created' | 'dismissed' | 'join' | 'new' | 'outbox' | 'typed'
type OfActivity =
  | 'apart'
  | 'draft'
  | 'draft-photo'
  | 'guide'
  | 'notes'
  | 'paper'
  | 'pictures'
  | 'refused'
  | 'themes'
/** Choices of whoever uses this device, in whatever session. */
type Choice =
  | 'cursors'
  | 'enter-key'
  | 'language'
  | 'name'
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

/** The browser's storage, which may be refused or full: then nothing is kept, and nothing breaks. */
export interface Keeping {
  /** null: nothing is kept under this name. */
  readonly read: (name: string) => string | null
  /** What was kept as JSON; null where there is nothing, or what is there is damaged. */
  readonly readJson: (name: string) => unknown
  /** null forgets it. False: it lasts as long as the page. */
  readonly write: (name: string, value: string | null) => boolean
}

function keepingIn(storage: () => Storage): Keeping {
  const read = (name: string) => {
    try {
      return storage().getItem(name)
    } catch {
      return null
    }
  }
  return {
    read,
    readJson: (name) => {
      try {
        return JSON.parse(read(name) ?? 'null')
      } catch {
        return null
      }
    },
    write: (name, value) => {
      try {
        if (value === null) storage().removeItem(name)
        else storage().setItem(name, value)
        return true
      } catch {
        return false
      }
    },
  }
}

/** For whoever uses this device, in all tabs. */
export const onDevice = keepingIn(() => localStorage)
/** For this tab, over a reload. */
export const inTab = keepingIn(() => sessionStorage)

/** Activities of a session that were seen here: what is kept of an activity does not say of which session it is. */
export function activitiesSeen(session: SessionId): readonly ActivityId[] {
  const found = onDevice.readJson(keptForSession('activities', session))
  return Array.isArray(found) ? found.filter((id) => typeof id === 'string') : []
}

export function activitySeen(session: SessionId, activity: ActivityId): void {
  const before = activitiesSeen(session)
  if (before.includes(activity)) return
  // Where nothing can be kept there is nothing to forget.
  onDevice.write(keptForSession('activities', session), JSON.stringify([...before, activity]))
}
