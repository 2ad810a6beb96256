/** Many updates to one, in a thread, so that nobody's socket waits. */
import type { Worker } from 'node:worker_threads'
import { startThread } from '../threads/start-thread.ts'

export interface MergeRequest {
  readonly id: number
  readonly updates: readonly Uint8Array[]
}

export interface MergeAnswer {
  readonly id: number
  readonly merged: Uint8Array
}

interface Waiting {
  readonly resolve: (merged: Uint8Array) => void
  readonly reject: (error: Error) => void
}

/** Starts its thread with the first merge. */
export class Merger {
  readonly #waiting = new Map<number, Waiting>()
  #thread: Worker | undefined
  #lastId = 0

  /** @throws Error when the thread died; what was to be merged is untouched. */
  merge(updates: readonly Uint8Array[]): Promise<Uint8Array> {
    this.#thread ??= this.#start()
    const thread = this.#thread
    return new Promise((resolve, reject) => {
      this.#lastId += 1
      this.#waiting.set(this.#lastId, { resolve, reject })
      thread.postMessage({ id: this.#lastId, updates } satisfies MergeRequest)
    })
  }

  #start(): Worker {
    const thread = startThread({ name: 'merge-worker', source: '../sync/merge-worker.ts' })
    // A merge that is under way keeps nobody from ending.
    thread.unref()
    thread.on('message', ({ id, merged }: MergeAnswer) => {
      this.#waiting.get(id)?.resolve(merged)
      this.#waiting.delete(id)
    })
    const fail = (reason: string) => {
      if (this.#thread === thread) this.#thread = undefined
      for (const { reject } of this.#waiting.values()) reject(new Error(reason))
      this.#waiting.clear()
    }
    thread.on('error', (error) => fail(error.message))
    thread.on('exit', () => fail('the merging thread ended'))
    return thread
  }

  async stop(): Promise<void> {
    await this.#thread?.terminate()
  }
}
