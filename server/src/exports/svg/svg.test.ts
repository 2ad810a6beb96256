import { expect, test } from 'vitest'
import { exporterContract, renderText } from '../contract.ts'
import { hostileHarvest } from '../harvest-samples.ts'
import { type Page, pageOf } from '../page-of.ts'
import { svg } from './index.ts'

/** Throws when it is not well-formed. */
const open = (file: string): Page => pageOf(file, 'image/svg+xml')

exporterContract(svg, {
  everything: false,
  textOf: (file) => [...open(file).querySelectorAll('text')].map((t) => t.textContent).join('\n'),
})

test('is well-formed, holds shapes and text only, and loads nothing', async () => {
  const page = open(await renderText(svg, hostileHarvest(true)))
  const names = new Set([...page.querySelectorAll('*')].map((element) => element.localName))
  expect([...names].sort()).toEqual(['g', 'rect', 'style', 'svg', 'text', 'title', 'tspan'])
  for (const [, url] of page.querySelector('style')?.textContent.matchAll(/url\(([^)]*)\)/g) ?? [])
    expect(url).toMatch(/^data:font\/ttf;base64,/)
})
