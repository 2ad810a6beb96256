/** Seats in a session: whose is kept for good, and which can be given to others when it is full. */
import { drives, limits, type PersonId, type Receipt, roster, type SessionState } from '@escale/shared'
import type { ServerClock } from './clock.ts'

/** Who has settled is noted at most this often. */
const NOTED_EVERY_MS = 5_000

export interface SeatingDeps {
  readonly clock: ServerClock
  readonly state: () => SessionState
  /** Is this person connected? */
  readonly isHere: (person: PersonId) => boolean
  /** Changes seats, as the session's `seats` command says. */
  readonly change: (
    seats: Partial<Readonly<Record<'released' | 'taken' | 'settled', readonly PersonId[]>>>,
  ) => Promise<Receipt>
}

export class Seating {
  readonly #deps: SeatingDeps
  /** Newcomers who are here, or did something → when they have settled. */
  readonly #settles = new Map<PersonId, number>()
  /** Told once, when somebody connects for the first time. */
  readonly #onSeen = new Map<PersonId, () => void>()
  #cancel: (() => void) | undefined
  #isClosed = false

  constructor(deps: SeatingDeps) {
    this.#deps = deps
  }

  /** Calls `told` when this person, who has just joined, connects. */
  whenSeen(person: PersonId, told: () => void): void {
    if (this.#deps.isHere(person)) told()
    else this.#onSeen.set(person, told)
  }

  connected(person: PersonId): void {
    this.#onSeen.get(person)?.()
    this.#onSeen.delete(person)
    if (this.#isNewcomer(person) && !this.#settles.has(person))
      this.#settle(person, this.#deps.clock.now() + limits.SETTLES_AFTER_MS)
  }

  /** Has done something: the seat is kept whatever comes. */
  did(person: PersonId): void {
    if (this.#isNewcomer(person)) this.#settle(person, Number.NEGATIVE_INFINITY)
  }

  /** No socket is left. */
  left(person: PersonId): void {
    if ((this.#settles.get(person) ?? 0) > this.#deps.clock.now()) this.#settles.delete(person)
  }

  /** Whose seat goes to others next, if anybody's: of those who joined a while ago and were never here, the first. */
  get next(): PersonId | undefined {
    const before = this.#deps.clock.now() - limits.SEAT_KEPT_MS
    return roster(this.#deps.state()).find(
      (p) =>
        p.newcomer === true &&
        !drives(p.role) &&
        (p.joinedAt ?? 0) <= before &&
        // Whoever is here, or did something just now.
        !this.#settles.has(p.id),
    )?.id
  }

  /** Frees one seat, if one can be. */
  async giveUpOne(): Promise<boolean> {
    const { next } = this
    return next !== undefined && (await this.#deps.change({ released: [next] })).ok
  }

  /** Gives those who are back their seats again, as far as there is room. */
  async giveBack(people: readonly PersonId[]): Promise<void> {
    if (people.length > 0) await this.#deps.change({ taken: people })
  }

  close(): void {
    this.#isClosed = true
    this.#cancel?.()
  }

  #isNewcomer(person: PersonId): boolean {
    const { people } = this.#deps.state()
    return Object.hasOwn(people, person) && people[person]?.newcomer === true
  }

  #settle(person: PersonId, at: number): void {
    this.#settles.set(person, at)
    const { clock } = this.#deps
    if (this.#isClosed || this.#cancel !== undefined) return
    this.#cancel = clock.at(clock.now() + NOTED_EVERY_MS, () => void this.#note())
  }

  async #note(): Promise<void> {
    const now = this.#deps.clock.now()
    const settled = [...this.#settles].filter(([, at]) => at <= now).map(([person]) => person)
    const isNoted = settled.length === 0 || (await this.#deps.change({ settled })).ok
    this.#cancel = undefined
    // What could not be written is tried again; whoever is a newcomer no more needs nothing.
    for (const person of settled) if (isNoted || !this.#isNewcomer(person)) this.#settles.delete(person)
    const [first] = this.#settles
    if (first !== undefined) this.#settle(...first)
  }
}
