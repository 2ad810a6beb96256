/** How the process ends: in order, once, within a time, and with a code that says whether to start it again. */
import { describeFault } from './observability/describe-fault.ts'
import type { Log } from './observability/log.ts'

/** A fault that nobody foresaw. `scripts/keep-running.mjs` starts the server again after it; so does Docker. */
export const EXIT_FAULT = 70
/** If closing takes longer than this something hangs, and ending is better than waiting. */
const CLOSE_WITHIN_MS = 10_000

type Close = () => Promise<void>

export interface Ending {
  /** What is to be closed first: the doors. Left out while nobody can come in yet. */
  first(close: Close): void
  /** What is to be closed when everything has been written. */
  atLast(close: Close): void
  /** Somebody asked for it. Code 0, or 1 when it could not be closed. */
  asked(why: string): Promise<void>
  /** Something was thrown that nobody caught: what has arrived is still written, and everybody is told. */
  fault(thrown: unknown): Promise<void>
}

export function createEnding(
  log: Log,
  exit: (code: number) => void,
  closeWithinMs = CLOSE_WITHIN_MS,
): Ending {
  let doors: Close | undefined
  let rest: Close | undefined
  let code: number | undefined

  const end = async (wished: number): Promise<void> => {
    const isFirst = code === undefined
    code = Math.max(code ?? 0, wished)
    if (!isFirst) return
    setTimeout(() => exit(code || 1), closeWithinMs).unref()
    for (const close of [doors, rest]) {
      await close?.().catch((error: unknown) => {
        log.error({ fault: describeFault(error) }, 'did not close cleanly')
        code ||= 1
      })
    }
    exit(code)
  }

  return {
    first: (close) => {
      doors = close
    },
    atLast: (close) => {
      rest = close
    },
    asked: (why) => {
      log.info({ signal: why }, 'closing')
      return end(0)
    },
    fault: (thrown) => {
      log.fatal({ fault: describeFault(thrown) }, 'a fault that nobody foresaw')
      return end(EXIT_FAULT)
    },
  }
}
