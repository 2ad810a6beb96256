import { openGroups } from '../fixtures/groups.ts'
import { expect, test } from '../fixtures/test.ts'

test('[R38] [R39] from a found person to their group and to another; several groups at once, taken back as one thing', async ({
  people,
}) => {
  const facilitator = await people.facilitator({ template: 'visio-24-avril' })
  const { session, secret } = facilitator.created
  const bots = await people.bots(session, 0, 24)
  const table = facilitator.activity('round-table').id
  await facilitator.go(table)
  await openGroups(facilitator, table, { min: 3, max: 4 })

  const page = await people.page(`/console/${session}#${secret}`)
  const panel = page.getByRole('region', { name: 'Personnes', exact: true })
  await expect(panel.getByRole('button', { name: /^Groupe 1/ })).toBeVisible()
  const name = bots[3]?.seat.name ?? ''
  await panel.getByRole('searchbox').fill(name)
  const room = panel.getByRole('button', { name: /^Groupe \d/ })
  await expect(room).toHaveCount(1)
  const before = Number(/\d+/.exec((await room.locator('span').first().textContent()) ?? '')?.[0])
  const deeds = panel.getByRole('button', { name: `Gestes pour ${name}` })

  await deeds.click()
  await page.getByRole('menuitem', { name: `Voir son groupe (groupe ${before})` }).click()
  const tile = page.getByRole('listitem', { name: `Groupe ${before}`, exact: true })
  await expect(tile).toBeFocused()
  await expect(tile).toBeInViewport()

  await deeds.click()
  await page.getByRole('menuitem', { name: 'Changer de groupe…' }).click()
  const other = before === 2 ? 3 : 2
  await page
    .getByRole('dialog')
    .getByRole('button', { name: `Groupe ${other}` })
    .click()
  await expect(room).toContainText(`Groupe ${other}`)
  await expect(page.getByText(`${name} est maintenant dans le groupe ${other}.`).first()).toBeVisible()
  await page
    .getByRole('button', { name: /^Défaire/ })
    .first()
    .click()
  await expect(room).toContainText(`Groupe ${before}`)
  await panel.getByRole('searchbox').fill('')

  // By the keyboard alone.
  const choose = page.getByRole('button', { name: 'Choisir plusieurs groupes' })
  await choose.focus()
  await page.keyboard.press('Enter')
  const bar = page.getByRole('region', { name: 'Groupes choisis' })
  for (const n of [1, 3]) {
    await page.getByRole('checkbox', { name: `Groupe ${n}`, exact: true }).focus()
    await page.keyboard.press('Space')
  }
  await expect(bar.getByRole('status')).toHaveText('Groupes choisis : 1 et 3')
  await bar.getByRole('button', { name: 'Donner 5 min' }).click()
  const longer = page.getByText(/^jusqu’à\s\+\s5/)
  await expect(longer).toHaveCount(2)
  await page.getByRole('button', { name: 'Défaire : geste sur plusieurs groupes' }).click()
  await expect(longer).toHaveCount(0)

  await bar.getByRole('button', { name: 'Écrire' }).click()
  const dialog = page.getByRole('dialog', { name: 'Message aux groupes 1 et 3' })
  await dialog.getByRole('textbox').fill('Encore cinq minutes')
  await dialog.getByRole('button', { name: 'Envoyer' }).click()
  await expect(dialog).toBeHidden()
  const told = bots.filter((bot) => bot.sight.me?.messages.some((m) => m.text === 'Encore cinq minutes'))
  expect(new Set(told.map((bot) => bot.sight.me?.room))).toEqual(new Set(['g1', 'g3']))

  await bar.getByRole('button', { name: 'Réunir dans le groupe 1' }).click()
  await expect(page.getByRole('listitem', { name: 'Groupe 3', exact: true })).toHaveCount(0)
  await page.getByRole('button', { name: 'Défaire : geste sur plusieurs groupes' }).click()
  await expect(page.getByRole('listitem', { name: 'Groupe 3', exact: true })).toHaveCount(1)
  await bar.getByRole('button', { name: 'Terminer le choix' }).click()
  await expect(choose).toBeFocused()

  // Of one group: a menu of its own, that ends inside the window however many there are.
  await page.getByRole('button', { name: 'Réunir le groupe 6 avec un autre' }).click()
  const menu = page.getByRole('menu')
  await expect(menu.getByRole('menuitem', { name: 'Réunir avec le groupe 5' })).toBeVisible()
  const box = await menu.boundingBox()
  const height = page.viewportSize()?.height ?? 0
  expect(box && box.y >= 0 && box.y + box.height <= height).toBe(true)
})
