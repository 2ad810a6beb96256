/** Our wall as a participant has it on a laptop: the built client and server, a session, a document that is followed. */
import { BOARD_SIZE, type BoardKind } from './board.ts'
import { launch, newPage } from './browser.ts'
import { countShown, openFilledWall, untilShown, watch } from './filled-wall.ts'

/** A page this wide leaves a board of BOARD_SIZE beside the field to write in. */
const PAGE_SIZE = { width: 1_716, height: 940 }
/** Where a participant writes. */
export const TEXT_FIELD = 'form textarea'

/** Near or far: the board's own elements, read as anybody may. */
const papersShown = () =>
  [...document.querySelectorAll('svg path[fill^="var(--note"]')].reduce(
    (sum, shape) => sum + (shape.getAttribute('d')?.split('M').length ?? 1) - 1,
    0,
  )

export const ours: BoardKind = {
  name: 'ours',
  title: 'Escale: built client and server, a participant’s page, notes as elements of the page',
  async open(notes) {
    const wall = await openFilledWall({ layout: 'canvas' }, notes)
    const { baseUrl, created } = wall
    const browser = await launch()
    const page = await newPage(browser, { viewport: PAGE_SIZE, locale: 'fr-FR' })
    await watch(page, papersShown)
    await page.goto(`${baseUrl}/p/${created.session}`)
    const name = page.getByRole('textbox', { name: /prénom|pseudonyme/i })
    await name.fill('Soizic')
    await name.press('Enter')
    await page.getByRole('group', { name: 'Tableau' }).waitFor()
    await page.goto('about:blank')
    await page.goto(`${baseUrl}/p/${created.session}`, { waitUntil: 'commit' })
    const arrival = await untilShown(page, notes.length)
    await page.getByRole('button', { name: 'Tout voir' }).click()
    const board = page.getByRole('group', { name: 'Tableau' })
    const box = await board.boundingBox()
    if (!box) throw new Error('no board')
    for (const side of ['width', 'height'] as const)
      if (Math.abs(box[side] - BOARD_SIZE[side]) > 0.06 * BOARD_SIZE[side])
        throw new Error(`our board is ${box.width} × ${box.height}, not as large as the other`)
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
      count: () => countShown(page),
      add: async (note) => wall.add(note),
      close: async () => {
        await browser.close()
        await wall.close()
      },
    }
  },
}
