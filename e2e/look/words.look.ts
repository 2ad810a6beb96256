import type { Page } from '@playwright/test'
import { test } from '../fixtures/test.ts'
import { type Light, look } from './look.ts'

const isFrench = (light: Light) => light.locale === 'fr-FR'
const REFUSED = 'Ouvrir le jardin le samedi, avec les voisines\net leurs enfants'

const field = (page: Page, light: Light) =>
  page.getByRole('textbox', { name: isFrench(light) ? 'Nouveau post-it' : 'New note' })

test('words that are not lost', async ({ people }) => {
  const facilitator = await people.facilitator({ template: 'visio-24-avril' })
  const wall = facilitator.activity('wall').id
  await facilitator.go(wall)
  await look(people, facilitator.created, 'words-pasted', {
    phone: async (page, light) => {
      await field(page, light).focus()
      await page.evaluate(() => {
        const data = new DataTransfer()
        data.setData(
          'text/plain',
          'Un jardin\tIdée\r\n"Une fête\nau printemps"\tIdée\r\nDes vélos\tautre\r\n',
        )
        document.activeElement?.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
        )
      })
      await page.getByRole('button', { name: /3 (post-it|notes)/ }).waitFor()
    },
  })
  await look(people, facilitator.created, 'words-finishing', {
    phone: async (page, light) => {
      await field(page, light).fill('Une phrase que je suis en train d’')
      await facilitator.act({ type: 'lock' }, wall)
      await page.getByText(isFrench(light) ? /Finissez votre phrase/ : /finish your sentence/).waitFor()
    },
    laptop: async () => void (await facilitator.act({ type: 'unlock' }, wall)),
  })
  await look(people, facilitator.created, 'words-moved-on', {
    phone: async (page, light) => {
      await facilitator.go(wall)
      await field(page, light).fill(REFUSED)
      await facilitator.do({ type: 'go', activity: null })
      await page.getByRole('region', { name: isFrench(light) ? /^Textes gardés/ : /^Texts kept/ }).waitFor()
    },
  })
})
