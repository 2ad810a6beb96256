import { readFile } from 'node:fs/promises'
import { INTENTIONS, personNumber } from '@escale/bots'
import type { Page } from '@playwright/test'
import { ConsolePage } from '../fixtures/console-page.ts'
import { joinInBrowser } from '../fixtures/participant-page.ts'
import { LAPTOP, PHONE } from '../fixtures/people.ts'
import { expect, test } from '../fixtures/test.ts'
import { Wiretap } from '../fixtures/wiretap.ts'

const TITLE = /Visio du 24 avril/
const WALL = 'Les collaborathons : pour réinventer'
const RALLY = 'Rallye des mots – écriture'
const GROUPS = 'Et demain ? – échange en sous-groupes'
const WORDS = ['fenêtre', 'silence', 'levain', 'voisine', 'boussole', 'éclaircie']
/** Fewer only while working on the journey itself: the groups are two from twelve on. */
const HOW_MANY = Number(process.env['E2E_PEOPLE'] ?? 12)
/** Long enough for twelve pages on two busy cores; the groups return by themselves when it has passed. */
const GROUP_TIME = '75 s'
const WRITING_TIME = '24 s'
const SECONDS_BETWEEN_WORDS = '3'

const everyone = <T>(pages: readonly Page[], act: (page: Page, index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(pages.map(act))

test('the visio of 24 April, from its template to the récolte', async ({ people }) => {
  test.setTimeout(600_000)

  const facilitator = await (await people.browser({ ...LAPTOP, acceptDownloads: true })).newPage()
  const console = await ConsolePage.fromTemplate(facilitator, TITLE)
  await test.step('the plan is made short', async () => {
    await console.editPlan()
    await console.prepare(WALL, '5 min')
    await console.prepare(RALLY, WRITING_TIME, (page) =>
      page.getByRole('spinbutton', { name: 'Secondes entre deux mots' }).fill(SECONDS_BETWEEN_WORDS),
    )
    await console.prepare(GROUPS, GROUP_TIME)
    await console.open()
  })

  const { session } = console
  const screen = await facilitator.context().newPage()
  await screen.goto(`/screen/${session}`)
  const taps: Wiretap[] = []
  const pages: Page[] = []
  await test.step('twelve people come in by the link', async () => {
    for (let index = 0; index < HOW_MANY; index++) {
      const device = index % 3 === 0 ? LAPTOP : PHONE
      const tap = (page: Page) => Promise.resolve(taps.push(Wiretap.onPage(page)))
      pages.push(await joinInBrowser(people, session, personNumber(index).name, device, tap))
    }
    await expect(
      facilitator.getByText(`${HOW_MANY} ici sur ${HOW_MANY}`, { exact: false }).first(),
    ).toBeAttached()
  })

  await test.step('the wall fills with the real intentions', async () => {
    await console.start()
    await console.goTo(WALL)
    await everyone(pages, async (page, index) => {
      const field = page.getByRole('textbox', { name: 'Nouveau post-it' })
      for (const text of INTENTIONS.filter((_, at) => at % HOW_MANY === index)) {
        await field.fill(text)
        await field.press('Enter')
        await expect(field).toHaveValue('')
      }
    })
    await everyone(pages, async (page) => {
      await expect(page.getByText('Enregistré', { exact: true }).first()).toBeVisible({ timeout: 30_000 })
      await expect(
        page.getByRole('button', { name: `Le mur ${INTENTIONS.length}`, includeHidden: true }),
      ).toBeAttached()
    })
    // Page after page, whole notes only: the room is told which of them it sees.
    await expect(screen.getByText(`sur ${INTENTIONS.length}`)).toBeVisible()
  })

  await test.step('the rally: words, a story, two readings', async () => {
    await console.goTo(RALLY)
    await everyone(pages, async (page, index) => {
      const story = page.getByRole('textbox', { name: 'Votre histoire' })
      await expect(story).toBeEditable()
      await story.fill(`Histoire de ${personNumber(index).name}. Derrière les fenêtres, le silence.`)
    })
    await everyone([...pages, screen], (page) =>
      expect(page.getByRole('list', { name: 'Les mots' }).getByText('éclaircie')).toBeVisible({
        timeout: 60_000,
      }),
    )
    const [first, second, third] = pages as [Page, Page, Page]
    await expect(first.getByText('déjà dans votre histoire')).toHaveCount(2)

    for (const [page, index] of [
      [first, 0],
      [second, 1],
    ] as const) {
      const { name } = personNumber(index)
      await page.getByRole('button', { name: 'Lever la main pour lire' }).click({ timeout: 60_000 })
      await console.press(`Appeler ${name}`)
      await page.getByRole('button', { name: 'Montrer mon histoire à tout le monde' }).click()
      for (const other of [third, screen])
        await expect(other.getByText(`Histoire de ${name}.`, { exact: false })).toBeVisible()
      await console.press('Lecture terminée')
      await expect(third.getByText(`Histoire de ${name}.`, { exact: false })).toBeHidden()
    }
    for (const [page, choice] of [
      [first, 'Oui, avec mon nom'],
      [second, 'Oui, sans mon nom'],
    ] as const) {
      // The choice shows once the server has it.
      await page.getByRole('radio', { name: choice }).click()
      await expect(page.getByRole('radio', { name: choice })).toBeChecked()
    }
    await expect(facilitator.getByText('2 histoires seront dans la récolte')).toBeVisible()
  })

  await test.step('two groups, a tour de table, and the return', async () => {
    await console.goTo(GROUPS)
    await console.press('Former les groupes')
    await console.press('Lancer les groupes')
    await everyone(pages, (page) => page.getByRole('button', { name: 'Je suis là' }).click())
    const numbers = await everyone(
      pages,
      async (page) =>
        /\d+/.exec(
          (await page.getByRole('region', { name: /^Groupe \d+$/ }).getAttribute('aria-label')) ?? '',
        )?.[0],
    )
    const groups = ['1', '2']
      .map((number) => pages.filter((_, index) => numbers[index] === number))
      .filter((group) => group.length > 0)
    expect(groups.map((group) => group.length)).toEqual(HOW_MANY === 12 ? [6, 6] : [HOW_MANY])

    await Promise.all(
      groups.map(async (group) => {
        const [begins] = group as [Page]
        await begins.getByRole('button', { name: /Lancer le tour de parole|Commencer sans attendre/ }).click()
        // Each speaks once, whoever it is; everybody else sees whose turn it is.
        await everyone(group, (page) =>
          page.getByRole('button', { name: 'J’ai fini' }).click({ timeout: 60_000 }),
        )
        await everyone(group, (page) =>
          expect(page.getByRole('heading', { name: 'Échange libre' })).toBeVisible(),
        )
        const notes = begins.getByRole('textbox', { name: 'Nos notes' })
        await notes.fill(`Notes du groupe de ${begins === pages[0] ? 'la première' : 'l’autre'}`)
        for (const page of group)
          await expect(page.getByRole('textbox', { name: 'Nos notes' })).toHaveValue(/^Notes du groupe de/)
      }),
    )
    await everyone(pages, (page) =>
      expect(page.getByRole('heading', { name: 'De retour en plénière' })).toBeVisible({ timeout: 90_000 }),
    )
  })

  const chosen = async (page: Page, choice: string) => {
    await page.getByRole('radio', { name: choice }).click()
    await expect(page.getByRole('radio', { name: choice })).toBeChecked()
  }
  const [, , third] = pages as [Page, Page, Page]
  await test.step('a story is found again when the session has moved on, also after a reload', async () => {
    await third.reload()
    await third.getByRole('button', { name: /Vous et cet appareil/ }).click()
    await third.getByRole('menuitem', { name: 'Mes textes' }).click()
    const story = third.getByRole('textbox', { name: 'Votre histoire' })
    await expect(story).toHaveValue(/Histoire de Chloé/)
    await expect(third.getByText('déjà dans votre histoire')).toHaveCount(2)
    await expect(third.getByRole('radio', { name: 'Non, je la garde pour moi' })).toBeChecked()
    await chosen(third, 'Oui, sans mon nom')
    await third.getByRole('button', { name: 'Fermer' }).click()
    await expect(story).toBeHidden()
  })

  await test.step('nobody received what was not theirs', () => {
    for (const [index, tap] of taps.entries()) {
      // The third and later ones kept their stories; only their authors may ever have received them.
      for (let author = 2; author < HOW_MANY; author++)
        if (author !== index)
          expect(tap.with(`Histoire de ${personNumber(author).name}.`), `${index} heard ${author}`).toEqual(
            [],
          )
    }
  })

  await test.step('the récolte is exported, opened and checked', async () => {
    await console.finish()
    // It is never too late to keep a story for oneself.
    await third.getByRole('button', { name: 'Mes textes' }).click()
    await expect(third.getByRole('textbox', { name: 'Votre histoire' })).toHaveAttribute('readonly')
    await expect(third.getByRole('radio', { name: 'Oui, sans mon nom' })).toBeChecked()
    await chosen(third, 'Non, je la garde pour moi')
    await facilitator.getByRole('link', { name: 'Voir la récolte' }).click()
    await expect(facilitator.getByRole('heading', { level: 1 })).toBeVisible()
    const file = async (name: RegExp): Promise<Buffer> => {
      const download = facilitator.waitForEvent('download')
      await facilitator.getByRole('link', { name }).first().click()
      return readFile(await (await download).path())
    }
    const png = await file(/Télécharger : .*PNG/)
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    // Width and height stand at byte 16: a slide, not a stamp.
    expect(png.readUInt32BE(16)).toBeGreaterThanOrEqual(1_600)
    expect(png.readUInt32BE(20)).toBeGreaterThanOrEqual(900)

    const svg = (await file(/Télécharger : .*SVG/)).toString()
    expect(svg).toMatch(/^(<\?xml[^>]*>\s*)?<svg/)
    expect(svg).toContain('Simplificathon')
    expect(svg).not.toMatch(/(href|src)="https?:/)

    const html = (await file(/Télécharger : .*HTML/)).toString()
    expect(html).toContain('Histoire de Aïcha.')
    expect(html).toContain('Notes du groupe de')
    expect(html).not.toMatch(/<(script|link|img|iframe)[^>]+(src|href)="https?:/)
    expect(html).not.toContain('Histoire de Chloé.')

    const markdown = (await file(/Télécharger : .*Markdown/)).toString()
    for (const word of WORDS) expect(markdown).toContain(word)
    expect(markdown).toContain('Histoire de Baptiste.')

    const csv = (await file(/Télécharger : .*CSV/)).toString()
    expect(csv.charCodeAt(0)).toBe(0xfeff)
    expect(csv.split('\n')[0]).toContain(';')
    for (const text of INTENTIONS) expect(csv).toContain(text.split('\n')[0]?.replaceAll('"', '""'))

    const json: unknown = JSON.parse((await file(/Télécharger : .*JSON/)).toString())
    const kept = JSON.stringify(json)
    for (const text of INTENTIONS) expect(kept).toContain(JSON.stringify(text).slice(1, -1))
    expect(kept).not.toContain('Histoire de Chloé.')

    // The file stands alone: opened without any server it asks for nothing.
    const alone = await (await people.browser()).newPage()
    await alone.setContent(html)
    await expect(alone.getByText('Simplificathon').first()).toBeVisible()
  })
})
