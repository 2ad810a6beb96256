import type { Exporter } from '../exporter.ts'
import { embeddedFonts } from '../fonts.ts'
import { drawWalls } from '../pictures-of-walls.ts'
import { words } from './words.ts'

/** The walls as vectors, for print at any size. The typeface is inside; text can be selected. */
export const svg: Exporter = {
  id: 'svg',
  mime: 'image/svg+xml; charset=utf-8',
  extension: 'svg',
  use: 'picture',
  onlyOurLetters: false,
  words,
  render: async (harvest, options) => (await drawWalls(harvest, options, { css: await embeddedFonts() })).svg,
}
