/** The visio of 24 April, step by step, with what is asked of each: what people wait for, and whether pages stay at ease meanwhile. */
import { type BotDocument, INTENTIONS } from '@escale/bots'
import { addNote, NOTE_COLOURS } from '@escale/shared'
import type { RoundTableView } from '@escale/shared/activities/round-table'
import { SHARED_WALL, type WallEdit, type WallView } from '@escale/shared/activities/wall'
import type { Page } from 'playwright-core'
import { pause } from '../measure/clock.ts'
import { inParallel } from '../measure/in-parallel.ts'
import { percentile } from '../report/statistics.ts'
import type { Figure } from './figures.ts'
import type { Stage } from './stage.ts'
import type { PageName } from './watched-page.ts'

/** How much of everything there is. */
export interface Size {
  readonly people: number
  readonly arriveMs: number
  /** On the wall when the storm begins. */
  readonly notes: number
  /** Written by each for themselves, and revealed. */
  readonly privateEach: number
  /** How long each step is watched, ms. */
  readonly watchMs: number
}

export const WHOLE: Size = { people: 200, arriveMs: 25_000, notes: 1_500, privateEach: 30, watchMs: 12_000 }
export const SHORT: Size = { people: 60, arriveMs: 6_000, notes: 300, privateEach: 3, watchMs: 3_000 }

type Keep = (figure: Omit<Figure, 'step'>) => void
export interface Step {
  readonly name: string
  readonly play: (stage: Stage, size: Size, keep: Keep) => Promise<void>
}

/** More than a window holds. */
const AT_FIRST = 30
/** 200 notes a minute. */
const STORM_EVERY_MS = 300
const MINUTE_S = 60
const FIRST_INSTANT = 1_790_000_000_000
const PAGES = ['console', 'screen', 'phone'] as const satisfies readonly PageName[]
const WAIT = { timeout: 120_000 } as const

/** What pages and server showed since the step before. */
async function keepEase(stage: Stage, keep: Keep): Promise<void> {
  for (const of of PAGES) {
    const { gaps, blocked, seconds, bytes } = await stage.pages[of].ease()
    keep({ of, what: 'frame p95', unit: 'ms', value: percentile(gaps, 0.95) })
    keep({ of, what: 'blocked', unit: 'share', value: blocked })
    keep({ of, what: 'bytes a minute', unit: 'kB', value: (bytes / 1_000 / seconds) * MINUTE_S })
  }
  const { cores, rssMb } = stage.usage()
  keep({ of: 'server', what: 'of a core', unit: 'share', value: cores })
  keep({ of: 'server', what: 'memory', unit: 'MB', value: rssMb })
}

/** What was until now belongs to no step. */
async function lookAway(stage: Stage): Promise<void> {
  for (const of of PAGES) await stage.pages[of].ease()
  stage.usage()
}

/** This moment, ms since 1970 as pages of this machine tell it too, with parts of it. */
const instant = (): number => performance.timeOrigin + performance.now()

/*
 * Pages are asked by themselves, and say when it was: to look for a role among thousands of elements takes a page longer than
 * what is measured, and this process may be late while it plays two hundred people.
 */

/** When so many of these are on the page: an `instant`, of the frame that has them. */
async function whenThere(page: Page, selector: string, least = 1): Promise<number> {
  const at = await page.waitForFunction(
    ([what, most]) =>
      document.querySelectorAll(what).length >= most && performance.timeOrigin + performance.now(),
    [selector, least] as const,
    { ...WAIT, polling: 'raf' },
  )
  return Number(await at.jsonValue())
}
const NOTES = '[data-item], [data-note]'
const whenShown = (page: Page, least: number): Promise<number> => whenThere(page, NOTES, least)

/** When there is a button whose name begins so, and that can be pressed; `isPressed`: it is, in that frame. */
async function whenButton(page: Page, begins: string, isPressed = false): Promise<number> {
  const at = await page.waitForFunction(
    ([words, isMeant]) => {
      const usable = 'button:not(:disabled, [aria-disabled=true])'
      const button = [...document.querySelectorAll<HTMLButtonElement>(usable)].find((one) =>
        (one.getAttribute('aria-label') ?? one.textContent ?? '').trim().startsWith(words),
      )
      if (button === undefined) return false
      const now = performance.timeOrigin + performance.now()
      if (isMeant) button.click()
      return now
    },
    [begins, isPressed] as const,
    { ...WAIT, polling: 'raf' },
  )
  return Number(await at.jsonValue())
}

