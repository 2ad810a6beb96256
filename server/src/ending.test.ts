import { expect, test, vi } from 'vitest'
import { createEnding, EXIT_FAULT } from './ending.ts'
import { createLog } from './observability/log.ts'

function opened(closeWithinMs?: number) {
  const said: string[] = []
  const done: (string | number)[] = []
  const log = createLog('info', { write: (line) => void said.push(line) })
  const ending = createEnding(log, (code) => void done.push(code), closeWithinMs)
  ending.first(async () => void done.push('doors'))
  ending.atLast(async () => void done.push('store'))
  return { said, done, ending }
}

test('[O3] asked to end: the doors, then the store, then code 0', async () => {
  const { done, ending } = opened()
  await ending.asked('SIGTERM')
  expect(done).toEqual(['doors', 'store', 0])
})

test('[O3] a fault ends it in the same order with a code of its own, and is logged without its words', async () => {
  const { said, done, ending } = opened()
  await ending.fault(new Error('Léa écrit'))
  expect(done).toEqual(['doors', 'store', EXIT_FAULT])
  expect(said.join()).toContain('ending.test.ts')
  expect(said.join()).not.toContain('Léa')
})

test('[O3] faults while it ends change the code and nothing else; what cannot be closed does not keep the rest open', async () => {
  const { done, ending } = opened()
  ending.first(() => {
    void ending.fault(new Error('again'))
    return Promise.reject(new Error('cannot'))
  })
  await ending.asked('SIGTERM')
  expect(done).toEqual(['store', EXIT_FAULT])
})

test('[O3] what hangs is not waited for', async () => {
  vi.useFakeTimers()
  const { done, ending } = opened(5_000)
  ending.first(() => new Promise(() => undefined))
  void ending.fault('anything')
  await vi.advanceTimersByTimeAsync(5_000)
  vi.useRealTimers()
  expect(done).toEqual([EXIT_FAULT])
})
