import { type Bot, joinAs, personNumber } from '@escale/bots'
import { readWall } from '@escale/shared'
import { SHARED_WALL } from '@escale/shared/activities/wall'
import type { Page } from '@playwright/test'
import { introduce, joinInBrowser } from '../fixtures/participant-page.ts'
import { PHONE, SERVER_IS_GONE } from '../fixtures/people.ts'
import { expect, test } from '../fixtures/test.ts'

const TEMPLATE = 'visio-24-avril'
const BEFORE = 'Collé avec le réseau'
const WITHOUT = 'Collé sans réseau, puis le téléphone s’est éteint'

const REFUSED = 'Collé sans réseau, et le mur fermé entre-temps'
const BEGUN = 'Commencé dans un autre onglet'
/** What the device is seen to keep before one leaves: the check that nothing stays must be able to fail. */
const KEPT_BEFORE = ['escale.activities', 'escale.draft', 'escale.notes', 'escale/']

/** All that a tab finds kept on the device, but for choices that are of no session: names, as far as they say what it is. */
const keptOf = (page: Page, session: string): Promise<string[]> =>
  page.evaluate(async (id) => {
    const choices = ['escale.language', 'escale.theme', 'escale.wall-view', 'escale.cursors']
    const keys = [...Object.keys(localStorage), ...Object.keys(sessionStorage)]
    const databases = (await indexedDB.databases()).flatMap(({ name }) => name ?? [])
    return [
      ...keys.filter((key) => !choices.includes(key)).map((key) => key.split('.', 2).join('.')),
      ...databases.filter((name) => name.includes(id)).map(() => 'escale/'),
    ].sort()
  }, session)

/** Pictures that wait to be sent, as the wall keeps them: adds those of some activities; answers of which there are some. */
const pictures = (page: Page, add: readonly string[]): Promise<string[]> =>
  page.evaluate(
    (activities) =>
      new Promise<string[]>((resolve, reject) => {
        const request = indexedDB.open('escale-pictures', 1)
        request.onerror = () => reject(request.error)
        request.onupgradeneeded = () => {
          request.result.createObjectStore('jobs', { keyPath: 'id' })
          request.result.createObjectStore('drafts')
        }
        request.onsuccess = () => {
          const jobs = request.result.transaction('jobs', 'readwrite').objectStore('jobs')
          for (const activity of activities) jobs.put({ id: `of-${activity}`, activity, at: Date.now() })
          const all = jobs.getAll()
          all.onsuccess = () => {
            request.result.close()
            resolve(all.result.map((job: { activity: string }) => job.activity))
          }
        }
      }),
    add,
  )

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

  let again = await browser.newPage()
  await again.goto(`/p/${session}`)
  await expect(own(again, WITHOUT)).toBeVisible()
  expect(await notesFor(server.url, session, wall, (texts) => texts.length > 1)).toEqual([BEFORE, WITHOUT])
  await expect(own(forgetful, WITHOUT)).toBeAttached()

  await test.step('[P24] what is refused on return is in sight wherever one is, over a reload, until it is taken', async () => {
    await server.kill()
    await write(again, REFUSED)
    await expect(again.getByText('gardé sur cet appareil').first()).toBeVisible()
    await again.close()
    await server.begin()
    await facilitator.act({ type: 'lock' }, wall)
    again = await browser.newPage()
    await again.goto(`/p/${session}`)
    const kept = again.getByRole('region', { name: 'Textes gardés sur cet appareil' })
    await expect(kept).toContainText(REFUSED)
    await expect(again.getByText('Enregistré')).toBeHidden()
    await facilitator.do({ type: 'go', activity: null })
    await expect(again.getByRole('heading', { name: /Bienvenue/ })).toBeVisible()
    await again.reload()
    await expect(kept).toContainText(REFUSED)
    await expect(kept.getByRole('button', { name: 'Copier' })).toBeVisible()
    await facilitator.go(wall)
    await facilitator.act({ type: 'unlock' }, wall)
    await kept.getByRole('button', { name: 'Envoyer' }).click()
    await expect(kept).toBeHidden()
    await expect(own(again, REFUSED)).toBeVisible()
    expect(await notesFor(server.url, session, wall, (texts) => texts.includes(REFUSED))).toHaveLength(3)
  })

  await test.step('[A7] leaving forgets all of it, in every tab: who comes next finds nothing', async () => {
    const other = await browser.newPage()
    await other.goto(`/p/${session}`)
    await other.getByRole('textbox', { name: 'Nouveau post-it' }).fill(BEGUN)
    await expect.poll(() => keptOf(other, session)).toEqual(expect.arrayContaining([...KEPT_BEFORE]))

    await pictures(other, [wall, 'elsewhere'])

    await again.getByRole('button', { name: /Vous et cet appareil/ }).click()
    await again.getByRole('menuitem', { name: 'Quitter la séance sur cet appareil' }).click()
    await expect(again.getByText('Tout n’est pas encore envoyé')).toBeVisible()
    await again.getByRole('button', { name: 'Quitter et perdre ce qui reste' }).click()
    for (const tab of [again, other]) {
      await expect(
        tab.getByRole('heading', { name: 'Vous avez quitté la séance sur cet appareil.' }),
      ).toBeFocused()
      expect(await keptOf(tab, session)).toEqual([])
    }
    expect(await pictures(other, [])).toEqual(['elsewhere'])
    await other.getByRole('button', { name: 'Entrer à nouveau' }).click()
    await introduce(other, 'Yanis')
    await expect(other.getByRole('textbox', { name: 'Nouveau post-it' })).toHaveValue('')
    await other.getByRole('button', { name: 'Le mur' }).click()
    await expect(own(other, WITHOUT)).toBeAttached()
    await other.getByRole('button', { name: /Vous et cet appareil \(Yanis\)/ }).waitFor()
  })
})
