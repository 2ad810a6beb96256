/** All scenarios with the parameters that the bars speak of. */
import { arrivals } from './scenarios/arrivals.ts'
import { cursors } from './scenarios/cursors.ts'
import { join } from './scenarios/join.ts'
import { idle, idleWall, roundTable } from './scenarios/quiet.ts'
import type { Scenario } from './scenarios/scenario.ts'
import { stalled } from './scenarios/stalled.ts'
import { storm } from './scenarios/storm.ts'

const EVERYBODY = ['ours', 'yws', 'hp3', 'hp4', 'floorMsg', 'floorWin']

export const SUITE: readonly Scenario[] = [
  storm('storm', EVERYBODY, 3, { documents: 1, clients: 200, writers: 200, rate: 1_000, seconds: 6 }),
  storm('storm-50', ['ours', 'yws', 'hp4'], 1, {
    documents: 1,
    clients: 50,
    writers: 50,
    rate: 50,
    seconds: 5,
  }),
  storm('storm-200', ['ours', 'yws', 'hp4', 'floorWin'], 2, {
    documents: 1,
    clients: 200,
    writers: 200,
    rate: 200,
    seconds: 6,
  }),
  storm('storm-500', ['ours', 'hp4'], 1, { documents: 1, clients: 500, writers: 500, rate: 500, seconds: 6 }),
  storm('storm-1000', ['ours'], 1, { documents: 1, clients: 1_000, writers: 1_000, rate: 500, seconds: 6 }),
  storm('lone', ['ours', 'yws', 'hp4'], 2, { documents: 1, clients: 201, writers: 1, rate: 5, seconds: 8 }),
  storm('sessions', ['ours', 'yws', 'hp4'], 1, {
    documents: 20,
    clients: 50,
    writers: 50,
    rate: 1_000,
    seconds: 6,
  }),
  storm('durability', ['ours', 'ours-ram'], 2, {
    documents: 1,
    clients: 200,
    writers: 200,
    rate: 1_000,
    seconds: 6,
  }),
  cursors(['ours', 'yws', 'hp4'], 2, { clients: 200, rate: 1_000, seconds: 6 }),
  join('join-1000', ['ours', 'yws', 'hp4'], 1, { notes: 1_000, joiners: 200 }),
  join('join-10000', ['ours', 'yws', 'hp4'], 2, { notes: 10_000, joiners: 200 }),
  arrivals(2, { people: 1_000, seconds: 10 }),
  stalled(['ours'], 2, { stalled: 20, seconds: 6 }),
  roundTable({ people: 200, seconds: 50 }),
  idle({ people: 200, seconds: 50 }),
  idleWall({ people: 200, seconds: 50 }),
]
