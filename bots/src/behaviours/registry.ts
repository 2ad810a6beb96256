/** What simulated people do, by kind; one line each. A kind without a line is watched in silence. */
import { leadRoundTable, roundTable } from './round-table.ts'
import type { Behaviour } from './scene.ts'
import { writeOnWall } from './wall.ts'
import { leadRally, rally } from './word-rally.ts'

export const behaviours: Readonly<Record<string, Behaviour>> = {
  'round-table': roundTable,
  wall: writeOnWall,
  'word-rally': rally,
}

/** What a simulated facilitator does beside starting and ending activities. */
export const leads: Readonly<Record<string, Behaviour>> = {
  'round-table': leadRoundTable,
  'word-rally': leadRally,
}
