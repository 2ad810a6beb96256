import {
  drives,
  findPerson,
  type Goodbye,
  isIn,
  type PersonId,
  roster,
  type SignalAnswer,
} from '@escale/shared'
import type { LastUse } from '../retention/last-use.ts'
import type { Entry } from '../store/store.ts'
import { Companions } from './company/companions.ts'
import { type Connection, Frames } from './frames.ts'
import type { Ending, Guest, Rooms } from './guest.ts'
import { OpenSockets } from './open-sockets.ts'
import { Presence } from './presence.ts'
import { Seating } from './seating.ts'
import type { HostDeps, SessionHost } from './session-host.ts'
import { type Pace, TellingPace } from './telling-pace.ts'
import { nextWake, Wake } from './wake.ts'

/** It is noted at most this often that a device was here. */
const SEEN_EVERY_MS = 60_000

/** Before somebody tries again for whom there was no room. */
const BUSY_RETRY_MS = 15_000

/** A session with everything that lives around it while it is in memory: frames, presence, the timer. */
export class LiveSession {
  readonly host: SessionHost
  readonly lastUse: LastUse
  readonly #deps: HostDeps
  readonly #frames: Frames
  readonly #guests = new Map<Guest, Connection>()
  readonly #guestOf = new Map<Connection, Guest>()
  readonly #sockets = new OpenSockets<Guest>()
  readonly #presence: Presence
  readonly #seating: Seating
  /** Sockets of people who have no seat so far. */
  readonly #outside = new Set<Guest>()
  readonly #company: Companions<Guest>
  readonly #pace: TellingPace
  readonly #wake: Wake
  readonly #watchers = new Set<() => void>()
  readonly #revoked = new Set<string>()
  /** By key: when it was last noted that its device was here. */
  readonly #seenAt = new Map<string, number>()
  /** Why nobody may be here any more. */
  #ended: Goodbye | undefined

