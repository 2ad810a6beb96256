// @vitest-environment node
import { elapsed, instants, type Run } from '@escale/shared'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Timed, wakeAfter } from './wake.ts'

const run: Run = { startedAt: 0, pauses: [], adjustments: [] }
const timed = fc
  .array(
    fc.record({
      id: fc.constant('p'),
      ms: fc.integer({ min: 1, max: 20_000 }),
      marks: fc.array(fc.nat(20_000), { maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((phases): Timed => ({ run, phases }))

test('waking by wakeAfter, one is awake at every instant, to the millisecond', () => {
  fc.assert(
    fc.property(timed, fc.boolean(), (activity, visible) => {
      const awake = new Set<number>()
      let now = 0
      for (let guard = 0; guard < 500; guard += 1) {
        const delay = wakeAfter(activity, now, { precise: true, visible })
        if (delay === null || now > 100_000) break
        expect(delay).toBeGreaterThan(0)
        now += delay
        awake.add(elapsed(run, now))
      }
      for (const instant of instants(activity.phases)) if (instant > 0) expect(awake).toContain(instant)
    }),
  )
})

test('while hidden nothing wakes for the seconds, and while paused nothing at all', () => {
  const activity: Timed = { run, phases: [{ id: 'p', ms: 60_000 }] }
  expect(wakeAfter(activity, 0, { precise: false, visible: false })).toBeNull()
  const paused = { ...activity, run: { ...run, pauses: [{ from: 5, to: null }] } }
  expect(wakeAfter(paused, 10, { precise: true, visible: true })).toBeNull()
})
