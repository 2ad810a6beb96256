import { describe, expect, test } from 'vitest'
import { TestClock } from '../testkit/test-clock.ts'
import { FloodGate } from './flood-gate.ts'

/** How many of `tries` pass. */
const passing = (tries: number, pass: () => boolean) =>
  Array.from({ length: tries }, pass).filter(Boolean).length

describe('[P11] what one socket may send', () => {
  test('a burst passes and not one more, and sixty a second after that', () => {
    const clock = new TestClock()
    const gate = new FloodGate(clock)
    expect(passing(500, () => gate.pass())).toBe(400)
    // What was refused counts too: whoever goes on gains nothing.
    clock.advance(1_000)
    expect(passing(100, () => gate.pass())).toBe(0)
    clock.advance(4_000)
    expect(passing(100, () => gate.pass())).toBe(100)
  })

  test('however long somebody was silent, the burst is no larger', () => {
    const clock = new TestClock()
    const gate = new FloodGate(clock)
    clock.advance(3_600_000)
    expect(passing(1_000, () => gate.pass())).toBe(400)
  })

  test('a clock that goes back takes nothing away and gives nothing', () => {
    let now = 1_000_000
    const gate = new FloodGate({ now: () => now, at: () => () => undefined })
    expect(passing(399, () => gate.pass())).toBe(399)
    now -= 500_000
    expect(passing(2, () => gate.pass())).toBe(1)
  })

  test('one that is too large counts for twenty', () => {
    const gate = new FloodGate(new TestClock())
    expect(passing(30, () => gate.passOversized())).toBe(20)
  })

  test('a whole frame is had once a second', () => {
    const clock = new TestClock()
    const gate = new FloodGate(clock)
    expect([gate.passWhole(), gate.passWhole()]).toEqual([true, false])
    clock.advance(999)
    expect(gate.passWhole()).toBe(false)
    clock.advance(1)
    expect([gate.passWhole(), gate.passWhole()]).toEqual([true, false])
  })
})
