/** What simulated people do, by kind; one line each. A kind without a line is watched in silence. */
import { roundTable } from './round-table.ts'
import type { Behaviour } from './scene.ts'
import { rally } from './word-rally.ts'

export const behaviours: Readonly<Record<string, Behaviour>> = {
  'round-table': roundTable,
  'word-rally': rally,
}
