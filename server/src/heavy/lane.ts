/** Heavy work in turns: at most one piece at a time, fairly between sessions and people, and no more waiting than is honest. */
import { FairQueue, type Turn } from './fair-queue.ts'
import { WAITING_MAX, WAITING_PER_PERSON, WAITING_PER_SESSION } from './heavy-limits.ts'
import { HeavyError, HelperProcess, type Work } from './helper-process.ts'
import type { Job, Results } from './jobs.ts'

interface Waiting {
  readonly work: Work
  /** To be called when its turn has come. */
  readonly begin: () => void
  readonly resolve: (result: never) => void
  readonly reject: (error: unknown) => void
}

export class Lane {
  readonly #queue = new FairQueue<Waiting>()
  readonly #helper = new HelperProcess()
  #isWorking = false

  /** @throws HeavyError `busy` at once when too much waits already */
  run<J extends Job>(turn: Turn, work: Work<J>): Promise<Results[J['type']]> {
    return new Promise((resolve, reject) => {
      if (!this.#hasRoomFor(turn)) {
        reject(new HeavyError('busy'))
        return
      }
      const onAbort = () => {
        if (this.#queue.remove(waiting)) reject(new HeavyError('gone'))
      }
      const begin = () => work.signal.removeEventListener('abort', onAbort)
      const waiting: Waiting = { work, begin, resolve, reject }
      this.#queue.push(turn, waiting)
      work.signal.addEventListener('abort', onAbort)
      void this.#work()
    })
  }

  #hasRoomFor({ session, person, first }: Turn): boolean {
    if (this.#queue.size >= WAITING_MAX) return false
    if (this.#queue.count(session, person) >= WAITING_PER_PERSON) return false
    return first || this.#queue.count(session) < WAITING_PER_SESSION
  }

  async #work(): Promise<void> {
    if (this.#isWorking) return
    this.#isWorking = true
    for (let next = this.#queue.take(); next !== undefined; next = this.#queue.take()) {
      next.begin()
      await this.#helper.run(next.work).then(next.resolve as (result: unknown) => void, next.reject)
    }
    this.#queue.rest()
    this.#isWorking = false
  }

  /** Ends its process; whoever waits is told that it failed. */
  close(): void {
    for (let next = this.#queue.take(); next !== undefined; next = this.#queue.take())
      next.reject(new HeavyError('failed', 'closing'))
    this.#helper.end()
  }
}
