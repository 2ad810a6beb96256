import { exportHarvest } from '@escale/shared'
import type { Exporter } from '../exporter.ts'
import { words } from './words.ts'

/** Everything, for programs. docs/spec/harvest.md describes it. */
export const json: Exporter = {
  id: 'json',
  mime: 'application/json; charset=utf-8',
  extension: 'json',
  use: 'file',
  onlyOurLetters: false,
  words,
  render: async (harvest) => `${JSON.stringify(exportHarvest(harvest), null, 2)}\n`,
}
