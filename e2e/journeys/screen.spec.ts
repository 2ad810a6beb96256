import type { Facilitator } from '@escale/bots'
import { addNote } from '@escale/shared'
import { SHARED_WALL, type WallDefinition } from '@escale/shared/activities/wall'
import type { Page } from '@playwright/test'
import type { People } from '../fixtures/people.ts'
import { adapt } from '../fixtures/plan.ts'
import { expect, test } from '../fixtures/test.ts'

const PROJECTOR = { viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' } as const
/** As long as a note may be. */
const LONGEST = 'Nous voudrions que chaque service raconte ce qu’il a essayé. '.repeat(9).slice(0, 500)

/** The room's screen before a wall on which these notes hang; `zoneOf`: of the nth. */
async function screenOf(
  people: People,
  definition: Partial<WallDefinition>,
  texts: readonly string[],
  zoneOf: (n: number) => string | undefined = () => undefined,
): Promise<{ page: Page; facilitator: Facilitator; wall: string }> {
  const facilitator = await people.facilitator({ template: 'visio-24-avril' })
  const wall = await adapt(facilitator, 'wall', { layout: 'columns', ...definition })
  await facilitator.go(wall)
  const document = await facilitator.document(SHARED_WALL, wall).until((d) => d.ready)
  const began = Date.now()
  document.doc.transact(() => {
    for (const [n, text] of texts.entries()) {
      const zone = zoneOf(n)
      const where = zone === undefined ? {} : { zone }
      addNote(document.doc, { id: `n${n}`, text, colour: 0, createdAt: began + n, ...where })
    }
  })
  await document.until((d) => d.saved)
  const { session, secret } = facilitator.created
  const page = await people.page(`/screen/${session}#${secret}`, PROJECTOR)
  return { page, facilitator, wall }
}

/** Notes that are seen and not whole: below what the room sees. */
const cutNotes = (page: Page) =>
  page.locator('[data-note]:visible').evaluateAll((notes) =>
    notes.flatMap((note) => {
      const { bottom } = note.getBoundingClientRect()
      return bottom > window.innerHeight ? [`${note.textContent?.slice(0, 20)} ends at ${bottom}`] : []
    }),
  )

test('the longest note is whole on the screen', async ({ people }) => {
  const { page } = await screenOf(people, { zones: [] }, [LONGEST])
  await expect(page.locator('[data-note="n0"]')).toBeVisible()
  await expect.poll(() => cutNotes(page)).toEqual([])
})

test('the longest note is whole on the screen in a narrow zone, too', async ({ people }) => {
  const zones = ['a', 'b', 'c', 'd'].map((id) => ({ id, title: `Ce que nous demandons à ${id}` }))
  const { page } = await screenOf(
    people,
    { zones },
    [LONGEST, LONGEST, 'Une courte', LONGEST],
    (n) => zones[n]?.id,
  )
  for (const n of [0, 1, 2, 3]) await expect(page.locator(`[data-note="n${n}"]`)).toBeVisible()
  await expect.poll(() => cutNotes(page)).toEqual([])
})

test('a note of many short lines is whole when it is shown alone', async ({ people }) => {
  const lines = Array.from({ length: 24 }, (_, n) => `- ${n}`).join('\n')
  const { page, facilitator, wall } = await screenOf(people, { zones: [] }, [lines])
  await facilitator.do({ type: 'act', activity: wall, action: { type: 'spotlight', note: 'n0' } })
  await expect(page.locator('[data-item]')).toHaveCount(0)
  await expect(page.locator('[data-note="n0"]')).toBeVisible()
  await expect.poll(() => cutNotes(page)).toEqual([])
})

/** Headings of which one lies over another, or that are out of sight. */
const hiddenHeadings = (page: Page) =>
  page.getByRole('heading', { level: 2 }).evaluateAll((headings) => {
    const seen = headings.map((heading) => heading.getBoundingClientRect())
    return seen.flatMap((a, i) => {
      const below = seen.slice(i + 1)
      const meets = below.some(
        (b) => a.left < b.right - 2 && b.left < a.right - 2 && a.top < b.bottom - 2 && b.top < a.bottom - 2,
      )
      return meets || a.bottom > window.innerHeight || a.right > window.innerWidth
        ? [headings[i]?.textContent]
        : []
    })
  })

test('twelve zones are named and their notes can be read', async ({ people }) => {
  const zones = Array.from({ length: 12 }, (_, n) => ({
    id: `z${n}`,
    title: `Thème ${n + 1} : les habitudes`,
  }))
  const texts = Array.from({ length: 24 }, (_, n) => `Raconter ce que nous avons essayé, ${n}`)
  const { page } = await screenOf(people, { zones }, texts, (n) => `z${n % 12}`)
  for (const { title } of zones) await expect(page.getByRole('heading', { name: title })).toBeVisible()
  expect(await hiddenHeadings(page)).toEqual([])
  await expect.poll(() => cutNotes(page)).toEqual([])
  const note = await page.locator('[data-note]:visible').first().boundingBox()
  expect(note?.width).toBeGreaterThan(120)
})

test('of a wall of hundreds no zone lies over another', async ({ people }) => {
  const zones = ['a', 'b', 'c'].map((id) => ({ id, title: `Ce que nous demandons, tous ensemble, à ${id}` }))
  const texts = Array.from({ length: 600 }, (_, n) => `Idée ${n}`)
  const { page } = await screenOf(people, { zones }, texts, (n) => zones[n % 3]?.id)
  for (const { title } of zones) await expect(page.getByRole('heading', { name: title })).toBeVisible()
  // Of each zone some tiles are seen below its title, and none behind the title of another.
  const parts = await page.locator('[data-overview] section:has([aria-hidden])').evaluateAll((all) =>
    all.map((part) => {
      const tiles = part.querySelector('[aria-hidden]')?.getBoundingClientRect()
      const { bottom } = part.getBoundingClientRect()
      return { isSeen: (tiles?.height ?? 0) > 8, isWithin: (tiles?.bottom ?? 0) <= bottom + 1 }
    }),
  )
  expect(parts).toEqual(zones.map(() => ({ isSeen: true, isWithin: true })))
})
