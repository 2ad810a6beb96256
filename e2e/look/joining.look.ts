import { Browser } from '@escale/bots'
import type { Page } from '@playwright/test'
import { test } from '../fixtures/test.ts'
import { type Light, look } from './look.ts'

const isFrench = (light: Light) => light.locale === 'fr-FR'
const press = (page: Page, light: Light, fr: string | RegExp, en: string | RegExp) =>
  page
    .getByRole('button', { name: isFrench(light) ? fr : en })
    .first()
    .click()

test('who waits at the door, and the line in the console', async ({ people }) => {
  const facilitator = await people.facilitator({ template: 'visio-24-avril' })
  const { session } = facilitator.created
  await people.bots(session, 0, 6)
  await facilitator.do({ type: 'approval', on: true })
  const { baseUrl } = facilitator.seat.browser
  for (const name of ['Maëlle', 'Un prénom vraiment très long pour une seule ligne', 'Idriss', 'Zoé'])
    await new Browser(baseUrl).join(session, { name })
  await look(people, facilitator.created, 'joining-waiting', {
    phone: async (page, light) => {
      await page.getByRole('heading', { name: isFrench(light) ? /presque/ : /almost/ }).waitFor()
    },
    laptop: async () => undefined,
  })
  // The console on a telephone, at its people.
  await look(people, facilitator.created, 'joining-narrow', {
    laptop: async (page, light) => {
      await page.setViewportSize({ width: 360, height: 740 })
      await press(page, light, /^Personnes/, /^People/)
    },
  })
  await look(people, facilitator.created, 'joining-many', {
    laptop: async (page, light) => {
      await press(page, light, 'Retirer plusieurs personnes', 'Remove several people')
      await press(page, light, /sans activité/, /without activity/)
    },
  })
})
