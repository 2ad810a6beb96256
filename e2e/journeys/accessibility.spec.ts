import type { Bot, Facilitator } from '@escale/bots'
import type { Page } from '@playwright/test'
import { expectAccessible } from '../fixtures/axe.ts'
import { beginTour, groupOf, openGroups } from '../fixtures/groups.ts'
import { joinInBrowser } from '../fixtures/participant-page.ts'
import { LAPTOP, type People, PHONE } from '../fixtures/people.ts'
import { adapt } from '../fixtures/plan.ts'
import { expect, test } from '../fixtures/test.ts'

const TEMPLATE = 'visio-24-avril'

interface Eyes {
  readonly participant: Page
  readonly console: Page
  readonly screen: Page
}

async function opened(people: People, facilitator: Facilitator): Promise<Eyes> {
  const { session, secret } = facilitator.created
  const console = await people.page(`/console/${session}#${secret}`, LAPTOP)
  await expect(console.getByRole('navigation', { name: 'Déroulé' })).toBeVisible()
  const screen = await console.context().newPage()
  await screen.goto(`/screen/${session}`)
  await expect(screen.getByRole('heading', { level: 1 })).toBeVisible()
  return { participant: await joinInBrowser(people, session, 'Soizic', PHONE), console, screen }
}

/** All three see `title`; then each is looked at. */
async function lookAt(eyes: Eyes, view: string): Promise<void> {
  for (const [who, page] of Object.entries(eyes)) await expectAccessible(page, `${who}, ${view}`)
}

const runs = (eyes: Eyes, title: string) =>
  Promise.all(
    Object.values(eyes).map((page: Page) =>
      expect(page.getByText(title).filter({ visible: true }).first()).toBeVisible(),
    ),
  )

test('the pages before and around a session pass axe, in the light and in the dark', async ({ people }) => {
  const home = await people.page('/', PHONE)
  await expect(home.getByRole('button', { name: /Visio du 24 avril/ })).toBeVisible()
  await expectAccessible(home, 'home')
  await home.getByRole('link', { name: 'Code source' }).click()
  await expect(home.getByRole('heading', { level: 1, name: /logiciel libre/ })).toBeVisible()
  await expectAccessible(home, 'source')
  await home.goto('/nowhere')
  await expect(home.getByRole('heading', { level: 1 })).toBeVisible()
  await expectAccessible(home, 'no such page')
  people.provokes(/status of 404 .*no-such-session/)
  await home.goto('/p/no-such-session')
  await expect(home.getByRole('heading', { name: /n’existe pas/ })).toBeVisible()
  await expectAccessible(home, 'no such session')

  const facilitator = await people.facilitator({ template: TEMPLATE })
  const door = await people.page(`/p/${facilitator.seat.session}`, PHONE)
  await expect(door.getByRole('textbox').first()).toBeVisible()
  await expectAccessible(door, 'door')
  await door.getByRole('button', { name: 'Entrer dans la séance' }).click()
  await expectAccessible(door, 'door, with a mistake')
  await door.goto(`/screen/${facilitator.seat.session}`)
  await expect(door.getByRole('heading', { level: 1 })).toBeVisible()
  await expectAccessible(door, 'no key for the screen')

  const eyes = await opened(people, facilitator)
  await lookAt(eyes, 'lobby')
  await facilitator.do({ type: 'finish' })
  await expect(eyes.participant.getByRole('heading', { name: /terminée|Merci/ })).toBeVisible()
  await lookAt(eyes, 'the end')
})

