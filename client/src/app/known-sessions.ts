/** Which sessions this browser has been in: what the home page shows as one's own. Kept on this device only. */
import type { SessionId } from '@escale/shared'
import { keptChoice, onDevice } from './kept-here.ts'

const KEY = keptChoice('sessions')

export interface KnownSession {
  readonly session: SessionId
  /** `facilitator` for whoever drives, co-facilitators too. */
  readonly as: 'facilitator' | 'participant'
  /** The session's title when it was last seen; may be empty. */
  readonly title: string
  /** When it was last entered here, this device's time, ms. */
  readonly at: number
}

/** The oldest make room beyond this many. */
export const KNOWN_SESSIONS_MAX = 40

const isKnown = (found: unknown): found is KnownSession => {
  const one = found as Partial<KnownSession> | null
  return (
    typeof one === 'object' &&
    typeof one?.session === 'string' &&
    (one.as === 'facilitator' || one.as === 'participant') &&
    typeof one.title === 'string' &&
    typeof one.at === 'number'
  )
}

/** Those that are known, the last entered first. */
export function knownSessions(): readonly KnownSession[] {
  const found = onDevice.readJson(KEY)
  return Array.isArray(found) ? found.filter(isKnown).toSorted((a, b) => b.at - a.at) : []
}

/** Where nothing can be kept, the home page knows nothing: links and codes go on working. */
const keep = (sessions: readonly KnownSession[]): boolean =>
  onDevice.write(KEY, sessions.length === 0 ? null : JSON.stringify(sessions))

const isSame = (a: Pick<KnownSession, 'session' | 'as'>, b: Pick<KnownSession, 'session' | 'as'>): boolean =>
  a.session === b.session && a.as === b.as

/** Notes that this browser is in a session now. */
export function rememberSession(known: KnownSession): void {
  const others = knownSessions().filter((one) => !isSame(one, known))
  keep([known, ...others].slice(0, KNOWN_SESSIONS_MAX))
}

/** Takes it out of the list; what the browser may do there is not touched. */
export function forgetKnown(session: SessionId, as: KnownSession['as']): void {
  keep(knownSessions().filter((one) => !isSame(one, { session, as })))
}
