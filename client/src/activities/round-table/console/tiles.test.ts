import type { ConsoleGroup } from '@escale/shared/activities/round-table'
import { expect, test } from 'vitest'
import { lookAt, needing, QUIET_AFTER_MS, tileOf, untaken } from './tiles.ts'

const MINUTE = 60_000
const group = (number: number, part: Partial<ConsoleGroup> = {}): ConsoleGroup => ({
  key: `g${number}`,
  number,
  seats: [],
  stage: 'free',
  since: 0,
  turn: null,
  declined: false,
  autoFrom: null,
  extraMs: 0,
  calledBackAt: null,
  mergedInto: null,
  help: null,
  asksTimeAt: null,
  fewSince: null,
  pages: [],
  endsAt: 30 * MINUTE,
  turnMs: 2 * MINUTE,
  gone: [],
  withoutDevice: [],
  facilitators: [],
  visitors: [],
  partner: null,
  ...part,
})
const call = (at: number, takenBy: string | null = null) => ({ by: 'p', at, reason: '', takenBy })
const at = (elapsed: number, ...groups: readonly ConsoleGroup[]) => groups.map((g) => tileOf(g, elapsed))
const numbers = (tiles: ReturnType<typeof at>) => tiles.map((tile) => tile.group.number)

const ALL = [
  group(3, { help: call(2 * MINUTE) }),
  group(1, { stage: 'check-in' }),
  group(2, { help: call(MINUTE) }),
  group(4),
  group(5, { help: call(0, 'fac') }),
]

test('[R22] tiles stand by number, whatever happens in them', () => {
  expect(numbers(lookAt(at(QUIET_AFTER_MS, ...ALL), 'all'))).toEqual([1, 2, 3, 4, 5])
})

test('[R22] who needs somebody rises: calls that nobody took, the oldest first, then what is stuck; the others do not', () => {
  expect(numbers(needing(at(QUIET_AFTER_MS, ...ALL)))).toEqual([2, 3, 5, 1])
  expect(untaken(at(QUIET_AFTER_MS, ...ALL))).toBe(2)
})

test('[R22] the summary counts what one can look at alone, and nothing of a group that is back', () => {
  const tiles = at(QUIET_AFTER_MS, ...ALL)
  expect(numbers(lookAt(tiles, 'calls'))).toEqual([2, 3, 5])
  expect(numbers(lookAt(tiles, 'quiet'))).toEqual([1])
  const back = at(30 * MINUTE, ...ALL)
  expect([lookAt(back, 'calls'), lookAt(back, 'quiet'), needing(back)]).toEqual([[], [], []])
  expect(untaken(back)).toBe(0)
})
