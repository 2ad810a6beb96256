/** What the system (Linux) and Node say of a server's process. */
import { readdir } from 'node:fs/promises'
import type { RealServer } from '../../fixtures/server.ts'

/** Files and sockets that it holds open. */
export const openFiles = async ({ process: { pid } }: RealServer): Promise<number> =>
  (await readdir(`/proc/${pid}/fd`)).length

export interface Memory {
  /** Bytes of live objects, after the garbage was collected. */
  readonly heapUsed: number
  /** Bytes outside of the heap that objects hold. */
  readonly external: number
  /** The longest that it worked on one thing since the last measure, ms; what neighbours took does not count. */
  readonly longestMs: number
}

function asked<T>({ process }: RealServer, question: string, answer: string): Promise<T> {
  return new Promise((resolve) => {
    const answered = (message: unknown) => {
      if ((message as { type?: string }).type !== answer) return
      process.off('message', answered)
      resolve(message as T)
    }
    process.on('message', answered)
    process.send(question)
  })
}

/** Needs the tool `memory-probe`. */
export const liveMemory = (server: RealServer): Promise<Memory> => asked(server, 'measure', 'measured')

/** The longest that it worked on one thing since it was asked last, ms. Needs the tool `memory-probe`; collects no garbage. */
export const longestTurn = async (server: RealServer): Promise<number> =>
  (await asked<{ readonly longestMs: number }>(server, 'longest', 'longest')).longestMs

/** The most that `figure` is until `end` is called, looked at every 300 ms. */
export function highest(figure: () => Promise<number>): {
  readonly soFar: () => number
  readonly end: () => Promise<number>
} {
  let most = 0
  let isOver = false
  const looking = (async () => {
    while (!isOver) {
      most = Math.max(most, await figure())
      await new Promise((resolve) => setTimeout(resolve, 300))
    }
  })()
  return {
    soFar: () => most,
    end: async () => {
      isOver = true
      await looking
      return most
    },
  }
}

/** The value that `share` of them do not pass; 0 of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
