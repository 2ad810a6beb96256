/**
 * Who is at a document now, as Yjs awareness. A connection owns one Yjs client id, the first that it names; entries of
 * any other id are dropped, so nobody can speak for or delete somebody else. What a client says of its user is dropped
 * too: the server says who it is, or nobody does; and where not even that somebody is there may be told, nothing is.
 */
import type { Signature } from '@escale/shared'
import { type PresenceEntry, presenceFrame, readPresence } from './frames.ts'
import { PRESENCE_STATE_MAX_CHARS, PRESENCE_WINDOW_MS } from './sync-limits.ts'
import { toWire, type Wire } from './wire.ts'

/** Only the first entry of a message can be one's own on a fresh connection; a few more for tabs that talk to each other. */
const ENTRIES_READ = 64
const CLOCK_MAX = 2 ** 31

export interface PresenceOwner {
  /** Undefined until it has spoken. */
  client: number | undefined
  /** Whose connection it is; never told. */
  readonly person: string
  /** Asked at each message, because people rename themselves. Undefined: nobody says who it is; null: nothing is told. */
  readonly signature: () => Signature | undefined | null
}

const cleanState = (json: string, user: Signature | undefined): string | undefined => {
  if (json.length > PRESENCE_STATE_MAX_CHARS) return undefined
  const state: unknown = JSON.parse(json)
  if (state === null) return 'null'
  if (typeof state !== 'object' || Array.isArray(state)) return undefined
  const { user: _claimed, ...rest } = state as Record<string, unknown>
  return JSON.stringify(user ? { ...rest, user } : rest)
}

export class Presence {
  readonly #entries = new Map<number, PresenceEntry>()
  readonly #owners = new Map<number, PresenceOwner>()
  /** Kept while the document is in memory, so that a client that comes back is not taken for an old message. */
  readonly #clocks = new Map<number, number>()
  readonly #changed = new Map<number, PresenceEntry>()
  #timer: NodeJS.Timeout | undefined
  readonly #send: (frame: Wire) => void

  constructor(send: (frame: Wire) => void) {
    this.#send = send
  }

  /** @throws Error on malformed bytes. */
  receive(owner: PresenceOwner, bytes: Uint8Array): void {
    const entries = readPresence(bytes, ENTRIES_READ)
    const user = owner.signature()
    if (user === null) {
      this.leave(owner)
      return
    }
    for (const entry of entries) {
      if (owner.client === undefined) this.#bind(owner, entry.client)
      if (entry.client !== owner.client || entry.clock > CLOCK_MAX) continue
      const state = cleanState(entry.state, user)
      if (state !== undefined) this.#set(entry.client, entry.clock, state)
    }
  }

  #bind(owner: PresenceOwner, client: number): void {
    const holder = this.#owners.get(client)
    // The id of somebody who is here stays theirs; one's own earlier connection, half dead, gives way.
    if (holder !== undefined && holder.person !== owner.person) return
    owner.client = client
    this.#owners.set(client, owner)
  }

  #set(client: number, claimed: number, state: string): void {
    const clock = Math.max(claimed, (this.#clocks.get(client) ?? -1) + 1)
    this.#clocks.set(client, clock)
    const entry = { client, clock, state }
    if (state === 'null') this.#entries.delete(client)
    else this.#entries.set(client, entry)
    this.#changed.set(client, entry)
    this.#timer ??= setTimeout(() => this.#flush(), PRESENCE_WINDOW_MS)
  }

  #flush(): void {
    this.#timer = undefined
    const entries = [...this.#changed.values()]
    this.#changed.clear()
    if (entries.length > 0) this.#send(toWire(presenceFrame(entries)))
  }

  /** A connection has closed. */
  leave(owner: PresenceOwner): void {
    const { client } = owner
    if (client === undefined || this.#owners.get(client) !== owner) return
    this.#owners.delete(client)
    if (this.#entries.has(client)) this.#set(client, 0, 'null')
  }

  /** Everybody who is here, for one who comes; undefined when nobody has said anything. */
  snapshot(): Wire | undefined {
    const told = [...this.#entries.values()].filter(
      ({ client }) => this.#owners.get(client)?.signature() !== null,
    )
    return told.length === 0 ? undefined : toWire(presenceFrame(told))
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }
}
