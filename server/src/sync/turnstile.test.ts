import { expect, test, vi } from 'vitest'
import { HEAVY_BYTES_PER_MS } from './sync-limits.ts'
import { Turnstile } from './turnstile.ts'

test('[D17] heavy answers go out one after the other, and no faster than the line is for others', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'setImmediate', 'performance'] })
  try {
    const began = performance.now()
    const passed: number[] = []
    const turnstile = new Turnstile(() => performance.now())
    for (let i = 0; i < 4; i++)
      turnstile.pass((done) => {
        passed.push(performance.now() - began)
        done(10 * HEAVY_BYTES_PER_MS)
      })
    await vi.advanceTimersByTimeAsync(9)
    expect(passed).toEqual([0])
    await vi.advanceTimersByTimeAsync(100)
    expect(passed).toEqual([0, 10, 20, 30])
    // Who comes when nobody does waits for nobody.
    turnstile.pass((done) => done(passed.push(-1)))
    await vi.advanceTimersByTimeAsync(0)
    expect(passed.at(-1)).toBe(-1)
  } finally {
    vi.useRealTimers()
  }
})

test('[D17] who is answered later holds the next up until then, and who gets nothing holds nobody up', async () => {
  const order: string[] = []
  const turnstile = new Turnstile(() => 0)
  let answerFirst = (): void => undefined
  const all = new Promise<void>((resolve) => {
    turnstile.pass((done) => {
      answerFirst = () => {
        order.push('first')
        done(0)
      }
    })
    turnstile.pass((done) => {
      order.push('second')
      done(0)
      resolve()
    })
  })
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
  expect(order).toEqual([])
  answerFirst()
  await all
  expect(order).toEqual(['first', 'second'])
})
