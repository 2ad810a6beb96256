import type { IncomingMessage, ServerResponse } from 'node:http'
import { expect, test, vi } from 'vitest'
import { inTurns } from './in-turns.ts'

const request = (destroyed = false) => ({ destroyed }) as IncomingMessage
const response = {} as ServerResponse
const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

test('[O20] of many requests that come at once a few are begun in each turn of the loop, in their order', async () => {
  const begun: IncomingMessage[] = []
  const handle = inTurns((one) => begun.push(one), 3)
  const all = Array.from({ length: 8 }, () => request())
  for (const one of all) handle(one, response)
  const counts = [begun.length]
  for (let n = 0; n < 3; n++) {
    await turn()
    counts.push(begun.length)
  }
  expect({ counts, isInOrder: begun.every((one, n) => one === all[n]) }).toEqual({
    counts: [3, 6, 8, 8],
    isInOrder: true,
  })
})

test('[O20] a lone request is begun at once, and one whose line is gone is not begun', async () => {
  const begun: IncomingMessage[] = []
  const handle = inTurns((one) => begun.push(one), 1)
  const [first, gone, last] = [request(), request(true), request()]
  for (const one of [first, gone, last]) handle(one, response)
  expect(begun).toEqual([first])
  for (let n = 0; n < 3; n++) await turn()
  expect(begun).toEqual([first, last])
  handle(first, response)
  expect(begun).toEqual([first, last, first])
})

test('[O20] eight are begun in a turn; when nobody waits any more nothing turns', async () => {
  let begun = 0
  const handle = inTurns(() => void begun++)
  for (let n = 0; n < 20; n++) handle(request(), response)
  const counts = [begun]
  for (let n = 0; n < 2; n++) {
    await turn()
    counts.push(begun)
  }
  expect(counts).toEqual([8, 16, 20])
  await turn()
  await turn()
  const later = vi.spyOn(globalThis, 'setImmediate')
  await new Promise<void>((resolve) => void setTimeout(resolve, 5))
  const turned = later.mock.calls.length
  later.mockRestore()
  expect(turned).toBe(0)
})
