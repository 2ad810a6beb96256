/** Our wall without a board, in columns and under zones, as a facilitator has it on a laptop: templates begin with it. */

import type { ListKind } from './board.ts'
import { launch, newPage } from './browser.ts'
import { countShown, openFilledWall, untilShown, watch } from './filled-wall.ts'

const PAGE_SIZE = { width: 1_366, height: 768 }
const ZONES = ['Envies', 'Freins', 'Moyens'].map((title, index) => ({ id: `z${index}`, title }))
/** The list scrolls with the page: a point that is over it, wherever the page stands. */
const OVER_THE_LIST = { x: 620, y: 560 }

const papersShown = () => document.querySelectorAll('[data-item] [data-note]').length

const consoleWith = (name: ListKind['name'], title: string, zones: typeof ZONES): ListKind => ({
  name,
  title,
  async open(notes) {
    const wall = await openFilledWall({ layout: 'columns', zones }, notes)
    const browser = await launch()
    const page = await newPage(browser, { viewport: PAGE_SIZE, locale: 'fr-FR' })
    await watch(page, papersShown)
    const { session, secret } = wall.created
    await page.goto(`${wall.baseUrl}/console/${session}#${secret}`)
    await page.locator('[data-item]').first().waitFor()
    await page.goto('about:blank')
    await page.goto(`${wall.baseUrl}/console/${session}`, { waitUntil: 'commit' })
    const arrival = await untilShown(page, notes.length)
    await page.locator('[data-item]').first().scrollIntoViewIfNeeded()
    return {
      page,
      client: await page.context().newCDPSession(page),
      middle: OVER_THE_LIST,
      ...arrival,
      count: () => countShown(page),
      add: async (note) => wall.add(note),
      close: async () => {
        await browser.close()
        await wall.close()
      },
    }
  },
})

export const columns = consoleWith('columns', 'Escale: a console of 1366×768, one wall in columns', [])
export const zones = consoleWith('zones', 'Escale: the same under three zones', ZONES)
