/** All scenarios with the parameters that the bars speak of; together about a quarter of an hour. */
import { arrivals } from './scenarios/arrivals.ts'
import { cursors } from './scenarios/cursors.ts'
import { join } from './scenarios/join.ts'
import { idle, idleWall, roundTable } from './scenarios/quiet.ts'
import type { Scenario } from './scenarios/scenario.ts'
import { stalled } from './scenarios/stalled.ts'
import { type StormOptions, storm } from './scenarios/storm.ts'

const EVERYBODY = ['ours', 'yws', 'hp3', 'hp4', 'floorMsg', 'floorWin']
const ABREAST = ['ours', 'yws', 'hp4']

/** All of `clients` write on one document. */
const together = (clients: number, rate: number, seconds: number): StormOptions => ({
  documents: 1,
  clients,
  writers: clients,
  rate,
  seconds,
})

export const SUITE: readonly Scenario[] = [
  storm('storm', EVERYBODY, 2, together(200, 1_000, 6)),
  storm('storm-50', ABREAST, 1, together(50, 50, 5)),
  storm('storm-200', ABREAST, 2, together(200, 200, 6)),
  storm('storm-500', ['ours', 'hp4'], 1, together(500, 500, 6)),
  storm('storm-1000', ['ours'], 1, together(1_000, 500, 6)),
  storm('lone', ABREAST, 2, { documents: 1, clients: 201, writers: 1, rate: 5, seconds: 6 }),
  storm('sessions', ABREAST, 1, { documents: 20, clients: 50, writers: 50, rate: 1_000, seconds: 6 }),
  storm('durability', ['ours', 'ours-ram'], 2, together(200, 1_000, 6)),
  cursors(ABREAST, 2, { clients: 200, rate: 1_000, seconds: 6 }),
  join('join-1000', ABREAST, 1, { notes: 1_000, joiners: 200 }),
  join('join-10000', ['ours', 'hp4'], 2, { notes: 10_000, joiners: 200 }),
  arrivals(2, { people: 1_000, seconds: 10 }),
  stalled(['ours'], 2, { stalled: 20, seconds: 6 }),
  roundTable({ people: 200, seconds: 50 }),
  idle({ people: 200, seconds: 25 }),
  idleWall({ people: 200, seconds: 25 }),
]
