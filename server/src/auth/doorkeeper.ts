import type { IncomingMessage } from 'node:http'
import { AS, type As, findPerson, type PersonId, type Role, type SessionId } from '@escale/shared'
import type { LiveSessions } from '../realtime/live-sessions.ts'
import type { KeyRow, Store } from '../store/store.ts'
import type { Caller, Seat } from './authorize.ts'
import { asOf, secretsIn } from './cookies.ts'
import { isOriginAllowed } from './origin.ts'
import { hashSecret, mintSecret } from './secrets.ts'

const STRANGER: Caller = { is: 'stranger' }

export interface NewKey {
  readonly secret: string
  readonly row: KeyRow
}

/** A new secret for a place in a session. Only the hash goes into the row. */
export function mintKey(
  session: SessionId,
  person: PersonId | null,
  role: Role,
  kind: KeyRow['kind'],
  createdAt: number,
): NewKey {
  const secret = mintSecret()
  return { secret, row: { hash: hashSecret(secret), session, person, role, kind, createdAt } }
}

/** Tells who is at the door by the cookies they show. */
export class Doorkeeper {
  readonly #store: Store
  readonly #sessions: LiveSessions
  readonly #publicUrl: string | null

  constructor(store: Store, sessions: LiveSessions, publicUrl: string | null) {
    this.#store = store
    this.#sessions = sessions
    this.#publicUrl = publicUrl
  }

  isOriginAllowed(request: IncomingMessage): boolean {
    return isOriginAllowed(request, this.#publicUrl)
  }

  /** Whose cookie a `Cookie` header shows for one role of a session. */
  async caller(cookies: string | undefined, session: SessionId, as: As): Promise<Caller> {
    const secret = secretsIn(cookies, session).get(as)
    return secret === undefined ? STRANGER : this.#callerOf(secret, session, as)
  }

  /** All that a `Cookie` header shows for a session; drivers first. */
  async callers(cookies: string | undefined, session: SessionId): Promise<Caller[]> {
    const found: Caller[] = []
    for (const as of AS) {
      const caller = await this.caller(cookies, session, as)
      if (caller.is !== 'stranger') found.push(caller)
    }
    return found
  }

  /** For document connections. Undefined: nobody's cookie. */
  async viewer(request: IncomingMessage, as: As, session: SessionId): Promise<Seat | undefined> {
    const caller = await this.caller(request.headers.cookie, session, as)
    return caller.is === 'member' ? caller.seat : undefined
  }

  async #callerOf(secret: string, session: SessionId, as: As): Promise<Caller> {
    const key = await this.#store.findKey(hashSecret(secret))
    if (key === undefined || key.session !== session || key.kind !== 'cookie' || asOf(key.role) !== as)
      return STRANGER
    return this.seatOf(key)
  }

  /** The place that a key opens now: what the person may do is in the session, not in the key. */
  async seatOf(key: KeyRow): Promise<Caller> {
    const live = await this.#sessions.open(key.session)
    if (live === undefined) return STRANGER
    const seat = { session: key.session, key: key.hash }
    if (key.person === null) return { is: 'member', seat: { ...seat, id: null, role: 'screen' } }
    const person = findPerson(live.host.state, key.person)
    if (person === undefined) return STRANGER
    if (person.removed) return { is: 'removed' }
    return { is: 'member', seat: { ...seat, id: person.id, role: person.role } }
  }
}
