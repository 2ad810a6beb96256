import type { Page } from '@playwright/test'
import { test } from '../fixtures/test.ts'
import { type Light, look } from './look.ts'

const say = (light: Light, fr: string | RegExp, en: string | RegExp) => (light.locale === 'fr-FR' ? fr : en)
const press = (page: Page, light: Light, fr: string | RegExp, en: string | RegExp) =>
  page
    .getByRole('button', { name: say(light, fr, en) })
    .first()
    .click({ timeout: 30_000 })

/** The settings of the workshop, at their end. */
const toSettings =
  (session: string) =>
  async (page: Page, light: Light): Promise<void> => {
    await page.goto(`/console/${session}/plan`)
    await press(page, light, 'Réglages', 'Settings')
    await page.getByText(say(light, /^Effacée le/, /^Erased on/)).scrollIntoViewIfNeeded()
  }

test('retention: how long, and one person', async ({ people }) => {
  people.provokes(/localStorage/)
  const facilitator = await people.facilitator({ template: 'visio-24-avril' })
  const { session, secret } = facilitator.created
  await people.bots(session, 0, 3)
  const place = { session, secret }

  await look(people, place, 'keeping', {
    laptop: toSettings(session),
    // The door, after leaving.
    phone: async (page, light) => {
      await page.context().clearCookies()
      await page.goto(`/p/${session}`)
      await page.getByText(say(light, /Jusqu’à quand/, /Until when/)).scrollIntoViewIfNeeded()
    },
  })
  await look(people, place, 'erase', {
    phone: async (page, light) => {
      await press(page, light, /^Vous et cet appareil/, /^You and this device/)
      await page.getByRole('menuitem', { name: say(light, /^Effacer/, /^Erase/) }).click()
      await page.getByRole('dialog').waitFor()
    },
    laptop: async (page, light) => {
      await page
        .getByRole('button', { name: say(light, /Gérer/, /Manage/) })
        .nth(1)
        .click()
      await press(page, light, /^Effacer ses données/, /^Erase their data/)
    },
  })
})

test('retention: a session is deleted', async ({ people }) => {
  people.provokes(/410 \(Gone\)/)
  people.provokes(/localStorage/)
  const facilitator = await people.facilitator({ template: 'visio-24-avril' })
  const { session, secret } = facilitator.created
  const place = { session, secret }
  await look(people, place, 'delete', {
    laptop: async (page, light) => {
      await toSettings(session)(page, light)
      await press(page, light, /^Supprimer la séance/, /^Delete the session/)
    },
  })
  const done = await facilitator.seat.browser.request(`/api/sessions/${session}`, {
    method: 'DELETE',
    body: JSON.stringify({ sure: true }),
    headers: { 'content-type': 'application/json' },
  })
  test.expect(done.status).toBe(200)
  await look(people, place, 'deleted', {
    laptop: async () => undefined,
  })
})
