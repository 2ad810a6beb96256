import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { FIRST_LABEL_WEIGHT, SECOND_LABEL_WEIGHT } from './cost.ts'
import { type FormInput, formGroups } from './form.ts'
import { splitSizes } from './sizes.ts'

// Hundreds of searches: slow on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const ids = (n: number) => Array.from({ length: n }, (_, i) => `p${i}`)

/** Organisations as in a real meeting: a few large ones, many small ones. */
const organisationsOf = (people: readonly string[]) =>
  new Map(people.map((id, i) => [id, `org${Math.floor(Math.sqrt(i * 4))}`]))

const input = (n: number, more: Partial<FormInput> = {}): FormInput => {
  const people = ids(n)
  return {
    people,
    labels: [{ weight: FIRST_LABEL_WEIGHT, of: organisationsOf(people) }],
    history: [],
    seed: 'seed',
    sizes: splitSizes(n, { min: 8, max: 10 }).sizes,
    ...more,
  }
}

function formed(given: FormInput) {
  const result = formGroups(given)
  if (!result.ok) throw new Error(result.conflict)
  return result
}

function countBy(people: readonly string[], of: ReadonlyMap<string, string>): number[] {
  const counts = new Map<string, number>()
  for (const id of people) counts.set(of.get(id) ?? '', (counts.get(of.get(id) ?? '') ?? 0) + 1)
  return [...counts.values()]
}

const pairsOf = (groups: readonly (readonly string[])[], of: ReadonlyMap<string, string>) =>
  groups.reduce((sum, group) => sum + countBy(group, of).reduce((s, n) => s + (n * (n - 1)) / 2, 0), 0)

/** The fewest same-label pairs that any placing has: each label spread evenly over the groups. */
const floorOf = (people: readonly string[], of: ReadonlyMap<string, string>, groups: number) =>
  countBy(people, of).reduce((sum, length) => {
    const each = Math.floor(length / groups)
    const more = length - each * groups
    return sum + more * (((each + 1) * each) / 2) + (groups - more) * ((each * (each - 1)) / 2)
  }, 0)

