import { addNote } from '@escale/shared'
import { SHARED_WALL, USUAL_VOTE } from '@escale/shared/activities/wall'
import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from '../fixtures/axe.ts'
import { joinInBrowser } from '../fixtures/participant-page.ts'
import { LAPTOP, type People, PHONE } from '../fixtures/people.ts'
import { adapt } from '../fixtures/plan.ts'
import { expect, test } from '../fixtures/test.ts'

const TEMPLATE = 'visio-24-avril'

async function write(page: Page, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Nouveau post-it' })
  await field.fill(text)
  await field.press('Enter')
  await expect(field).toHaveValue('')
}

/** A wall with these settings, a console, a screen, and somebody with a phone. */
async function openWall(people: People, settings: Readonly<Record<string, unknown>>) {
  const facilitator = await people.facilitator({ template: TEMPLATE })
  const wall = await adapt(facilitator, 'wall', settings)
  const { session, secret } = facilitator.created
  const console = await people.page(`/console/${session}#${secret}`, LAPTOP)
  await expect(console.getByRole('navigation', { name: 'Déroulé' })).toBeVisible()
  const screen = await console.context().newPage()
  await screen.goto(`/screen/${session}`)
  await facilitator.go(wall)
  const phone = await joinInBrowser(people, session, 'Soizic', PHONE)
  await expect(phone.getByRole('textbox', { name: 'Nouveau post-it' })).toBeVisible()
  return { facilitator, session, wall, console, screen, phone }
}

const wallOf = (page: Page): Locator => page.getByRole('region', { name: 'Le mur' })

test('a phone writes, the facilitator places, everybody sees; what is put aside is out of sight and comes back', async ({
  people,
}) => {
  const { session, console, screen, phone } = await openWall(people, { flow: 'inbox', identity: 'named' })
  const laptop = await joinInBrowser(people, session, 'Yann', LAPTOP)
  await write(phone, 'Relier les initiatives')
  await write(phone, 'Un mot de trop')
  await expect(phone.getByText('En attente')).toHaveCount(2)
  await expect(console.getByRole('heading', { name: 'À placer (2)' })).toBeVisible()
  await expect(wallOf(laptop).getByText('Relier les initiatives')).toHaveCount(0)
  await expectAccessible(console, 'console, notes to be placed')

  await console.getByRole('button', { name: 'Placer sur le mur : Relier les initiatives' }).click()
  await expect(wallOf(laptop).getByText('Relier les initiatives')).toBeVisible()
  await expect(screen.getByText('Relier les initiatives')).toBeVisible()
  await console.getByRole('button', { name: 'Écarter : Un mot de trop' }).click()
  await expect(console.getByText('Écartés (1)')).toBeVisible()
  await expect(phone.getByText('En attente')).toHaveCount(1)
  await console.getByText('Écartés (1)').click()
  await console.getByRole('button', { name: 'Remettre sur le mur : Un mot de trop' }).click()
  await expect(wallOf(laptop).getByText('Un mot de trop')).toBeVisible()
})

test('the wall is read aloud note by note, with the keyboard; every screen follows', async ({ people }) => {
  const { console, screen, phone } = await openWall(people, {
    identity: 'named',
    categories: [
      { colour: 1, label: 'Idée' },
      { colour: 4, label: 'Question' },
    ],
  })
  const field = phone.getByRole('textbox', { name: 'Nouveau post-it' })
  await field.fill('Premier')
  await field.press('Enter')
  await expect(phone.getByText('Choisissez une catégorie avant d’envoyer.')).toBeVisible()
  await phone.getByRole('radio', { name: /Idée/ }).check()
  await write(phone, 'Premier')
  await phone.getByRole('radio', { name: /Question/ }).check()
  await write(phone, 'Deuxième')
  await expect(screen.getByText('Deuxième')).toBeVisible()
  await console.getByRole('button', { name: 'Lire le mur' }).click()
  await expect(screen.getByText('Deuxième')).toBeHidden()
  await expect(screen.getByText('Premier')).toBeVisible()
  await console.getByRole('button', { name: 'Post-it suivant' }).focus()
  await console.keyboard.press('ArrowRight')
  await expect(screen.getByText('Deuxième')).toBeVisible()
  await expect(phone.getByText('Lu en ce moment')).toBeVisible()
  await console.getByText('Règles du mur').click()
  for (const [who, page] of Object.entries({ console, phone }))
    await expectAccessible(page, `${who}, the wall being read`)
  await console.getByRole('button', { name: 'Post-it suivant' }).focus()
  await console.keyboard.press('Escape')
  await expect(screen.getByText('Premier')).toBeVisible()
})

