/** For whom a piece of work is done. */
export interface Turn {
  readonly session: string
  readonly person: string
  /** Facilitators' work comes before that of the others in their session. May become true while it waits. */
  first: boolean
}

interface Waiting<T> {
  readonly turn: Turn
  readonly item: T
}

/**
 * Who is next: the session that has waited longest since its last turn, in it facilitators first, then whoever has waited
 * longest since theirs. Whoever asks for much waits behind their own wishes only.
 */
export class FairQueue<T> {
  readonly #waiting: Waiting<T>[] = []
  /** When each had its last turn, in turns. */
  readonly #servedSession = new Map<string, number>()
  readonly #servedPerson = new Map<string, number>()
  #turns = 0

  get size(): number {
    return this.#waiting.length
  }

  /** How much waits for a session, and in it for one person. */
  count(session: string, person?: string): number {
    return this.#waiting.filter(
      ({ turn }) => turn.session === session && (person === undefined || turn.person === person),
    ).length
  }

  push(turn: Turn, item: T): void {
    this.#waiting.push({ turn, item })
  }

  /** Takes one out whose turn has not come; false: it is not here. */
  remove(item: T): boolean {
    const at = this.#waiting.findIndex((one) => one.item === item)
    if (at >= 0) this.#waiting.splice(at, 1)
    return at >= 0
  }

  take(): T | undefined {
    const [first, ...others] = this.#waiting
    if (first === undefined) return undefined
    const next = others.reduce((best, one) => (this.#isBefore(one, best) ? one : best), first)
    this.remove(next.item)
    this.#turns += 1
    this.#servedSession.set(next.turn.session, this.#turns)
    this.#servedPerson.set(personIn(next.turn), this.#turns)
    return next.item
  }

  /** Nobody waits and nothing is done: nobody is behind anybody any more. */
  rest(): void {
    if (this.#waiting.length > 0) return
    this.#servedSession.clear()
    this.#servedPerson.clear()
  }

  /** Of those that are equal the one that came first stays. */
  #isBefore({ turn: a }: Waiting<T>, { turn: b }: Waiting<T>): boolean {
    const session = last(this.#servedSession, a.session) - last(this.#servedSession, b.session)
    if (session !== 0) return session < 0
    if (a.session === b.session && a.first !== b.first) return a.first
    return last(this.#servedPerson, personIn(a)) < last(this.#servedPerson, personIn(b))
  }
}

const personIn = ({ session, person }: Turn): string => `${session}/${person}`
const last = (served: ReadonlyMap<string, number>, who: string): number => served.get(who) ?? 0
