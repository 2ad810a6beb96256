/** A page of Escale in a real browser, and what can be seen of its ease from outside. */
import type { Browser, BrowserContextOptions, CDPSession, Page } from 'playwright-core'
import { newPage } from '../wall/browser.ts'

export type PageName = 'console' | 'screen' | 'phone'

/** What a page showed since it was asked last. */
export interface Ease {
  /** From one frame to the next, ms; 16.7 where none was missed. */
  readonly gaps: readonly number[]
  /** Share of the time in which nothing could be done there: tasks beyond 50 ms. */
  readonly blocked: number
  readonly seconds: number
  /** What came over the line, bytes as TCP carries them. */
  readonly bytes: number
}

interface Recorder {
  visioSeen?: { gaps: number[]; blockedMs: number; since: number }
}

/** A task is long from here on; what is beyond it blocks (Long Tasks, W3C). */
const LONG_TASK_MS = 50

/** Runs in the page, before its own scripts. */
function record(longTaskMs: number): void {
  const seen = { gaps: [] as number[], blockedMs: 0, since: performance.now() }
  Object.assign(globalThis, { visioSeen: seen } satisfies Recorder)
  let last = 0
  const tick = (at: number) => {
    if (last > 0) seen.gaps.push(at - last)
    last = at
    requestAnimationFrame(tick)
  }
  requestAnimationFrame(tick)
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.blockedMs += Math.max(0, duration - longTaskMs)
  }).observe({ type: 'longtask' })
}

/** Runs in the page. */
function take(): { gaps: number[]; blocked: number; seconds: number } {
  const { visioSeen: seen } = globalThis as Recorder
  if (seen === undefined) return { gaps: [], blocked: 0, seconds: 0 }
  const ms = performance.now() - seen.since
  const taken = { gaps: seen.gaps.splice(0), blocked: seen.blockedMs / ms, seconds: ms / 1_000 }
  seen.blockedMs = 0
  seen.since = performance.now()
  return taken
}

export interface Line {
  read(): { readonly down: number }
}

export class WatchedPage {
  readonly name: PageName
  readonly page: Page
  readonly #client: CDPSession
  readonly #line: Line
  #before = 0

  private constructor(name: PageName, page: Page, client: CDPSession, line: Line) {
    this.name = name
    this.page = page
    this.#client = client
    this.#line = line
  }

  /** `line`: over which this page alone speaks to the server. */
  static async open(
    browser: Browser,
    name: PageName,
    options: BrowserContextOptions,
    line: Line,
  ): Promise<WatchedPage> {
    const page = await newPage(browser, { locale: 'fr-FR', ...options })
    await page.addInitScript(record, LONG_TASK_MS)
    return new WatchedPage(name, page, await page.context().newCDPSession(page), line)
  }

  /** As on a machine that is so many times slower. */
  async slowDown(times: number): Promise<void> {
    await this.#client.send('Emulation.setCPUThrottlingRate', { rate: times })
  }

  /** What happened since the last time, or since the page was opened. */
  async ease(): Promise<Ease> {
    const { down } = this.#line.read()
    const bytes = down - this.#before
    this.#before = down
    return { ...(await this.page.evaluate(take)), bytes }
  }
}
