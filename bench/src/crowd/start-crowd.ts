import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Crowd, CrowdAnswer } from './messages.ts'

const FILE = fileURLToPath(new URL('./crowd-process.ts', import.meta.url))

export interface CrowdProcess extends Crowd {
  end(): Promise<void>
}

/** Its functions are those of the crowd, over IPC. */
function startCrowd(): CrowdProcess {
  const child = fork(FILE, { execArgv: ['--import', 'tsx'], serialization: 'advanced' })
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>()
  let last = 0
  child.on('message', ({ id, value, error }: CrowdAnswer) => {
    const call = waiting.get(id)
    waiting.delete(id)
    if (error === undefined) call?.resolve(value as never)
    else call?.reject(new Error(error))
  })
  child.on('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`a crowd ended with ${code}`))
    waiting.clear()
  })
  const call =
    <N extends keyof Crowd>(name: N): Crowd[N] =>
    (...args: unknown[]) =>
      new Promise((resolve, reject) => {
        last += 1
        waiting.set(last, { resolve, reject })
        child.send({ id: last, name, args })
      }) as never
  return {
    open: call('open'),
    prepare: call('prepare'),
    write: call('write'),
    drain: call('drain'),
    seen: call('seen'),
    kept: call('kept'),
    probe: call('probe'),
    stall: call('stall'),
    close: call('close'),
    end: async () => {
      if (child.exitCode !== null) return
      const gone = once(child, 'exit')
      child.disconnect()
      await gone
    },
  }
}

/** Gives `use` so many crowds, each a process; they end with it. */
export async function withCrowds<T>(
  count: number,
  use: (crowds: readonly CrowdProcess[]) => Promise<T>,
): Promise<T> {
  const crowds = Array.from({ length: count }, startCrowd)
  try {
    return await use(crowds)
  } finally {
    await Promise.all(crowds.map((crowd) => crowd.end()))
  }
}
