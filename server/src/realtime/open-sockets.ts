import { drives, type Goodbye } from '@escale/shared'
import type { Seat } from '../auth/authorize.ts'
import { SOCKETS_PER_PERSON, SOCKETS_PER_SESSION } from './socket-limits.ts'

/** A socket, as far as it matters here. */
interface Seated {
  readonly seat: Seat
}

/** A screen is nobody: its link counts. */
const holderOf = ({ seat }: Seated): string => seat.id ?? seat.key

/** The open sockets of a session, by whom they belong to. */
export class OpenSockets<Guest extends Seated> {
  readonly #of = new Map<string, Set<Guest>>()
  #count = 0

  /** Why there is no room for one more; undefined: there is. */
  refusal(guest: Guest): Goodbye | undefined {
    const hasOne = this.#of.has(holderOf(guest))
    return this.#count >= SOCKETS_PER_SESSION && hasOne && !drives(guest.seat.role) ? 'busy' : undefined
  }

  /**
   * Takes one more. Answers the one that must give way to it, if one: of the same holder, open for the longest. Somebody
   * whose network flaps leaves dead sockets behind, and the newest is the one that is looked at.
   */
  add(guest: Guest): Guest | undefined {
    const holder = holderOf(guest)
    const mine = this.#of.get(holder) ?? new Set()
    this.#of.set(holder, mine)
    mine.add(guest)
    this.#count++
    return mine.size > SOCKETS_PER_PERSON ? mine.values().next().value : undefined
  }

  remove(guest: Guest): void {
    const holder = holderOf(guest)
    const mine = this.#of.get(holder)
    if (!mine?.delete(guest)) return
    this.#count--
    if (mine.size === 0) this.#of.delete(holder)
  }
}
