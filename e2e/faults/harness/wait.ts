/** Time that must pass, because its passing is the fault. Everything else waits on events. */
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** For what tells nobody when it changes: another process's memory, a file. @throws Error after `ms` */
export async function eventually(
  what: string,
  holds: () => boolean | Promise<boolean>,
  ms = 10_000,
): Promise<void> {
  const limit = Date.now() + ms
  while (!(await holds())) {
    if (Date.now() > limit) throw new Error(`not within ${ms} ms: ${what}`)
    await pause(20)
  }
}
