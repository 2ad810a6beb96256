import { expect, test } from 'vitest'
import { JOIN_REMEMBERED_MS, JOINS_REMEMBERED_MAX, Joins } from './joins.ts'

test('[P21] a wish is remembered in its session, for its time, and no longer', () => {
  const joins = new Joins()
  joins.came('s', 'wish', 'p', 1_000)
  expect(joins.whoCame('s', 'wish', 999 + JOIN_REMEMBERED_MS)).toBe('p')
  expect(joins.whoCame('t', 'wish', 1_000)).toBeUndefined()
  expect(joins.whoCame('s', 'other', 1_000)).toBeUndefined()
  expect(joins.whoCame('s', 'wish', 1_000 + JOIN_REMEMBERED_MS)).toBeUndefined()
})

test('[L2] of very many wishes the last ones are remembered', () => {
  const joins = new Joins()
  for (let i = 0; i <= JOINS_REMEMBERED_MAX; i++) joins.came('s', `wish-${i}`, `p${i}`, 0)
  expect(joins.whoCame('s', 'wish-0', 0)).toBeUndefined()
  expect(joins.whoCame('s', `wish-${JOINS_REMEMBERED_MAX}`, 0)).toBe(`p${JOINS_REMEMBERED_MAX}`)
})

test('[P21] ten minutes, and ten thousand: another number is a decision', () => {
  expect([JOIN_REMEMBERED_MS, JOINS_REMEMBERED_MAX]).toEqual([600_000, 10_000])
})
