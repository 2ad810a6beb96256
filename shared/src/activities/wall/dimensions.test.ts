import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addNote, readNotes } from '../../wall/model.ts'
import type { WallNote } from '../../wall/note.ts'
import { type Dimension, Dimensions } from './dimension-schema.ts'
import { dimensionSorts, fits, sayValue, valuesShown, withValues } from './dimensions.ts'

const EFFORT: Dimension = { type: 'scale', id: 'e', label: 'Effort', max: 5 }
const COST: Dimension = { type: 'number', id: 'c', label: 'Coût', min: 100, max: 0 }
const TERM: Dimension = { type: 'tag', id: 't', label: 'Horizon', tags: ['court', 'long'] }
const ALL = [EFFORT, COST, TERM]

const noted = (...values: readonly WallNote['values'][]): readonly WallNote[] => {
  const doc = new Y.Doc()
  values.forEach((held, i) => {
    addNote(doc, { id: `n${i}`, text: 'x', createdAt: i, values: held })
  })
  return readNotes(doc)
}

test('[M63] a value is a whole number of its scale, a number of its range, or a tag of its list', () => {
  expect([1, 5, 0, 6, 2.5, '3'].map((value) => fits(EFFORT, value))).toEqual([
    ...[true, true, false, false, false, false],
  ])
  expect([0, 99.5, 100, -1, Number.NaN].map((value) => fits(COST, value))).toEqual([
    ...[true, true, true, false, false],
  ])
  expect(['court', 'moyen', 1].map((value) => fits(TERM, value))).toEqual([true, false, false])
})

test('[M63] a change is taken whole or not at all, and leaves nothing that the wall does not measure', () => {
  expect(withValues(ALL, { e: 2, gone: 7 }, { t: 'long', e: null })).toEqual({
    ok: true,
    value: { t: 'long' },
  })
  for (const patch of [{ e: 9 }, { t: 'jamais' }, { gone: 1 }, { e: 2, c: 1_000 }])
    expect(withValues(ALL, {}, patch).ok).toBe(false)
  const value = fc.oneof(
    fc.integer({ min: -3, max: 120 }),
    fc.constantFrom('court', 'moyen'),
    fc.constant(null),
  )
  const patches = fc.array(fc.dictionary(fc.constantFrom('e', 'c', 't', 'x', '__proto__'), value))
  fc.assert(
    fc.property(patches, (all) => {
      const values = all.reduce<WallNote['values']>((held, patch) => {
        const next = withValues(ALL, held, patch)
        return next.ok ? next.value : held
      }, {})
      const [note] = noted(values)
      if (note) expect(valuesShown(ALL, note)).toHaveLength(Object.keys(values).length)
    }),
  )
})

test('[M63] what no longer fits is not shown, and is said as one says it', () => {
  const [note] = noted({ e: 3, c: 12.5, t: 'jamais' })
  const said = (language: 'fr' | 'en') => note && valuesShown(ALL, note).map((one) => sayValue(one, language))
  expect([said('fr'), said('en')]).toEqual([
    ['3/5', '12,5'],
    ['3/5', '12.5'],
  ])
})

test('[M63] notes in the order of a dimension: great first, tags as listed, those without last', () => {
  const notes = noted({ e: 1, t: 'long' }, { e: 5 }, { t: 'court' }, {})
  const orders = dimensionSorts({ dimensions: [EFFORT, TERM] }).map(({ label, compare }) => [
    label,
    notes.toSorted(compare).map(({ id }) => id),
  ])
  expect(orders).toEqual([
    ['Effort', ['n1', 'n0', 'n2', 'n3']],
    ['Horizon', ['n2', 'n0', 'n1', 'n3']],
  ])
})

test('[M63] a wall has at most three dimensions, each with its own id', () => {
  expect(Dimensions.safeParse(ALL).success).toBe(true)
  expect(Dimensions.safeParse([...ALL, { ...EFFORT, id: 'four' }]).success).toBe(false)
  expect(Dimensions.safeParse([EFFORT, { ...TERM, id: 'e' }]).success).toBe(false)
  expect(Dimensions.safeParse([{ ...TERM, tags: ['a', 'a'] }]).success).toBe(false)
})
