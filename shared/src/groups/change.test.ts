import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergePartner, movePerson, type PeopleGroup, placeLatecomer } from './change.ts'

const group = (key: string, size: number, hasTurnLeft = true) => ({ key, size, hasTurnLeft })
const create = (key: string): PeopleGroup => ({ key, people: [] })

const groups = fc
  .array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 8 })
  .map((sizes): PeopleGroup[] => {
    let next = 0
    return sizes.map((size, i) => ({
      key: `g${i + 1}`,
      people: Array.from({ length: size }, () => `p${next++}`),
    }))
  })

describe('changing groups', () => {
  it('[G14] a latecomer goes to the smallest group that has a turn left', () => {
    expect(placeLatecomer([group('g1', 9), group('g2', 8), group('g3', 6, false)])).toBe('g2')
    expect(placeLatecomer([group('g1', 9, false), group('g2', 8, false)])).toBe('g2')
    expect(placeLatecomer([group('g1', 8), group('g2', 8)])).toBe('g1')
    expect(placeLatecomer([])).toBeUndefined()
  })

  it('[G15] moving one person moves nobody else', () => {
    fc.assert(
      fc.property(groups, fc.nat(), fc.nat(9), (given, who, where) => {
        const everybody = given.flatMap((g) => g.people)
        const person = everybody[who % Math.max(1, everybody.length)] ?? 'new'
        const to = where === 0 ? null : `g${where}`
        const moved = movePerson(given, person, to, create)
        const without = (list: readonly PeopleGroup[]) =>
          Object.fromEntries(list.map((g) => [g.key, g.people.filter((id) => id !== person)]))
        expect(without(moved)).toMatchObject(without(given))
        expect(moved.filter((g) => g.people.includes(person)).map((g) => g.key)).toEqual(
          to === null ? [] : [to],
        )
      }),
    )
  })

  it('[G15] who is moved is once in their new group, and moved again changes nothing', () => {
    const before: PeopleGroup[] = [
      { key: 'g1', people: ['ann', 'bob'] },
      { key: 'g2', people: ['cleo'] },
    ]
    expect(movePerson(before, 'ann', 'g1', create)).toEqual(before)
    const moved = movePerson(before, 'ann', 'g2', create)
    expect(moved).toEqual([
      { key: 'g1', people: ['bob'] },
      { key: 'g2', people: ['cleo', 'ann'] },
    ])
    expect(movePerson(moved, 'ann', 'g2', create)).toEqual(moved)
    expect(movePerson(moved, 'ann', 'g3', create)).toEqual([
      { key: 'g1', people: ['bob'] },
      { key: 'g2', people: ['cleo'] },
      { key: 'g3', people: ['ann'] },
    ])
  })

  it('[G16] a small group is best joined with the smallest other one, the first of several', () => {
    const few = group('g1', 3)
    expect(mergePartner(few, [few, group('g2', 9), group('g3', 6)])).toBe('g3')
    expect(mergePartner(few, [few, group('g2', 6), group('g3', 6), group('g4', 7)])).toBe('g2')
    expect(mergePartner(few, [few])).toBeUndefined()
  })
})
