import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from '../fixtures/axe.ts'
import { joinInBrowser } from '../fixtures/participant-page.ts'
import { LAPTOP, type People, PHONE } from '../fixtures/people.ts'
import { adapt } from '../fixtures/plan.ts'
import { expectAtRest } from '../fixtures/rest.ts'
import { expect, test } from '../fixtures/test.ts'

const TEXTS = ['Relier les initiatives', 'Du temps', 'Des outils libres', 'des OUTILS  libres', 'Une fête']

/** A wall of two zones with all the texts in the first. */
async function openZones(people: People, settings: Readonly<Record<string, unknown>> = {}) {
  const facilitator = await people.facilitator({ template: 'visio-24-avril' })
  const activity = await adapt(facilitator, 'wall', {
    ...{ identity: 'named', layout: 'columns', ...settings },
    zones: [
      { id: 'z1', title: 'Envies' },
      { id: 'z2', title: 'Freins' },
    ],
  })
  await facilitator.go(activity)
  for (const [i, text] of TEXTS.entries())
    await facilitator.do({
      type: 'write',
      activity,
      edit: { type: 'put', note: { id: `n${i}`, text, colour: i % 2, zone: 'z1' } },
    })
  return { facilitator, activity, ...facilitator.created }
}

test('[M40] the wall as a list, with the keyboard: searched, grouped, merged, undone; everybody sees the stack; at rest nothing moves', async ({
  people,
}) => {
  const { facilitator, activity, session, secret } = await openZones(people)
  const console = await people.page(`/console/${session}#${secret}`, LAPTOP)
  const wall = console.getByRole('region', { name: 'Le mur', exact: true })
  await expect(wall.getByText('Une fête')).toBeVisible()

  await wall.getByRole('button', { name: 'Liste', exact: true }).press('Enter')
  const list = wall.getByRole('list', { name: 'Envies' })
  await expect(list.getByRole('listitem')).toHaveCount(5)
  await wall.getByRole('searchbox', { name: 'Chercher dans les post-it' }).fill('OUTILS librés')
  await expect(list.getByRole('listitem')).toHaveCount(2)
  await expect(wall.getByText('2 post-it sur 5')).toBeVisible()
  await expectAccessible(console, 'console, the wall as a list')

  // Both that are shown are picked and made one, with the keyboard alone.
  await list.getByRole('button', { name: /^Modifier le post-it : Des outils libres/ }).focus()
  await console.keyboard.press('ArrowDown')
  await expect(list.getByRole('button', { name: /des OUTILS\s+libres/ })).toBeFocused()
  await console.keyboard.press('x')
  await console.keyboard.press('Control+a')
  const bar = wall.getByRole('toolbar', { name: 'Sélection' })
  await expect(bar.getByText('2 post-it choisis')).toBeVisible()
  await expect(list.getByRole('checkbox', { name: /^Des outils libres/ })).toBeChecked()
  await expectAccessible(console, 'console, notes picked')
  await bar.getByRole('button', { name: 'Fusionner' }).press('Enter')
  await console.getByRole('dialog').getByRole('button', { name: 'Fusionner' }).press('Enter')
  await wall.getByRole('button', { name: 'Tout afficher' }).press('Enter')
  await expect(list.getByRole('listitem')).toHaveCount(4)
  await wall.getByRole('button', { name: 'Défaire mon dernier geste sur le mur' }).press('Enter')
  await expect(list.getByRole('listitem')).toHaveCount(5)

  // Grouped under a name, and the group is one thing on a phone.
  await list.getByRole('checkbox', { name: /^Relier/ }).check()
  await expect(bar.getByText('2 post-it choisis')).toBeVisible()
  await bar.getByRole('button', { name: 'Regrouper' }).click()
  await console.getByRole('textbox', { name: 'Nom de la pile' }).fill('Tisser')
  await console.keyboard.press('Enter')
  const phone = await joinInBrowser(people, session, 'Soizic', {
    ...PHONE,
    viewport: { width: 360, height: 740 },
  })
  await phone.getByRole('button', { name: /^Le mur/ }).click()
  const stack = phone.getByRole('article', { name: 'Pile : Tisser' })
  await stack.getByRole('button', { name: /Tisser/ }).click()
  await expect(stack.getByRole('listitem')).toHaveCount(2)
  await expectAccessible(phone, 'phone, a stack that is open')
  await wall.getByRole('button', { name: 'Terminer' }).click()
  await wall.getByRole('button', { name: 'Mur', exact: true }).click()
  await wall.getByRole('button', { name: /^Modifier le post-it : Une fête/ }).focus()
  await console.keyboard.press('Alt+Home')
  await expect(wall.getByRole('list', { name: 'Envies' }).getByRole('listitem').first()).toContainText(
    'Une fête',
  )
  await console.keyboard.press('Control+z')
  await console.keyboard.press('Control+z')
  await expect(stack).toHaveCount(0)

  // What has landed is part of the page: were each a layer, or an animation in effect, a wall of hundreds would stand still.
  const screen = await console.context().newPage()
  await screen.goto(`/screen/${session}`)
  const many = Array.from({ length: 40 }, (_, i) => `Une intention, la ${i}e`)
  for (const [i, text] of many.entries())
    await facilitator.do({
      type: 'write',
      activity,
      edit: { type: 'put', note: { id: `many${i}`, text, colour: i % 8, zone: i % 2 ? 'z1' : 'z2' } },
    })
  for (const layout of ['columns', 'picture', 'matrix', 'timeline', 'canvas']) {
    await facilitator.do({ type: 'act', activity, action: { type: 'set', settings: { layout } } })
    for (const [who, page] of Object.entries({ console, phone, screen })) {
      await expect(page.getByRole('group', { name: 'Tableau' })).toHaveCount(layout === 'columns' ? 0 : 1)
      await expectAtRest(page, `${who}, ${layout}`)
    }
  }
})