test('rules change while people write, who are told so before they write', async ({ people }) => {
  const { facilitator, console, phone } = await openWall(people, { identity: 'named' })
  await expect(phone.getByText('Vos post-it sont signés de votre nom.')).toBeVisible()
  await console.getByText('Règles du mur').click()
  await console.getByRole('combobox', { name: 'Qui a écrit' }).selectOption('Anonymes')
  await expect(phone.getByText(/personne ne saura qui a écrit quoi/)).toBeVisible()

  // What one is writing outlives a wall that is closed and opened again.
  const field = phone.getByRole('textbox', { name: 'Nouveau post-it' })
  await field.fill('Au dernier moment')
  await facilitator.act({ type: 'lock' })
  await expect(phone.getByRole('region', { name: 'Écrire' }).getByText(/Le mur est fermé/)).toBeVisible()
  await facilitator.act({ type: 'unlock' })
  await expect(field).toHaveValue('Au dernier moment')
  await field.press('Enter')
  await expect(phone.getByText('Enregistré').first()).toBeVisible()
})

test('written in private, revealed one by one, then all: nobody sees more than was shown', async ({
  people,
}) => {
  const { session, console, screen, phone } = await openWall(people, { flow: 'private', identity: 'named' })
  const laptop = await joinInBrowser(people, session, 'Yann', LAPTOP)
  await write(phone, 'Relier les initiatives')
  await write(phone, 'Prendre soin')
  await write(laptop, 'Simplifier')
  await expect(console.getByText('3 post-it écrits')).toBeVisible()
  await expect(laptop.getByText('Relier les initiatives')).toHaveCount(0)
  await expect(screen.getByText('Relier les initiatives')).toHaveCount(0)

  await console.getByRole('button', { name: 'Révéler un par un (3)' }).click()
  await expect(screen.getByText('Relier les initiatives')).toBeVisible()
  await expect(laptop.getByText('Relier les initiatives').first()).toBeVisible()
  for (const page of [screen, laptop]) await expect(page.getByText('Prendre soin')).toHaveCount(0)
  await expectAccessible(laptop, 'laptop, notes shown one by one')
  await expectAccessible(console, 'console, notes shown one by one')
  // Whoever wrote what was not shown yet still has it, and may write more, which waits.
  await expect(phone.getByText('Prendre soin')).toBeVisible()
  await write(phone, 'Après coup')
  await console.getByRole('button', { name: 'Révéler le suivant (reste 3)' }).click()
  await expect(screen.getByText('Prendre soin')).toBeVisible()
  await expect(laptop.getByText('Après coup')).toHaveCount(0)

  await console.getByRole('button', { name: 'Révéler le reste' }).click()
  for (const text of ['Relier les initiatives', 'Prendre soin', 'Simplifier', 'Après coup'])
    await expect(screen.getByText(text)).toBeVisible()
  await expect(wallOf(laptop).getByText('Après coup')).toBeVisible()
})

test('a note that is sent is seen to leave for the wall, unless motion is not wished', async ({ people }) => {
  const { session, phone } = await openWall(people, { identity: 'named' })
  const moved = await joinInBrowser(people, session, 'Yann', { ...PHONE, reducedMotion: 'no-preference' })
  const watch = (page: Page) =>
    page.evaluate(() => {
      const seen = { count: 0 }
      new MutationObserver((changes) => {
        for (const { addedNodes } of changes)
          for (const node of addedNodes)
            if (node instanceof HTMLElement && node.dataset['flight'] !== undefined) seen.count++
      }).observe(document.body, { childList: true })
      Object.assign(globalThis, { seen })
    })
  const seen = (page: Page) => page.evaluate(() => (globalThis as { seen?: { count: number } }).seen?.count)
  for (const page of [phone, moved]) await watch(page)
  await write(phone, 'Sans mouvement')
  await write(moved, 'Élargir les cercles')
  await expect.poll(() => seen(moved)).toBe(1)
  await expect(moved.locator('[data-flight]')).toHaveCount(0)
  expect(await seen(phone)).toBe(0)
})

/** Papers of one list by column, in their order: how far each is below the one before it, px. */
const gapsOf = (list: Locator): Promise<number[]> =>
  list.evaluate((element) => {
    const ends = new Map<string, number>()
    return [...element.querySelectorAll<HTMLElement>('[data-item]')].flatMap((item) => {
      const { top, bottom } = item.getBoundingClientRect()
      const column = item.dataset['column'] ?? ''
      const end = ends.get(column)
      ends.set(column, bottom)
      return end === undefined ? [] : [top - end]
    })
  })

