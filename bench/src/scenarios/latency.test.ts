import { expect, it } from 'vitest'
import type { Seen, Sent } from '../crowd/messages.ts'
import { latencies, latenciesOfNewest } from './latency.ts'

const seen = (...marks: readonly (readonly [writer: number, seq: number, at: number])[]): Seen => ({
  writer: Float64Array.from(marks, ([writer]) => writer),
  seq: Float64Array.from(marks, ([, seq]) => seq),
  at: Float64Array.from(marks, ([, , at]) => at),
})
/** Writer 1 has written two updates in an earlier phase. */
const sent: readonly Sent[] = [
  { writer: 1, from: 2, at: [100, 200, 300] },
  { writer: 7, from: 0, at: [150] },
]

it('a latency is from the sending to each observer who saw it', () => {
  expect(latencies(sent, [seen([1, 2, 105], [7, 0, 170]), seen([1, 2, 111])])).toEqual([5, 20, 11])
})

it('what was sent in an earlier phase, or by nobody known, is left out', () => {
  expect(latencies(sent, [seen([1, 1, 105], [9, 0, 170])])).toEqual([])
})

it('can be had of a part of the time only', () => {
  expect(latencies(sent, [seen([1, 2, 105], [1, 3, 207], [1, 4, 309])], [150, 250])).toEqual([7])
})

it('where newer states replace older ones, the older count as seen with the newer', () => {
  const { latencies: found, shown } = latenciesOfNewest(sent, [seen([1, 2, 110], [1, 4, 320])])
  expect(found).toEqual([10, 120, 20])
  expect(shown).toBe(2)
})
