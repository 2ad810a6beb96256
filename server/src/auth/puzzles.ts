import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { type Puzzle, solvesPuzzle } from '@escale/shared'

/** A puzzle that is not answered within this is worth nothing; slow telephones need a moment. */
const GOOD_FOR_MS = 10 * 60_000
/** Answered puzzles that are remembered, so that each is good once. When there are more, none is taken for a while. */
const SPENT_MAX = 50_000
const ANSWER_MAX = Number.MAX_SAFE_INTEGER
const SHAPE = /^([\w-]{22})\.(\d{1,2})\.(\d{1,16})\.([\w-]{43})\.(\d{1,16})$/

/** Hands out puzzles and takes the answers. A puzzle is remembered once it is answered, never before. */
export class Puzzles {
  readonly #secret = randomBytes(32)
  readonly #now: () => number
  readonly #spentMax: number
  /** Token → until when it could be shown again. In that order. */
  readonly #spent = new Map<string, number>()

  /** `now`: monotonic ms. */
  constructor(now: () => number, spentMax = SPENT_MAX) {
    this.#now = now
    this.#spentMax = spentMax
  }

  /** A new puzzle; `purpose` says what it is for, and for whom. */
  issue(purpose: string, bits: number): Puzzle {
    const body = `${randomBytes(16).toString('base64url')}.${bits}.${Math.round(this.#now() + GOOD_FOR_MS)}`
    return { token: `${body}.${this.#sign(purpose, body)}`, bits }
  }

  /** Takes the answer in a header. True once: for this purpose, in time, with at least `bits` of work. */
  redeem(purpose: string, header: string, bits: number): boolean {
    const [, nonce, given, until, signature, answer] = SHAPE.exec(header) ?? []
    if (signature === undefined) return false
    const body = `${nonce}.${given}.${until}`
    const isOurs = timingSafeEqual(Buffer.from(signature), Buffer.from(this.#sign(purpose, body)))
    const token = `${body}.${signature}`
    this.#forget()
    if (!isOurs || Number(until) < this.#now() || Number(given) < bits || Number(answer) > ANSWER_MAX)
      return false
    if (this.#spent.has(token) || this.#spent.size >= this.#spentMax) return false
    if (!solvesPuzzle({ token, bits: Number(given) }, Number(answer))) return false
    this.#spent.set(token, Number(until))
    return true
  }

  #sign(purpose: string, body: string): string {
    return createHmac('sha256', this.#secret).update(`${purpose}\n${body}`).digest('base64url')
  }

  #forget(): void {
    for (const [token, until] of this.#spent) {
      // Not exactly in order of time, which only means that one is kept a little longer.
      if (until >= this.#now()) return
      this.#spent.delete(token)
    }
  }
}
