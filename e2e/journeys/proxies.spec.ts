import { readFile } from 'node:fs/promises'
import type { BrowserContext, Page, WebSocket } from '@playwright/test'
import { saySkipped, whyMissing } from '../faults/harness/tools.ts'
import { ConsolePage } from '../fixtures/console-page.ts'
import { introduce } from '../fixtures/participant-page.ts'
import { LAPTOP, People, PHONE } from '../fixtures/people.ts'
import { addressOf, framing, PROXIES, type ProxyName, ReverseProxy } from '../fixtures/proxies.ts'
import { freePort, RealServer } from '../fixtures/server.ts'
import { test as base, expect } from '../fixtures/test.ts'

const WALL = 'Les collaborathons : pour réinventer'
/** Twelve by eight, red. */
const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAwAAAAICAIAAABChommAAAAEUlEQVR42mO4ICBAEDGMKgIAVDRaAcqUgV4AAAAASUVORK5CYII=',
  'base64',
)

/** What `/sync` says when there is nothing to say: the presence of nobody. */
const HEARTBEAT = Buffer.from([1, 1, 0])

interface Behind {
  readonly proxy: ReverseProxy
  /** Everything that their browsers asked for, sockets too. */
  readonly asked: URL[]
  readonly people: People
}

/** One server behind one proxy; the people are those of its address. */
const behind = (name: ProxyName, env: Readonly<Record<string, string>> = {}) =>
  base.extend<{ readonly behind: Behind }>({
    behind: async ({ browser }, use, info) => {
      const [tool = name] = name.split(',')
      const missing = whyMissing(tool)
      if (missing !== undefined) saySkipped(`Escale behind ${name}`, missing)
      info.skip(missing !== undefined, missing)
      const port = await freePort()
      const server = await RealServer.start({
        env: { ESCALE_PUBLIC_URL: addressOf(name, port), ...env },
      })
      const proxy = await ReverseProxy.start(name, port, server.port)
      const people = new People(browser, proxy.origin)
      try {
        await use({ proxy, people, asked: [] })
        if (info.status === info.expectedStatus) people.expectNoTrouble()
        else await info.attach('server and proxy', { body: server.output + proxy.output })
      } finally {
        await people.leave()
        await proxy.dispose()
        await server.dispose()
      }
    },
  })

/** A browser that is listened to. */
async function browserOf({ people, asked }: Behind, options = LAPTOP): Promise<BrowserContext> {
  const context = await people.browser(options)
  context.on('request', (request) => asked.push(new URL(request.url())))
  context.on('page', (page) => page.on('websocket', (socket) => asked.push(new URL(socket.url()))))
  return context
}

async function openWall(stage: Behind): Promise<{ console: ConsolePage; laptop: Page; phone: Page }> {
  const { url } = stage.proxy
  const laptop = await (await browserOf(stage)).newPage()
  await laptop.goto(url)
  await laptop.getByRole('button', { name: /Visio du 24 avril/ }).click()
  await expect(laptop).toHaveURL(new RegExp(`^${url}console/[\\w-]+$`))
  const console = new ConsolePage(laptop)
  const phone = await (await browserOf(stage, PHONE)).newPage()
  await phone.goto(`${url}p/${console.session}`)
  await introduce(phone, 'Soizic')
  return { console, laptop, phone }
}

const NAMES = Object.keys(PROXIES) as ProxyName[]
const isInFolder = (name: ProxyName): boolean => PROXIES[name].at !== '/'

for (const name of NAMES.filter(isInFolder))
  behind(name)(
    `[O21] behind ${name}: a workshop from the first page to the récolte`,
    async ({ behind: stage }) => {
      const { proxy, asked } = stage
      const folder = PROXIES[name].at
      const { console, laptop, phone } = await openWall(stage)
      const { session } = console
      const spoken = proxy.url.replace(/^http:..|.$/g, '')

      await laptop.getByRole('button', { name: 'Partager' }).first().click()
      await expect(
        laptop.getByRole('dialog').getByRole('textbox', { name: 'Lien', exact: true }),
      ).toHaveValue(`${proxy.url}p/${session}`)
      await expect(laptop.getByText(spoken, { exact: false }).first()).toBeAttached()
      await laptop.keyboard.press('Escape')
      const screen = await laptop.context().newPage()
      await screen.goto(`${proxy.url}screen/${session}`)
      await expect(screen.getByText(spoken)).toBeVisible()

      await console.start()
      await console.goTo(WALL)
      await phone.getByRole('button', { name: 'Image ou dessin' }).tap()
      await phone
        .getByLabel('Image', { exact: true })
        .setInputFiles({ name: 'pont.png', mimeType: 'image/png', buffer: PHOTO })
      await expect(phone.getByRole('button', { name: 'Retirer l’image' })).toBeVisible()
      const field = phone.getByRole('textbox', { name: 'Nouveau post-it' })
      await field.fill('Le pont')
      await field.press('Enter')
      for (const page of [laptop, screen]) await expect(page.getByText('Le pont').first()).toBeAttached()
      await expect(screen.getByRole('img', { name: 'Image de ce post-it' }).first()).toHaveJSProperty(
        'naturalWidth',
        12,
      )

      await console.finish()
      await laptop.getByRole('link', { name: 'Voir la récolte' }).click()
      await expect(laptop).toHaveURL(`${proxy.url}harvest/${session}`)
      const download = laptop.waitForEvent('download')
      await laptop
        .getByRole('link', { name: /Télécharger : .*Markdown/ })
        .first()
        .click()
      expect((await readFile(await (await download).path())).toString()).toContain('Le pont')

      for (const context of [laptop.context(), phone.context()]) {
        const cookies = await context.cookies(proxy.url)
        expect(cookies.map((cookie) => cookie.path)).toEqual(cookies.map(() => folder))
        expect(cookies.length).toBeGreaterThan(0)
      }
      const outside = asked.filter(
        ({ protocol, pathname }) => /^(http|ws)/.test(protocol) && !pathname.startsWith(folder),
      )
      expect(outside.map(String), 'requests outside of the folder').toEqual([])
      const parts = new Set(asked.map(({ pathname }) => pathname.slice(folder.length).split('/')[0]))
      expect([...parts]).toEqual(expect.arrayContaining(['api', 'io', 'sync', 'assets']))
    },
  )

