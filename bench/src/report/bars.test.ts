import { expect, it } from 'vitest'
import { type Bar, verdicts } from './bars.ts'
import type { Summary } from './summary.ts'

const summary = (server: string, figures: Record<string, number>, disturbed = false): Summary => ({
  scenario: 's',
  server,
  figures,
  runs: 1,
  voids: 0,
  disturbed,
  faults: [],
})
const p99 = (most: number, aim: number): Bar => ({
  scenario: 's',
  what: 'p99',
  unit: 'ms',
  sense: 'most',
  bar: most,
  aim,
  figure: (of) => of('ours', 'p99 ms'),
})
const word = (value: number, bar: Bar): string | undefined =>
  verdicts([summary('ours', { 'p99 ms': value })], [bar])[0]?.word

it('says whether a bar holds, whether the aim is reached, and by how much not', () => {
  expect(word(20, p99(60, 30))).toBe('reaches the aim')
  expect(word(45, p99(60, 30))).toBe('holds; the aim is missed by 50 %')
  expect(word(90, p99(60, 30))).toBe('MISSES by 50 %')
})

it('where more is better a figure must be at least the bar', () => {
  const bar: Bar = {
    ...p99(4, 8),
    sense: 'least',
    figure: (of) => (of('peer', 'x') ?? 0) / (of('ours', 'x') ?? 1),
  }
  const against = (peer: number) =>
    verdicts([summary('ours', { x: 1 }), summary('peer', { x: peer })], [bar])[0]?.word
  expect(against(8)).toBe('reaches the aim')
  expect(against(5)).toBe('holds; the aim is missed by 60 %')
  expect(against(2)).toBe('MISSES by 100 %')
})

it('says nothing of what was not played, by one of those whom it compares', () => {
  expect(verdicts([], [p99(60, 30)])).toEqual([])
  expect(verdicts([summary('peer', { 'p99 ms': 1 })], [p99(60, 30)])).toEqual([])
})

it('a figure that should have been measured and was not misses its bar', () => {
  for (const figures of [{}, { 'p99 ms': Number.NaN }]) {
    const [verdict] = verdicts([summary('ours', figures)], [p99(60, 30)])
    expect(verdict).toMatchObject({ value: undefined, word: 'MISSES: no figure' })
  }
})

it('a verdict on void runs says so', () => {
  expect(verdicts([summary('ours', { 'p99 ms': 1 }, true)], [p99(60, 30)])[0]?.disturbed).toBe(true)
})
