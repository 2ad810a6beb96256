import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { Answer, Call, Remote } from './call.ts'

export interface Helper<T> {
  readonly ask: Remote<T>
  end(): Promise<void>
}

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

/** Starts a process that serves the functions of `T` (`serve.ts`). */
export function startHelper<T extends object>(file: string): Helper<T> {
  const child = fork(file, { execArgv: ['--import', 'tsx'], serialization: 'advanced' })
  const waiting = new Map<number, Waiting>()
  let last = 0
  child.on('message', ({ id, value, error }: Answer) => {
    const call = waiting.get(id)
    waiting.delete(id)
    if (error === undefined) call?.resolve(value)
    else call?.reject(new Error(error))
  })
  child.on('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`a helper ended with ${code}`))
    waiting.clear()
  })
  const call =
    (name: string) =>
    (...args: unknown[]) =>
      new Promise((resolve, reject) => {
        last += 1
        waiting.set(last, { resolve, reject })
        child.send({ id: last, name, args } satisfies Call)
      })
  return {
    // Whatever is asked for by name is asked over there; only a promise has a `then`, and this is none.
    ask: new Proxy({}, { get: (_, name) => (name === 'then' ? undefined : call(String(name))) }) as Remote<T>,
    end: async () => {
      if (child.exitCode !== null) return
      const gone = once(child, 'exit')
      child.disconnect()
      await gone
    },
  }
}

/** Gives `use` so many helpers, each a process; they end with it. */
export async function withHelpers<T extends object, R>(
  file: string,
  count: number,
  use: (helpers: readonly Remote<T>[]) => Promise<R>,
): Promise<R> {
  const helpers = Array.from({ length: count }, () => startHelper<T>(file))
  try {
    return await use(helpers.map((helper) => helper.ask))
  } finally {
    await Promise.all(helpers.map((helper) => helper.end()))
  }
}
