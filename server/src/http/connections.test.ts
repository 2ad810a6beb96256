import { EventEmitter, once } from 'node:events'
import type { ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { startServer, type TestServer } from '../testkit/index.ts'
import { openRawLine } from '../testkit/raw-line.ts'
import { LOOK_EVERY_MS } from './connection-limits.ts'
import { bodyPatience, createGuardedServer, Lines } from './connections.ts'

let server: TestServer
const died: unknown[] = []
const note = (error: unknown) => died.push(error)
beforeAll(async () => {
  process.on('uncaughtException', note)
  server = await startServer()
})
afterAll(async () => {
  await server.dispose()
  process.off('uncaughtException', note)
})

const upgrade = (path: string, headers = '') =>
  `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
  `Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n${headers}\r\n`

const FOREIGN = 'Origin: https://elsewhere.example\r\n'
const REQUESTS: readonly (readonly [string, string])[] = [
  ['an upgrade of nothing', upgrade('/x')],
  ['an upgrade to another protocol', upgrade('/x').replace('websocket', 'x')],
  ['a path that only begins like the socket’s', upgrade('/iox', FOREIGN)],
  ['the socket with a foreign origin', upgrade('/io/?EIO=4&transport=websocket', FOREIGN)],
  ['the socket without an origin', upgrade('/io/?EIO=4&transport=websocket')],
  ['the socket with an unknown sid', upgrade('/io/?EIO=4&transport=websocket&sid=x')],
  ['a document with a foreign origin', upgrade('/sync/participant/s/a/n', FOREIGN)],
  ['a document with a bad path', upgrade('/sync/%00')],
  ['a document of nobody', upgrade('/sync/participant/s/a/n')],
  ['a tunnel', 'CONNECT elsewhere.example:443 HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n'],
  [
    'an expectation',
    'POST /api/code HTTP/1.1\r\nHost: 127.0.0.1\r\nExpect: 100-continue\r\nContent-Length: 9\r\n\r\n',
  ],
  [
    'an odd expectation',
    'POST /api/code HTTP/1.1\r\nHost: 127.0.0.1\r\nExpect: more\r\nContent-Length: 9\r\n\r\n',
  ],
  ['something that is no HTTP', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n'],
  ['half a request', 'GET / HTTP/1.1\r\nHost: 127.'],
  ['an ordinary request', 'GET /api/config HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n'],
]
const TIMES = 8

describe('[O1] a line that breaks ends itself and nothing else', () => {
  test.each(REQUESTS)('%s, then a reset', async (_name, request) => {
    await Promise.all(
      Array.from({ length: TIMES }, async (_, i) => {
        const line = await openRawLine(server.baseUrl)
        await line.send(request)
        // Some at once, some while the answer is on its way, some after it.
        if (i % 3 === 1) await new Promise((resolve) => setImmediate(resolve))
        if (i % 3 === 2) await Promise.race([line.answered(() => true), line.ended()])
        await line.reset()
      }),
    )
    expect((await fetch(`${server.baseUrl}/api/health`)).ok).toBe(true)
    expect(died.splice(0)).toEqual([])
  })

  test('[O1] a refused upgrade is closed on both sides, although the other end keeps its half open', async () => {
    for (const path of ['/x', '/iox', '/sync/%00']) {
      const connected = once(server.app.http, 'connection')
      const line = await openRawLine(server.baseUrl, { allowHalfOpen: true })
      const [held] = (await connected) as [Socket]
      const closed = new Promise((resolve) => held.once('close', resolve))
      await line.send(upgrade(path))
      await line.answered()
      await closed
      expect(held.destroyed).toBe(true)
      await line.reset()
    }
  })

  test('[O2] who asks on and on without waiting for an answer is cut; sixteen at once are answered', async () => {
    const ask = 'GET /api/health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n'
    const greedy = await openRawLine(server.baseUrl)
    await greedy.send(ask.repeat(400))
    const came = await greedy.ended()
    expect(came.split('HTTP/1.1 200').length - 1).toBeLessThan(400)
    const modest = await openRawLine(server.baseUrl)
    await modest.send(ask.repeat(16))
    await modest.answered((text) => text.split('HTTP/1.1 200').length - 1 === 16)
    await modest.reset()
  })
})

describe('[O2] what says nothing is not kept', () => {
  async function guarded(lines: Lines) {
    const http = createGuardedServer(lines)
    http.on('request', (_request, response) => response.end('here'))
    await once(http.listen(0, '127.0.0.1'), 'listening')
    return { http, url: `http://127.0.0.1:${(http.address() as AddressInfo).port}` }
  }

  test('[O2] of too many silent lines the oldest goes; one that has asked stays', async () => {
    const { http, url } = await guarded(new Lines({ silentMax: 3 }))
    const talker = await openRawLine(url)
    await talker.send('GET / HTTP/1.1\r\nHost: a\r\n\r\n')
    await talker.answered((text) => text.endsWith('here'))
    const silent = []
    for (let i = 0; i < 4; i++) silent.push(await openRawLine(url))
    await silent[0]?.ended()
    // The newest can still ask, and so can whoever has asked before.
    for (const line of [silent[3], talker]) await line?.send('GET / HTTP/1.1\r\nHost: a\r\nX: 1\r\n\r\n')
    await silent[3]?.answered((text) => text.endsWith('here'))
    const came = await talker.answered((text) => text.split('here').length === 3)
    expect(came.split('HTTP/1.1 200')).toHaveLength(3)
    http.close()
    http.closeAllConnections()
  })

  test('[O2] whoever holds most of the silent lines loses one, not whoever comes last', () => {
    const lines = new Lines({ silentMax: 3 })
    const gone: string[] = []
    const line = (name: string, remoteAddress: string) =>
      ({
        remoteAddress,
        on: () => undefined,
        once: () => undefined,
        destroy: () => gone.push(name),
      }) as never as Socket
    lines.add(line('honest', '10.0.0.1'))
    for (const name of ['a', 'b', 'c', 'd']) lines.add(line(name, '10.6.6.6'))
    expect(gone).toEqual(['a', 'b'])
  })

  test('[O2] one address has a share of the lines, not all; what it gives back can be used again', async () => {
    const { http, url } = await guarded(new Lines({ perAddress: 2 }))
    const first = await openRawLine(url)
    await openRawLine(url)
    await (await openRawLine(url)).ended()
    await first.reset()
    const open = () => new Promise<number>((done) => http.getConnections((_e, count) => done(count)))
    while ((await open()) > 1) await new Promise((resolve) => setImmediate(resolve))
    const again = await openRawLine(url)
    await again.send('GET / HTTP/1.1\r\nHost: a\r\n\r\n')
    expect(await again.answered((text) => text.endsWith('here'))).toContain('HTTP/1.1 200')
    http.close()
    http.closeAllConnections()
  })

  test('[O2] a body has time in proportion to what it says to be, within bounds', () => {
    expect(bodyPatience(10)).toBeCloseTo(15_000, -1)
    expect(bodyPatience(5 * 1024 * 1024)).toBeGreaterThan(200_000)
    expect(bodyPatience(10 ** 12)).toBe(300_000)
    expect(bodyPatience(undefined)).toBe(300_000)
    expect(bodyPatience(Number.NaN)).toBe(300_000)
  })
})

