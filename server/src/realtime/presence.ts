import { limits, type PersonId, type SessionState } from '@escale/shared'
import type { ServerClock } from './clock.ts'

/** Says to the session who is away and who is back; false when that could not be written. */
export type TellPresence = (away: readonly PersonId[], back: readonly PersonId[]) => Promise<boolean>

/**
 * Counts the sockets of each person. Who has none for AWAY_AFTER_MS is away; who comes with a first one is back. Both are
 * told in batches. After a start of the server everybody has that long to come back before they count as away.
 */
export class Presence {
  readonly #clock: ServerClock
  readonly #state: () => SessionState
  readonly #tell: TellPresence
  readonly #sockets = new Map<PersonId, number>()
  /** Person → the instant at which they count as away. */
  readonly #due = new Map<PersonId, number>()
  readonly #back = new Set<PersonId>()
  #cancel: (() => void) | undefined
  #wakesAt = Number.POSITIVE_INFINITY
  #closed = false

  constructor(clock: ServerClock, state: () => SessionState, tell: TellPresence) {
    this.#clock = clock
    this.#state = state
    this.#tell = tell
  }

  /** Gives everybody without a socket the grace to come (back): at a start, and after somebody joined. */
  expectAll(): void {
    for (const p of Object.values(this.#state().people)) {
      if (p.hasDevice && !p.away && !p.removed && !this.#sockets.has(p.id) && !this.#due.has(p.id))
        this.#due.set(p.id, this.#clock.now() + limits.AWAY_AFTER_MS)
    }
    this.#arm()
  }

  /** Has this person a socket? */
  isHere(person: PersonId): boolean {
    return this.#sockets.has(person)
  }

  connected(person: PersonId): void {
    this.#sockets.set(person, (this.#sockets.get(person) ?? 0) + 1)
    this.#due.delete(person)
    if (this.#state().people[person]?.away) {
      this.#back.add(person)
      this.#arm()
    }
  }

  disconnected(person: PersonId): void {
    const left = (this.#sockets.get(person) ?? 1) - 1
    if (left > 0) {
      this.#sockets.set(person, left)
      return
    }
    this.#sockets.delete(person)
    this.#back.delete(person)
    this.#due.set(person, this.#clock.now() + limits.AWAY_AFTER_MS)
    this.#arm()
  }

  close(): void {
    this.#closed = true
    this.#cancel?.()
  }

  #arm(): void {
    if (this.#closed) return
    const back = this.#back.size > 0 ? this.#clock.now() + limits.COALESCE_MS : Number.POSITIVE_INFINITY
    const next = Math.min(back, ...this.#due.values())
    if (next >= this.#wakesAt || next === Number.POSITIVE_INFINITY) return
    this.#cancel?.()
    this.#wakesAt = next
    this.#cancel = this.#clock.at(next, () => void this.#wake())
  }

  async #wake(): Promise<void> {
    this.#wakesAt = Number.POSITIVE_INFINITY
    const { people } = this.#state()
    const now = this.#clock.now()
    const away = [...this.#due].filter(([, due]) => due <= now + limits.COALESCE_MS).map(([id]) => id)
    const back = [...this.#back].filter((id) => people[id]?.away)
    for (const id of away) this.#due.delete(id)
    this.#back.clear()
    const news = away.filter((id) => people[id] && !people[id].away)
    if (news.length + back.length > 0 && !(await this.#tell(news, back))) {
      const again = this.#clock.now() + limits.AWAY_AFTER_MS
      for (const id of news) if (!this.#sockets.has(id)) this.#due.set(id, again)
      for (const id of back) if (this.#sockets.has(id)) this.#back.add(id)
    }
    // Who came back while their absence was being written is back.
    for (const id of news) if (this.#sockets.has(id)) this.#back.add(id)
    this.#arm()
  }
}
