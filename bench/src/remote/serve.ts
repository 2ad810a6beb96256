import type { Answer, Call, Remote } from './call.ts'

/** Answers the process that started this one, and ends with it. */
export function serve<T extends object>(functions: Remote<T>): void {
  const byName = functions as unknown as Readonly<
    Record<string, (...args: readonly unknown[]) => Promise<unknown>>
  >
  const answer = (message: Answer): void => void process.send?.(message)
  process.on('message', ({ id, name, args }: Call) => {
    const called = byName[name]?.(...args) ?? Promise.reject(new Error(`no function ${name}`))
    called.then(
      (value) => answer({ id, value }),
      (error: unknown) =>
        answer({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    )
  })
  process.on('disconnect', () => process.exit(0))
}
