import {
  type Access,
  type ActivityId,
  type DocumentShape,
  findPerson,
  isIn,
  type Kinds,
  type LiveActivity,
  liveActivity,
  nameInSession,
  type SessionId,
  type SessionState,
  type Signature,
  type Viewer,
} from '@escale/shared'
import type { Seat } from '../auth/authorize.ts'
import type { ServerClock } from './clock.ts'
import type { LiveSession } from './live-session.ts'
import type { LiveSessions } from './live-sessions.ts'

/** Who holds which right on a session's documents now (rule D1). Answers change: `onChange` says when to ask again. */
export interface SessionRights {
  access(activity: ActivityId, name: string, viewer: Viewer): Access
  /** What people may write into a document themselves; null: nothing. */
  shape(activity: ActivityId, name: string): DocumentShape | null
  /** What presence at a document says of a viewer; undefined: not who it is; null: nothing at all, as the kind wishes. */
  signature(activity: ActivityId, name: string, viewer: Viewer): Signature | undefined | null
  /** Returns how to stop. While somebody listens the session stays in memory. */
  onChange(listener: () => void): () => void
}

/** A right that time gives or takes is noticed so much later, ms. */
const ANSWER_KEPT_MS = 10

const isSeat = (viewer: Viewer): viewer is Seat => 'key' in viewer

/** The viewer as the session knows them now; undefined when their place is gone. */
function current(live: LiveSession, viewer: Viewer): Viewer | undefined {
  if (live.hasEnded || (isSeat(viewer) && live.isRevoked(viewer.key))) return undefined
  if (viewer.id === null) return viewer.role === 'screen' ? viewer : undefined
  const person = findPerson(live.host.state, viewer.id)
  return person === undefined || !isIn(person) ? undefined : { id: person.id, role: person.role }
}

export class DocumentAccess {
  readonly #sessions: LiveSessions
  readonly #kinds: Kinds
  readonly #clock: ServerClock
  #last:
    | {
        readonly state: SessionState
        readonly activity: ActivityId
        readonly now: number
        readonly found: LiveActivity | undefined
      }
    | undefined

  constructor(sessions: LiveSessions, kinds: Kinds, clock: ServerClock) {
    this.#sessions = sessions
    this.#kinds = kinds
    this.#clock = clock
  }

  /** Undefined: there is no such session. */
  async open(session: SessionId): Promise<SessionRights | undefined> {
    const live = await this.#sessions.open(session)
    return (
      live && {
        access: (activity, name, viewer) => this.#access(live, activity, name, viewer),
        shape: (activity, name) => this.#liveActivity(live.host.state, activity)?.kind.shape(name) ?? null,
        signature: (activity, name, viewer) => this.#signature(live, activity, name, viewer),
        onChange: (listener) => live.watch(listener),
      }
    )
  }

  #access(live: LiveSession, activity: ActivityId, name: string, given: Viewer): Access {
    const { state } = live.host
    const viewer = current(live, given)
    const found = viewer && this.#liveActivity(state, activity)
    if (found === undefined) return 'none'
    const granted = found.kind.access(found.state, name, viewer as Viewer, found.moment)
    if (granted === 'write' && given.id !== null) live.did(given.id)
    return granted === 'write' && state.status === 'ended' ? 'read' : granted
  }

  #signature(
    live: LiveSession,
    activity: ActivityId,
    name: string,
    given: Viewer,
  ): Signature | undefined | null {
    const { state, identities } = live.host
    const found = this.#liveActivity(state, activity)
    const told = found?.kind.presence(found.state, name, found.moment) ?? 'none'
    if (told === 'none') return null
    if (told === 'unnamed' || given.id === null) return undefined
    return { person: given.id, name: nameInSession(state, identities, given.id) }
  }

  /** What many ask at about the same time, as in a storm of writing, is worked out once. */
  #liveActivity(state: SessionState, activity: ActivityId): LiveActivity | undefined {
    const now = this.#clock.now()
    const last = this.#last
    if (last?.state === state && last.activity === activity && now - last.now < ANSWER_KEPT_MS)
      return last.found
    const found = liveActivity(this.#kinds, state, activity, now)
    this.#last = { state, activity, now, found }
    return found
  }
}
