import { describe, expect, it } from 'vitest'
import {
  APART_WEIGHT,
  FIRST_LABEL_WEIGHT,
  MET_WEIGHT,
  meetings,
  type PairWishes,
  pairCosts,
  SECOND_LABEL_WEIGHT,
} from './cost.ts'

const people = ['ann', 'bob', 'cleo', 'dan']
const nothing: PairWishes = { labels: [], history: [], apart: [], hosts: new Set() }
/** What each pair costs that costs something, by name. */
const costs = (wishes: Partial<PairWishes>) => {
  const { n, of } = pairCosts(people, { ...nothing, ...wishes })
  const found: Record<string, number> = {}
  for (const [i, a] of people.entries())
    for (const [j, b] of people.entries()) {
      expect(of[i * n + j]).toBe(of[j * n + i])
      if (i === j) expect(of[i * n + j]).toBe(0)
      else if (i < j && of[i * n + j] !== 0) found[`${a} ${b}`] = of[i * n + j] ?? 0
    }
  return found
}
const label = (weight: number, of: Readonly<Record<string, string>>) => ({
  weight,
  of: new Map(Object.entries(of)),
})

describe('[G10] what two people in one group cost', () => {
  it('is nothing when nothing is known of them', () => {
    expect(pairCosts(people, nothing)).toEqual({ n: 4, of: new Int32Array(16), flat: true })
    expect(pairCosts([], nothing)).toMatchObject({ n: 0, flat: true })
    expect(pairCosts(people, { ...nothing, hosts: new Set(['ann', 'bob']) }).flat).toBe(false)
  })

  it('is the square of how often they met, a hundredfold; who met nobody, or is gone, counts for nothing', () => {
    const history = [['ann', 'bob', 'gone'], ['bob', 'ann'], ['cleo', 'bob', 'cleo'], ['dan'], ['gone']]
    expect(costs({ history })).toEqual({ 'ann bob': 400, 'bob cleo': 100 })
    expect([...meetings(people, history)]).toEqual([
      ...[0, 2, 0, 0],
      ...[2, 0, 1, 0],
      ...[0, 1, 0, 0],
      ...[0, 0, 0, 0],
    ])
  })

  it('is the weight of each label that they share; who has none shares none', () => {
    const labels = [
      label(10, { ann: 'mairie', bob: 'mairie', cleo: 'mairie', dan: '' }),
      label(3, { ann: 'nord', bob: 'sud', cleo: 'nord' }),
    ]
    expect(costs({ labels })).toEqual({ 'ann bob': 10, 'ann cleo': 13, 'bob cleo': 10 })
  })

  it('is more than all that is soft for two hosts, and more than all for two who must be apart', () => {
    const apart = [
      ['ann', 'dan'],
      ['dan', 'dan'],
      ['gone', 'bob'],
      ['bob', 'gone'],
    ] as const
    expect(costs({ apart, hosts: new Set(['bob', 'cleo', 'gone']) })).toEqual({
      'ann dan': 10_000_000,
      'bob cleo': 100_000,
    })
    expect(APART_WEIGHT).toBe(10_000_000)
  })

  it('weighs as it says: another number is a decision', () => {
    expect([MET_WEIGHT, FIRST_LABEL_WEIGHT, SECOND_LABEL_WEIGHT]).toEqual([100, 10, 3])
  })

  it('adds up', () => {
    const labels = [label(10, { cleo: 'x', dan: 'x' }), label(3, { dan: 'y', cleo: 'y' })]
    const history = [['cleo', 'dan']]
    expect(costs({ labels, history, hosts: new Set(['dan', 'cleo']) })).toEqual({ 'cleo dan': 100_113 })
  })
})
