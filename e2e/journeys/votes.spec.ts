import type { WallEdit } from '@escale/shared/activities/wall'
import { expectAccessible } from '../fixtures/axe.ts'
import { joinInBrowser } from '../fixtures/participant-page.ts'
import { LAPTOP, PHONE } from '../fixtures/people.ts'
import { adapt } from '../fixtures/plan.ts'
import { expect, test } from '../fixtures/test.ts'

const IDEAS = [
  'Relier les initiatives',
  'Un lieu ouvert',
  'Apprendre ensemble',
  'Raconter',
  'Fêter',
  'Cartographier',
]

test('twenty vote in secret, from phones and otherwise; the result is ranked, ties are ties, and the first go to a second round', async ({
  people,
}) => {
  const facilitator = await people.facilitator({ template: 'visio-24-avril' })
  const wall = await adapt(facilitator, 'wall', { identity: 'anonymous' })
  const { session, secret } = facilitator.created
  const console = await people.page(`/console/${session}#${secret}`, LAPTOP)
  await expect(console.getByRole('navigation', { name: 'Déroulé' })).toBeVisible()
  const screen = await console.context().newPage()
  await screen.goto(`/screen/${session}`)
  await facilitator.go(wall)
  const phone = await joinInBrowser(people, session, 'Soizic', PHONE)
  const bots = await people.bots(session, 0, 19)
  await Promise.all(bots.map((bot) => bot.until((sight) => sight.activity?.id === wall)))
  for (const [i, text] of IDEAS.entries())
    await facilitator.write({
      type: 'put',
      note: { id: `n${i}`, text, colour: i, zone: '' },
    } satisfies WallEdit)

  await console.getByRole('button', { name: 'Lancer un vote…' }).click()
  await expectAccessible(console, 'console, the rules of a vote')
  await console.getByRole('button', { name: 'Lancer le vote' }).click()
  await expect(screen.getByText('/20')).toBeVisible()
  await expect(phone.getByText(/personne ne saura pour quoi vous avez voté/)).toBeVisible()
  const more = phone.getByRole('button', { name: 'Ajouter un point : Un lieu ouvert' })
  for (let n = 0; n < 3; n++) await more.click()
  await expect(
    phone.getByRole('region', { name: 'Vote' }).getByText('Tous vos points sont donnés'),
  ).toBeVisible()
  await expect(more).toHaveAttribute('aria-disabled', 'true')
  await phone.getByRole('button', { name: 'Retirer un point : Un lieu ouvert' }).click()
  await expect(phone.getByRole('region', { name: 'Vote' }).getByText('Encore 1 point')).toBeVisible()

  const round = facilitator.sight.activity?.view as { votes: { rounds: { id: string }[] } }
  const id = round.votes.rounds[0]?.id ?? ''
  const dot = (note: number, dots: number): WallEdit => ({ type: 'dot', round: id, note: `n${note}`, dots })
  await Promise.all(
    bots.map(async (bot, i) => {
      await bot.write(dot(i % 2 === 0 ? 0 : 2, 2))
      // The last leaves one unspent, so that two notes are level.
      if (i < 18) await bot.write(dot(3, 1))
    }),
  )
  await expect(console.getByText('20 sur 20 ont voté')).toBeVisible()
  await expect(screen.getByText('20/20')).toBeVisible()
  await expect(screen.getByText('Relier les initiatives')).toBeHidden()
  for (const [who, page] of Object.entries({ console, phone }))
    await expectAccessible(page, `${who}, a vote that runs`)

  await console.getByRole('button', { name: 'Clore le vote' }).click()
  await console.getByRole('button', { name: 'Clore et compter' }).click()
  const lines = screen.getByRole('region', { name: 'Résultat du vote' }).getByRole('listitem')
  await expect(lines).toHaveText([
    /^1erRelier les initiatives20$/,
    /^2eex æquoApprendre ensemble18$/,
    /^2eex æquoRaconter18$/,
    /^4eUn lieu ouvert2$/,
  ])
  const result = phone.getByRole('region', { name: 'Résultat du vote' })
  await expect(result.getByRole('listitem').first()).toContainText('Relier les initiatives')
  for (const [who, page] of Object.entries({ console, screen }))
    await expectAccessible(page, `${who}, the result of a vote`)

  await console.getByRole('button', { name: 'Deuxième tour…' }).click()
  await console.getByRole('spinbutton', { name: /Combien/ }).fill('2')
  await expect(console.getByText('3 choix, ex æquo compris.')).toBeVisible()
  await console.getByRole('button', { name: 'Lancer le vote' }).click()
  await expect(phone.getByRole('button', { name: /^Ajouter un point/ })).toHaveCount(3)
  await console.getByRole('button', { name: 'Abandonner le vote…' }).click()
  await console.getByRole('button', { name: 'Abandonner', exact: true }).click()
  // The first vote stands, on the notes too.
  await expect(phone.getByRole('button', { name: 'Aller au vote' })).toBeHidden()
  await phone.getByRole('button', { name: 'Le mur' }).click()
  await expect(phone.getByText('20 votes')).toBeAttached()
  // So narrow a phone begins with the list; the papers are a press away.
  await phone.getByRole('button', { name: 'Mur', exact: true }).click()

  await console.getByText('Règles du mur').click()
  await console.getByRole('switch', { name: 'Cœurs sur les post-it' }).click()
  await phone.getByRole('button', { name: 'J’aime : Fêter' }).click()
  await expect(phone.getByRole('button', { name: 'J’aime : Fêter, 1 cœur' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await expectAccessible(phone, 'phone, hearts and votes on notes')
})
