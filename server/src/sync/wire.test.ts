import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { joinWires, toWire, type Wire } from './wire.ts'

let http: Server
let line: Duplex
let client: WebSocket
beforeAll(async () => {
  const sockets = new WebSocketServer({ noServer: true })
  http = createServer()
  const open = new Promise<void>((resolve) => {
    http.on('upgrade', (request, socket, head) =>
      sockets.handleUpgrade(request, socket, head, () => {
        line = socket
        resolve()
      }),
    )
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  client = new WebSocket(`ws://127.0.0.1:${(http.address() as AddressInfo).port}`)
  await Promise.all([open, new Promise((resolve) => client.on('open', resolve))])
})
afterAll(() => {
  client.terminate()
  http.close()
})

/** The next `count` messages that a client reads when these bytes are written. */
function received(bytes: Wire, count: number): Promise<Buffer[]> {
  return new Promise((resolve) => {
    const messages: Buffer[] = []
    const take = (data: Buffer, isBinary: boolean) => {
      if (isBinary) messages.push(data)
      if (messages.length < count) return
      client.off('message', take)
      resolve(messages)
    }
    client.on('message', take)
    line.write(bytes)
  })
}

test.each([0, 1, 125, 126, 127, 65_535, 65_536, 2_000_000])(
  'a message of %i bytes arrives as it is',
  async (length) => {
    const message = Buffer.alloc(length, 7)
    const [got] = await received(toWire(message), 1)
    expect(got?.equals(message)).toBe(true)
  },
)

test('several in one piece arrive one by one, in order', async () => {
  const messages = [1, 200, 70_000].map((length) => Buffer.alloc(length, length % 251))
  const got = await received(joinWires(messages.map(toWire)), messages.length)
  expect(got.map((m) => m.byteLength)).toEqual([1, 200, 70_000])
  expect(got.map((m, i) => m.equals(messages[i] as Buffer))).toEqual([true, true, true])
})
