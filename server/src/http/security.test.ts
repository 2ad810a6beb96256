import { createServer, type IncomingHttpHeaders, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Addresses } from '../auth/origin.ts'
import { createLog } from '../observability/log.ts'
import { openRawLine } from '../testkit/raw-line.ts'
import { answerErrors } from './refusals.ts'
import { knownHosts, sameOrigin, securityHeaders } from './security.ts'

interface Answer {
  readonly status: number
  readonly text: string
  readonly headers: IncomingHttpHeaders
}
type Ask = (method: string, headers?: Record<string, string>, path?: string) => Promise<Answer>

/** What every request passes, and nothing behind it. */
async function guarded(addresses: Addresses) {
  const said: string[] = []
  const log = createLog('warn', { write: (line) => void said.push(line) })
  const app = express()
  app.use(
    ...securityHeaders({ ...addresses, embedOrigins: [] }, { scripts: [], styles: [] }),
    knownHosts(addresses, log),
    sameOrigin(addresses),
  )
  app.use((_request, response) => void response.send('done'))
  app.use(answerErrors(log))
  const http = createServer(app)
  await new Promise<void>((resolve) => void http.listen(0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo
  const ask: Ask = (method, headers = {}, path = '/') =>
    new Promise((resolve, reject) => {
      const asked = request({ port, host: '127.0.0.1', method, path, headers }, (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (more) => {
          text += more
        })
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, text, headers: response.headers }),
        )
      })
      asked.on('error', reject)
      asked.end()
    })
  const close = () => {
    http.close()
    http.closeAllConnections()
  }
  return { ask, said, port, close }
}

type House = Awaited<ReturnType<typeof guarded>>
let bare: House
let https: House
let plain: House
beforeAll(async () => {
  const hosts = new Set(['localhost'])
  bare = await guarded({ publicUrl: null, hosts })
  https = await guarded({ publicUrl: 'https://escale.example', hosts })
  plain = await guarded({ publicUrl: 'http://escale.example:8080', hosts })
})
afterAll(() => {
  for (const house of [bare, https, plain]) house.close()
})

describe('[A8] what changes something comes from our own pages', () => {
  const OURS = 'https://escale.example'
  test.each<[Record<string, string>, boolean]>([
    [{}, true],
    [{ origin: OURS }, true],
    [{ 'sec-fetch-site': 'same-origin' }, true],
    [{ 'sec-fetch-site': 'none' }, true],
    [{ origin: OURS, 'sec-fetch-site': 'same-origin' }, true],
    [{ origin: 'https://elsewhere.example' }, false],
    [{ origin: 'null' }, false],
    [{ 'sec-fetch-site': 'cross-site' }, false],
    [{ 'sec-fetch-site': 'same-site' }, false],
    [{ 'sec-fetch-site': '' }, false],
    // Neither of the two makes up for the other.
    [{ origin: OURS, 'sec-fetch-site': 'cross-site' }, false],
    [{ origin: 'https://elsewhere.example', 'sec-fetch-site': 'same-origin' }, false],
  ])('%j: %s', async (headers, isDone) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
      expect([method, (await https.ask(method, headers)).status]).toEqual([method, isDone ? 200 : 403])
    for (const method of ['GET', 'HEAD'])
      expect([method, (await https.ask(method, headers)).status]).toEqual([method, 200])
  })
})

describe('[O6] what pages are told', () => {
  const connect = async ({ ask }: House, host: string) =>
    /connect-src ([^;]*);/.exec(String((await ask('GET', { host })).headers['content-security-policy']))?.[1]

  test('they connect to us alone, by the name under which they came if it is ours and nothing else is in it', async () => {
    expect(await connect(bare, 'localhost:3000')).toBe("'self' ws://localhost:3000 wss://localhost:3000")
    const long = `${'a'.repeat(60)}.`.repeat(5)
    for (const odd of ['evil.example', 'x;y.localhost', 'x,y.localhost', ';localhost', `${long}localhost`])
      expect([odd, await connect(bare, odd)]).toEqual([odd, "'self'"])
    for (const host of ['escale.example', 'evil.example', 'localhost', 'x;y'])
      expect([host, await connect(https, host)]).toEqual([
        host,
        "'self' ws://escale.example wss://escale.example",
      ])
  })

  test('whoever says no name is told none', async () => {
    const line = await openRawLine(`http://127.0.0.1:${bare.port}`)
    await line.send('GET / HTTP/1.0\r\n\r\n')
    expect(await line.ended()).toMatch(/connect-src 'self';/)
  })

  test('they stay on https where it is https, and only there', async () => {
    const of = async ({ ask }: House) => {
      const { headers } = await ask('GET', { host: 'localhost' })
      return [headers['strict-transport-security'], headers['cross-origin-opener-policy']]
    }
    expect(await of(https)).toEqual(['max-age=31536000', 'same-origin'])
    expect([await of(plain), await of(bare)]).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ])
  })

  test('nobody else frames them, and they tell nobody where they were', async () => {
    for (const { ask } of [bare, https]) {
      const { headers } = await ask('GET', { host: 'localhost' })
      expect(headers).toMatchObject({
        'x-frame-options': 'SAMEORIGIN',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      })
      // One policy, ours: a second of the library’s would be another.
      expect(String(headers['content-security-policy'])).toMatch(/^default-src 'none'; script-src 'self'; /)
      expect(String(headers['content-security-policy'])).not.toContain('unsafe')
    }
  })
})

test('[O6] who comes under an unknown name is told why, and the operator each name once, of twenty at most', async () => {
  const { ask, said, close } = await guarded({ publicUrl: null, hosts: new Set(['localhost']) })
  expect(await ask('GET', { host: 'evil.example' })).toMatchObject({ status: 421 })
  expect((await ask('GET', { host: 'evil.example' })).text).toContain('ESCALE_HOSTS')
  expect((await ask('GET', { host: 'evil.example' }, '/api/x')).text).toBe('{"refusal":"unknown-address"}')
  expect(said.splice(0).map((line) => JSON.parse(line).host)).toEqual(['evil.example'])
  for (const odd of ['evil.example;x', '"evil"', 'evil"x'])
    expect((await ask('GET', { host: odd })).status).toBe(421)
  expect(said.splice(0).map((line) => JSON.parse(line).host)).toEqual(['not a name'])
  for (let i = 0; i < 30; i++) await ask('GET', { host: `evil${i}.example` })
  expect(said).toHaveLength(18)
  expect(await ask('GET', { host: 'localhost' })).toMatchObject({ status: 200, text: 'done' })
  expect(said).toHaveLength(18)
  close()
})
