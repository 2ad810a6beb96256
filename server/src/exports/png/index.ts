import type { Exporter } from '../exporter.ts'
import { drawWalls } from '../pictures-of-walls.ts'
import { rasterise } from './rasterise.ts'
import { words } from './words.ts'

/** The walls as pixels. */
export const png: Exporter = {
  id: 'png',
  mime: 'image/png',
  extension: 'png',
  use: 'picture',
  onlyOurLetters: true,
  words,
  render: async (harvest, options) => rasterise(await drawWalls(harvest, options, { pinned: true })),
}
