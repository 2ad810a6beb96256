import type { RoundTableDraft } from '@escale/shared/activities/round-table'
import { expect, test } from 'vitest'
import { verdictOf } from './verdict.ts'

const MINUTE = 60_000
const draft = (sizes: readonly number[], part: Partial<RoundTableDraft> = {}): RoundTableDraft => ({
  choice: {
    min: 8,
    max: 10,
    target: null,
    mixBy: 'none',
    facilitatorsTakePart: false,
    turnMs: 2 * MINUTE,
  },
  repair: 'smaller',
  groups: sizes.map((size, i) => ({
    key: `g${i + 1}`,
    people: Array.from({ length: size }, (_, n) => `p${i}-${n}`),
    pages: [],
  })),
  reason: null,
  alternative: null,
  alone: [],
  labelled: 0,
  repeats: 0,
  draw: 1,
  ...part,
})

test('[R4] a draw within the range, whose turns leave time to talk, is good', () => {
  expect(verdictOf(draft([10, 9, 8]), 30 * MINUTE)).toEqual({ is: 'good', faults: [] })
})

test('[R4] turns that do not fit make it one to look at again', () => {
  expect(verdictOf(draft([10, 9]), 19 * MINUTE)).toEqual({ is: 'poor', faults: ['too-long'] })
})

test('[R4] no time to talk, a size out of the range and pairs that meet again are told, and can be lived with', () => {
  expect(verdictOf(draft([10]), 20 * MINUTE)).toEqual({ is: 'fair', faults: ['no-talk'] })
  expect(verdictOf(draft([6, 5]), 30 * MINUTE)).toEqual({ is: 'fair', faults: ['sizes'] })
  expect(verdictOf(draft([8], { repeats: 2 }), 30 * MINUTE)).toEqual({ is: 'fair', faults: ['repeats'] })
})

test('[R4] what somebody moved by hand counts, and an empty group does not', () => {
  expect(verdictOf(draft([11, 8, 0]), 30 * MINUTE)).toEqual({ is: 'fair', faults: ['sizes'] })
})
