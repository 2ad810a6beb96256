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

  // A word to that person alone, which is called back again.
  await deeds.click()
  await page.getByRole('menuitem', { name: `Écrire à ${name}` }).click()
  const alone = page.getByRole('dialog', { name: 'Envoyer un message' })
  await expect(alone.getByText(`Pour ${name}, et personne d’autre que l’animation.`)).toBeVisible()
  await alone.getByRole('textbox').fill('Un mot pour toi')
  await alone.getByRole('button', { name: 'Envoyer' }).click()
  await expect(alone).toBeHidden()
  const has = (text: string) => bots.filter((bot) => bot.sight.me?.messages.some((m) => m.text === text))
  await bots[3]?.until((sight) => sight.me?.messages.some((m) => m.text === 'Un mot pour toi') === true)
  expect(has('Un mot pour toi').map((bot) => bot.seat.name)).toEqual([name])
  await page.getByRole('button', { name: 'Message', exact: true }).click()
  const sent = alone.getByRole('listitem').filter({ hasText: 'Un mot pour toi' })
  await expect(sent).toContainText(name)
  await sent.getByRole('button', { name: 'Retirer' }).click()
  await bots[3]?.until((sight) => sight.me?.messages.length === 0)
  await page.keyboard.press('Escape')
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
  // It is one message, and is taken back as one.
  expect(facilitator.sight.plan?.messages.map(({ to }) => to)).toEqual([{ rooms: ['g1', 'g3'] }])

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
