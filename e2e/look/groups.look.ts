import type { Page } from '@playwright/test'
import { openGroups } from '../fixtures/groups.ts'
import { test } from '../fixtures/test.ts'
import { type Light, look } from './look.ts'

const isFrench = (light: Light) => light.locale === 'fr-FR'

test('the groups at the desk', async ({ people }) => {
  const facilitator = await people.facilitator({ template: 'visio-24-avril' })
  const place = facilitator.created
  const { session, secret } = place
  const bots = await people.bots(session, 0, 40)
  const table = facilitator.activity('round-table').id
  await facilitator.go(table)
  await openGroups(facilitator, table, { min: 3, max: 4 })
  const toConsole = async (page: Page) => {
    if (!page.url().includes('/console/')) await page.goto(`/console/${session}#${secret}`)
    await page
      .getByRole('button', { name: /^(Menu de la|Session menu)/ })
      .first()
      .waitFor()
  }
  const several = async (page: Page, light: Light) => {
    await toConsole(page)
    await page
      .getByRole('button', { name: isFrench(light) ? 'Choisir plusieurs groupes' : 'Choose several groups' })
      .click()
    for (const n of [1, 3, 4])
      await page
        .getByRole('checkbox', { name: isFrench(light) ? `Groupe ${n}` : `Group ${n}`, exact: true })
        .check()
  }
  await look(people, place, 'groups-several', { phone: several, laptop: several })
  const found = async (page: Page, light: Light) => {
    await toConsole(page)
    const tab = page
      .getByRole('navigation', { name: isFrench(light) ? /console/ : /console/i })
      .getByRole('button', { name: isFrench(light) ? /^Personnes/ : /^People/ })
    if (await tab.isVisible()) await tab.click()
    await page.getByRole('searchbox').fill(bots[3]?.seat.name ?? '')
    await page
      .getByRole('button', { name: isFrench(light) ? /^Gestes pour/ : /^Actions for/ })
      .first()
      .click()
  }
  await look(people, place, 'groups-found', { phone: found, laptop: found })
  const moving = async (page: Page, light: Light) => {
    await found(page, light)
    await page
      .getByRole('menuitem', { name: isFrench(light) ? 'Changer de groupe…' : 'Change group…' })
      .click()
  }
  await look(people, place, 'groups-move', { phone: moving, laptop: moving })
})
