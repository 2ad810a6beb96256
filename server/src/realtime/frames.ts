/** Tells everybody what changed for them: slices per audience, computed once, one emission per audience. */
import type { Frame, Identities, Kinds, SessionState, Viewer } from '@escale/shared'
import type { Visio } from '../visio/visio.ts'
import type { ServerClock } from './clock.ts'
import { type Audience, Projection } from './projection.ts'
import { type Given, givenOf, Told } from './told.ts'

/** One socket. */
export interface Connection {
  readonly viewer: () => Viewer
  /** Does it understand what has changed, in place of the whole of a slice? */
  readonly takesChanges: boolean
  readonly send: (frame: Frame) => void
  /** Moves to a room (undefined: to none). */
  readonly enter: (room: string | undefined) => void
}

/** Sends one frame to all in a room but some. */
export type SendToRoom = (room: string, frame: Frame, except: readonly Connection[]) => void

/** An audience that somebody is in, and what it was told last. Those who take changes have a room of their own. */
interface Room {
  readonly name: string
  readonly takesChanges: boolean
  audience: Audience
  readonly members: Set<Connection>
  /** Number of the last frame: the same for all members, since a whole frame sets it. */
  frame: number
  readonly told: Told
}

interface Place {
  room: Room
  me: string
  /** Of a whole frame, which may be newer than what the room was told; undefined: told what the room was. */
  given: Given | undefined
}

const roomName = ({ key }: Audience, takesChanges: boolean): string => (takesChanges ? key : `${key}|whole`)

export interface Source {
  readonly state: SessionState
  readonly identities: Identities
}

export class Frames {
  readonly #kinds: Kinds
  readonly #visio: Visio
  readonly #source: Source
  readonly #clock: ServerClock
  readonly #sendToRoom: SendToRoom
  readonly #rooms = new Map<string, Room>()
  readonly #places = new Map<Connection, Place>()
  #people = new Map<string, string>()

  constructor(kinds: Kinds, visio: Visio, source: Source, clock: ServerClock, sendToRoom: SendToRoom) {
    this.#kinds = kinds
    this.#visio = visio
    this.#source = source
    this.#clock = clock
    this.#sendToRoom = sendToRoom
  }

  get connections(): Iterable<Connection> {
    return this.#places.keys()
  }

  get count(): number {
    return this.#places.size
  }

  /** A new connection gets everything. */
  add(connection: Connection): void {
    const projection = this.#project()
    if (this.#people.size === 0) this.#peopleDelta(projection)
    this.#place(connection, projection)
    this.#sendWhole(connection, projection)
  }

  remove(connection: Connection): void {
    const place = this.#places.get(connection)
    if (place) this.#leave(connection, place.room)
    this.#places.delete(connection)
  }

  /** Everything again, for a client that missed something. */
  resend(connection: Connection): void {
    if (this.#places.has(connection)) this.#sendWhole(connection, this.#project())
  }

  /** Tells what changed since the last time. `calm`: rosters and counts too. */
  flush(calm: boolean): void {
    if (this.#places.size === 0) return
    const projection = this.#project()
    const moved = this.#regroup(projection)
    const people = calm ? this.#peopleDelta(projection) : undefined
    for (const room of this.#rooms.values()) this.#tell(room, projection, people, calm, moved)
    for (const connection of moved) this.#sendWhole(connection, projection)
  }

  #project(): Projection {
    return new Projection(
      this.#kinds,
      this.#visio,
      this.#source.state,
      this.#source.identities,
      this.#clock.now(),
    )
  }

  /** Puts everybody into the room of their audience; answers who has moved. */
  #regroup(projection: Projection): ReadonlySet<Connection> {
    const moved = new Set<Connection>()
    for (const [connection, { room }] of this.#places) {
      const audience = projection.audience(connection.viewer())
      if (audience.key === room.audience.key) continue
      this.#leave(connection, room)
      this.#place(connection, projection, audience)
      moved.add(connection)
    }
    for (const room of this.#rooms.values()) {
      const [first] = room.members
      // Somebody who is still in it stands for it: the one before may have left.
      if (first) room.audience = { ...room.audience, viewer: first.viewer() }
    }
    return moved
  }

  #place(
    connection: Connection,
    projection: Projection,
    audience: Audience = projection.audience(connection.viewer()),
  ): void {
    const { takesChanges } = connection
    const name = roomName(audience, takesChanges)
    const room = this.#rooms.get(name) ?? this.#openRoom(name, takesChanges, audience, projection)
    room.members.add(connection)
    this.#places.set(connection, { room, me: '', given: undefined })
    connection.enter(name)
  }

  #openRoom(name: string, takesChanges: boolean, audience: Audience, projection: Projection): Room {
    const room = { name, takesChanges, audience, members: new Set<Connection>(), frame: 0, told: new Told() }
    room.told.news(projection.shared(audience), true)
    this.#rooms.set(name, room)
    return room
  }