describe('[O2] who is counted, and until when', () => {
  const ended: string[] = []
  /** Lines of which only the beginning, the end and the address matter. */
  function line(name: string, remoteAddress?: string) {
    const socket = new EventEmitter() as unknown as Socket
    return Object.assign(socket, { remoteAddress, destroy: () => void ended.push(name) })
  }
  afterEach(() => void ended.splice(0))

  test('[O2] what an address has open is what has not closed, each address by itself', () => {
    const lines = new Lines({ perAddress: 2 })
    const add = (name: string, address?: string) => {
      const one = line(name, address)
      lines.add(one)
      return one
    }
    const [one, two] = [add('1', 'a'), add('2', 'a')]
    add('b', 'b')
    const three = add('3', 'a')
    expect(ended.splice(0)).toEqual(['3'])
    three.emit('close')
    one.emit('close')
    const four = add('4', 'a')
    add('5', 'a').emit('close')
    expect(ended.splice(0)).toEqual(['5'])
    for (const left of [two, four]) left.emit('close')
    add('6', 'a')
    add('7', 'a')
    add('8', 'a')
    expect(ended.splice(0)).toEqual(['8'])
    // Lines whose address nobody knows any more are counted together.
    for (const name of ['x', 'y', 'z']) add(name)
    expect(ended).toEqual(['z'])
  })

  test('[O2] a line is silent until it asks or ends, and is not counted again when it asks again', () => {
    const lines = new Lines({ silentMax: 2 })
    for (const talker of [line('t', 'a'), line('u', 'a'), line('v')]) {
      lines.add(talker)
      lines.spoke(talker)
      lines.spoke(talker)
    }
    const [one, two, three] = [line('1', 'a'), line('2', 'a'), line('3', 'a')]
    lines.add(one)
    lines.add(two)
    expect(ended).toEqual([])
    lines.add(three)
    expect(ended.splice(0)).toEqual(['1'])
    one.emit('close')
    two.emit('close')
    lines.add(line('4', 'b'))
    expect(ended).toEqual([])
    // Of two that hold as many it is the one that came first.
    lines.add(line('5', 'c'))
    expect(ended).toEqual(['3'])
  })

  test('[O2] so many in all, from one address and silent; another number is a decision', () => {
    const lines = new Lines()
    const most = Array.from({ length: 1_001 }, (_, i) => line(`silent ${i}`, `address ${i}`))
    for (const one of most) lines.add(one)
    expect(ended.splice(0)).toEqual(['silent 0'])
    for (const one of most) lines.spoke(one)
    for (let i = 0; i < 8_001; i++) {
      const one = line(`line ${i}`, 'a')
      lines.add(one)
      lines.spoke(one)
    }
    expect(ended).toEqual(['line 8000'])
    const { headersTimeout, requestTimeout, timeout, maxConnections } = createGuardedServer()
    expect([headersTimeout, requestTimeout, timeout, maxConnections]).toEqual([
      10_000, 300_000, 120_000, 12_000,
    ])
    expect(LOOK_EVERY_MS).toBe(5_000)
  })
})

