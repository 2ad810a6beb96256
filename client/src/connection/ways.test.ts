import { expect, test } from 'vitest'
import { createWays } from './ways.ts'

test('[P16] WebSocket first; polling when the server answers and WebSocket does not; back from time to time', () => {
  let now = 0
  const ways = createWays(() => now)
  expect(ways.next()).toBe('websocket')
  ways.failed('websocket', true)
  expect(ways.next()).toBe('polling')
  ways.worked('polling')
  now = 9 * 60_000
  expect(ways.next()).toBe('polling')
  // To come back meanwhile does not put off the next try.
  ways.worked('polling')
  now = 10 * 60_000
  expect(ways.next()).toBe('websocket')
  ways.failed('websocket', true)
  ways.worked('polling')
  now = 19 * 60_000
  expect(ways.next()).toBe('polling')
})

test('[P16] a server that is away is no reason to go by polling, and polling that fails leads back', () => {
  const ways = createWays(() => 0)
  ways.failed('websocket', false)
  expect(ways.next()).toBe('websocket')
  ways.failed('websocket', true)
  ways.failed('polling', true)
  expect(ways.next()).toBe('websocket')
})

test('[P16] where WebSocket has worked again it is the first', () => {
  const ways = createWays(() => 0)
  ways.failed('websocket', true)
  ways.worked('polling')
  ways.failed('polling', true)
  ways.worked('websocket')
  expect(ways.next()).toBe('websocket')
})
