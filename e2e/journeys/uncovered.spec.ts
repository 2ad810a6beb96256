import { USUAL_VOTE, type WallEdit } from '@escale/shared/activities/wall'
import { expectUncovered } from '../fixtures/covered.ts'
import { joinInBrowser } from '../fixtures/participant-page.ts'
import { LAPTOP } from '../fixtures/people.ts'
import { adapt } from '../fixtures/plan.ts'
import { expect, test } from '../fixtures/test.ts'

const LONG = { durationMs: 3_600_000 }

test('whoever walks with Tab sees where the focus is: wall, vote and rally', async ({ people }) => {
  const facilitator = await people.facilitator({ template: 'visio-24-avril' })
  const { session } = facilitator.created
  const wall = await adapt(facilitator, 'wall', { identity: 'named' }, LONG)
  const rally = await adapt(
    facilitator,
    'word-rally',
    { words: ['fenêtre', 'silence'], intervalMs: 1_000 },
    LONG,
  )
  await facilitator.go(wall)
  const page = await joinInBrowser(people, session, 'Soizic', LAPTOP)
  for (let n = 0; n < 14; n++)
    await facilitator.write({
      type: 'put',
      note: { id: `n${n}`, text: `Idée ${n}, un peu plus longue que les autres`, colour: n % 8, zone: '' },
    } satisfies WallEdit)
  const field = page.getByRole('textbox', { name: 'Nouveau post-it' })
  for (const text of ['Prendre soin', 'Raconter']) {
    await field.fill(text)
    await field.press('Enter')
  }
  await expect(page.getByRole('button', { name: /^Modifier le post-it : Raconter/ }).first()).toBeVisible()
  await expectUncovered(page, 'wall')

  const start = { type: 'vote-start', round: 'round001', settings: USUAL_VOTE, ms: null }
  await facilitator.do({ type: 'act', activity: wall, action: start })
  await expect(page.getByRole('button', { name: /^Ajouter un point/ }).first()).toBeVisible()
  await expectUncovered(page, 'vote')

  await facilitator.go(rally)
  await expect(page.getByRole('textbox', { name: 'Votre histoire' })).toBeEditable()
  await expectUncovered(page, 'rally')
})

test('whoever walks with Tab sees where the focus is: console and plan editor', async ({ people }) => {
  const facilitator = await people.facilitator({ template: 'visio-24-avril' })
  const { session, secret } = facilitator.created
  await people.bots(session, 0, 12)
  const wall = facilitator.activity('wall')
  await facilitator.go(wall.id)
  const page = await people.page(`/console/${session}#${secret}`, LAPTOP)
  await expect(page.getByRole('navigation', { name: 'Déroulé' })).toBeVisible()
  await expectUncovered(page, 'console')

  await page.goto(`/console/${session}/plan`)
  await page.getByRole('row', { name: wall.title }).first().click()
  await expect(page.getByRole('textbox', { name: 'Titre', exact: true })).toHaveValue(wall.title)
  await expectUncovered(page, 'plan editor')
})
