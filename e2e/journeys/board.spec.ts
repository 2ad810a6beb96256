import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from '../fixtures/axe.ts'
import { joinInBrowser } from '../fixtures/participant-page.ts'
import { LAPTOP, PHONE } from '../fixtures/people.ts'
import { adapt } from '../fixtures/plan.ts'
import { expect, test } from '../fixtures/test.ts'

const boardOf = (page: Page): Locator => page.getByRole('group', { name: 'Tableau' })
const noteOf = (page: Page, text: string): Locator =>
  boardOf(page).getByRole('listitem').filter({ hasText: text })
/** Where a note hangs, in board units, whatever the page looks at. */
const placeOf = (page: Page, text: string): Promise<{ x: number; y: number }> =>
  noteOf(page, text).evaluate((slot) => ({
    x: Number.parseFloat((slot as HTMLElement).style.left),
    y: Number.parseFloat((slot as HTMLElement).style.top),
  }))

test('a canvas: written on in place, moved by hand, by taps and by keys; other layouts lose no place', async ({
  people,
}) => {
  const facilitator = await people.facilitator({ template: 'visio-24-avril' })
  const wall = await adapt(facilitator, 'wall', {
    ...{ layout: 'canvas', identity: 'named', zones: [] },
    axes: { left: 'Peu d’effort', right: 'Beaucoup', bottom: 'Peu d’effet', top: 'Beaucoup' },
  })
  const { session, secret } = facilitator.created
  await facilitator.go(wall)
  const console = await people.page(`/console/${session}#${secret}`, LAPTOP)
  const phone = await joinInBrowser(people, session, 'Soizic', PHONE)

  // In place, by the keys alone: N, the words, Enter.
  await boardOf(console).focus()
  await console.keyboard.press('n')
  await console.keyboard.type('Relier les initiatives')
  await console.keyboard.press('Enter')
  await expect(noteOf(console, 'Relier les initiatives')).toBeVisible()
  // A double click writes where the hand is.
  const board = (await boardOf(console).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  await console.mouse.dblclick(board.x + 120, board.y + 120)
  await console.keyboard.type('Prendre soin')
  await console.keyboard.press('Enter')
  await phone.getByRole('button', { name: 'Le mur' }).click()
  // So narrow a phone begins with the list.
  await phone.getByRole('button', { name: 'Mur', exact: true }).click()
  await expect(noteOf(phone, 'Prendre soin')).toBeVisible()

  // A phone's own note comes to the board and stands beside the others.
  await phone.getByRole('button', { name: 'Écrire' }).first().click()
  await phone.getByRole('textbox', { name: 'Nouveau post-it' }).fill('Une idée du téléphone')
  await phone.getByRole('textbox', { name: 'Nouveau post-it' }).press('Enter')
  await expect(noteOf(console, 'Une idée du téléphone')).toBeVisible()
  await expectAccessible(console, 'console, a canvas')

  // By hand.
  const before = await placeOf(console, 'Prendre soin')
  const card = (await noteOf(console, 'Prendre soin').boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  await console.mouse.move(card.x + card.width / 2, card.y + card.height / 2)
  await console.mouse.down()
  await console.mouse.move(card.x + card.width / 2 + 160, card.y + card.height / 2 + 60, { steps: 4 })
  await console.mouse.up()
  await expect.poll(async () => (await placeOf(console, 'Prendre soin')).x).toBeGreaterThan(before.x + 100)
  const byHand = await placeOf(console, 'Prendre soin')

  // By keys: picked up, led, put down.
  await noteOf(console, 'Prendre soin').getByRole('button').focus()
  await console.keyboard.press('m')
  await console.keyboard.press('ArrowDown')
  await console.keyboard.press('ArrowDown')
  await console.keyboard.press('Enter')
  await expect
    .poll(() => placeOf(console, 'Prendre soin'))
    .toEqual({ x: byHand.x, y: expect.closeTo(byHand.y + 200, 0) })
  // At its new place it is another element, and the keys are still there.
  await expect(noteOf(console, 'Prendre soin').getByRole('button')).toBeFocused()

  // By taps: what to move, then where to.
  await phone.getByRole('button', { name: 'Le mur' }).click()
  const own = await placeOf(phone, 'Une idée du téléphone')
  await phone.getByRole('button', { name: 'Déplacer un post-it' }).tap()
  await noteOf(phone, 'Une idée du téléphone').tap()
  const seen = (await boardOf(phone).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  await phone.touchscreen.tap(seen.x + 30, seen.y + 30)
  await expect.poll(() => placeOf(phone, 'Une idée du téléphone')).not.toEqual(own)
  await console.getByRole('button', { name: 'Tout voir' }).click()
  const tapped = await placeOf(phone, 'Une idée du téléphone')
  await expect.poll(() => placeOf(console, 'Une idée du téléphone')).toEqual(tapped)

  // Several picked without a lasso: a press picks and does not open. A vote may be among them only.
  await console.getByRole('button', { name: 'Sélectionner' }).click()
  for (const text of ['Prendre soin', 'Une idée du téléphone']) {
    await noteOf(console, text).getByRole('button').focus()
    await console.keyboard.press('Enter')
  }
  await expect(console.getByRole('dialog')).toBeHidden()
  await expect(console.getByRole('toolbar', { name: /^Sélection/ })).toContainText('2 post-it choisis')
  await console.getByRole('button', { name: 'Lancer un vote…' }).click()
  await expect(console.getByText('La sélection (2)')).toBeAttached()
  await console.keyboard.press('Escape')
  await console.getByRole('button', { name: 'Terminer', exact: true }).click()

  // Another layout and back: every note hangs where it hung.
  const look = async () =>
    Promise.all(['Prendre soin', 'Une idée du téléphone'].map((text) => placeOf(console, text)))
  const hung = await look()
  await facilitator.act({ type: 'set', settings: { layout: 'matrix' } })
  await expect(boardOf(console).getByText('Peu d’effort')).toBeVisible()
  await expectAccessible(phone, 'phone, a matrix')
  await facilitator.act({ type: 'set', settings: { layout: 'canvas' } })
  await expect(boardOf(console).getByText('Peu d’effort')).toBeHidden()
  await expect.poll(look).toEqual(hung)
})

test('the wall enlarged over the page: dialogs stand above it, Escape leaves it, so does whoever tabs on', async ({
  people,
}) => {
  const facilitator = await people.facilitator({ template: 'visio-24-avril' })
  const wall = await adapt(facilitator, 'wall', { layout: 'columns', identity: 'named', zones: [] })
  await facilitator.go(wall)
  await facilitator.write({
    type: 'put',
    note: { id: 'n1', text: 'Élargir les cercles', colour: 0, zone: '' },
  })
  const { session, secret } = facilitator.created
  const console = await people.page(`/console/${session}#${secret}`, LAPTOP)
  const phone = await joinInBrowser(people, session, 'Soizic', PHONE)
  await phone.getByRole('button', { name: 'Le mur' }).click()
  // Who drives and gave no name is no anonymous participant.
  const note = phone.getByRole('listitem').filter({ hasText: 'Élargir les cercles' })
  await expect(note).toContainText('L’animation')

  for (const page of [console, phone]) {
    const enlarge = page.getByRole('button', { name: 'Agrandir le mur' })
    await enlarge.click()
    await expect(enlarge).toHaveAttribute('aria-pressed', 'true')
    const { width, height } = page.viewportSize() ?? { width: 0, height: 0 }
    await expect
      .poll(() => page.locator('[popover]').evaluate((large) => [large.clientWidth, large.clientHeight]))
      .toEqual([width, height])
    await expectAccessible(page, 'a wall over the page')
  }
  await console.getByRole('button', { name: /^Modifier le post-it/ }).click()
  const dialog = console.getByRole('dialog')
  await dialog.getByRole('textbox').first().fill('Élargir les cercles, encore')
  await console.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(console.locator('[popover]')).toBeVisible()
  await console.keyboard.press('Escape')
  await expect(console.locator('[popover]')).toHaveCount(0)
  await expect(console.getByText('Élargir les cercles')).toBeVisible()

  await console.getByRole('button', { name: 'Agrandir le mur' }).click()
  await console.getByRole('button', { name: 'Agrandir le mur' }).press('Shift+Tab')
  await console.keyboard.press('Shift+Tab')
  await console.keyboard.press('Shift+Tab')
  await console.keyboard.press('Shift+Tab')
  await expect(console.locator('[popover]')).toHaveCount(0)
  await phone.getByRole('button', { name: 'Agrandir le mur' }).click()
  await expect(phone.locator('[popover]')).toHaveCount(0)
})
