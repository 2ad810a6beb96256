/** Tries things out in a thread, one after the other, each within a time: so nothing that somebody sends can hold others up. */
import type { Worker } from 'node:worker_threads'
import type { DocumentShape } from '@escale/shared'
import { startThread } from '../threads/start-thread.ts'
import { OPEN_FAIR_MS, OPEN_FAIR_MS_PER_KB, OPEN_MAX_MS, TRIAL_MAX_MS, TRIED_MAX_MS } from './sync-limits.ts'
import type { TrialAnswer, TrialRequest, Tried } from './trial-work.ts'

export interface Sent {
  readonly id: number
  readonly request: TrialRequest
  /** What took longer than this is tried again, ms: the machine may have been busy. */
  readonly fairMs: number
}

export interface Told {
  /** READY: it has started. */
  readonly id: number
  /** Undefined: it cannot be applied. */
  readonly answer: TrialAnswer | undefined
}

export const READY = 0
/** How long a thread may take to start, on a machine that is very busy. */
const START_MAX_MS = 20_000

interface Task extends Omit<Sent, 'id'> {
  readonly limitMs: number
  readonly done: (answer: TrialAnswer | undefined) => void
}

/** Of the thread's heap. A hostile document must not take the process with it. */
const HEAP_MAX_MB = 384

const bytesIn = (updates: readonly Uint8Array[]): number =>
  updates.reduce((sum, update) => sum + update.byteLength, 0)

/** Starts its thread with the first trial. */
export class Trials {
  readonly #waiting: Task[] = []
  #running: { readonly id: number; readonly task: Task; timer: NodeJS.Timeout } | undefined
  #thread: Worker | undefined
  #isReady = false
  #isStopped = false
  #lastId = 0

  /** Could a document be made of this, in a time that suits its size? */
  async canOpen(updates: readonly Uint8Array[]): Promise<boolean> {
    const fairMs = OPEN_FAIR_MS + (bytesIn(updates) / 1024) * OPEN_FAIR_MS_PER_KB
    const answer = await this.#try({ type: 'open', updates }, fairMs, OPEN_MAX_MS)
    return answer !== undefined && answer.ms <= fairMs
  }

  /** What applying `update` to the document of `updates` is like. `costly`: it takes too long; `malformed`: it cannot be done. */
  async tryOut(
    updates: readonly Uint8Array[],
    update: Uint8Array,
    shape: DocumentShape,
  ): Promise<Tried | 'costly' | 'malformed'> {
    const began = performance.now()
    const answer = await this.#try({ type: 'try', updates, update, shape }, TRIED_MAX_MS, TRIAL_MAX_MS)
    if (answer === undefined)
      return this.#isStopped || performance.now() - began >= TRIAL_MAX_MS ? 'costly' : 'malformed'
    return answer.ms > TRIED_MAX_MS || !('clients' in answer) ? 'costly' : answer
  }

  #try(request: TrialRequest, fairMs: number, limitMs: number): Promise<TrialAnswer | undefined> {
    return new Promise((done) => {
      this.#waiting.push({ request, fairMs, limitMs, done })
      this.#next()
    })
  }

  #next(): void {
    if (this.#running !== undefined) return
    const task = this.#waiting.shift()
    if (task === undefined) return
    if (this.#isStopped) {
      task.done(undefined)
      this.#next()
      return
    }
    this.#thread ??= this.#start()
    const id = ++this.#lastId
    // The time counts from when the thread begins with it, not from when it was asked for.
    const timer = setTimeout(() => this.#giveUp(id), this.#isReady ? task.limitMs : START_MAX_MS)
    this.#running = { id, task, timer }
    const { request, fairMs } = task
    this.#thread.postMessage({ id, request, fairMs } satisfies Sent)
  }

  #begin(): void {
    this.#isReady = true
    const running = this.#running
    if (running === undefined) return
    clearTimeout(running.timer)
    running.timer = setTimeout(() => this.#giveUp(running.id), running.task.limitMs)
  }

  #finish(id: number, answer: TrialAnswer | undefined): void {
    const running = this.#running
    if (running?.id !== id) return
    clearTimeout(running.timer)
    this.#running = undefined
    running.task.done(answer)
    this.#next()
  }

  /** Nothing stops a thread in the middle of Yjs but its end. The next trial starts another. */
  #giveUp(id: number): void {
    const thread = this.#thread
    this.#thread = undefined
    void thread?.terminate()
    this.#finish(id, undefined)
  }

  #start(): Worker {
    const thread = startThread(
      { name: 'trial-worker', source: '../sync/trial-worker.ts' },
      undefined,
      HEAP_MAX_MB,
    )
    this.#isReady = false
    thread.unref()
    thread.on('message', ({ id, answer }: Told) => {
      if (id === READY && this.#thread === thread) this.#begin()
      else this.#finish(id, answer)
    })
    const onEnd = () => {
      if (this.#thread !== thread) return
      this.#thread = undefined
      if (this.#running !== undefined) this.#finish(this.#running.id, undefined)
    }
    thread.on('error', onEnd)
    thread.on('exit', onEnd)
    return thread
  }

  /** Nothing is tried any more: what waits is answered as if it had taken too long. */
  async stop(): Promise<void> {
    this.#isStopped = true
    const thread = this.#thread
    this.#thread = undefined
    if (this.#running !== undefined) this.#finish(this.#running.id, undefined)
    await thread?.terminate()
  }
}
