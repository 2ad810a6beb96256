/** A workshop with all its people: the built server, a crowd over the protocol, and three real pages that are watched. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type Bot,
  type Crowd,
  createAs,
  type Facilitator,
  joinAs,
  personNumber,
  startCrowd,
} from '@escale/bots'
import { PLAIN_WALL } from '@escale/shared/activities/wall'
import type { Browser } from 'playwright-core'
import { pause } from '../measure/clock.ts'
import { type Meter, startMeter } from '../measure/meter.ts'
import { cpuMsOf, rssMbOf, rssMbOfAll } from '../measure/process-usage.ts'
import { startQuiet } from '../servers/quiet.ts'
import { launch } from '../wall/browser.ts'
import { type PageName, WatchedPage } from './watched-page.ts'

const SIZES = {
  console: { viewport: { width: 1_366, height: 768 } },
  screen: { viewport: { width: 1_920, height: 1_080 } },
  phone: { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true },
} as const
/** An old telephone against this machine, about. */
const PHONE_SLOWED_TIMES = 4
/** These write when they are told to; all others live as they like. */
const WRITERS = 20
/** How much quicker than people the crowd is. */
const TEMPO = 0.3

export interface Stage {
  readonly people: number
  readonly facilitator: Facilitator
  readonly writers: readonly Bot[]
  readonly pages: Readonly<Record<PageName, WatchedPage>>
  /** Ids of the activities that are played. */
  readonly plan: Readonly<Record<'wall' | 'private' | 'rally' | 'groups', string>>
  /** Everybody comes, within so many ms. */
  arrive(withinMs: number): Promise<void>
  /** Of the server, since it was asked last: share of one core, and MB that it holds. */
  usage(): { readonly cores: number; readonly rssMb: number }
  /** Of the server and of what it started, MB now. */
  memoryOfAll(): number
  /** What went wrong with anybody. */
  readonly troubles: string[]
  close(): Promise<void>
}

async function prepared(facilitator: Facilitator): Promise<Stage['plan']> {
  const adapt = async (kind: string, definition: object, durationMs?: number) => {
    const activity = facilitator.activity(kind)
    const patch = {
      definition: { ...(activity.definition as object), ...definition },
      ...(durationMs ? { durationMs } : {}),
    }
    await facilitator.do({ type: 'plan-edit', activity: activity.id, patch })
    return activity.id
  }
  const wall = await adapt(
    'wall',
    { identity: 'anonymous', layout: 'columns', maxNotesPerPerson: null },
    30 * 60_000,
  )
  const rally = await adapt('word-rally', { intervalMs: 3_000 }, 24_000)
  const groups = facilitator.activity('round-table').id
  await facilitator.do({
    type: 'plan-add',
    after: wall,
    activity: {
      id: 'private',
      kind: 'wall',
      title: 'Ce que je garde pour moi',
      instructions: '',
      privateNote: '',
      durationMs: 30 * 60_000,
      durationProposed: false,
      definition: { ...PLAIN_WALL, identity: 'anonymous', flow: 'private' },
    },
  })
  return { wall, private: 'private', rally, groups }
}

class People {
  readonly troubles: string[] = []
  readonly writers: Bot[] = []
  #crowd: Crowd | undefined

  async arrive(baseUrl: string, session: string, people: number, withinMs: number): Promise<void> {
    const rest = Math.max(0, people - WRITERS)
    this.#crowd = startCrowd({
      baseUrl,
      session,
      people: rest,
      tempo: TEMPO,
      joinWithinMs: withinMs,
      onTrouble: (error) => this.troubles.push(error instanceof Error ? error.message : String(error)),
    })
    for (let i = 0; i < Math.min(people, WRITERS); i++)
      this.writers.push(await joinAs(baseUrl, session, personNumber(rest + i)))
    await pause(withinMs)
  }

  async leave(): Promise<void> {
    this.#crowd?.stop()
    for (const writer of this.writers) writer.close()
    await this.#crowd?.over
  }
}

async function openPages(
  browser: Browser,
  facilitator: Facilitator,
  lines: Readonly<Record<PageName, Meter>>,
): Promise<Stage['pages']> {
  const { session, browser: own } = facilitator.seat
  const open = (name: PageName) => WatchedPage.open(browser, name, SIZES[name], lines[name])
  const [console, screen, phone] = [await open('console'), await open('screen'), await open('phone')]
  const at = (name: PageName, path: string) => `http://127.0.0.1:${lines[name].port}${path}`
  await console.page.goto(at('console', `/console/${session}#${facilitator.created.secret}`))
  await console.page.getByRole('navigation').first().waitFor()
  const link = await own.makeLink(session, { role: 'screen' })
  await screen.page.goto(at('screen', `/screen/${session}#${link.secret}`))
  await phone.slowDown(PHONE_SLOWED_TIMES)
  await phone.page.goto(at('phone', `/p/${session}`))
  const name = phone.page.getByRole('textbox', { name: /prénom|pseudonyme/i })
  await name.fill('Soizic')
  await name.press('Enter')
  await name.waitFor({ state: 'detached' })
  return { console, screen, phone }
}

/** @throws Error when the server does not start */
export async function openStage(people: number): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'escale-bench-visio-'))
  const { baseUrl, port, child } = await startQuiet(folder)
  const facilitator = await createAs(baseUrl, { template: 'visio-24-avril' })
  const plan = await prepared(facilitator)
  const lines = {
    console: await startMeter(port),
    screen: await startMeter(port),
    phone: await startMeter(port),
  }
  const browser = await launch()
  const crowd = new People()
  const pages = await openPages(browser, facilitator, lines)
  let before = { cpu: cpuMsOf(child.pid), at: performance.now() }
  return {
    people,
    facilitator,
    pages,
    plan,
    writers: crowd.writers,
    troubles: crowd.troubles,
    arrive: (withinMs) => crowd.arrive(baseUrl, facilitator.seat.session, people, withinMs),
    usage: () => {
      const now = { cpu: cpuMsOf(child.pid), at: performance.now() }
      const cores = (now.cpu - before.cpu) / (now.at - before.at)
      before = now
      return { cores, rssMb: rssMbOf(child.pid) }
    },
    memoryOfAll: () => rssMbOfAll(child.pid),
    close: async () => {
      await browser.close()
      await crowd.leave()
      facilitator.close()
      for (const line of Object.values(lines)) line.stop()
      await child.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