/** Presses it as soon as it is there, and says when that was. */
const press = (page: Page, begins: string): Promise<number> => whenButton(page, begins, true)

/** So many frames in a row without a miss: a page has done what it had to do. */
const CALM_FRAMES = 20
/** A frame that took longer was missed, ms. */
const MISSED_MS = 34

/**
 * Until no page has anything to do any more: they share two processors here, and nobody waits in life for what another
 * person's telephone is drawing.
 */
async function calm({ pages }: Stage): Promise<void> {
  for (const of of PAGES)
    await pages[of].page.evaluate(
      ([frames, missed]) =>
        new Promise<void>((resolve) => {
          let [last, inARow] = [performance.now(), 0]
          const look = (at: number) => {
            inARow = at - last < missed ? inARow + 1 : 0
            last = at
            if (inARow >= frames) resolve()
            else requestAnimationFrame(look)
          }
          requestAnimationFrame(look)
        }),
      [CALM_FRAMES, MISSED_MS] as const,
    )
}

const shown = (page: Page): Promise<number> =>
  page.evaluate((notes) => document.querySelectorAll(notes).length, NOTES)

const wallDocument = (stage: Stage, activity: string): Promise<BotDocument> =>
  stage.facilitator.document(SHARED_WALL, activity).until((document) => document.ready)

/** Notes that the facilitator writes in one transaction… */
const AT_ONCE = 100
/** …and how long until the next: nobody may write a document faster than that. */
const FILL_EVERY_MS = 250

async function fill(wall: BotDocument, count: number): Promise<void> {
  const { doc } = wall
  for (let from = 0; from < count; from += AT_ONCE) {
    doc.transact(() => {
      for (let i = from; i < Math.min(count, from + AT_ONCE); i++)
        addNote(doc, {
          id: `fill-${i}`,
          text: textOf(i),
          author: '',
          colour: i % NOTE_COLOURS.length,
          zone: '',
          createdAt: FIRST_INSTANT + i,
        })
    })
    await Promise.all([wall.until((document) => document.saved), pause(FILL_EVERY_MS)])
  }
}

const textOf = (i: number): string => INTENTIONS[i % INTENTIONS.length] ?? ''

/** What runs, as the facilitator sees it. */
const viewOf = <View>({ facilitator }: Stage): View => facilitator.sight.activity?.view as View

const put = (id: string, text: string): WallEdit => ({
  type: 'put',
  note: { id, text, colour: 0, zone: '' },
  secret: `secret-${id}`,
})

