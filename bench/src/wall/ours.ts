/** Our wall as a participant has it on a laptop: the built client and server, a session, a document that is followed. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addNote } from '@escale/shared'
import { PLAIN_WALL, SHARED_WALL } from '@escale/shared/activities/wall'
import type { Page } from 'playwright-core'
import { freePort, ROOT, startChild } from '../servers/child.ts'
import { openActivity } from '../servers/sessions.ts'
import { BOARD_SIZE, type BoardKind } from './board.ts'
import { launch, newPage } from './browser.ts'
import { asWallNote, type BenchNote } from './notes.ts'

/** A page this wide leaves a board of BOARD_SIZE beside the field to write in. */
const PAGE_SIZE = { width: 1_716, height: 940 }
const AT_ONCE = 200
/** Where a participant writes. */
export const TEXT_FIELD = 'form textarea'

async function startServer(folder: string) {
  const port = await freePort()
  const child = await startChild({
    args: [join(ROOT, 'server/dist/main.js'), '--data', folder, '--port', String(port)],
    port,
    env: { ESCALE_LOG: 'silent', ESCALE_DEMO: '0', HOST: '127.0.0.1' },
  })
  return { baseUrl: `http://127.0.0.1:${port}`, child }
}

interface Watched {
  papersShown?: () => number
  firstShownAt?: number
}

/** How many papers the page shows, near or far: the board's own elements, read as anybody may. */
const watchPapers = (): void => {
  const papersShown = () =>
    [...document.querySelectorAll('svg path[fill^="var(--note"]')].reduce(
      (sum, shape) => sum + (shape.getAttribute('d')?.split('M').length ?? 1) - 1,
      0,
    )
  Object.assign(globalThis, { papersShown } satisfies Watched)
}

/** When the first note, and when all of them were on the page, ms from the navigation. */
const untilShown = async (page: Page, all: number): Promise<{ firstMs: number; allMs: number }> => {
  const measured = await page.waitForFunction(
    (all) => {
      const watched = globalThis as Watched
      const shown = watched.papersShown?.() ?? 0
      if (shown > 0) watched.firstShownAt ??= performance.now()
      return shown >= all ? { firstMs: watched.firstShownAt ?? 0, allMs: performance.now() } : false
    },
    all,
    { polling: 'raf', timeout: 120_000 },
  )
  return (await measured.jsonValue()) as { firstMs: number; allMs: number }
}

export const ours: BoardKind = {
  name: 'ours',
  title: 'Escale: built client and server, a participant’s page, notes as elements of the page',
  async open(notes) {
    const folder = await mkdtemp(join(tmpdir(), 'escale-bench-wall-'))
    const { baseUrl, child } = await startServer(folder)
    const facilitator = await openActivity(baseUrl, 'wall', { ...PLAIN_WALL, layout: 'canvas' })
    const wall = await facilitator
      .document(SHARED_WALL, facilitator.activity('wall').id)
      .until((d) => d.ready)
    const put = (note: BenchNote, index: number) => addNote(wall.doc, asWallNote(note, index))
    for (let from = 0; from < notes.length; from += AT_ONCE) {
      wall.doc.transact(() => {
        for (const [i, note] of notes.slice(from, from + AT_ONCE).entries()) put(note, from + i)
      })
      await wall.until((d) => d.saved)
    }
    const browser = await launch()
    const page = await newPage(browser, { viewport: PAGE_SIZE, locale: 'fr-FR' })
    await page.addInitScript(watchPapers)
    await page.goto(`${baseUrl}/p/${facilitator.created.session}`)
    const name = page.getByRole('textbox', { name: /prénom|pseudonyme/i })
    await name.fill('Soizic')
    await name.press('Enter')
    await page.getByRole('group', { name: 'Tableau' }).waitFor()
    await page.goto('about:blank')
    await page.goto(`${baseUrl}/p/${facilitator.created.session}`, { waitUntil: 'commit' })
    const arrival = await untilShown(page, notes.length)
    await page.getByRole('button', { name: 'Tout voir' }).click()
    const board = page.getByRole('group', { name: 'Tableau' })
    const box = await board.boundingBox()
    if (!box) throw new Error('no board')
    for (const side of ['width', 'height'] as const)
      if (Math.abs(box[side] - BOARD_SIZE[side]) > 0.06 * BOARD_SIZE[side])
        throw new Error(`our board is ${box.width} × ${box.height}, not as large as the other`)
    let written = notes.length
    return {
      page,
      client: await page.context().newCDPSession(page),
      middle: { x: box.x + box.width / 2, y: box.y + box.height / 2 },
      ...arrival,
      nearerDelta: -24,
      zoom: () =>
        board.evaluate((element) => {
          const world = element.querySelector<HTMLElement>('[style*="scale"]')
          return Number(/scale\(([\d.e-]+)\)/.exec(world?.style.transform ?? '')?.[1] ?? 0)
        }),
      count: () => page.evaluate(() => (globalThis as Watched).papersShown?.() ?? 0),
      add: async (note) => put(note, written++),
      close: async () => {
        await browser.close()
        facilitator.close()
        await child.stop()
        await rm(folder, { recursive: true, force: true })
      },
    }
  },
}
