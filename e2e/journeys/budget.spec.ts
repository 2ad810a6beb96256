import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { openGroups } from '../fixtures/groups.ts'
import { introduce } from '../fixtures/participant-page.ts'
import { type People, PHONE } from '../fixtures/people.ts'
import { adapt } from '../fixtures/plan.ts'
import { expect, test } from '../fixtures/test.ts'

const FIRST_LOAD_MAX_BYTES = 180_000
const TEMPLATE = 'visio-24-avril'
const LONG = { durationMs: 3_600_000 }

interface FirstLoad {
  readonly page: Page
  readonly policy: string
  /** Expects that all the JavaScript asked for until now is within the budget. */
  readonly expectSmall: (where: string) => Promise<void>
}

/** What a later part says of how it looks wins over what every page says: the page's own style sheet comes first. */
async function expectOrder(page: Page): Promise<void> {
  const sheets = page.locator('link[rel=stylesheet]')
  await expect(sheets.first()).toHaveAttribute('href', /\/index-[\w-]+\.css$/)
  await expect(page.locator('body link[rel=stylesheet]')).toHaveCount(0)
  expect(await sheets.count()).toBeGreaterThan(1)
}

/** A phone that was never here opens the participants' link. */
async function firstLoad(people: People, session: string): Promise<FirstLoad> {
  const page = await (await people.browser(PHONE)).newPage()
  // The code of later activities is fetched ahead in idle moments, and not on a sparing connection: here only what is needed counts.
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
  )
  const scripts = new Map<string, Promise<number>>()
  page.on('response', (response) => {
    if (new URL(response.url()).pathname.endsWith('.js'))
      scripts.set(
        response.url(),
        response.body().then((body) => gzipSync(body).length),
      )
  })
  const response = await page.goto(`/p/${session}`)
  return {
    page,
    policy: response?.headers()['content-security-policy'] ?? '',
    async expectSmall(where) {
      await page.waitForLoadState('networkidle')
      const sizes = await Promise.all(scripts.values())
      const each = [...scripts.keys()].map((url, at) => `${url.split('/').at(-1)} ${sizes[at]}`)
      const total = sizes.reduce((sum, size) => sum + size, 0)
      const told = `${where}: ${sizes.length} scripts, ${total} bytes gzip`
      test.info().annotations.push({ type: 'measure', description: told })
      expect(sizes.length).toBeGreaterThan(0)
      expect(total, [told, ...each].join('\n')).toBeLessThanOrEqual(FIRST_LOAD_MAX_BYTES)
    },
  }
}

test('a participant’s first load is small, from this server only, under a strict policy', async ({
  people,
}) => {
  const facilitator = await people.facilitator({ template: TEMPLATE })
  const { page, policy, expectSmall } = await firstLoad(people, facilitator.seat.session)
  await expect(page.getByRole('textbox').first()).toBeVisible()
  await expectSmall('at the door')

  expect(policy).toMatch(/default-src '(self|none)'/)
  expect(policy).not.toContain('unsafe')
  expect(policy).not.toMatch(/script-src[^;]*\bhttps?:/)
})

test('the first load of whoever comes late, into whatever runs, is small too', async ({ people }) => {
  const facilitator = await people.facilitator({ template: TEMPLATE })
  const { session } = facilitator.seat
  const rally = await adapt(facilitator, 'word-rally', {}, LONG)
  const table = await adapt(facilitator, 'round-table', {}, LONG)
  await people.bots(session, 0, 2)

  const comeLate = async (name: string, where: string, sees: (page: Page) => Promise<void>) => {
    const { page, expectSmall } = await firstLoad(people, session)
    await introduce(page, name)
    await sees(page)
    await expectSmall(where)
    await expectOrder(page)
  }
  await facilitator.go(facilitator.activity('slide').id)
  await comeLate('Aïcha', 'into a slide', (page) =>
    expect(page.getByRole('heading', { name: facilitator.activity('slide').title })).toBeVisible(),
  )
  await facilitator.go(facilitator.activity('wall').id)
  await comeLate('Baptiste', 'into a wall', (page) =>
    expect(page.getByRole('textbox', { name: 'Nouveau post-it' })).toBeVisible(),
  )
  await facilitator.go(rally)
  await comeLate('Chloé', 'into a rally', (page) =>
    expect(page.getByRole('textbox', { name: 'Votre histoire' })).toBeEditable(),
  )
  await facilitator.go(table)
  await openGroups(facilitator, table, { min: 2, max: 9 })
  await comeLate('Driss', 'into a group', (page) =>
    expect(page.getByRole('region', { name: /^Groupe \d+$/ })).toBeVisible(),
  )
})

