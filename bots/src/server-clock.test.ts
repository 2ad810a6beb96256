import { describe, expect, it } from 'vitest'
import { ServerClock } from './server-clock.ts'

const HOUR = 3_600_000

describe('the server clock', () => {
  it('follows a server whose clock is twelve hours off', async () => {
    const clock = new ServerClock()
    const server = () => Date.now() + 12 * HOUR
    await clock.probe(() => Promise.resolve(server()))
    expect(Math.abs(clock.now() - server())).toBeLessThan(20)
  })

  it('keeps the probe that was quickest', async () => {
    const clock = new ServerClock()
    await clock.probe(() => Promise.resolve(1_000))
    await clock.probe(() => new Promise((answer) => setTimeout(() => answer(9_000_000), 40)))
    expect(clock.now()).toBeLessThan(10_000)
  })
})