for (const name of NAMES.filter((one) => !isInFolder(one)))
  behind(name)(`[O21] behind ${name}: what a phone writes is on the console`, async ({ behind: stage }) => {
    const { console, laptop, phone } = await openWall(stage)
    await console.start()
    await console.goTo(WALL)
    const field = phone.getByRole('textbox', { name: 'Nouveau post-it' })
    await field.fill('Le pont')
    await field.press('Enter')
    await expect(laptop.getByText('Le pont').first()).toBeAttached()
  })

behind('caddy, which leaves the folder')(
  '[O23] behind a proxy, in a folder, the demonstration opens at one press',
  async ({ behind: stage }) => {
    const page = await (await browserOf(stage)).newPage()
    await page.goto(stage.proxy.url)
    await page.getByRole('button', { name: 'Voir une démonstration' }).click()
    await expect(page).toHaveURL(new RegExp(`^${stage.proxy.url}console/`))
    await expect(page.getByRole('navigation', { name: 'Déroulé' })).toBeVisible()
    // Its people come by the server's own address.
    await expect(page.getByText(/[1-9]\d* ici sur/).first()).toBeAttached()
  },
)

behind('nginx, which takes the folder off')(
  'what is silent is not cut: heartbeats are quicker than a proxy’s patience',
  async ({ behind: stage }) => {
    const { console, phone } = await openWall(stage)
    const cut: string[] = []
    const sockets: WebSocket[] = []
    phone.on('websocket', (socket) => {
      sockets.push(socket)
      socket.on('close', () => cut.push(new URL(socket.url()).pathname))
    })
    await phone.reload()
    await console.start()
    await console.goTo(WALL)
    await expect(phone.getByRole('textbox', { name: 'Nouveau post-it' })).toBeVisible()
    await expect.poll(() => sockets.map((one) => new URL(one.url()).pathname).join()).toMatch(/\/sync/)
    const sync = sockets.find((one) => new URL(one.url()).pathname.includes('/sync'))
    // Nobody does anything: of two heartbeats the second has come through the whole silence.
    const isHeartbeat = ({ payload }: { payload: string | Buffer }) => HEARTBEAT.equals(Buffer.from(payload))
    for (let n = 0; n < 2; n++) await sync?.waitForEvent('framereceived', { predicate: isHeartbeat })
    expect(cut).toEqual([])
  },
)

const COURSE_PORT = await freePort()
const COURSE = `http://127.0.0.1:${COURSE_PORT}`
for (const allowed of [false, true])
  behind('nginx, which takes the folder off', allowed ? { ESCALE_EMBED_ORIGINS: COURSE } : {})(
    `[O22] a page of another origin ${allowed ? 'that is named shows Escale in a frame' : 'that is not named does not'}`,
    async ({ behind: { proxy }, browser }) => {
      const course = await framing(proxy.url, COURSE_PORT)
      const context = await browser.newContext()
      try {
        const page = await context.newPage()
        const refusals: string[] = []
        page.on('console', (message) => {
          if (message.text().includes('frame-ancestors')) refusals.push(message.text())
        })
        await page.goto(course.url)
        const inside = page.frameLocator('iframe').getByRole('heading', { level: 1 })
        if (allowed) {
          await expect(inside).toBeVisible()
          expect(refusals).toEqual([])
        } else {
          await expect.poll(() => refusals).not.toEqual([])
          await expect(inside).toHaveCount(0)
        }
      } finally {
        await context.close()
        await course.close()
      }
    },
  )
