import type { Page } from '@playwright/test'
import { expectAccessible } from '../fixtures/axe.ts'
import { joinInBrowser } from '../fixtures/participant-page.ts'
import { LAPTOP, PHONE, SERVER_IS_GONE } from '../fixtures/people.ts'
import { adapt } from '../fixtures/plan.ts'
import { expect, test } from '../fixtures/test.ts'

/** Twelve by eight, red. */
const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAwAAAAICAIAAABChommAAAAEUlEQVR42mO4ICBAEDGMKgIAVDRaAcqUgV4AAAAASUVORK5CYII=',
  'base64',
)

async function scribble(page: Page): Promise<void> {
  const sheet = page.getByRole('img', { name: 'Feuille de dessin' })
  const box = await sheet.boundingBox()
  if (box === null) throw new Error('no sheet')
  await page.mouse.move(box.x + 20, box.y + 20)
  await page.mouse.down()
  await page.mouse.move(box.x + 120, box.y + 90, { steps: 6 })
  await page.mouse.up()
}

test('[M55] [M56] a phone puts a picture and a drawing on the wall, a picture waits for the network; the laptop and the récolte have them', async ({
  people,
}) => {
  const facilitator = await people.facilitator({ template: 'visio-24-avril' })
  const wall = await adapt(facilitator, 'wall', { identity: 'anonymous' })
  const { session } = facilitator.created
  await facilitator.go(wall)
  const phone = await joinInBrowser(people, session, 'Soizic', PHONE)
  const laptop = await joinInBrowser(people, session, 'Yann', LAPTOP)
  const field = phone.getByRole('textbox', { name: 'Nouveau post-it' })
  const photo = { name: 'pont.png', mimeType: 'image/png', buffer: PHOTO }

  await phone.getByRole('button', { name: 'Image ou dessin' }).tap()
  await phone.getByLabel('Image', { exact: true }).setInputFiles(photo)
  await expect(phone.getByRole('button', { name: 'Retirer l’image' })).toBeVisible()
  // What is not sent yet outlives the page.
  await phone.reload()
  await expect(phone.getByRole('button', { name: 'Retirer l’image' })).toBeVisible()
  await field.fill('Le pont, vu de https://exemple.fr.')
  people.provokes(SERVER_IS_GONE)
  await phone.route('**/pictures', (route) => route.abort())
  await field.press('Enter')
  const onTheirWay = phone.getByRole('list', { name: 'Images en route' })
  await expect(onTheirWay.getByText(/Pas de réseau/)).toBeVisible()
  await phone.unroute('**/pictures')
  await onTheirWay.getByRole('button', { name: 'Réessayer' }).tap()
  await expect(onTheirWay).toBeHidden()

  await phone.getByRole('button', { name: 'Dessin', exact: true }).tap()
  await scribble(phone)
  await expectAccessible(phone, 'phone, drawing')
  await phone.getByRole('button', { name: 'Terminé' }).tap()
  await phone.getByRole('button', { name: 'Coller' }).tap()

  const seen = laptop.getByRole('region', { name: 'Le mur' })
  await expect(seen.getByRole('img', { name: 'Dessin' })).toBeVisible()
  const picture = seen.getByRole('img', { name: 'Image de ce post-it' })
  await expect(picture).toHaveJSProperty('naturalWidth', 12)
  await expect(seen.getByRole('link', { name: /exemple\.fr/ })).toHaveAttribute('href', 'https://exemple.fr/')
  await expectAccessible(laptop, 'laptop, pictures and drawings on the wall')

  const harvest = `/api/sessions/${session}/harvest`
  const poster = await (await facilitator.seat.browser.request(`${harvest}/svg`)).text()
  expect(poster).toMatch(/<image [^>]*href="data:image\/jpeg;base64,/)
  expect(poster).toMatch(/<path stroke-width="16" d="M/)
})

test('[M55] a picture is dropped or pasted on the wall itself', async ({ people }) => {
  const facilitator = await people.facilitator({ template: 'visio-24-avril' })
  const wall = await adapt(facilitator, 'wall', { identity: 'named', layout: 'canvas', zones: [] })
  await facilitator.go(wall)
  const { session, secret } = facilitator.created
  const console = await people.page(`/console/${session}#${secret}`, LAPTOP)
  const laptop = await joinInBrowser(people, session, 'Yann', LAPTOP)
  const give = (page: Page, how: 'drop' | 'paste') =>
    page.getByRole('group', { name: 'Tableau' }).evaluate(
      (board, { how, photo }) => {
        const data = new DataTransfer()
        const bytes = Uint8Array.from(atob(photo), (letter) => letter.charCodeAt(0))
        data.items.add(new File([bytes], 'pont.png', { type: 'image/png' }))
        board.dispatchEvent(
          how === 'drop'
            ? new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })
            : new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
        )
      },
      { how, photo: PHOTO.toString('base64') },
    )
  await give(console, 'drop')
  const dialog = console.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: 'Retirer l’image' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Enregistrer' }).click()
  const pictures = laptop.getByRole('group', { name: 'Tableau' }).getByRole('img')
  await expect(pictures).toHaveCount(1)
  await give(laptop, 'paste')
  await expect(laptop.getByRole('button', { name: 'Retirer l’image' })).toBeVisible()
  await laptop.getByRole('textbox', { name: 'Nouveau post-it' }).press('Enter')
  await expect(pictures).toHaveCount(2)
})
