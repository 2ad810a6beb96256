/** The bystanders' process, and the one that shows what the machine alone takes from everybody. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Place, Seen } from './bystanders.ts'
import type { Order, Report } from './bystanders-process.ts'

const at = (file: string): string => join(import.meta.dirname, file)

type Wish<O = Order> = O extends Order ? Omit<O, 'table'> : never

/** Those who sit in the two sessions of one server. */
export interface Table {
  /** What they see while `during` runs. */
  look(during: () => Promise<unknown>): Promise<Seen>
  leave(): void
}

export class Witness {
  readonly #child: ChildProcess
  readonly #echo: ChildProcess
  readonly #echoPort: number
  #tables = 0

  private constructor(child: ChildProcess, echo: ChildProcess, echoPort: number) {
    this.#child = child
    this.#echo = echo
    this.#echoPort = echoPort
  }

  static async hire(): Promise<Witness> {
    const child = fork(at('bystanders-process.ts'), {
      execArgv: ['--import', 'tsx'],
      serialization: 'advanced',
    })
    const echo = fork(at('echo.mjs'), { execArgv: [] })
    const [port] = (await once(echo, 'message')) as [number]
    return new Witness(child, echo, port)
  }

  /** @throws Error when they cannot come in */
  async sit(url: string, attacked: Place, elsewhere: Place): Promise<Table> {
    this.#tables += 1
    const table = this.#tables
    const order = (wish: Wish) => void this.#child.send({ table, ...wish })
    const sitting = this.#report(table, 'sitting')
    order({ type: 'sit', url, attacked, elsewhere, echoPort: this.#echoPort })
    await sitting
    return {
      look: async (during) => {
        const looking = this.#report(table, 'looking')
        const seen = this.#report(table, 'seen')
        // Whoever is in trouble says so when they are asked.
        seen.catch(() => undefined)
        order({ type: 'look' })
        await looking
        try {
          await during()
        } finally {
          order({ type: 'stop' })
        }
        const report = await seen
        if (report.type !== 'seen') throw new Error('nothing seen')
        return report.seen
      },
      leave: () => order({ type: 'leave' }),
    }
  }

  async dismiss(): Promise<void> {
    for (const child of [this.#child, this.#echo]) {
      if (child.exitCode !== null) continue
      const gone = once(child, 'exit')
      child.disconnect()
      await gone
    }
  }

  #report(table: number, type: Report['type']): Promise<Report> {
    return new Promise((resolve, reject) => {
      const listen = (report: Report) => {
        if (report.table !== table || (report.type !== type && report.type !== 'trouble')) return
        this.#child.off('message', listen)
        if (report.type === 'trouble') reject(new Error(`the bystanders: ${report.trouble}`))
        else resolve(report)
      }
      this.#child.on('message', listen)
    })
  }
}