test('[M85] [M86] a long wall in columns: no paper lies on another, whatever is written; the room sees the whole, and no note cut', async ({
  people,
}) => {
  const { facilitator, wall, phone, screen } = await openWall(people, {
    identity: 'named',
    layout: 'columns',
  })
  const { doc } = await facilitator.document(SHARED_WALL, wall).until((one) => one.ready)
  const text = (i: number) => `Note ${i} ${'de plus en plus longue '.repeat(i % 9)}`
  doc.transact(() => {
    for (let i = 0; i < 300; i++)
      addNote(doc, { id: `n${i}`, text: text(i), author: '', colour: i % 8, zone: '', createdAt: i })
  })
  await phone.getByRole('button', { name: /^Le mur/ }).click()
  await wallOf(phone).getByRole('button', { name: 'Mur', exact: true }).click()
  const list = phone.getByRole('list', { name: 'Le mur' })
  await expect(list.getByRole('listitem')).toHaveCount(300)
  // Heights are whole pixels, rounded up.
  const expectPiled = () =>
    expect
      .poll(async () => (await gapsOf(list)).filter((gap) => gap < -0.1 || gap > 1), 'px between papers')
      .toEqual([])
  await expectPiled()
  // What is far from the window is not laid out any more, and has kept its place.
  const skipped = () => list.evaluate((element) => element.querySelectorAll('[data-known]').length)
  await expect.poll(skipped).toBeGreaterThan(5)
  await list.getByRole('listitem').last().scrollIntoViewIfNeeded()
  await expectPiled()
  await facilitator.do({
    type: 'write',
    activity: wall,
    edit: { type: 'edit', id: 'n3', text: 'Beaucoup plus longue que toutes les autres, '.repeat(8) },
  })
  await expect(list.getByText('Beaucoup plus longue')).toHaveCount(1)
  await expectPiled()
  await list.getByRole('listitem').first().scrollIntoViewIfNeeded()
  await expectPiled()
  // Another width: all is measured again.
  await phone.setViewportSize({ width: 780, height: 360 })
  await expectPiled()
  // A vote stands before it: it comes back as it was, with nothing laid out anew meanwhile.
  const anywhere = phone.getByRole('list', { name: 'Le mur', includeHidden: true })
  const columns = () => anywhere.evaluate((element) => element.style.getPropertyValue('--columns'))
  expect(Number(await columns())).toBeGreaterThan(1)
  const beside = await columns()
  const start = { type: 'vote-start', round: 'round001', settings: USUAL_VOTE, ms: null }
  await facilitator.do({ type: 'act', activity: wall, action: start })
  await expect(list).toBeHidden()
  await expect(phone.getByRole('button', { name: /^Ajouter un point/ })).toHaveCount(300)
  expect(await columns()).toBe(beside)
  await phone.getByRole('button', { name: 'Voir le mur' }).click()
  await expectPiled()
  await facilitator.do({ type: 'act', activity: wall, action: { type: 'vote-cancel', round: 'round001' } })
  await expect(phone.getByRole('button', { name: 'Voir le mur' })).toBeHidden()

  // [M86] The room has the whole in colours, and the newest to read, each of them whole.
  await expect(screen.getByRole('heading', { name: '300 post-it' })).toBeVisible()
  const newest = screen.getByRole('list', { name: 'Les plus récents' })
  await expect(newest.getByText('Note 299')).toBeVisible()
  await expect(screen.getByText(/^1 à \d+ sur 300$/)).toBeVisible()
  // What was corrected is read as it is now, and what was taken away is gone.
  await facilitator.do({
    type: 'write',
    activity: wall,
    edit: { type: 'edit', id: 'n298', text: 'Corrigée depuis' },
  })
  await expect(newest.getByText('Corrigée depuis')).toBeVisible()
  const isCut = (element: HTMLElement) => {
    const frame = element.parentElement?.parentElement?.getBoundingClientRect()
    return [...element.querySelectorAll<HTMLElement>('[data-item]')]
      .filter((item) => getComputedStyle(item).visibility === 'visible')
      .some((item) => item.getBoundingClientRect().bottom > (frame?.bottom ?? 0) + 1)
  }
  await expect.poll(() => newest.evaluate(isCut)).toBe(false)
  // Once it is grouped there is little enough to be read page after page.
  await facilitator.do({
    type: 'write',
    activity: wall,
    edit: {
      type: 'stack',
      stack: 'all',
      title: 'Tout',
      notes: Array.from({ length: 200 }, (_, i) => `n${i}`),
    },
  })
  await expect(screen.getByRole('list', { name: 'Les plus récents' })).toHaveCount(0)
  await expect(screen.getByText(/^1 à \d+ sur 101$/)).toBeVisible()
  await expect.poll(() => screen.getByRole('list', { name: 'Le mur' }).first().evaluate(isCut)).toBe(false)
})
