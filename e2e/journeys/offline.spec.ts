import { type Bot, joinAs, personNumber } from '@escale/bots'
import { readWall } from '@escale/shared'
import { SHARED_WALL } from '@escale/shared/activities/wall'
import type { Page } from '@playwright/test'
import { joinInBrowser } from '../fixtures/participant-page.ts'
import { PHONE, SERVER_IS_GONE } from '../fixtures/people.ts'
import { expect, test } from '../fixtures/test.ts'

const TEMPLATE = 'visio-24-avril'
const BEFORE = 'Collé avec le réseau'
const WITHOUT = 'Collé sans réseau, puis le téléphone s’est éteint'

const write = async (page: Page, text: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'Nouveau post-it' }).fill(text)
  await page.getByRole('button', { name: 'Coller' }).click()
}
const own = (page: Page, text: string) => page.getByText(text).first()

/** What somebody finds on the wall who comes now, with nothing on the device. */
async function notesFor(url: string, session: string, wall: string, ready: (texts: string[]) => boolean) {
  const bot: Bot = await joinAs(url, session, personNumber(1))
  const texts = () => readWall(document.doc).notes.map((note) => note.text)
  const document = bot.document(SHARED_WALL, wall)
  await document.until((d) => d.ready && ready(texts()))
  bot.close()
  return texts().sort()
}

test('what was written without network is kept by a browser that is closed and opened again, and is sent then', async ({
  people,
  server,
}) => {
  const facilitator = await people.facilitator({ template: TEMPLATE })
  const { session } = facilitator.seat
  const wall = facilitator.activity('wall').id
  await facilitator.go(wall)
  const page = await joinInBrowser(people, session, 'Océane')
  await write(page, BEFORE)
  await expect(page.getByText('Enregistré').first()).toBeVisible()
  people.provokes(SERVER_IS_GONE)
  await server.kill()
  await write(page, WITHOUT)
  await expect(page.getByText('gardé sur cet appareil').first()).toBeVisible()
  await expect(page.getByText('Enregistré')).toBeHidden()
  const browser = page.context()
  const { cookies } = await browser.storageState()
  await page.close()
  await server.begin()

  // Planted: the same person in a browser that kept the cookies only. The checks below have to see the difference.
  const forgetful = await (
    await people.browser({ ...PHONE, storageState: { cookies, origins: [] } })
  ).newPage()
  await forgetful.goto(`/p/${session}`)
  // Without what the device keeps, nobody's notes of an anonymous wall can be told: they are on the wall, not under « mine ».
  await forgetful.getByRole('button', { name: 'Le mur' }).click()
  await expect(own(forgetful, BEFORE)).toBeAttached()
  await expect(forgetful.getByText(WITHOUT)).toHaveCount(0)
  expect(await notesFor(server.url, session, wall, (texts) => texts.length > 0)).toEqual([BEFORE])

  const again = await browser.newPage()
  await again.goto(`/p/${session}`)
  await expect(own(again, WITHOUT)).toBeVisible()
  expect(await notesFor(server.url, session, wall, (texts) => texts.length > 1)).toEqual([BEFORE, WITHOUT])
  await expect(own(forgetful, WITHOUT)).toBeAttached()
})
