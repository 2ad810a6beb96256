import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AHEAD_MAX_MS, createServerClock, SLEW_MAX } from './clock.ts'

const START = Date.UTC(2020, 3, 24, 12)
const HOUR = 3_600_000

/** A machine whose calendar can be set and that can sleep. */
function machineAt(wall = START) {
  const at = { wall, steady: 5_000, uptime: 90_000 }
  return {
    at,
    sources: { wall: () => at.wall, steady: () => at.steady, uptime: () => at.uptime },
    pass(ms: number) {
      at.wall += ms
      at.steady += ms
      at.uptime += ms
    },
    sleep(ms: number) {
      at.wall += ms
      at.uptime += ms
    },
    set(ms: number) {
      at.wall += ms
    },
  }
}

describe('[C11] the server’s time never goes back and heals', () => {
  test('[C11] a calendar that is set an hour ahead and back changes nothing for an activity that runs', () => {
    const machine = machineAt()
    const clock = createServerClock({ sources: machine.sources })
    for (const step of [HOUR, -HOUR]) {
      machine.set(step)
      const before = clock.now()
      machine.pass(60_000)
      expect(Math.abs(clock.now() - before - 60_000)).toBeLessThanOrEqual(60_000 * SLEW_MAX + 1)
    }
    expect(Math.abs(clock.now() - machine.at.wall)).toBeLessThan(100)
  })

  test('[C11] a small difference heals while time runs; the hour does as soon as nobody’s time is running', () => {
    const machine = machineAt()
    let isQuiet = false
    const clock = createServerClock({ sources: machine.sources, isQuiet: () => isQuiet })
    machine.set(-300)
    for (let minute = 0; minute < 11; minute++) {
      machine.pass(60_000)
      clock.now()
    }
    expect(clock.now()).toBe(machine.at.wall)
    machine.set(HOUR)
    expect(clock.now()).toBe(machine.at.wall - HOUR)
    isQuiet = true
    expect(clock.now()).toBe(machine.at.wall)
    machine.set(-HOUR)
    const held = clock.now()
    machine.pass(HOUR / 2)
    expect(clock.now()).toBe(held)
    machine.pass(HOUR)
    expect(clock.now()).toBe(machine.at.wall)
  })

  test('[C11] the time that a machine sleeps passes', () => {
    const machine = machineAt()
    const clock = createServerClock({ sources: machine.sources })
    machine.pass(1_000)
    machine.sleep(20 * 60_000)
    expect(clock.now()).toBe(machine.at.wall)
    // Asleep and set at once: only the sleep counts.
    machine.sleep(60_000)
    machine.set(HOUR)
    expect(Math.abs(clock.now() - START - 1_000 - 21 * 60_000)).toBeLessThanOrEqual(60_000 * SLEW_MAX)
  })

  test('[C11] a start with an earlier calendar begins where what is committed ends, unless that is absurd', () => {
    const machine = machineAt()
    const clock = createServerClock({ sources: machine.sources, notBefore: START + HOUR })
    expect(clock.now()).toBe(START + HOUR)
    machine.pass(60_000)
    expect(clock.now()).toBe(START + HOUR + 60_000 - 60_000 * SLEW_MAX)
    const absurd = createServerClock({ sources: machineAt().sources, notBefore: START + AHEAD_MAX_MS + 1 })
    expect(absurd.now()).toBe(START)
  })

  test('[C11] whatever a machine does, time does not go back, and while it runs keeps pace', () => {
    const step = fc.record({
      does: fc.constantFrom('pass', 'sleep', 'set', 'quiet', 'busy'),
      ms: fc.integer({ min: 0, max: 10 * HOUR }),
      back: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const machine = machineAt()
        let isQuiet = false
        const clock = createServerClock({ sources: machine.sources, isQuiet: () => isQuiet })
        let last = clock.now()
        for (const { does, ms, back } of steps) {
          if (does === 'set') machine.set(back ? -ms : ms)
          else if (does === 'pass') machine.pass(ms)
          else if (does === 'sleep') machine.sleep(ms)
          else isQuiet = does === 'quiet'
          const now = clock.now()
          expect(now).toBeGreaterThanOrEqual(last)
          if (!isQuiet && does === 'pass')
            expect(Math.abs(now - last - ms)).toBeLessThanOrEqual(ms * SLEW_MAX + 1)
          if (!isQuiet && does === 'set') expect(now - last).toBeLessThanOrEqual(1)
          last = now
        }
      }),
    )
  })

  test('[C11] what was to happen at an instant happens then, not when the calendar says so; it can be called off', async () => {
    const offset = { ms: 0 }
    const sources = { wall: () => Date.now() + offset.ms, steady: () => performance.now(), uptime: () => 0 }
    const clock = createServerClock({ sources })
    const rang: string[] = []
    const due = clock.now() + 60
    const ring = new Promise<void>((resolve) => {
      clock.at(due, () => {
        rang.push('due')
        resolve()
      })
    })
    clock.at(clock.now() + HOUR, () => rang.push('in an hour'))
    clock.at(due, () => rang.push('called off'))()
    offset.ms = HOUR
    clock.now()
    await ring
    expect(clock.now()).toBeGreaterThanOrEqual(due)
    expect(rang).toEqual(['due'])
  })
})
