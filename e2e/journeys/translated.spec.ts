import type { Locator } from '@playwright/test'
import { ConsolePage } from '../fixtures/console-page.ts'
import { joinInBrowser } from '../fixtures/participant-page.ts'
import { LAPTOP, PHONE } from '../fixtures/people.ts'
import { expect, test } from '../fixtures/test.ts'
import { expectTranslated, translate } from '../fixtures/translator.ts'

const WALL = 'Les collaborathons : pour réinventer'
const RALLY = 'Rallye des mots – écriture'
const GROUPS = 'Et demain ? – échange en sous-groupes'

/** A figure that does not stand still. */
async function goesOn(figure: Locator): Promise<void> {
  const before = await figure.textContent()
  await expect(figure).not.toHaveText(before ?? '')
}

test('the browser translates every page, from the first to the récolte; all goes on', async ({ people }) => {
  const facilitator = await (await people.browser(LAPTOP)).newPage()
  await translate(facilitator)
  await facilitator.goto('/')
  await expectTranslated(facilitator, 'home')
  const console = await ConsolePage.fromTemplate(facilitator, /Visio du 24 avril/)
  await expectTranslated(facilitator, 'console')
  await console.editPlan()
  await expectTranslated(facilitator, 'plan editor')
  await console.prepare(RALLY, '20 s', (page) =>
    page.getByRole('spinbutton', { name: 'Secondes entre deux mots' }).fill('2'),
  )
  await console.prepare(GROUPS, '60 s')
  await console.open()

  const { session } = console
  const screen = await facilitator.context().newPage()
  await translate(screen)
  await screen.goto(`/screen/${session}`)
  await expectTranslated(screen, 'screen, lobby')
  const come = (name: string) => joinInBrowser(people, session, name, PHONE, translate)
  const phone = await come('Rose')
  const other = await come('Pierre')
  const pages = [phone, other]
  await expect(phone.getByRole('heading', { name: 'Bienvenue, Rose' })).toBeVisible()
  await expect(phone.locator('[translate="no"]').getByText('Rose').first()).toBeVisible()
  await expectTranslated(phone, 'phone, lobby')
  await expect(facilitator.getByText('2 ici sur 2', { exact: false }).first()).toBeAttached()

  await test.step('a slide', async () => {
    await console.start()
    for (const page of [phone, screen]) await expect(page.getByRole('timer').first()).toBeVisible()
    await expectTranslated(phone, 'phone, slide')
  })

  await test.step('a wall, a vote', async () => {
    await console.goTo(WALL)
    const field = phone.getByRole('textbox', { name: 'Nouveau post-it' })
    await field.fill('Relier les initiatives')
    await field.press('Enter')
    await expect(field).toHaveValue('')
    await expect(phone.getByText('Enregistré', { exact: true }).first()).toBeVisible()
    for (const [where, page] of Object.entries({ console: facilitator, screen }))
      await expect(page.getByText('Relier les initiatives').first(), where).toBeAttached()
    await expect(other.getByRole('button', { name: 'Le mur 1', includeHidden: true })).toBeAttached()
    await expectTranslated(screen, 'screen, wall')
    await console.press('Lancer un vote…')
    await console.press('Lancer le vote')
    await phone.getByRole('button', { name: 'Ajouter un point : Relier les initiatives' }).click()
    await expect(facilitator.getByText('1 sur 2 ont voté')).toBeVisible()
    await console.press('Clore le vote')
    await console.press('Clore et compter')
    await expect(
      phone.getByRole('region', { name: 'Résultat du vote' }).getByRole('listitem').first(),
    ).toContainText('Relier les initiatives')
  })

  await test.step('a rally', async () => {
    await console.goTo(RALLY)
    const story = phone.getByRole('textbox', { name: 'Votre histoire' })
    await expect(story).toBeEditable()
    await story.fill('Histoire de Rose, derrière les fenêtres.')
    for (const page of [phone, screen])
      await expect(page.getByRole('list', { name: 'Les mots' }).getByText('silence')).toBeVisible()
    await expectTranslated(phone, 'phone, rally')
  })

  await test.step('a tour de table, on time', async () => {
    await console.goTo(GROUPS)
    await console.press('Former les groupes')
    await console.press('Lancer les groupes')
    for (const page of pages) await page.getByRole('button', { name: 'Je suis là' }).click()
    await phone.getByRole('button', { name: /Lancer le tour de parole|Commencer sans attendre/ }).click()
    await goesOn(phone.getByRole('timer').first())
    // Words with a figure in them: nothing keeps the translator from these.
    await goesOn(phone.getByText(/^Retour en plénière/).first())
    await Promise.all(pages.map((page) => page.getByRole('button', { name: 'J’ai fini' }).click()))
    for (const page of pages) await expect(page.getByRole('heading', { name: 'Échange libre' })).toBeVisible()
    await expectTranslated(phone, 'phone, round table')
  })

  await console.finish()
  await facilitator.getByRole('link', { name: 'Voir la récolte' }).click()
  await expect(facilitator.getByText('Relier les initiatives').first()).toBeVisible()
  await expectTranslated(facilitator, 'récolte')
})