export const STEPS: readonly Step[] = [
  {
    name: 'everybody comes',
    play: async (stage, size, keep) => {
      const [first] = stage.facilitator.plan()
      await stage.facilitator.go(first?.id ?? null)
      // What the pages themselves are made of has come by now.
      await lookAway(stage)
      await stage.arrive(size.arriveMs)
      await keepEase(stage, keep)
    },
  },
  {
    name: 'a full wall, 200 more notes a minute',
    play: async (stage, size, keep) => {
      const { facilitator, pages } = stage
      await facilitator.go(stage.plan.wall)
      await fill(await wallDocument(stage, stage.plan.wall), size.notes)
      await Promise.all([whenShown(pages.console.page, size.notes), whenShown(pages.screen.page, 1)])
      await pause(size.watchMs / 4)
      await lookAway(stage)
      for (let sent = 0; sent * STORM_EVERY_MS < size.watchMs; sent++) {
        const writer = stage.writers[sent % stage.writers.length]
        void writer?.write(put(`storm-note-${sent}`, textOf(sent)), stage.plan.wall).then((receipt) => {
          if (!receipt.ok) stage.troubles.push(`a note was refused: ${receipt.refusal}`)
        })
        await pause(STORM_EVERY_MS)
      }
      await keepEase(stage, keep)
    },
  },
  {
    name: 'the wall is opened on a slow phone',
    play: async (stage, _size, keep) => {
      const { phone } = stage.pages
      await calm(stage)
      const pressed = await press(phone.page, 'Le mur')
      const ms = (await whenShown(phone.page, 1)) - pressed
      keep({ of: 'phone', what: 'until notes are seen', unit: 'ms', value: ms, most: 1_000 })
    },
  },
  {
    name: 'a vote on all of it',
    play: async (stage, _size, keep) => {
      const { console, phone } = stage.pages
      await calm(stage)
      await press(console.page, 'Lancer un vote…')
      const seen = whenButton(phone.page, 'Ajouter un point')
      const ms = -(await press(console.page, 'Lancer le vote')) + (await seen)
      keep({ of: 'phone', what: 'until one can vote', unit: 'ms', value: ms, most: 1_000 })
      await keepEase(stage, keep)
      const { votes } = viewOf<WallView>(stage)
      const round = votes.rounds.at(-1)?.id ?? ''
      await stage.facilitator.act({ type: 'vote-close', round })
      await stage.facilitator.act({ type: 'vote-show', on: false })
    },
  },
  {
    name: 'themes are proposed, and put on the wall',
    play: async (stage, _size, keep) => {
      const { page } = stage.pages.console
      await calm(stage)
      const asked = await press(page, 'Regrouper par thème…')
      const there = (await whenButton(page, 'Poser ')) - asked
      keep({ of: 'console', what: 'until they are there', unit: 'ms', value: there, most: 1_000 })
      const laid = await press(page, 'Poser ')
      const ms = (await whenThere(page, 'article[aria-label^="Pile"]')) - laid
      keep({ of: 'console', what: 'until they are on the wall', unit: 'ms', value: ms, most: 1_000 })
      await keepEase(stage, keep)
    },
  },
  {
    name: 'what was private is revealed',
    play: async (stage, size, keep) => {
      const { facilitator, pages, writers, plan } = stage
      await facilitator.go(plan.private)
      await Promise.all(
        writers.map((writer) => writer.until(({ activity }) => activity?.id === plan.private)),
      )
      await inParallel(writers, writers.length, async (writer, who) => {
        for (let i = 0; i < size.privateEach; i++)
          await writer.write(
            put(`private-${who}-${i}`, INTENTIONS[(who * size.privateEach + i) % INTENTIONS.length] ?? ''),
            plan.private,
          )
      })
      const all = writers.length * size.privateEach
      await pause(size.watchMs / 4)
      await calm(stage)
      const before = await shown(pages.console.page)
      const seen = Promise.all([
        whenShown(pages.console.page, before + Math.min(all, AT_FIRST)),
        whenShown(pages.screen.page, 1),
        whenShown(pages.console.page, before + all),
      ])
      const pressed = instant()
      await facilitator.act({ type: 'reveal' })
      const [console, screen, whole] = (await seen).map((at) => at - pressed) as [number, number, number]
      keep({ of: 'console', what: 'until they are seen', unit: 'ms', value: console, most: 500 })
      keep({ of: 'console', what: `until all ${all} are there`, unit: 'ms', value: whole })
      keep({ of: 'screen', what: 'until they are seen', unit: 'ms', value: screen, most: 500 })
      await keepEase(stage, keep)
    },
  },
  {
    name: 'the rally of words',
    play: async (stage, size, keep) => {
      await stage.facilitator.go(stage.plan.rally)
      await lookAway(stage)
      await pause(size.watchMs * 2)
      await keepEase(stage, keep)
    },
  },
  {
    name: 'groups, and a round of turns',
    play: async (stage, size, keep) => {
      const { facilitator, plan, pages } = stage
      await facilitator.go(plan.groups)
      const { console } = viewOf<RoundTableView>(stage)
      const choice = console?.choice
      await calm(stage)
      const formed = whenButton(pages.console.page, 'Lancer les groupes')
      const asked = instant()
      await facilitator.act({ type: 'propose', choice, repair: 'smaller', redraw: false })
      const proposed = (await formed) - asked
      keep({ of: 'console', what: 'until groups are proposed', unit: 'ms', value: proposed, most: 1_000 })
      await calm(stage)
      const together = whenButton(pages.phone.page, 'Je suis là')
      const launched = instant()
      await facilitator.act({ type: 'launch' })
      const inGroup = (await together) - launched
      keep({ of: 'phone', what: 'until one is in a group', unit: 'ms', value: inGroup, most: 1_000 })
      await lookAway(stage)
      await pause(size.watchMs * 3)
      await keepEase(stage, keep)
      await facilitator.act({ type: 'call-back', group: null })
    },
  },
  {
    name: 'the récolte as a picture',
    play: async (stage, _size, keep) => {
      const { browser, session } = stage.facilitator.seat
      let peak = 0
      const timer = setInterval(() => {
        peak = Math.max(peak, stage.memoryOfAll())
      }, 20)
      const asked = performance.now()
      await (await browser.request(`/api/sessions/${session}/harvest/png`)).arrayBuffer()
      const ms = performance.now() - asked
      clearInterval(timer)
      keep({ of: 'server', what: 'until the picture is there', unit: 'ms', value: ms })
      keep({ of: 'server', what: 'memory at its most, helpers too', unit: 'MB', value: peak })
      await keepEase(stage, keep)
    },
  },
]
