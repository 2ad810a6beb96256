import { groupOf, openGroups } from '../fixtures/groups.ts'
import { pressByKeyboard, tabTo } from '../fixtures/keyboard.ts'
import { LAPTOP } from '../fixtures/people.ts'
import { adapt } from '../fixtures/plan.ts'
import { expect, test } from '../fixtures/test.ts'

test('a participant goes the whole way with the keyboard alone', async ({ people }) => {
  const facilitator = await people.facilitator({ template: 'visio-24-avril' })
  const { session } = facilitator.seat
  const rally = await adapt(
    facilitator,
    'word-rally',
    { words: ['fenêtre'], intervalMs: 1_000 },
    { durationMs: 3_600_000 },
  )
  const table = await adapt(facilitator, 'round-table', {}, { durationMs: 3_600_000 })
  const [other] = await people.bots(session, 0, 1)
  if (other === undefined) throw new Error('nobody')

  const page = await people.page(`/p/${session}`, LAPTOP)
  await tabTo(page, page.getByRole('textbox', { name: 'Votre prénom' }))
  await page.keyboard.type('Ursule')
  await pressByKeyboard(page, page.getByRole('button', { name: 'Entrer dans la séance' }))
  await expect(page.getByRole('heading', { level: 1, name: /Ursule/ })).toBeVisible()

  await facilitator.go(facilitator.activity('wall').id)
  await tabTo(page, page.getByRole('textbox', { name: 'Nouveau post-it' }))
  await page.keyboard.type('Une première ligne')
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.type('et une seconde')
  await page.keyboard.press('Enter')
  const note = page.getByRole('button', { name: /^Modifier le post-it : Une première ligne/ }).first()
  await pressByKeyboard(page, note)
  const dialog = page.getByRole('dialog')
  await tabTo(page, dialog.getByRole('textbox').first())
  await page.keyboard.press('Control+End')
  await page.keyboard.type(', corrigée')
  await pressByKeyboard(page, dialog.getByRole('button', { name: 'Enregistrer' }))
  await expect(dialog).toBeHidden()
  await expect(page.getByText('et une seconde, corrigée').first()).toBeVisible()

  await facilitator.go(rally)
  const story = page.getByRole('textbox', { name: 'Votre histoire' })
  await expect(story).toBeEditable()
  await tabTo(page, story)
  await page.keyboard.type('Par la fenêtre, le matin.')
  await expect(page.getByText('déjà dans votre histoire')).toBeAttached()
  await facilitator.do({ type: 'end-phase' })
  await pressByKeyboard(page, page.getByRole('button', { name: 'Lever la main pour lire' }))
  await expect(page.getByRole('button', { name: 'Baisser la main' })).toBeVisible()
  const person = [...facilitator.sight.people.values()].find((p) => p.name === 'Ursule')?.id
  await facilitator.do({ type: 'act', activity: rally, action: { type: 'call', person } })
  await pressByKeyboard(page, page.getByRole('button', { name: 'Montrer mon histoire à tout le monde' }))
  await other.until((sight) => JSON.stringify(sight.activity?.view).includes('Par la fenêtre, le matin.'))
  await facilitator.do({ type: 'act', activity: rally, action: { type: 'end' } })
  const keep = page.getByRole('radio', { name: 'Non, je la garde pour moi' })
  await tabTo(page, keep)
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('radio', { name: 'Oui, sans mon nom' })).toBeChecked()

  await facilitator.go(table)
  await openGroups(facilitator, table, { min: 2, max: 2 })
  await pressByKeyboard(page, page.getByRole('button', { name: 'Je suis là' }))
  await pressByKeyboard(page, page.getByRole('button', { name: /Lancer le tour|Commencer sans attendre/ }))
  // « Aïcha » is before « Ursule ».
  const sight = await other.until((s) => groupOf(s)?.turn?.person === s.me?.id)
  await other.act({ type: 'done', group: groupOf(sight)?.key, speaker: sight.me?.id })
  await pressByKeyboard(page, page.getByRole('button', { name: 'J’ai fini' }))
  await expect(page.getByRole('heading', { name: 'Échange libre' })).toBeVisible()
  await tabTo(page, page.getByRole('textbox', { name: 'Nos notes' }))
  await page.keyboard.type('Noté au clavier')
  await facilitator.do({ type: 'act', activity: table, action: { type: 'call-back', group: null } })
  await expect(page.getByRole('heading', { name: 'De retour en plénière' })).toBeVisible()
  await pressByKeyboard(page, page.getByText(/Nos notes · Groupe/))
  await expect(page.getByRole('textbox', { name: 'Nos notes' })).toHaveValue('Noté au clavier')
})