test('[M46] notes are dragged into another zone: with the mouse, also where the wall is enlarged, and with a finger', async ({
  people,
}) => {
  const { session, secret } = await openZones(people, { rights: { edit: 'all', move: 'all', remove: 'own' } })
  const console = await people.page(`/console/${session}#${secret}`, {
    viewport: { width: 1280, height: 1400 },
  })
  const phone = await joinInBrowser(people, session, 'Soizic', {
    ...PHONE,
    viewport: { width: 360, height: 1200 },
  })
  const zoneOf = (page: Page, title: string) => page.locator('[data-zone]').filter({ hasText: title })
  const middle = async (place: Locator) => {
    await place.scrollIntoViewIfNeeded()
    const box = (await place.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
    return { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 60) }
  }
  const drag = async (text: string, title: string) => {
    const from = await middle(zoneOf(console, 'Envies').locator('[data-item]').filter({ hasText: text }))
    const to = await middle(zoneOf(console, title))
    await console.mouse.move(from.x, from.y)
    await console.mouse.down()
    await console.mouse.move(to.x, to.y, { steps: 8 })
    await console.mouse.up()
    await expect(zoneOf(console, title)).toContainText(text)
  }
  // What one sorts with comes last of all.
  const canLift = (page: Page) =>
    expect(page.getByRole('button', { name: 'Défaire mon dernier geste sur le mur' })).toBeVisible()
  await canLift(console)
  await drag('Du temps', 'Freins')
  await console.getByRole('button', { name: 'Agrandir le mur' }).click()
  await drag('Une fête', 'Freins')

  await phone.getByRole('button', { name: 'Le mur' }).click()
  await canLift(phone)
  const paper = zoneOf(phone, 'Envies').locator('[data-item]').filter({ hasText: 'Relier les initiatives' })
  const from = await middle(paper)
  const to = await middle(zoneOf(phone, 'Freins'))
  const finger = await phone.context().newCDPSession(phone)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: { x: number; y: number }[]) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints })
  await touch('touchStart', from)
  // A press that is long enough lifts the paper.
  await expect(phone.locator('[aria-hidden][inert]').filter({ hasText: 'Relier' })).toBeVisible()
  await touch('touchMove', { x: from.x, y: (from.y + to.y) / 2 })
  await touch('touchMove', to)
  await touch('touchEnd')
  await expect(zoneOf(phone, 'Freins')).toContainText('Relier les initiatives')
  await expect(zoneOf(console, 'Freins')).toContainText('Relier les initiatives')
})
