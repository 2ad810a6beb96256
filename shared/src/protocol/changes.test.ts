import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changesBetween, withChanges } from './changes.ts'

const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

/** Values that have much in common, as two states of one view have. */
const views = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(null, true, false, 0, 1, 'a', 'b', undefined),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(fc.constantFrom('x', 'y', 'z', '__proto__', '0'), tie('value'), { maxKeys: 4 }),
  ),
})).value

describe('changes', () => {
  test('[P30] made of one value and applied to it they give the other, as JSON carries them', () => {
    fc.assert(
      fc.property(fc.array(views, { maxLength: 4 }), fc.array(views, { maxLength: 4 }), (a, b) => {
        const changes = JSON.parse(JSON.stringify(changesBetween(a, b)))
        expect(withChanges(json(a), changes)).toEqual(json(b))
      }),
      { numRuns: 2_000 },
    )
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        expect(withChanges(a, JSON.parse(JSON.stringify(changesBetween(a, b))))).toEqual(b)
      }),
    )
  })

  test('[P30] what is the same has none, and keeps its identity where something beside it changes', () => {
    fc.assert(
      fc.property(views, (a) => {
        expect(changesBetween(a, structuredClone(a))).toEqual([])
      }),
    )
    const before = { groups: [{ seats: ['a', 'b'] }, { seats: ['c'] }], names: { a: 'Ada' } }
    const after = { groups: [{ seats: ['a', 'b'] }, { seats: ['c', 'd'] }], names: { a: 'Ada' } }
    const changes = changesBetween(before, after)
    expect(changes).toEqual([{ at: ['groups', 1, 'seats'], from: 1, out: 0, in: ['d'] }])
    const made = withChanges(before, changes) as typeof before
    expect(made.groups[0]).toBe(before.groups[0])
    expect(made.names).toBe(before.names)
  })
})