/** A telephone at the edge of a network: what Chromium calls “Slow 3G”. */
const SLOW_LINE = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 }
/** What may have come until there is something to read: the page itself. */
const FIRST_WORDS_MAX_BYTES = 8_000
/** Until one can give one's name, and until one's first note is kept. */
const DOOR_MAX_BYTES = 120_000
const FIRST_NOTE_MAX_REQUESTS = 35
/** How far down the name and the way in may be on a phone. */
const DOOR_MAX_PX = 600

test('[O25] on a slow line the door is light and the way to the first note has few turns', async ({
  people,
}) => {
  const facilitator = await people.facilitator({ template: TEMPLATE })
  const { session } = facilitator.seat
  await facilitator.go(facilitator.activity('wall').id)

  const page = await (await people.browser({ ...PHONE, viewport: { width: 360, height: 740 } })).newPage()
  const line = await page.context().newCDPSession(page)
  await line.send('Network.enable')
  await line.send('Network.emulateNetworkConditions', SLOW_LINE)
  const came: { url: string; bytes: number }[] = []
  const urls = new Map<string, string>()
  line.on('Network.requestWillBeSent', ({ requestId, request }) => urls.set(requestId, request.url))
  line.on('Network.webSocketCreated', ({ requestId, url }) => urls.set(requestId, url))
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    came.push({ url: urls.get(requestId) ?? '', bytes: encodedDataLength }),
  )
  const began = performance.now()
  const tell = (what: string) => {
    const bytes = came.reduce((sum, one) => sum + one.bytes, 0)
    const told = `${what}: ${((performance.now() - began) / 1_000).toFixed(1)} s, ${bytes} bytes, ${urls.size} requests`
    test.info().annotations.push({ type: 'measure', description: told })
    return { bytes, requests: urls.size, told }
  }

  await page.goto(`/p/${session}`, { waitUntil: 'commit' })
  await expect(page.getByText('Chargement…')).toBeVisible()
  const first = tell('something to read')
  expect(first.bytes, first.told).toBeLessThanOrEqual(FIRST_WORDS_MAX_BYTES)
  const name = page.getByRole('textbox', { name: 'Votre prénom' })
  await expect(name).toBeEditable()
  const door = tell('the door')
  expect(door.bytes, door.told).toBeLessThanOrEqual(DOOR_MAX_BYTES)
  const enter = page.getByRole('button', { name: 'Entrer dans la séance' })
  for (const part of [name, enter])
    expect(await part.evaluate((element) => element.getBoundingClientRect().bottom)).toBeLessThanOrEqual(
      DOOR_MAX_PX,
    )

  await name.pressSequentially('Camille Dupont', { delay: 150 })
  await name.press('Enter')
  await page.getByRole('textbox', { name: 'Nouveau post-it' }).fill('Un potager partagé')
  await page.getByRole('button', { name: 'Coller' }).click()
  await expect(page.getByText('Enregistré').first()).toBeVisible()
  const note = tell('the first note')
  expect(note.requests, note.told).toBeLessThanOrEqual(FIRST_NOTE_MAX_REQUESTS)
})

test('the wire is compressed and the hashed files are kept by the browser', async ({ people, server }) => {
  const facilitator = await people.facilitator({ template: TEMPLATE })
  const html = await (await fetch(`${server.url}/p/${facilitator.seat.session}`)).text()
  const [script] = html.match(/\/assets\/[^"]+\.js/) ?? []
  expect(script).toBeDefined()
  const asset = await fetch(server.url + script, { headers: { 'accept-encoding': 'gzip' } })
  expect(asset.headers.get('content-encoding')).toBe('gzip')
  expect(asset.headers.get('cache-control')).toContain('immutable')
  expect((await fetch(`${server.url}/assets/no-such-file.js`)).status).toBe(404)
})
