import { expectAccessible } from '../fixtures/axe.ts'
import { LAPTOP } from '../fixtures/people.ts'
import { adapt } from '../fixtures/plan.ts'
import { expect, test } from '../fixtures/test.ts'

test('a wall is kept, changed, gone back to; nothing is lost, and every screen plays how it grew', async ({
  people,
}) => {
  const facilitator = await people.facilitator({ template: 'visio-24-avril' })
  const wall = await adapt(facilitator, 'wall', { flow: 'direct', identity: 'named' })
  const { session, secret } = facilitator.created
  await facilitator.go(wall)
  const [ann] = await people.bots(session, 1, 2)
  const write = (id: string, text: string) =>
    ann?.write({ type: 'put', note: { id, text, colour: 1, zone: '' }, secret: `secret-of-note-${id}` }, wall)
  await write('n1', 'Relier les initiatives')
  await write('n2', 'Prendre le temps')

  const console = await people.page(`/console/${session}#${secret}`, LAPTOP)
  await console.getByText('Historique').click()
  await console.getByRole('button', { name: 'Garder le mur tel qu’il est' }).click()
  await console.getByRole('textbox', { name: 'Nom' }).fill('Avant le tri')
  await console.keyboard.press('Enter')
  const kept = console.getByRole('list', { name: 'Points de retour' })
  await expect(kept.getByText('Avant le tri')).toBeVisible()

  await ann?.write({ type: 'edit', id: 'n1', text: 'Effacé par erreur' }, wall)
  await write('n3', 'Écrit depuis')
  const screen = await console.context().newPage()
  await screen.goto(`/screen/${session}`)
  await expect(screen.getByText('Écrit depuis')).toBeVisible()

  await console.getByRole('button', { name: /^Voir « ?Avant le tri/ }).click()
  const dialog = console.getByRole('dialog')
  await expect(dialog.getByText('1 post-it écrit depuis va parmi les écartés.')).toBeVisible()
  await expect(dialog.getByText('Relier les initiatives')).toBeVisible()
  await expectAccessible(console, 'console, a checkpoint looked at')
  await dialog.getByRole('button', { name: 'Revenir à ce point' }).click()
  await expect(screen.getByText('Relier les initiatives')).toBeVisible()
  await expect(screen.getByText('Écrit depuis')).toHaveCount(0)
  await expect(console.getByText('Écartés (1)')).toBeVisible()
  await expectAccessible(console, 'console, after going back')
  await console.getByRole('button', { name: 'Défaire le retour' }).click()
  await expect(screen.getByText('Effacé par erreur')).toBeVisible()
  await expect(screen.getByText('Écrit depuis')).toBeVisible()

  await console.getByRole('button', { name: 'Rejouer le mur' }).click()
  const film = screen.getByRole('region', { name: 'Film du mur' })
  await expect(film.locator('[data-here]')).toHaveCount(1)
  await expectAccessible(screen, 'screen, the film')
  await expect(film).toBeHidden()
  await expect(screen.getByText('Écrit depuis')).toBeVisible()
})
