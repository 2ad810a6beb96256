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

/** What runs, the lobby (null), or the end. */
type Where = keyof typeof kinds | null | 'ended'

/** One session with an activity of every kind and a few people; another one when a press has ended it. */
class Stage {
  readonly #people: People
  readonly #language: Language
  #facilitator: Facilitator | undefined
  #bots: Bot[] = []
  /** Secrets of a screen's and of a co-facilitator's link. */
  screen = ''
  cofacilitator = ''

  constructor(people: People, language: Language) {
    this.#people = people
    this.#language = language
  }

  /** Running `kind`, in the lobby (null), or over (`ended`). */
  async at(where: Where): Promise<Facilitator> {
    const known = this.#facilitator
    const facilitator = known !== undefined && this.#isFit(known, where) ? known : await this.#open()
    if (where === 'ended') {
      if (facilitator.sight.session?.status !== 'ended') {
        await facilitator.do({ type: 'settings', patch: { harvestShared: true } })
        await facilitator.do({ type: 'finish' })
      }
    } else if (where !== null && facilitator.sight.activity?.kind !== where) await facilitator.go(where)
    return facilitator
  }

  /** Can it still be shown there, after all that was pressed? */
  #isFit(facilitator: Facilitator, where: Where): boolean {
    const { connection, sight } = facilitator
    const status = sight.session?.status
    const isGone = [connection, ...this.#bots.map((bot) => bot.connection)].some(
      (c) => c.goodbye !== undefined,
    )
    const isOver = status === 'ended' && where !== 'ended'
    const hasBegun = status !== 'lobby' && where === null
    return (
      !isGone &&
      !isOver &&
      !hasBegun &&
      KINDS.every((id) => facilitator.plan().some((activity) => activity.id === id))
    )
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
    const { session, browser } = facilitator.seat
    this.#bots = await this.#people.bots(session, 0, 3)
    this.screen = (await browser.makeLink(session, { role: 'screen' })).secret
    const identity = { name: 'Co', organisation: '', territory: '' }
    this.cofacilitator = (await browser.makeLink(session, { role: 'cofacilitator', identity })).secret
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
  // First something, then nothing that says that more is to come: before the first script has run there is neither.
  await expect(page.locator('main, h1').first()).toBeAttached()
  await expect(page.locator('[data-loading]')).toHaveCount(0)
}

const WHERE: readonly Where[] = [null, ...KINDS, 'ended']
const nameOf = (where: Where): string => where ?? 'lobby'

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
    (where: Where): Opening =>
    async (stage, page) => {
      const facilitator = await stage.at(where)
      const { session } = facilitator.seat
      if (role === 'participant') return go(page, `/p/${session}#${stage.participant.seat.secret}`)
      if (role === 'screen') return go(page, `/screen/${session}#${stage.screen}`)
      if (role === 'facilitator') return go(page, `/console/${session}#${facilitator.created.secret}`)
      return go(page, `/console/${session}#${stage.cofacilitator}`)
    }
  const then =
    (where: Where, address: (session: string) => string): Opening =>
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

/** CRAWL=all: the consoles as deep as everybody else, in both languages, which takes many minutes each; CRAWL=facilitator and the like: that one alone. */
const isAsked = (role: Role): boolean => process.env['CRAWL'] === 'all' || process.env['CRAWL'] === role
interface Walk {
  readonly roles: readonly Role[]
  readonly language: Language
  /** How many presses one after the other; undefined: as many as the crawler likes. */
  readonly depth?: number
}
const walk = (language: Language, ...roles: readonly Role[]): Walk => ({ roles, language })
const WALKS: readonly Walk[] = [
  // A phone begins in French and goes on in English by itself: its menu has the choice, which is pressed as well.
  walk('fr', 'stranger', 'screen', 'participant'),
  walk('en', 'stranger', 'screen'),
  ...(isAsked('participant') ? [walk('en', 'participant')] : []),
  ...(['facilitator', 'cofacilitator'] as const).flatMap((role): Walk[] =>
    isAsked(role)
      ? [walk('fr', role), walk('en', role)]
      : [{ ...walk(role === 'facilitator' ? 'fr' : 'en', role), depth: 1 }],
  ),
]

/** Fewer pressed than that: the crawl has not seen what there is. */
const FEWEST: Readonly<Record<Role, number>> = {
  stranger: 20,
  participant: 20,
  facilitator: 40,
  cofacilitator: 20,
  screen: 8,
}

for (const { roles, language, depth } of WALKS)
  test(`whatever can be pressed by ${roles.join(', ')}, in ${language}, does something and breaks nothing`, async ({
    people,
  }) => {
    test.setTimeout(1_800_000)
    people.provokes(REFUSED)
    const stage = new Stage(people, language)
    const findings: string[] = []
    const pressed: string[] = []
    for (const role of roles) {
      const context = await people.browser({ ...VIEW[role], locale: language === 'fr' ? 'fr-FR' : 'en-GB' })
      const page = await context.newPage()
      const crawler = await Crawler.on(page, ENDS, depth)
      for (const [name, open] of Object.entries(screensOf(role))) {
        const screen: Screen = { name: `${role}: ${name}`, open: () => open(stage, page) }
        await test.step(screen.name, () => crawler.crawl(screen))
      }
      findings.push(...crawler.findings.map(({ screen, way, what }) => `${screen}: ${way}: ${what}`))
      pressed.push(...crawler.pressed)
      expect(crawler.pressed.length, `${role}: ${crawler.pressed.join(', ')}`).toBeGreaterThan(FEWEST[role])
      await context.close()
    }
    await test.info().attach('what was pressed', { body: pressed.join('\n') })
    expect(findings).toEqual([])
  })

const PLANTED = `<!doctype html><html lang="fr"><title>Planted</title><main><h1>Planted</h1>
<button id="dead">Dead</button>
<button onclick="document.querySelector('p').textContent = 'done'">Alive</button><p></p>
<button style="width: 30px; height: 30px"></button>
<button aria-label="Tiny" style="width: 12px; height: 12px; padding: 0" onclick="document.title = 'tiny'"></button>
<a href="/planted-gone">Gone</a>
<a href="#main">Past it</a><div id="main" tabindex="-1">here</div>
<div style="position: relative"><button onclick="document.title = 'pressed'">Covered</button><div style="position: absolute; inset: 0"></div></div>
</main></html>`

test('whoever plants a dead control, one without a name, one that is small, one that is covered and a way to nowhere has them found, and nothing else', async ({
  people,
}) => {
  const page = await (await people.browser(LAPTOP)).newPage()
  const html = (body: string) => ({ contentType: 'text/html; charset=utf-8', body })
  await page.route('**/planted', (route) => route.fulfill(html(PLANTED)))
  await page.route('**/planted-gone', (route) =>
    route.fulfill(html('<main>Il n’y a rien à cette adresse</main>')),
  )
  const crawler = await Crawler.on(page, ENDS)
  await crawler.crawl({ name: 'planted', open: () => go(page, '/planted') })
  expect(crawler.findings.map(({ way, what }) => `${way}: ${what}`).sort()).toEqual([
    expect.stringMatching(/^: is too small to be pressed, 12 × 12: <button aria-label="Tiny"/),
    expect.stringMatching(/^: shows button without a name$/),
    expect.stringMatching(/^a « Gone »: leads to a broken page: /),
    expect.stringMatching(/^button « {2}»: does nothing$/),
    expect.stringMatching(/^button « Covered »: cannot be pressed: /),
    expect.stringMatching(/^button « Dead »: does nothing$/),
  ])
})
