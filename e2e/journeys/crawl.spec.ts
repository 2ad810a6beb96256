import type { Bot, Facilitator } from '@escale/bots'
import { kinds } from '@escale/shared'
import type { Page } from '@playwright/test'
import { ROUTES } from '../../client/src/app/routes.ts'
import { Crawler, type Screen } from '../fixtures/crawler.ts'
import { LAPTOP, type People, PHONE } from '../fixtures/people.ts'
import { expect, test } from '../fixtures/test.ts'

type Language = 'fr' | 'en'
type Role = 'stranger' | 'participant' | 'facilitator' | 'cofacilitator' | 'screen'

/** What ends a session, a place or a workshop is pressed after everything else. */
const ENDS =
  /termin|quitt|supprim|efface|retir|renouvel|déconnect|fermer la|end |finish|leave|delete|erase|remove|renew|sign out|close the/i
const KINDS = Object.keys(kinds) as (keyof typeof kinds)[]
/** Refusals that a screen asks for and shows in words of its own. */
const REFUSED = /Failed to load resource: the server responded with a status of (403|404|410)/

/** One session with an activity of every kind and a few people; another one when a press has ended it. */
class Stage {
  readonly #people: People
  readonly #language: Language
  #facilitator: Facilitator | undefined
  #bots: Bot[] = []

  constructor(people: People, language: Language) {
    this.#people = people
    this.#language = language
  }

  /** Running `kind`, in the lobby (null), or over (`ended`). */
  async at(where: keyof typeof kinds | null | 'ended'): Promise<Facilitator> {
    const known = this.#facilitator
    const status = known?.sight.session?.status
    const isGone =
      known === undefined ||
      known.connection.goodbye !== undefined ||
      this.#bots.some((b) => b.connection.goodbye !== undefined)
    const facilitator =
      isGone || (status === 'ended') !== (where === 'ended') || (where === null && status === 'running')
        ? await this.#open()
        : known
    if (where === 'ended') {
      if (facilitator.sight.session?.status !== 'ended') {
        await facilitator.do({ type: 'settings', patch: { harvestShared: true } })
        await facilitator.do({ type: 'finish' })
      }
    } else if (where !== null && facilitator.sight.activity?.kind !== where) await facilitator.go(where)
    return facilitator
  }

  /** Somebody who takes part, by a link of their own. */
  get participant(): Bot {
    const [bot] = this.#bots
    if (bot === undefined) throw new Error('nobody has joined')
    return bot
  }

  async #open(): Promise<Facilitator> {
    const facilitator = await this.#people.facilitator({ language: this.#language })
    this.#facilitator = facilitator
    for (const id of KINDS) {
      const { defaults } = kinds[id]
      const activity = {
        id,
        kind: id,
        title: id,
        instructions: '',
        privateNote: '',
        durationProposed: false,
        ...defaults,
      }
      await facilitator.do({ type: 'plan-add', after: null, activity })
    }
    this.#bots = await this.#people.bots(facilitator.seat.session, 0, 3)
    return facilitator
  }
}

type Opening = (stage: Stage, page: Page) => Promise<unknown>
const path = (route: keyof typeof ROUTES, session: string): string =>
  ROUTES[route].replace(':session', session).replace('/*?', '')

async function go(page: Page, address: string): Promise<void> {
  // From elsewhere: the same address but for what is behind `#` would not load anything.
  await page.goto('about:blank')
  await page.goto(address)
  await expect(page.locator('[data-loading]')).toHaveCount(0)
}

const WHERE = [null, ...KINDS, 'ended'] as const
const nameOf = (where: (typeof WHERE)[number]): string => where ?? 'lobby'

/** Every route there is, for each role that can be there: what is shown depends on where the session is. */
function screensOf(role: Role): Readonly<Record<string, Opening>> {
  if (role === 'stranger')
    return Object.fromEntries(
      Object.keys(ROUTES).map((route) => [
        route,
        async (stage: Stage, page: Page) => {
          const { seat } = await stage.at(null)
          await page.context().clearCookies()
          await go(page, path(route as keyof typeof ROUTES, seat.session))
        },
      ]),
    )
  const at =
    (where: (typeof WHERE)[number]): Opening =>
    async (stage, page) => {
      const facilitator = await stage.at(where)
      const { session, browser } = facilitator.seat
      if (role === 'participant') return go(page, `/p/${session}#${stage.participant.seat.secret}`)
      if (role === 'screen') {
        const { secret } = await browser.makeLink(session, { role: 'screen' })
        return go(page, `/screen/${session}#${secret}`)
      }
      if (role === 'facilitator') return go(page, `/console/${session}#${facilitator.created.secret}`)
      const identity = { name: 'Co', organisation: '', territory: '' }
      const { secret } = await browser.makeLink(session, { role: 'cofacilitator', identity })
      return go(page, `/console/${session}#${secret}`)
    }
  const then =
    (where: (typeof WHERE)[number], address: (session: string) => string): Opening =>
    async (stage, page) => {
      await at(where)(stage, page)
      await go(page, address((await stage.at(where)).seat.session))
    }
  return {
    ...Object.fromEntries(WHERE.map((where) => [nameOf(where), at(where)])),
    harvest: then('ended', (session) => `/harvest/${session}`),
    ...(role === 'facilitator' ? { plan: then(null, (session) => `/console/${session}/plan`) } : {}),
  }
}

const VIEW = {
  stranger: PHONE,
  participant: PHONE,
  facilitator: LAPTOP,
  cofacilitator: LAPTOP,
  screen: LAPTOP,
} as const

for (const language of ['fr', 'en'] as const)
  for (const role of ['stranger', 'participant', 'facilitator', 'cofacilitator', 'screen'] as const)
    test(`whatever ${role} can press, in ${language}, does something and breaks nothing`, async ({
      people,
    }) => {
      test.setTimeout(900_000)
      people.provokes(REFUSED)
      const stage = new Stage(people, language)
      const context = await people.browser({ ...VIEW[role], locale: language === 'fr' ? 'fr-FR' : 'en-GB' })
      const page = await context.newPage()
      const crawler = await Crawler.on(page, ENDS)
      for (const [name, open] of Object.entries(screensOf(role))) {
        const screen: Screen = { name: `${role}: ${name}`, open: () => open(stage, page) }
        await crawler.crawl(screen)
      }
      test.info().annotations.push({ type: 'pressed', description: String(crawler.pressed) })
      console.log(`${role} ${language}: ${crawler.pressed} pressed`)
      expect(crawler.findings.map(({ screen, way, what }) => `${screen}: ${way}: ${what}`)).toEqual([])
    })