  #leave(connection: Connection, room: Room): void {
    room.members.delete(connection)
    connection.enter(undefined)
    if (room.members.size === 0) this.#rooms.delete(room.name)
  }

  #sendWhole(connection: Connection, projection: Projection): void {
    const place = this.#places.get(connection)
    if (place === undefined) return
    const { room } = place
    const me = projection.me(connection.viewer())
    place.me = JSON.stringify(me)
    if (room.frame === 0) room.frame = 1
    const slices = projection.shared({ ...room.audience, viewer: connection.viewer() })
    place.given = givenOf(slices)
    connection.send({
      frame: room.frame,
      whole: true,
      seq: projection.state.seq,
      ...slices,
      me,
      ...(room.audience.drives ? { people: { whole: true, set: projection.people(), gone: [] } } : {}),
    })
  }

  #tell(
    room: Room,
    projection: Projection,
    people: Frame['people'],
    calm: boolean,
    moved: ReadonlySet<Connection>,
  ): void {
    const apart = this.#apart(room, moved)
    const told = room.told.news(projection.shared(room.audience), calm)
    const news = room.takesChanges ? told.short : told.whole
    const own = new Map([...apart].map(([connection, given]) => [connection, room.told.since(given, told)]))
    const mine = this.#changedMe(room, projection, moved)
    const common: Partial<Frame> = people && room.audience.drives ? { people } : {}
    const isNews = [common, news, ...own.values()].some((part) => Object.keys(part).length > 0)
    if (!isNews && mine.size === 0) return
    room.frame += 1
    const head: Frame = { frame: room.frame, whole: false, seq: projection.state.seq, ...common }
    const frame: Frame = { ...head, ...news }
    // Those who get their own frame now, and those who get a whole one after this, are left out of the common one.
    const except = [...room.members].filter((c) => mine.has(c) || own.has(c) || moved.has(c))
    if (except.length < room.members.size) this.#sendToRoom(room.name, frame, except)
    for (const connection of except) {
      if (moved.has(connection)) continue
      const slices = own.get(connection)
      const me = mine.get(connection)
      connection.send({ ...(slices ? { ...head, ...slices } : frame), ...(me ? { me } : {}) })
    }
  }

  /** Those of a room who were given something else than it was told, until now. From the next frame on they have what all have. */
  #apart(room: Room, moved: ReadonlySet<Connection>): Map<Connection, Given> {
    const apart = new Map<Connection, Given>()
    for (const connection of room.members) {
      const place = this.#places.get(connection)
      if (place?.given === undefined || moved.has(connection)) continue
      if (!room.told.isWhat(place.given)) apart.set(connection, place.given)
      place.given = undefined
    }
    return apart
  }

  #changedMe(
    room: Room,
    projection: Projection,
    moved: ReadonlySet<Connection>,
  ): Map<Connection, Frame['me'] & object> {
    const changed = new Map<Connection, Frame['me'] & object>()
    for (const connection of room.members) {
      const place = this.#places.get(connection)
      if (place === undefined || moved.has(connection)) continue
      const me = projection.me(connection.viewer())
      const json = JSON.stringify(me)
      if (json === place.me) continue
      place.me = json
      changed.set(connection, me)
    }
    return changed
  }

  #peopleDelta(projection: Projection): Frame['people'] {
    const now = new Map(projection.people().map((p) => [p.id, JSON.stringify(p)]))
    const set = projection.people().filter((p) => this.#people.get(p.id) !== now.get(p.id))
    const gone = [...this.#people.keys()].filter((id) => !now.has(id))
    this.#people = now
    return set.length === 0 && gone.length === 0 ? undefined : { whole: false, set, gone }
  }
}
