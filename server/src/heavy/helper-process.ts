/** One process beside the server that does heavy work, one piece at a time. It starts with the first and ends when idle. */
import type { ChildProcess } from 'node:child_process'
import { startProcess } from '../threads/start-process.ts'
import {
  HELPER_HEAP_MAX_MIB,
  HELPER_IDLE_MS,
  HELPER_KEPT_MAX_BYTES,
  HELPER_START_MAX_MS,
} from './heavy-limits.ts'
import type { Job, Order, Report, Results, Supply } from './jobs.ts'

const HELPER = { name: 'helper', source: '../heavy/helper.ts' }

/** Why a piece of work was not done. `gone`: whoever wanted it does not any more. */
export type HeavyFault = 'busy' | 'too-large' | 'too-long' | 'failed' | 'gone'

export class HeavyError extends Error {
  override readonly name = 'HeavyError'
  readonly fault: HeavyFault
  constructor(fault: HeavyFault, message: string = fault) {
    super(message)
    this.fault = fault
  }
}

export interface Work<J extends Job = Job> {
  readonly job: J
  readonly supply: Supply
  readonly withinMs: number
  /** Given up: the process is ended at once, whatever it is in. */
  readonly signal: AbortSignal
}

export class HelperProcess {
  #child: ChildProcess | undefined
  #idle: NodeJS.Timeout | undefined

  /**
   * Must not be called again before it has settled.
   * @throws HeavyError
   */
  async run<J extends Job>(work: Work<J>): Promise<Results[J['type']]> {
    clearTimeout(this.#idle)
    if (work.signal.aborted) throw new HeavyError('gone')
    this.#child ??= startProcess(HELPER, HELPER_HEAP_MAX_MIB)
    const child = this.#child
    try {
      return (await converse(child, work)) as Results[J['type']]
    } catch (error) {
      // Whatever state it is in, the next piece of work finds a new one.
      this.end()
      throw error
    } finally {
      if (this.#child === child) this.#keepOrEnd(child)
    }
  }

  #keepOrEnd(child: ChildProcess): void {
    if (heldBy.get(child) !== undefined && (heldBy.get(child) ?? 0) > HELPER_KEPT_MAX_BYTES) this.end()
    else this.#idle = setTimeout(() => this.end(), HELPER_IDLE_MS).unref()
  }

  end(): void {
    clearTimeout(this.#idle)
    this.#child?.kill('SIGKILL')
    this.#child = undefined
  }
}

/** Those that have started. */
const readiness = new WeakSet<ChildProcess>()
/** How much memory each said that it holds. */
const heldBy = new WeakMap<ChildProcess, number>()

function converse(child: ChildProcess, { job, supply, withinMs, signal }: Work): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void): void => {
      clearTimeout(patience)
      signal.removeEventListener('abort', onAbort)
      child.off('message', onMessage).off('exit', onExit).off('error', onExit)
      act()
    }
    const fail = (fault: HeavyFault, message?: string) => settle(() => reject(new HeavyError(fault, message)))
    const say = (order: Order): void => {
      // A process that is gone says so by `exit`.
      if (child.connected) child.send(order, () => undefined)
    }
    const onAbort = () => fail('gone')
    const onExit = () => fail('failed', 'the helper ended')
    const onMessage = (report: Report): void => {
      if ('ready' in report) {
        readiness.add(child)
        clearTimeout(patience)
        patience = setTimeout(late, withinMs)
        return
      }
      if ('need' in report) {
        supply(report.need).then(
          (value) => say({ supplied: report.number, value }),
          () => say({ supplied: report.number, failed: true }),
        )
        return
      }
      heldBy.set(child, report.heldBytes)
      if ('done' in report) settle(() => resolve(report.done))
      else fail(report.failed === 'too-large' ? 'too-large' : 'failed', report.message)
    }
    // Counted from when it can begin: to start takes long on a machine that is busy.
    const late = () => (readiness.has(child) ? fail('too-long') : fail('failed', 'the helper did not start'))
    let patience = setTimeout(late, readiness.has(child) ? withinMs : HELPER_START_MAX_MS)
    signal.addEventListener('abort', onAbort)
    child.on('message', onMessage).on('exit', onExit).on('error', onExit)
    say({ job })
  })
}
