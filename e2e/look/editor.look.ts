import type { Page } from '@playwright/test'
import { test } from '../fixtures/test.ts'
import { type Light, look, type Place } from './look.ts'

const isFrench = (light: Light) => light.locale === 'fr-FR'

const toConsole = async (page: Page, { session, secret }: Place) => {
  if (!page.url().includes('/console/')) await page.goto(`/console/${session}#${secret}`)
  await page
    .getByRole('button', { name: /^(Menu de la|Session menu)/ })
    .first()
    .waitFor()
}

const toPlan = async (page: Page, place: Place) => {
  await toConsole(page, place)
  await page.goto(`/console/${place.session}/plan`)
  await page.getByRole('grid').waitFor()
}

test('the plan is written', async ({ people }) => {
  const facilitator = await people.facilitator({ template: 'visio-24-avril' })
  const place = facilitator.created
  const wall = facilitator.activity('wall')
  const definition = wall.definition as object
  await facilitator.do({
    type: 'plan-edit',
    activity: wall.id,
    patch: {
      definition: {
        ...definition,
        categories: [
          { colour: 0, label: 'Idée' },
          { colour: 3, label: 'Besoin' },
        ],
      },
    },
  })
  const atPlan = async (page: Page) => toPlan(page, place)
  await look(people, place, 'editor-plan', { phone: atPlan, laptop: atPlan })
  const atForm = async (page: Page, light: Light) => {
    await atPlan(page)
    await page.getByRole('row').nth(1).click()
    await page
      .getByRole('textbox', { name: isFrench(light) ? /^Consigne/ : /^Instructions/ })
      .scrollIntoViewIfNeeded()
  }
  await look(people, place, 'editor-form', { phone: atForm, laptop: atForm })
  const atColours = async (page: Page, light: Light) => {
    await atPlan(page)
    await page.getByRole('row', { name: wall.title }).click()
    const swatch = page.getByRole('button', {
      name: isFrench(light) ? /^Couleur de la cat/ : /^Colour of cat/,
    })
    await swatch.first().click()
  }
  await look(people, place, 'editor-colours', { phone: atColours, laptop: atColours })
  const inPanel = async (page: Page, light: Light) => {
    await toConsole(page, place)
    if ((page.viewportSize()?.width ?? 0) < 700)
      await page.getByRole('button', { name: isFrench(light) ? 'Déroulé' : 'Plan' }).click()
    await page
      .getByRole('button', { name: isFrench(light) ? 'Modifier le déroulé' : 'Edit the plan' })
      .click()
    await page.getByRole('grid').waitFor()
  }
  await look(people, place, 'editor-panel', { phone: inPanel, laptop: inPanel })
})