test('slide, wall and rally pass axe for participants, facilitators and the room', async ({ people }) => {
  const facilitator = await people.facilitator({ template: TEMPLATE })
  const rally = await adapt(
    facilitator,
    'word-rally',
    { words: ['fenêtre', 'silence'], intervalMs: 1_000 },
    { durationMs: 3_600_000 },
  )
  const eyes = await opened(people, facilitator)
  const [slide] = facilitator.plan()
  if (slide === undefined) throw new Error('an empty plan')
  await facilitator.go(slide.id)
  await runs(eyes, slide.title)
  await lookAt(eyes, 'slide')

  const wall = facilitator.activity('wall')
  await facilitator.go(wall.id)
  await runs(eyes, wall.title)
  const note = eyes.participant.getByRole('textbox', { name: 'Nouveau post-it' })
  await note.fill('Prendre soin')
  await note.press('Enter')
  await expect(eyes.screen.getByText('Prendre soin')).toBeVisible()
  await lookAt(eyes, 'wall')
  await eyes.participant
    .getByRole('button', { name: /^Modifier le post-it/ })
    .first()
    .click()
  await expect(eyes.participant.getByRole('dialog')).toBeVisible()
  await expectAccessible(eyes.participant, 'participant, a note being corrected')
  await eyes.participant.keyboard.press('Escape')

  await facilitator.go(rally)
  const story = eyes.participant.getByRole('textbox', { name: 'Votre histoire' })
  await expect(story).toBeEditable()
  await story.fill('Le silence, puis la fenêtre.')
  await expect(eyes.participant.getByText('déjà dans votre histoire')).toHaveCount(2)
  await lookAt(eyes, 'rally, writing')
  await facilitator.do({ type: 'end-phase' })
  await eyes.participant.getByRole('button', { name: 'Lever la main pour lire' }).click()
  await lookAt(eyes, 'rally, sharing')
  await eyes.console.getByRole('button', { name: 'Appeler Soizic' }).click()
  await eyes.participant.getByRole('button', { name: 'Montrer mon histoire à tout le monde' }).click()
  await expect(eyes.screen.getByText('Le silence, puis la fenêtre.')).toBeVisible()
  await lookAt(eyes, 'rally, reading')
})

test('the round table passes axe from the forming of groups to the return', async ({ people }) => {
  const facilitator = await people.facilitator({ template: TEMPLATE })
  const table = await adapt(facilitator, 'round-table', {}, { durationMs: 3_600_000 })
  const eyes = await opened(people, facilitator)
  const bots = await people.bots(facilitator.seat.session, 0, 3)
  await facilitator.go(table)
  await expect(eyes.participant.getByRole('heading', { name: 'Les groupes se forment' })).toBeVisible()
  await lookAt(eyes, 'round table, forming')
  await eyes.console.getByRole('button', { name: 'Former les groupes' }).click()
  await expect(eyes.console.getByRole('button', { name: 'Lancer les groupes' })).toBeVisible()
  await expectAccessible(eyes.console, 'console, round table, a proposal')

  await openGroups(facilitator, table, { min: 4, max: 4 })
  await expect(eyes.participant.getByRole('button', { name: 'Je suis là' })).toBeVisible()
  await lookAt(eyes, 'round table, arriving')
  for (const bot of bots) await bot.until((sight) => groupOf(sight) !== null)
  await beginTour(bots)
  await expect(eyes.participant.getByText(/C’est à/).first()).toBeVisible()
  await lookAt(eyes, 'round table, a turn')
  await passAll(bots)
  await facilitator.do({ type: 'act', activity: table, action: { type: 'call-back', group: null } })
  await expect(eyes.participant.getByRole('heading', { name: 'De retour en plénière' })).toBeVisible()
  await lookAt(eyes, 'round table, back')
})

/** The bots have spoken; whoever is left has not. */
async function passAll(bots: readonly Bot[]): Promise<void> {
  for (const bot of bots) {
    const group = groupOf(bot.sight)
    if (group?.turn?.person === bot.sight.me?.id)
      await bot.act({ type: 'done', group: group?.key, speaker: bot.sight.me?.id })
  }
}

test('the plan editor and the récolte pass axe', async ({ people }) => {
  const facilitator = await people.facilitator({ template: TEMPLATE })
  const { session, secret } = facilitator.created
  const page = await people.page(`/console/${session}/plan#${secret}`, LAPTOP)
  for (const kind of ['slide', 'wall', 'word-rally', 'round-table']) {
    await page
      .getByRole('row', { name: facilitator.activity(kind).title })
      .first()
      .click()
    await expect(page.getByRole('textbox', { name: 'Titre', exact: true })).toHaveValue(
      facilitator.activity(kind).title,
    )
    await expectAccessible(page, `plan editor, ${kind}`)
  }
  await page.getByRole('button', { name: 'Ajouter une séquence' }).first().click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectAccessible(page, 'plan editor, choosing a kind')
  await page.keyboard.press('Escape')

  await facilitator.go(facilitator.activity('wall').id)
  await facilitator.do({ type: 'finish' })
  await page.goto(`/harvest/${session}`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectAccessible(page, 'récolte')
})
