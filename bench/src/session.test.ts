import { expect, it } from 'vitest'
import { ImpossibleFigure, latencies } from './scenarios/latency.ts'
import { impossible } from './session.ts'

it('a figure that cannot be is refused', () => {
  expect(impossible({ 'p50 ms': 2, 'core %': 0 }, undefined)).toBeUndefined()
  expect(impossible({ 'p50 ms': -3.62 }, undefined)).toBe('impossible: p50 ms -3.62')
  expect(impossible({ 'core %': 1, 'p50 ms': Number.NaN }, undefined)).toBe('impossible: p50 ms NaN')
  expect(impossible({ 'CPU µs/delivery': Number.POSITIVE_INFINITY }, undefined)).toMatch(/^impossible/)
})

it('a difference may be less than nothing', () => {
  expect(impossible({ 'RSS more MB': -1 }, undefined)).toBeUndefined()
})

it('what was seen before it was sent is no latency, even if the median hides it', () => {
  const sent = [{ writer: 1, from: 0, at: [100, 110] }]
  const seenAt = (...at: number[]) => [
    { writer: Float64Array.of(1, 1), seq: Float64Array.of(0, 1), at: Float64Array.from(at) },
  ]
  expect(latencies(sent, seenAt(103, 112))).toEqual([3, 2])
  expect(() => latencies(sent, seenAt(103, 109.5))).toThrow(ImpossibleFigure)
  expect(impossible({}, new ImpossibleFigure('seen 0.50 ms before it was sent'))).toMatch(/^seen/)
})