describe('forming groups', () => {
  it('[G9] puts everybody in exactly one group of the asked size, the same on every run', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 60 }),
        fc.string(),
        fc.integer({ min: 1, max: 8 }),
        (n, seed, orgs) => {
          const people = ids(n)
          const given = input(n, {
            seed,
            labels: [{ weight: FIRST_LABEL_WEIGHT, of: new Map(people.map((id, i) => [id, `${i % orgs}`])) }],
          })
          const { groups } = formed(given)
          expect(groups.map((g) => g.length)).toEqual(given.sizes)
          expect(groups.flat().sort()).toEqual([...people].sort())
          // Each group in the order in which people came.
          for (const group of groups) expect(group).toEqual(people.filter((id) => group.includes(id)))
          expect(formed(given).groups).toEqual(groups)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('[G9] another seed gives other groups', () => {
    expect(formed(input(40, { seed: 'a' })).groups).not.toEqual(formed(input(40, { seed: 'b' })).groups)
  })

  it('[G10] keeps people of one organisation apart as far as can be', () => {
    for (const n of [16, 32, 63, 100, 200]) {
      const given = input(n)
      const of = organisationsOf(given.people)
      expect(pairsOf(formed(given).groups, of)).toBe(floorOf(given.people, of, given.sizes.length))
    }
  })

  it('[G10] weighs the second label less than the first', () => {
    const people = ids(64)
    const organisation = organisationsOf(people)
    const territory = new Map(people.map((id, i) => [id, `t${i % 5}`]))
    const labels = [
      { weight: FIRST_LABEL_WEIGHT, of: organisation },
      { weight: SECOND_LABEL_WEIGHT, of: territory },
    ]
    const both = formed(input(64, { labels })).groups
    expect(pairsOf(both, organisation)).toBe(floorOf(people, organisation, both.length))
    expect(pairsOf(both, territory)).toBeLessThanOrEqual(floorOf(people, territory, both.length) + 6)
  })

  it('[G11] four rounds of 200 people in 22 groups bring no two together twice', () => {
    const history: (readonly string[])[] = []
    for (let round = 0; round < 4; round++) {
      const { groups, repeats } = formed(input(200, { history, seed: `round ${round}` }))
      expect(repeats).toBe(0)
      history.push(...groups)
    }
  })

  it('[G11] counts the meetings that cannot be avoided', () => {
    const people = ids(32)
    const first = formed(input(32, { labels: [] })).groups
    expect(formed(input(32, { people, labels: [], history: first })).repeats).toBe(16)
  })

  it('[G12] never splits those who belong together nor joins those who must be apart', () => {
    const together = [
      ['p0', 'p1'],
      ['p2', 'p3', 'p4'],
    ]
    const apart = [
      ['p5', 'p6'],
      ['p0', 'p7'],
    ] as const
    fc.assert(
      fc.property(fc.integer({ min: 16, max: 60 }), fc.string(), (n, seed) => {
        const given = input(n, { seed, together, apart })
        const { groups } = formed(given)
        expect(groups.map((g) => g.length)).toEqual(given.sizes)
        expect(groups.flat().toSorted()).toEqual(given.people.toSorted())
        for (const party of together)
          expect(groups.filter((g) => party.some((id) => g.includes(id)))).toHaveLength(1)
        for (const [a, b] of apart) expect(groups.some((g) => g.includes(a) && g.includes(b))).toBe(false)
      }),
      { numRuns: 60 },
    )
  })

  it('[G12] refuses what cannot be, and names whom it concerns', () => {
    expect(formGroups(input(16, { together: [ids(9)] }))).toMatchObject({
      ok: false,
      conflict: 'together-too-large',
      people: ids(9),
    })
    expect(formGroups(input(16, { together: [['p0', 'p1']], apart: [['p0', 'p1']] }))).toMatchObject({
      ok: false,
      conflict: 'together-and-apart',
      people: ['p0', 'p1'],
    })
    const trio: [string, string][] = [
      ['p0', 'p1'],
      ['p1', 'p2'],
      ['p0', 'p2'],
    ]
    expect(formGroups(input(16, { apart: trio }))).toMatchObject({
      ok: false,
      conflict: 'apart-not-possible',
    })
  })

  it('[G12] parties of different lengths, which nothing can be exchanged for, are kept apart as they are placed', () => {
    const together = [ids(4), ['p4', 'p5', 'p6'], ['p7', 'p8']]
    for (const seed of ['a', 'b', 'c']) {
      const { groups } = formed(input(13, { seed, together, apart: [['p1', 'p8']], sizes: [7, 6] }))
      expect(groups.map((g) => g.length)).toEqual([7, 6])
      expect(groups.map((g) => g.filter((id) => ['p1', 'p8'].includes(id)).length)).toEqual([1, 1])
    }
  })

  it('[G12] a party for which no group has room any more is named, and sizes that do not add up are a mistake', () => {
    const together = [
      ['p0', 'p1'],
      ['p2', 'p3'],
      ['p4', 'p5'],
    ]
    const refused = formGroups(input(6, { together, sizes: [3, 3] }))
    expect(refused).toEqual({ ok: false, conflict: 'together-too-large', people: expect.any(Array) })
    if (!refused.ok) expect(together).toContainEqual(refused.people)
    expect(() => formGroups(input(6, { sizes: [3, 2] }))).toThrow(RangeError)
  })

  it('[G12] wishes of people who are not there are nobody’s', () => {
    const apart = [
      ['gone', 'away'],
      ['p0', 'gone'],
    ] as const
    expect(formGroups(input(16, { apart, together: [['gone', 'p1']], hosts: ['away'] })).ok).toBe(true)
  })

  it('[G12] spreads hosts, one for each group', () => {
    const hosts = ['p3', 'p9', 'p17', 'p30']
    for (let seed = 0; seed < 8; seed++) {
      const { groups } = formed(input(32, { hosts, labels: [], seed: `${seed}` }))
      for (const group of groups) expect(group.filter((id) => hosts.includes(id))).toHaveLength(1)
    }
  })

  it('[G13] takes a thousand people', () => {
    const before = performance.now()
    const { groups } = formed(input(1000))
    expect(groups.flat()).toHaveLength(1000)
    // Measured, not asserted: a busy machine must not fail the suite.
    process.stdout.write(
      `1,000 people in ${groups.length} groups: ${Math.round(performance.now() - before)} ms\n`,
    )
  })
})