describe('[O2] what is begun and not ended', () => {
  afterEach(() => void vi.useRealTimers())

  /** A server that answers when it is told to. */
  async function waiting() {
    const http = createGuardedServer()
    const asked: ServerResponse[] = []
    const heard = new EventEmitter()
    http.on('request', (request, response) => {
      request.resume()
      asked.push(response)
      heard.emit('one')
    })
    await once(http.listen(0, '127.0.0.1'), 'listening')
    const line = await openRawLine(`http://127.0.0.1:${(http.address() as AddressInfo).port}`)
    return {
      line,
      asked,
      until: async (count: number) => {
        while (asked.length < count) await once(heard, 'one')
      },
      answerAll: () => {
        for (const response of asked.splice(0)) response.end('here')
      },
      close: () => {
        http.close()
        http.closeAllConnections()
      },
    }
  }
  const ASK = 'GET / HTTP/1.1\r\nHost: a\r\n\r\n'

  test('[O2] sixteen wait for an answer, again and again; the seventeenth ends the line', async () => {
    const { line, until, answerAll, close } = await waiting()
    for (let round = 1; round <= 3; round++) {
      await line.send(ASK.repeat(16))
      await until(16)
      answerAll()
      await line.answered((text) => text.split('here').length - 1 === 16 * round)
    }
    await line.send(ASK.repeat(17))
    expect((await line.ended()).split('here')).toHaveLength(16 * 3 + 1)
    close()
  })

  const POST = 'POST / HTTP/1.1\r\nHost: a\r\n'
  test.each<[string, string, number | null]>([
    ['a body that says its size', `${POST}Content-Length: 10\r\n\r\nabc`, 15_000],
    ['a body that does not', `${POST}Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n`, 300_000],
    ['a body that has come', `${POST}Content-Length: 3\r\n\r\nabc`, null],
    ['an empty body', `${POST}Content-Length: 0\r\n\r\n`, null],
    ['no body', ASK, null],
  ])('[O2] %s is waited for as long as it may take, and no longer', async (_, request, ms) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { line, until, answerAll, close } = await waiting()
    let isOver = false
    void line.ended().then(() => {
      isOver = true
    })
    await line.send(request)
    await until(1)
    for (let n = 0; n < 5; n++) await new Promise((resolve) => setImmediate(resolve))
    vi.advanceTimersByTime((ms ?? 1_000_000) - 1)
    for (let n = 0; n < 5; n++) await new Promise((resolve) => setImmediate(resolve))
    expect(isOver).toBe(false)
    vi.advanceTimersByTime(1)
    if (ms === null) {
      answerAll()
      expect(await line.answered((text) => text.endsWith('here'))).toContain('HTTP/1.1 200')
    } else await line.ended()
    close()
  })
})
