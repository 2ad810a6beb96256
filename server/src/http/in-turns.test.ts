import type { IncomingMessage, ServerResponse } from 'node:http'
import { expect, test } from 'vitest'
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
