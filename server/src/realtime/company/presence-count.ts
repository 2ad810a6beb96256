import { type Attendance, drives, limits, type PersonId, type SessionState } from '@escale/shared'
import type { ServerClock } from '../clock.ts'

/** Who is connected, and who of them writes. */
export class PresenceCount {
  readonly #clock: ServerClock
  readonly #connections = new Map<PersonId, number>()
  /** Person → until when they count as writing. */
  readonly #writing = new Map<PersonId, number>()

  constructor(clock: ServerClock) {
    this.#clock = clock
  }

  /** Everybody with a connection, facilitators too. */
  get people(): number {
    return this.#connections.size
  }

  /** When the first of those who write will not count as writing any more; undefined: nobody writes. */
  get nextEnd(): number | undefined {
    return this.#writing.size === 0 ? undefined : Math.min(...this.#writing.values())
  }

  connected(person: PersonId): void {
    this.#connections.set(person, (this.#connections.get(person) ?? 0) + 1)
  }

  /** Answers whether it was their last connection. */
  disconnected(person: PersonId): boolean {
    const left = (this.#connections.get(person) ?? 1) - 1
    if (left > 0) {
      this.#connections.set(person, left)
      return false
    }
    this.#connections.delete(person)
    this.#writing.delete(person)
    return true
  }

  writes(person: PersonId): void {
    this.#writing.set(person, this.#clock.now() + limits.WRITING_LASTS_MS)
  }

  nobodyWrites(): void {
    this.#writing.clear()
  }

  /** How things stand now. `isNamed`: may it be told who writes? */
  attendance({ people }: SessionState, isNamed: boolean): Attendance {
    const now = this.#clock.now()
    for (const [person, until] of this.#writing) if (until <= now) this.#writing.delete(person)
    const here = [...this.#connections.keys()].filter((id) => {
      const person = people[id]
      return person !== undefined && !drives(person.role)
    })
    const writers = [...this.#writing.keys()]
    return { here: here.length, writing: writers.length, writers: isNamed ? writers : [] }
  }
}
