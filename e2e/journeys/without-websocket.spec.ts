/** A network that lets no WebSocket through: one takes part all the same, and is told what is the matter. */

import { OfficeProxy, type ProxyHabits } from '../fixtures/office-proxy.ts'
import { introduce } from '../fixtures/participant-page.ts'
import { LAPTOP, People, PHONE } from '../fixtures/people.ts'
import { expect, test } from '../fixtures/test.ts'

const TEMPLATE = 'visio-24-avril'
/** What browsers say of what is refused on the way. */
const REFUSED = /Failed to load resource|WebSocket connection to|net::ERR_/

for (const upgrades of ['refused', 'unanswered'] as const)
  test(`[P16] where WebSocket is ${upgrades}, a note from a phone is on everybody’s wall, and theirs on the phone`, async ({
    browser,
    people,
    server,
  }) => {
    const proxy = await OfficeProxy.start(server.port, { upgrades })
    const office = new People(browser, proxy.url)
    const facilitator = await people.facilitator({ template: TEMPLATE })
    const { session } = facilitator.seat
    await facilitator.go(facilitator.activity('wall').id)

    const phone = await office.page(`/p/${session}`, PHONE)
    await introduce(phone, 'Zoé')
    const field = phone.getByRole('textbox', { name: 'Nouveau post-it' })
    await expect(field).toBeVisible()
    await expect(phone.getByText('Connecté, plus lentement')).toBeAttached()
    expect(proxy.upgrades).toBe(1)
    await field.fill('Collé depuis le bureau')
    await phone.getByRole('button', { name: 'Coller' }).click()

    const elsewhere = await people.page(`/p/${session}`, LAPTOP)
    await introduce(elsewhere, 'Ali')
    await expect(elsewhere.getByText('Collé depuis le bureau').first()).toBeVisible()
    await expect(elsewhere.getByText('Connecté', { exact: true })).toBeAttached()
    await elsewhere.getByRole('textbox', { name: 'Nouveau post-it' }).fill('Collé d’ailleurs')
    await elsewhere.getByRole('button', { name: 'Coller' }).click()
    await phone.getByRole('button', { name: 'Le mur' }).click()
    await expect(phone.getByText('Collé d’ailleurs').first()).toBeVisible()
    // What was found out is kept for the tab: documents do not try again, each for itself.
    expect(proxy.upgrades).toBe(1)
    office.provokes(REFUSED)
    office.expectNoTrouble()
    await office.leave()
    await proxy.stop()
  })

const CAUSES: Readonly<Record<string, { readonly habits: ProxyHabits; readonly says: RegExp }>> = {
  'lets nothing stay open': {
    habits: { upgrades: 'refused', polling: 'refused' },
    says: /réseau, ou un mandataire, bloque la connexion en direct/,
  },
  'answers WebSockets with nothing, and refuses the rest': {
    habits: { upgrades: 'unanswered', polling: 'refused' },
    says: /réseau, ou un mandataire, bloque la connexion en direct/,
  },
  'has no server behind it': {
    habits: { upgrades: 'refused', server: 'refused' },
    says: /Le serveur ne répond pas/,
  },
  'waits for ever for a server': {
    habits: { upgrades: 'unanswered', server: 'unanswered' },
    says: /Le serveur ne répond pas/,
  },
  'does not say who was asked': {
    habits: { upgrades: 'refused', rewritesHost: true },
    says: /ESCALE_PUBLIC_URL/,
  },
}

for (const [what, { habits, says }] of Object.entries(CAUSES))
  test(`[P17] a proxy that ${what}: each page says so, and goes on by itself when it works`, async ({
    browser,
    server,
  }) => {
    const proxy = await OfficeProxy.start(server.port, { upgrades: 'refused' })
    const office = new People(browser, proxy.url)
    office.provokes(REFUSED)
    const facilitator = await new People(browser, server.url).facilitator({ template: TEMPLATE })
    const { session, secret } = facilitator.seat
    const context = await office.browser(LAPTOP)
    const driver = await context.newPage()
    await driver.goto(`/console/${session}#${secret}`)
    await expect(driver.getByRole('navigation', { name: 'Déroulé' })).toBeVisible()
    const phone = await (await office.browser(PHONE)).newPage()
    await phone.goto(`/p/${session}`)
    await introduce(phone, 'Zoé')
    const screen = await context.newPage()
    await screen.goto(`/screen/${session}`)
    await expect(screen.getByRole('heading').first()).toBeVisible()

    proxy.habits = habits
    const pages = [driver, phone, screen]
    await Promise.all(pages.map((page) => page.reload()))
    await Promise.all(
      pages.map((page) => expect(page.getByText(says).first()).toBeVisible({ timeout: 20_000 })),
    )
    proxy.habits = { upgrades: 'refused' }
    await Promise.all(
      pages.map((page) => expect(page.getByText(says).first()).toBeHidden({ timeout: 30_000 })),
    )
    office.expectNoTrouble()
    facilitator.close()
    await office.leave()
    await proxy.stop()
  })

test('[P17] whoever comes through a proxy that does not say who was asked is told so at each door', async ({
  browser,
  server,
}) => {
  const proxy = await OfficeProxy.start(server.port, { upgrades: 'refused', rewritesHost: true })
  const office = new People(browser, proxy.url)
  office.provokes(REFUSED)
  const facilitator = await new People(browser, server.url).facilitator({ template: TEMPLATE })
  const { session, secret } = facilitator.seat
  const name = 'Ce serveur ne connaît pas cette adresse'
  const phone = await office.page(`/p/${session}`, PHONE)
  await introduce(phone, 'Zoé')
  await expect(phone.getByRole('heading', { name })).toBeVisible()
  await expect(phone.getByText(/ESCALE_PUBLIC_URL/)).toBeVisible()
  const driver = await office.page(`/console/${session}#${secret}`, LAPTOP)
  await expect(driver.getByRole('heading', { name })).toBeVisible()
  const home = await office.page('/', LAPTOP)
  await home.getByRole('button', { name: 'Voir une démonstration' }).click()
  await expect(home.getByRole('alert').filter({ hasText: name })).toBeVisible()
  // It is mended: who waits before the door comes in by a press.
  proxy.habits = { upgrades: 'refused' }
  await phone.getByRole('button', { name: 'Réessayer' }).click()
  await introduce(phone, 'Zoé')
  await expect(phone.getByText('Connecté, plus lentement')).toBeAttached()
  // And the facilitator’s link has not been thrown away for it.
  await driver.getByRole('button', { name: 'Réessayer' }).click()
  await expect(driver.getByRole('navigation', { name: 'Déroulé' })).toBeVisible()
  office.expectNoTrouble()
  facilitator.close()
  await office.leave()
  await proxy.stop()
})
