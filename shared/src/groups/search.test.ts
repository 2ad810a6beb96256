import { expect, it } from 'vitest'
import { createRandom } from '../chance/random.ts'
import { type PairCosts, pairCosts } from './cost.ts'
import { improve, type Placing } from './search.ts'

const total = ({ n, of }: PairCosts, seats: readonly (readonly number[])[]) =>
  seats.reduce(
    (sum, group) => sum + group.reduce((s, i) => s + group.reduce((t, j) => t + (of[i * n + j] ?? 0), 0), 0),
    0,
  )

/** People in a row of groups; the first of each unit sits where the row says. */
function placed(units: readonly (readonly number[])[], groupOf: readonly number[]): Placing {
  const seats: number[][] = Array.from({ length: Math.max(...groupOf) + 1 }, () => [])
  for (const [unit, group] of groupOf.entries()) seats[group]?.push(...(units[unit] ?? []))
  return { units, groupOf: [...groupOf], seats }
}

const people = Array.from({ length: 24 }, (_, i) => `p${i}`)
const organisation = new Map(people.map((id, i) => [id, `org${Math.floor(i / 4)}`]))
const wishes = {
  labels: [{ weight: 10, of: organisation }],
  history: [],
  apart: [],
  hosts: new Set<string>(),
}

it('[G10] finds the placing in which nobody sits with their own, from the worst there is', () => {
  const costs = pairCosts(people, wishes)
  const alone = people.map((_, i) => [i])
  for (const seed of ['a', 'b', 'c']) {
    const placing = placed(
      alone,
      people.map((_, i) => Math.floor(i / 6)),
    )
    improve(placing, costs, createRandom(seed))
    expect(total(costs, placing.seats)).toBe(0)
    expect(placing.seats.map((seats) => seats.length)).toEqual([6, 6, 6, 6])
    expect(placing.groupOf).toEqual(
      people.map((_, i) => placing.seats.findIndex((seats) => seats.includes(i))),
    )
  }
})

it('[G12] parties change places whole, with others of their size only', () => {
  const costs = pairCosts(people, wishes)
  const units = [
    ...Array.from({ length: 8 }, (_, i) => [2 * i, 2 * i + 1]),
    ...people.slice(16).map((_, i) => [16 + i]),
  ]
  const placing = placed(
    units,
    units.map((unit) => Math.floor((unit[0] ?? 0) / 6)),
  )
  const sizes = placing.seats.map((seats) => seats.length)
  improve(placing, costs, createRandom('parties'))
  expect(placing.seats.map((seats) => seats.length)).toEqual(sizes)
  expect(placing.seats.flat().toSorted((a, b) => a - b)).toEqual(people.map((_, i) => i))
  for (const [unit, members] of units.entries())
    for (const i of members) expect(placing.seats[placing.groupOf[unit] ?? -1]).toContain(i)
  // Eight pairs of one organisation cost 20 each. Of the eight who are alone six share a group, three of each organisation.
  expect(total(costs, placing.seats)).toBe(8 * 20 + 6 * 20)
})

it('[G10] never ends worse than it met: a placing that cannot be better stays as good', () => {
  const history = [people.slice(0, 6), people.slice(6, 12), people.slice(12, 18), people.slice(18)]
  const costs = pairCosts(people, { ...wishes, history })
  const alone = people.map((_, i) => [i])
  for (let seed = 0; seed < 12; seed++) {
    const placing = placed(
      alone,
      people.map((_, i) => i % 4),
    )
    const before = total(costs, placing.seats)
    improve(placing, costs, createRandom(`${seed}`))
    expect(total(costs, placing.seats)).toBeLessThanOrEqual(before)
  }
})

/** All placings of `left` in groups of `size`, the first of each group being the first that is left. */
function* placingsOf(left: readonly number[], size: number): Generator<number[][]> {
  const [first, ...others] = left
  if (first === undefined) {
    yield []
    return
  }
  for (const chosen of choicesOf(others, size - 1)) {
    const rest = others.filter((one) => !chosen.includes(one))
    for (const placing of placingsOf(rest, size)) yield [[first, ...chosen], ...placing]
  }
}
function* choicesOf(from: readonly number[], count: number): Generator<number[]> {
  if (count === 0) yield []
  else
    for (const [at, one] of from.entries())
      for (const rest of choicesOf(from.slice(at + 1), count - 1)) yield [one, ...rest]
}

it('[G10] of few people it finds the best placing there is, whatever each pair costs', () => {
  const n = 9
  const all = [
    ...placingsOf(
      Array.from({ length: n }, (_, i) => i),
      3,
    ),
  ]
  expect(all).toHaveLength(280)
  // In the last three the best is met on the way and left again: it is what it ends with.
  for (const seed of [0, 1, 2, 3, 4, 5, 6, 7, 56, 237, 296]) {
    const random = createRandom(`costs ${seed}`)
    const of = new Int32Array(n * n)
    for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) of[i * n + j] = of[j * n + i] = random.below(100)
    const costs = { n, of, flat: false }
    const placing = placed(
      Array.from({ length: n }, (_, i) => [i]),
      Array.from({ length: n }, (_, i) => i % 3),
    )
    improve(placing, costs, createRandom(`search ${seed}`))
    expect([seed, total(costs, placing.seats)]).toEqual([
      seed,
      Math.min(...all.map((one) => total(costs, one))),
    ])
  }
})
