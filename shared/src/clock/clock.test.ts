import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { adjustPhases, instants, locate, nextInstant, type Phase, plannedMs } from './phases.ts'
import { elapsed, isPaused, pause, resume, serverTimeOf, startRun } from './run.ts'
import type { Run } from './run-schema.ts'

const RALLY: Phase[] = [
  { id: 'writing', ms: 300_000, marks: [0, 45_000, 90_000, 135_000, 180_000, 225_000] },
  { id: 'sharing', ms: null },
]

/** A run as people make it: pauses and resumptions at rising instants. */
const runs = fc.array(fc.integer({ min: 0, max: 100_000 }), { maxLength: 8 }).map((gaps) => {
  let at = 1_000_000
  return gaps.reduce<Run>((run, gap, i) => {
    at += gap
    return i % 2 === 0 ? pause(run, at) : resume(run, at)
  }, startRun(1_000_000))
})

const phases = fc
  .array(fc.record({ id: fc.string(), ms: fc.integer({ min: 0, max: 100_000 }) }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((list): Phase[] => list.map((p, i) => ({ ...p, id: `${i}` })))

describe('elapsed', () => {
  test('[C1] never goes back', () => {
    fc.assert(
      fc.property(runs, fc.nat(2_000_000), fc.nat(50_000), (run, t, more) => {
        expect(elapsed(run, t + more)).toBeGreaterThanOrEqual(elapsed(run, t))
      }),
    )
  })

  test('[C1] is never negative and never more than the time since the start', () => {
    fc.assert(
      fc.property(runs, fc.integer({ min: 0, max: 3_000_000 }), (run, t) => {
        const e = elapsed(run, t)
        expect(e).toBeGreaterThanOrEqual(0)
        expect(e).toBeLessThanOrEqual(Math.max(0, t - run.startedAt))
      }),
    )
  })

  test('[C2] a paused run does not advance', () => {
    fc.assert(
      fc.property(runs, fc.nat(100_000), fc.nat(1_000_000), (run, gap, later) => {
        const at = 2_000_000 + gap
        const paused = pause(run, at)
        expect(isPaused(paused)).toBe(true)
        expect(elapsed(paused, at + later)).toBe(elapsed(paused, at))
      }),
    )
  })

  test('[C2] resuming goes on where the pause began', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(100_000), fc.nat(100_000), (before, during, after) => {
        const run = resume(pause(startRun(0), before), before + during)
        expect(elapsed(run, before + during + after)).toBe(before + after)
      }),
    )
  })

  test('[C3] pausing twice or resuming twice changes nothing', () => {
    const run = startRun(0)
    expect(pause(pause(run, 5), 9)).toEqual(pause(run, 5))
    expect(resume(run, 5)).toBe(run)
    const resumed = resume(pause(run, 5), 9)
    expect(resume(resumed, 20)).toBe(resumed)
  })

  test('[C3] a pause is kept as the two instants between which it lasted, once', () => {
    const twice = resume(pause(resume(pause(startRun(0), 5), 9), 20), 30)
    expect(twice.pauses).toEqual([
      { from: 5, to: 9 },
      { from: 20, to: 30 },
    ])
  })

  test('[C4] serverTimeOf is the inverse of elapsed while running, null while paused', () => {
    const run = resume(pause(startRun(1_000), 2_000), 5_000)
    const at = serverTimeOf(run, 60_000, 6_000)
    expect(at).not.toBeNull()
    expect(elapsed(run, at ?? 0)).toBe(60_000)
    expect(serverTimeOf(pause(run, 7_000), 60_000, 8_000)).toBeNull()
  })
})

describe('locate', () => {
  test('[C5] a phase holds its first instant, not its last', () => {
    expect(locate(RALLY, 0).phase.id).toBe('writing')
    expect(locate(RALLY, 299_999).left).toBe(1)
    expect(locate(RALLY, 300_000).phase.id).toBe('sharing')
    expect(locate(RALLY, 300_000).left).toBeNull()
  })

  test('[C5] after the end of the last phase nothing is left of it', () => {
    expect(locate([{ id: 'a', ms: 10 }], 99)).toMatchObject({ index: 0, left: 0 })
  })

  test('[C5] phases come in order and what is past plus what is left is the phase', () => {
    fc.assert(
      fc.property(phases, fc.nat(700_000), fc.nat(10_000), (list, t, more) => {
        const here = locate(list, t)
        expect(locate(list, t + more).index).toBeGreaterThanOrEqual(here.index)
        if (here.left !== null && here.left > 0) expect(here.into + here.left).toBe(here.phase.ms)
      }),
    )
  })

  test('[C6] an adjustment moves the end of its phase, never below zero', () => {
    const longer = adjustPhases(RALLY, { adjustments: [{ phase: 'writing', ms: 60_000 }] })
    expect(locate(longer, 330_000).left).toBe(30_000)
    const gone = adjustPhases(RALLY, { adjustments: [{ phase: 'writing', ms: -900_000 }] })
    expect(gone[0]?.ms).toBe(0)
    expect(locate(gone, 0)).toMatchObject({ phase: { id: 'sharing' }, startsAt: 0, into: 0 })
  })

  test('[C6] adjustments of a phase add up, and change no other', () => {
    const two: Phase[] = [
      { id: 'a', ms: 10 },
      { id: 'b', ms: 20 },
    ]
    const adjustments = [
      { phase: 'b', ms: 5 },
      { phase: 'b', ms: 2 },
    ]
    expect(adjustPhases(two, { adjustments }).map(({ ms }) => ms)).toEqual([10, 27])
    expect(adjustPhases(RALLY, { adjustments: [{ phase: 'sharing', ms: 5 }] })).toEqual(RALLY)
  })

  test('[C5] an open phase never ends by itself, and without phases there is no place', () => {
    expect(locate([{ id: 'open', ms: null }, ...RALLY], 9_000)).toMatchObject({ index: 0, left: null })
    expect(() => locate([], 0)).toThrow(RangeError)
  })
})

describe('instants', () => {
  test('[C7] are the marks and the ends of phases, in order, once each', () => {
    expect(instants(RALLY)).toEqual([0, 45_000, 90_000, 135_000, 180_000, 225_000, 300_000])
    expect(plannedMs(RALLY)).toBe(300_000)
  })

  test('[C7] a mark that its shortened phase no longer reaches is no instant', () => {
    const short = adjustPhases(RALLY, { adjustments: [{ phase: 'writing', ms: -200_000 }] })
    expect(instants(short)).toEqual([0, 45_000, 90_000, 100_000])
  })

  test('[C7] marks may be given in any order; those of an open phase count, and nothing comes after it', () => {
    const marked: Phase[] = [
      { id: 'a', ms: 100, marks: [30, 4, 200] },
      { id: 'b', ms: null, marks: [1_000, 9] },
      { id: 'never', ms: 5 },
    ]
    expect(instants(marked)).toEqual([4, 30, 100, 109, 1_100])
  })

  test('[C8] with a lead, the next instant may be that much before the thing itself', () => {
    expect(nextInstant(RALLY, 0, 2_000)).toBe(43_000)
    expect(nextInstant(RALLY, 43_000, 2_000)).toBe(45_000)
    expect(nextInstant(RALLY, 300_000, 2_000)).toBeNull()
    expect([nextInstant(RALLY, 0), nextInstant(RALLY, 44_999), nextInstant(RALLY, 45_000)]).toEqual([
      45_000, 45_000, 90_000,
    ])
  })
})
