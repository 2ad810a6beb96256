import { locate, type Phase } from '@escale/shared'
import { expect, test } from 'vitest'
import { hasRunOut } from './end-of-time.ts'

const PLAIN: readonly Phase[] = [
  { id: 'planned', ms: 1_000 },
  { id: 'open', ms: null },
]
const ONE: readonly Phase[] = [{ id: 'all', ms: 1_000 }]
const between = (phases: readonly Phase[], from: number, to: number) =>
  hasRunOut(locate(phases, from), locate(phases, to))

test('a time that was set ends once', () => {
  expect(between(PLAIN, 999, 1_000)).toBe(true)
  expect(between(ONE, 999, 1_000)).toBe(true)
  expect(between(ONE, 1_000, 2_000)).toBe(false)
  expect(between(PLAIN, 1_000, 2_000)).toBe(false)
  expect(between(PLAIN, 0, 999)).toBe(false)
})

test('what somebody decides is no end of a time: launching, and giving time again', () => {
  const forming: readonly Phase[] = [{ id: 'forming', ms: null }]
  const launched: readonly Phase[] = [
    { id: 'forming', ms: 500 },
    { id: 'groups', ms: 1_000 },
  ]
  expect(hasRunOut(locate(forming, 500), locate(launched, 500))).toBe(false)
  expect(hasRunOut(locate(PLAIN, 1_000), locate([{ id: 'planned', ms: 5_000 }], 1_000))).toBe(false)
})
