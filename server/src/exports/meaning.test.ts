/** Walks the columns of files in the table of docs/spec/meaning.md. */
import { readFileSync } from 'node:fs'
import { meaningCells, meaningHarvest, NOTION_MARKS } from '@escale/shared/testkit'
import { describe, expect, test } from 'vitest'
import { renderText } from './contract.ts'
import { csv } from './csv/index.ts'
import { html } from './html/index.ts'
import { json } from './json/index.ts'
import { markdown } from './markdown/index.ts'
import { pageOf } from './page-of.ts'
import { svg } from './svg/index.ts'

const table = readFileSync(new URL('../../../docs/spec/meaning.md', import.meta.url), 'utf8')

/** What somebody reads who opens the file. */
const shownIn: Readonly<Record<string, () => Promise<string>>> = {
  CSV: () => renderText(csv, meaningHarvest()),
  Markdown: () => renderText(markdown, meaningHarvest()),
  HTML: async () => pageOf(await renderText(html, meaningHarvest())).body.textContent,
  JSON: () => renderText(json, meaningHarvest()),
  // PNG is drawn from it.
  'SVG, PNG': async () =>
    [...pageOf(await renderText(svg, meaningHarvest()), 'image/svg+xml').querySelectorAll('text')]
      .map((text) => text.textContent)
      .join('\n'),
}

const cells = meaningCells(table).filter(({ place }) => Object.hasOwn(shownIn, place))

describe('[H15] what is said keeps its meaning', () => {
  test('the table speaks of every notion and of every format', () => {
    const notions = new Set(cells.map(({ notion }) => notion))
    expect(Object.keys(NOTION_MARKS).filter((notion) => !notions.has(notion))).toEqual([])
    expect(cells).toHaveLength(notions.size * Object.keys(shownIn).length)
  })

  test.each(Object.entries(shownIn))('%s: each notion comes out as the table says', async (place, shown) => {
    const text = await shown()
    const found = (notion: string): boolean => {
      const mark = NOTION_MARKS[notion]
      if (mark === undefined) return false
      if (place === 'JSON' && mark.json) return mark.json.test(text)
      // A picture is of a wall; its question is the first of the two.
      const sought = place === 'SVG, PNG' && notion === 'question' ? mark.shown.slice(0, 1) : mark.shown
      return sought.every((word) => text.toLowerCase().includes(word.toLowerCase()))
    }
    const told = cells.filter((cell) => cell.place === place).map(({ notion }) => [notion, found(notion)])
    const said = cells.filter((cell) => cell.place === place).map(({ notion, isThere }) => [notion, isThere])
    expect(told).toEqual(said)
  })
})
