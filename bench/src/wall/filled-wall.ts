/** A wall of our own, on the built server, with notes on it: what the pages that are measured open. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Facilitator } from '@escale/bots'
import { addNote } from '@escale/shared'
import { PLAIN_WALL, SHARED_WALL } from '@escale/shared/activities/wall'
import type { Page } from 'playwright-core'
import { startQuiet } from '../servers/quiet.ts'
import { openActivity } from '../servers/sessions.ts'
import { asWallNote, type BenchNote } from './notes.ts'

const AT_ONCE = 200

export interface FilledWall {
  readonly baseUrl: string
  readonly created: Facilitator['created']
  /** One more note, from somebody else. */
  readonly add: (note: BenchNote) => void
  readonly close: () => Promise<void>
}

type Settings = Partial<typeof PLAIN_WALL>

/** With this layout and these zones; notes are shared out over the zones in turn. */
export async function openFilledWall(settings: Settings, notes: readonly BenchNote[]): Promise<FilledWall> {
  const folder = await mkdtemp(join(tmpdir(), 'escale-bench-wall-'))
  const { baseUrl, child } = await startQuiet(folder)
  const facilitator = await openActivity(baseUrl, 'wall', { ...PLAIN_WALL, ...settings })
  const wall = await facilitator.document(SHARED_WALL, facilitator.activity('wall').id).until((d) => d.ready)
  const zones = settings.zones ?? []
  let written = 0
  const add = (note: BenchNote) => {
    const zone = zones[written % Math.max(1, zones.length)]?.id ?? ''
    addNote(wall.doc, { ...asWallNote(note, written), zone })
    written += 1
  }
  for (let from = 0; from < notes.length; from += AT_ONCE) {
    wall.doc.transact(() => {
      for (const note of notes.slice(from, from + AT_ONCE)) add(note)
    })
    await wall.until((d) => d.saved)
  }
  return {
    baseUrl,
    created: facilitator.created,
    add,
    close: async () => {
      facilitator.close()
      await child.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

interface Watched {
  papersShown?: () => number
  firstShownAt?: number
}

/** To be run in the page before its own scripts: how many papers it has, as `untilShown` and `countShown` read it. */
export const watch = (page: Page, papersShown: () => number): Promise<unknown> =>
  page.addInitScript(`globalThis.papersShown = ${papersShown}`)

/** When the first note, and when all of them were on the page, ms from the navigation. */
export async function untilShown(page: Page, all: number): Promise<{ firstMs: number; allMs: number }> {
  const measured = await page.waitForFunction(
    (all) => {
      const watched = globalThis as Watched
      const shown = watched.papersShown?.() ?? 0
      if (shown > 0) watched.firstShownAt ??= performance.now()
      return shown >= all ? { firstMs: watched.firstShownAt ?? 0, allMs: performance.now() } : false
    },
    all,
    { polling: 'raf', timeout: 120_000 },
  )
  return (await measured.jsonValue()) as { firstMs: number; allMs: number }
}

export const countShown = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as Watched).papersShown?.() ?? 0)
