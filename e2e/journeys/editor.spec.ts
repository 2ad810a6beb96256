import { ConsolePage } from '../fixtures/console-page.ts'
import { expect, test } from '../fixtures/test.ts'

// What a bare page of the unit tests has not: a caret, the field's own undo, a drag, a scroll.
test('a plan is written: a new step is named at once, timed in the list, and its texts are formatted', async ({
  people,
}) => {
  const page = await people.page('/')
  const console = await ConsolePage.fromTemplate(page, /Visio du 24 avril|visio/i)
  await console.editPlan()
  const list = page.getByRole('grid', { name: 'Déroulé' })
  const last = list.getByRole('row').last()
  await last.click()

  await page.getByRole('button', { name: 'Ajouter une séquence' }).first().click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Diapositive/ })
    .click()
  const title = page.getByRole('textbox', { name: 'Titre', exact: true })
  await expect(title).toBeFocused()
  await page.keyboard.type('Clôture')
  const row = list.getByRole('row', { name: /Clôture/ })
  await expect(row).toBeInViewport()

  const length = list.getByRole('textbox', { name: /^Durée de « Clôture »/ })
  await length.click()
  await page.keyboard.type('7')
  await page.keyboard.press('Escape')
  await expect(row).toBeFocused()
  await expect(length).toHaveValue(/^7\smin$/)
  // By the keyboard alone: through the row, as to its other controls.
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(length).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(length).not.toBeFocused()

  const text = page.getByRole('textbox', { name: /^Consigne/ })
  await text.fill('Un mot important')
  await text.evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(3, 6))
  await page.keyboard.press('Control+b')
  await expect(text).toHaveValue('Un **mot** important')
  await page.keyboard.press('Control+i')
  await expect(text).toHaveValue('Un ***mot*** important')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect(text).toHaveValue('Un mot important')
  const bar = page.getByRole('toolbar', { name: /Consigne/ })
  await bar.getByRole('button', { name: 'Liste à puces' }).click()
  await expect(text).toHaveValue('- Un mot important')
  await expect(
    page.getByRole('region', { name: 'Aperçu de la consigne' }).getByRole('listitem'),
  ).toBeVisible()
  await expect(page.getByText('Enregistré', { exact: true }).first()).toBeVisible()

  for (const copy of ['Clôture (copie)', 'Clôture (copie 2)']) {
    await row.first().getByRole('button', { name: 'Gestes pour « Clôture »' }).click()
    await page.getByRole('menuitem', { name: 'Dupliquer' }).click()
    await expect(title).toHaveValue(copy)
    await expect(title).toBeFocused()
    await expect(list.getByRole('row', { name: copy })).toBeInViewport()
  }
})
