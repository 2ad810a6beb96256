import type { IncomingMessage } from 'node:http'
import { type As, deviceOf, drives, findPerson, type SessionId } from '@escale/shared'
import type { LiveSessions } from '../realtime/live-sessions.ts'
import type { KeyRow, Store } from '../store/store.ts'
import type { Caller, Seat } from './authorize.ts'
import { asOf, devicesIn, oldCookiesIn } from './cookies.ts'
import { isOriginAllowed, isPollAllowed, originOf, type Surroundings } from './origin.ts'
import { hashPlace, hashSecret, mintKeyId, mintSecret, PLACES, type PlaceName } from './secrets.ts'

const STRANGER: Caller = { is: 'stranger' }

/** What a key opens. */
export type Place = Pick<KeyRow, 'session' | 'person' | 'role' | 'until'>

/** A link for a place in a session, with a secret of its own. Only the hash goes into the row. */
export function mintLink(place: Place, createdAt: number): { readonly secret: string; readonly row: KeyRow } {
  const secret = mintSecret()
  const hash = hashSecret(secret)
  return {
    secret,
    row: { ...place, id: mintKeyId(), hash, kind: 'link', createdAt, device: null, usedAt: null },
  }
}

/**
 * A browser's place in a session, as one cookie shows it.
 * @param device the browser's secret
 * @param userAgent kept as the kind of device it speaks of, and only for those who drive: they see each other's devices
 */
export function placeKey(place: Place, device: string, createdAt: number, userAgent = ''): KeyRow {
  const hash = hashPlace(device, place.session, asOf(place.role))
  const told = drives(place.role) || place.role === 'screen' ? deviceOf(userAgent) : null
  return { ...place, id: mintKeyId(), hash, kind: 'cookie', createdAt, device: told, usedAt: null }
}

/** Under which hashes the keys may be that a `Cookie` header shows for one role of a session. */
function hashesIn(cookies: string | undefined, session: SessionId, as: PlaceName): readonly string[] {
  const old = oldCookiesIn(cookies).filter((cookie) => cookie.session === session && cookie.as === as)
  return [
    ...devicesIn(cookies).map((device) => hashPlace(device, session, as)),
    ...old.map((cookie) => hashSecret(cookie.secret)),
  ]
}

/** An old cookie is named by whoever shows it: its secret may be of another session, or of a link. */
const opens = (key: KeyRow, session: SessionId, as: PlaceName): boolean =>
  key.session === session && key.kind === 'cookie' && asOf(key.role) === as

/** Told of each connection that is refused for where its page is from. */
export type OnForeign = (origin: string | undefined, host: string | undefined) => void

/** Tells who is at the door by the cookies they show. */
export class Doorkeeper {
  readonly #store: Store
  readonly #sessions: LiveSessions
  readonly #addresses: Surroundings
  readonly #now: () => number
  readonly #onForeign: OnForeign

  constructor(
    store: Store,
    sessions: LiveSessions,
    addresses: Surroundings,
    now: () => number,
    onForeign: OnForeign = () => undefined,
  ) {
    this.#now = now
    this.#onForeign = onForeign
    this.#store = store
    this.#sessions = sessions
    this.#addresses = addresses
  }

  isOriginAllowed(request: IncomingMessage): boolean {
    return this.#orTell(request, isOriginAllowed(request, this.#addresses))
  }

  /** The same for a question of long polling, of which a browser may leave the origin out. */
  isPollAllowed(request: IncomingMessage): boolean {
    return this.#orTell(request, isPollAllowed(request, this.#addresses))
  }

  #orTell(request: IncomingMessage, isAllowed: boolean): boolean {
    if (!isAllowed) this.#onForeign(request.headers.origin, request.headers.host)
    return isAllowed
  }

  /** Where the page is from whose question was allowed. */
  originOf(request: Pick<IncomingMessage, 'headers'>): string {
    return originOf(request, this.#addresses)
  }

  /** Whose cookie a `Cookie` header shows for one role of a session. */
  async caller(cookies: string | undefined, session: SessionId, as: PlaceName): Promise<Caller> {
    const key = await this.keyOf(cookies, session, as)
    return key === undefined ? STRANGER : this.seatOf(key)
  }

  /** The key that a `Cookie` header shows for one role of a session; the newest secret of a browser counts first. */
  async keyOf(cookies: string | undefined, session: SessionId, as: PlaceName): Promise<KeyRow | undefined> {
    for (const hash of hashesIn(cookies, session, as)) {
      const key = await this.#store.findKey(hash)
      if (key && opens(key, session, as)) return key
    }
    return undefined
  }

  /** Every key that a browser holds in a session: of each role, also under secrets that it has renewed since. */
  async keysOf(cookies: string | undefined, session: SessionId): Promise<KeyRow[]> {
    const found = PLACES.flatMap((as) =>
      hashesIn(cookies, session, as).map(async (hash) => {
        const key = await this.#store.findKey(hash)
        return key && opens(key, session, as) ? [key] : []
      }),
    )
    return (await Promise.all(found)).flat()
  }

  /** All that a `Cookie` header shows for a session; drivers first. */
  async callers(cookies: string | undefined, session: SessionId): Promise<Caller[]> {
    const found: Caller[] = []
    for (const as of PLACES) {
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

  /** The place that a key opens now: what the person may do is in the session, not in the key. */
  async seatOf(key: KeyRow): Promise<Caller> {
    const live = await this.#sessions.open(key.session)
    if (live === undefined) return STRANGER
    if (key.until !== undefined && key.until <= this.#now()) return STRANGER
    if (key.role === 'reader') return { is: 'reader' }
    const seat = { session: key.session, key: key.id }
    if (key.person === null) return { is: 'member', seat: { ...seat, id: null, role: 'screen' } }
    const person = findPerson(live.host.state, key.person)
    if (person === undefined) return STRANGER
    if (person.removed) return { is: 'removed' }
    const is = person.outside === undefined ? 'member' : 'outside'
    return { is, seat: { ...seat, id: person.id, role: person.role } }
  }
}
