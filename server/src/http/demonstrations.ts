import type { Created, SessionId } from '@escale/shared'
import type { ServerClock } from '../realtime/clock.ts'
import { HttpRefusal } from './refusals.ts'

/** Open at the same time in the process: each is two dozen simulated people. */
export const DEMOS_MAX = 8
/** Of these, asked for from one address. */
export const DEMOS_PER_ADDRESS = 3
/** However it goes, the simulated people leave after this. */
export const DEMO_LASTS_MS = 2 * 60 * 60_000
/** A demonstration that nobody drives is over after this… */
export const DEMO_UNATTENDED_MS = 10 * 60_000
/** …and gives way to a new one after this: whoever asked for it is on the way until then. */
export const DEMO_ARRIVES_MS = 60_000
const LOOK_EVERY_MS = 60_000

/** A session with simulated people in it. */
export interface Demonstration {
  readonly created: Created
  /** Settles when its people have left. */
  readonly over: Promise<void>
  /** Its people leave; the session stays. */
  readonly stop: () => void
}

interface Shown {
  readonly address: string
  readonly since: number
  readonly demo: Promise<Demonstration>
}

export interface DemonstrationsDeps {
  readonly clock: ServerClock
  readonly start: () => Promise<Demonstration>
  /** Does somebody drive this session now? */
  readonly isAttended: (session: SessionId) => Promise<boolean>
}

/** The demonstrations that are open: one for each browser, few for an address, bounded in the process. */
export class Demonstrations {
  readonly #deps: DemonstrationsDeps
  /** By the browser's secret, the first that was asked for first. */
  readonly #shown = new Map<string, Shown>()
  #cancel: (() => void) | undefined

  constructor(deps: DemonstrationsDeps) {
    this.#deps = deps
  }

  /** The one that this browser has open. */
  of(browser: string): Promise<Created> | undefined {
    return this.#shown.get(browser)?.demo.then(({ created }) => created)
  }

  /**
   * Opens one for this browser, which has none. Another that nobody drives gives way.
   * @throws HttpRefusal `too-many` from this address, `busy`: in the process
   */
  async open(browser: string, address: string): Promise<Created> {
    const ofAddress = () => [...this.#shown].filter(([, shown]) => shown.address === address)
    if (ofAddress().length >= DEMOS_PER_ADDRESS && !(await this.#endOne(ofAddress())))
      throw new HttpRefusal('too-many')
    if (this.#shown.size >= DEMOS_MAX && !(await this.#endOne([...this.#shown])))
      throw new HttpRefusal('busy')
    // Asked once more: others may have come while it was looked up whom to end.
    if (ofAddress().length >= DEMOS_PER_ADDRESS) throw new HttpRefusal('too-many')
    if (this.#shown.size >= DEMOS_MAX) throw new HttpRefusal('busy')
    const demo = this.#deps.start()
    this.#shown.set(browser, { address, since: this.#deps.clock.now(), demo })
    this.#lookLater()
    const forget = () => {
      if (this.#shown.get(browser)?.demo === demo) this.#shown.delete(browser)
    }
    demo.then(({ over }) => over.finally(forget)).catch(forget)
    return (await demo).created
  }

  close(): void {
    this.#cancel?.()
    for (const browser of [...this.#shown.keys()]) void this.end(browser)
  }

  /** Ends the first that nobody drives any more. */
  async #endOne(among: readonly (readonly [string, Shown])[]): Promise<boolean> {
    for (const [browser, shown] of among) {
      if (!(await this.#isIdleFor(shown, DEMO_ARRIVES_MS))) continue
      await this.end(browser)
      return true
    }
    return false
  }

  async #isIdleFor({ since, demo }: Shown, ms: number): Promise<boolean> {
    if (this.#deps.clock.now() - since < ms) return false
    const started = await demo.catch(() => undefined)
    return started === undefined || !(await this.#deps.isAttended(started.created.session))
  }

  /** Its people leave, when this browser has one. */
  async end(browser: string): Promise<void> {
    const demo = this.#shown.get(browser)?.demo
    this.#shown.delete(browser)
    const started = await demo?.catch(() => undefined)
    started?.stop()
  }

  #lookLater(): void {
    const { clock } = this.#deps
    this.#cancel ??= clock.at(clock.now() + LOOK_EVERY_MS, () => void this.#look())
  }

  async #look(): Promise<void> {
    for (const [browser, shown] of [...this.#shown]) {
      const isOld = this.#deps.clock.now() - shown.since >= DEMO_LASTS_MS
      if (isOld || (await this.#isIdleFor(shown, DEMO_UNATTENDED_MS))) await this.end(browser)
    }
    this.#cancel = undefined
    if (this.#shown.size > 0) this.#lookLater()
  }
}
