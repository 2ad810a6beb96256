// @vitest-environment node
import { afterEach, expect, test, vi } from 'vitest'
import { patiently } from './patiently.ts'

afterEach(() => vi.useRealTimers())

test('what could not be fetched is asked for again, until it is there', async () => {
  vi.useFakeTimers()
  const load = vi.fn<() => Promise<string>>()
  load.mockRejectedValueOnce(new TypeError('away'))
  load.mockRejectedValueOnce(new TypeError('away'))
  load.mockResolvedValue('there')
  const found = patiently(load)
  await vi.advanceTimersByTimeAsync(4_000)
  expect(load).toHaveBeenCalledTimes(2)
  await vi.advanceTimersByTimeAsync(4_000)
  expect(await found).toBe('there')
})