  constructor(host: SessionHost, lastUse: LastUse, deps: HostDeps, rooms: Rooms) {
    const { kinds, visio, clock } = deps
    this.host = host
    this.lastUse = lastUse
    this.#deps = deps
    this.#frames = new Frames(kinds, visio, host, clock, (audience, frame, except) =>
      rooms.send(
        host.id,
        audience,
        frame,
        except.flatMap((c) => this.#guestOf.get(c) ?? []),
      ),
    )
    this.#presence = new Presence(
      clock,
      () => host.state,
      async (away, back) => (await host.system({ type: 'presence', away: [...away], back: [...back] })).ok,
    )
    this.#seating = new Seating({
      clock,
      state: () => host.state,
      isHere: (person) => this.#presence.isHere(person),
      change: ({ released = [], taken = [], settled = [] }) =>
        host.system({ type: 'seats', released: [...released], taken: [...taken], settled: [...settled] }),
    })
    this.#company = new Companions<Guest>({
      kinds,
      clock,
      state: () => host.state,
      viewer: ({ seat }) => ({ id: seat.id, role: this.#person(seat.id)?.role ?? seat.role }),
      tell: (news, to) => rooms.tell(host.id, news, to),
    })
    this.#pace = new TellingPace(clock, (calm) => this.#frames.flush(calm))
    this.#wake = new Wake(
      clock,
      (now) => nextWake(kinds, host.state, now),
      () => {
        this.#pace.tellNow(true)
        this.#tellWatchers()
      },
    )
    host.onCommit((entries) => this.#committed(entries))
    this.#presence.expectAll()
    this.#wake.arm()
  }

  /** Nobody is connected and nobody watches. */
  get isIdle(): boolean {
    return this.#guests.size + this.#outside.size + this.#watchers.size === 0
  }

  /** Is somebody here who drives? */
  get isDriven(): boolean {
    for (const { seat } of this.#guests.keys())
      if (drives(this.#person(seat.id)?.role ?? seat.role)) return true
    return false
  }

  /** Lets a socket in or has it wait for a seat, unless its right ended while it was at the door, or there are too many. */
  arrive(guest: Guest): void {
    const reason = this.#reasonToLeave(guest) ?? this.#sockets.refusal(guest)
    if (reason !== undefined) {
      guest.dismiss(reason, reason === 'busy' ? BUSY_RETRY_MS : null)
      return
    }
    this.lastUse.note()
    const { id } = guest.seat
    const oldest = this.#sockets.add(guest)
    if (id !== null) this.#presence.connected(id)
    const outside = this.#person(id)?.outside
    if (outside === undefined) this.#enter(guest)
    else {
      this.#outside.add(guest)
      guest.wait(outside)
      this.#letIn()
    }
    if (id !== null) this.#seating.connected(id)
    if (oldest !== undefined) {
      this.leave(oldest)
      // For good: two that each came back would chase each other for ever.
      oldest.dismiss('too-many', null)
    }
    this.#wasHere(guest)
  }

  #enter(guest: Guest): void {
    const { seat } = guest
    guest.welcome()
    const connection = {
      viewer: () => ({ id: seat.id, role: this.#person(seat.id)?.role ?? seat.role }),
      takesChanges: guest.takesChanges,
      send: guest.send,
      enter: guest.enter,
    }
    this.#guests.set(guest, connection)
    this.#guestOf.set(connection, guest)
    this.#frames.add(connection)
    this.#company.add(guest)
  }

  /** Lets those in who have a seat now, and gives seats to those who had one while there is room. */
  #letIn(): void {
    const returning: PersonId[] = []
    for (const guest of this.#outside) {
      const person = this.#person(guest.seat.id)
      if (person !== undefined && isIn(person)) {
        this.#outside.delete(guest)
        this.#enter(guest)
      } else if (person?.outside === 'released') returning.push(person.id)
    }
    const { state } = this.host
    const room = Math.max(0, state.workshop.settings.capacity - roster(state).length)
    void this.#seating.giveBack(returning.slice(0, room))
  }

  /** Frees a seat that nobody took up, if there is one. */
  freeSeat(): Promise<boolean> {
    return this.#seating.giveUpOne()
  }

  /** Has everybody who has a seat taken it up, or at least not had the time to? */
  get isTakenUp(): boolean {
    return this.#seating.next === undefined
  }

  /** Calls `told` when this person, who has just joined, connects. */
  whenSeen(person: PersonId, told: () => void): void {
    this.#seating.whenSeen(person, told)
  }

  /** This person has done something: their seat is kept. */
  did(person: PersonId): void {
    this.#seating.did(person)
  }

  /** Something said in passing. */
  signal(guest: Guest, raw: unknown): SignalAnswer {
    return this.#company.signal(guest, raw)
  }

  leave(guest: Guest): void {
    const connection = this.#guests.get(guest)
    if (!this.#outside.delete(guest) && connection === undefined) return
    this.lastUse.note()
    if (connection !== undefined) {
      this.#frames.remove(connection)
      this.#company.remove(guest)
      this.#guests.delete(guest)
      this.#guestOf.delete(connection)
    }
    this.#sockets.remove(guest)
    this.#wasHere(guest)
    const { id } = guest.seat
    if (id === null) return
    this.#presence.disconnected(id)
    if (!this.#presence.isHere(id)) this.#seating.left(id)
  }

  /** Those who drive see when each other's devices and the screens were last there; of participants nothing is kept. */
  #wasHere({ seat }: Guest): void {
    const now = this.#deps.clock.now()
    const isTold = seat.role !== 'participant' && now - (this.#seenAt.get(seat.key) ?? 0) >= SEEN_EVERY_MS
    if (!isTold || this.#revoked.has(seat.key)) return
    this.#seenAt.set(seat.key, now)
    this.#deps.store.touchKeys([seat.key], now).catch((error: unknown) => {
      this.#deps.log.warn({ err: error }, 'it was not noted that a device was here')
    })
  }

  /** A whole frame for somebody who missed one. */
  resend(guest: Guest): void {
    const connection = this.#guests.get(guest)
    if (connection) this.#frames.resend(connection)
  }

  /** Called after anything that may change what people may see or do, and at every instant of the running activity. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }

  /**
   * Ends what these keys, by id, opened.
   * @param how what is said to whoever is here with them, and when to come back, for a browser that has another key by
   *   then; left out: never
   */
  revoke(keys: readonly string[], how: Ending = { reason: 'revoked', retryInMs: null }): void {
    for (const key of keys) this.#revoked.add(key)
    this.#showOut(how)
    this.#tellWatchers()
  }

  /** Has this key ended while it was in use? */
  isRevoked(key: string): boolean {
    return this.#revoked.has(key)
  }

  /** Is somebody here with this key? */
  isHere(key: string): boolean {
    for (const { seat } of this.#guests.keys()) if (seat.key === key) return true
    return false
  }

  /** Is there nothing here for anybody any more? */
  get hasEnded(): boolean {
    return this.#ended !== undefined
  }

  /** Sends everybody away and takes nothing any more. */
  end(reason: Goodbye): void {
    this.#ended = reason
    this.host.shut()
    this.#showOut()
    this.#tellWatchers()
    this.close()
  }

  close(): void {
    this.#wake.close()
    this.#presence.close()
    this.#seating.close()
    this.#company.close()
    this.#pace.close()
  }

  #person(id: PersonId | null) {
    return id === null ? undefined : findPerson(this.host.state, id)
  }

  #reasonToLeave({ seat }: Guest): Goodbye | undefined {
    if (this.#ended !== undefined) return this.#ended
    if (this.#revoked.has(seat.key)) return 'revoked'
    if (seat.id === null) return undefined
    const person = this.#person(seat.id)
    return person === undefined
      ? 'not-allowed'
      : person.erased
        ? 'erased'
        : person.removed
          ? 'removed'
          : undefined
  }

  #showOut(how?: Ending): void {
    for (const guest of [...this.#guests.keys(), ...this.#outside]) {
      const reason = this.#reasonToLeave(guest)
      if (reason === undefined) continue
      this.leave(guest)
      const isEnding = reason === 'revoked' && how !== undefined
      guest.dismiss(isEnding ? how.reason : reason, isEnding ? how.retryInMs : null)
    }
  }

  #committed(entries: readonly Entry[]): void {
    if (entries.some((e) => e.event.actor !== null)) this.lastUse.note()
    if (entries.some((e) => e.event.command.type === 'joined')) this.#presence.expectAll()
    this.#showOut()
    if (this.#outside.size > 0) this.#letIn()
    this.#wake.arm()
    this.#pace.changed(this.#paceOf(entries))
    this.#company.changed()
    this.#tellWatchers()
  }

  #paceOf(entries: readonly Entry[]): Pace {
    const isDriven = ({ event }: Entry) => {
      const person = this.#person(event.actor)
      return person !== undefined && drives(person.role)
    }
    if (entries.some(isDriven)) return 'now'
    return entries.some((e) => e.event.command.type === 'act') ? 'acts' : 'calm'
  }

  #tellWatchers(): void {
    for (const watcher of [...this.#watchers]) watcher()
  }
}
