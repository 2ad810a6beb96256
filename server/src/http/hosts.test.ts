import { request } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { isHostKnown } from '../auth/origin.ts'
import { RATES } from '../auth/rate-limits.ts'
import { createLog } from '../observability/log.ts'
import { startServer, type TestServer, type TestServerOptions } from '../testkit/index.ts'
import { openRawLine } from '../testkit/raw-line.ts'

let server: TestServer
afterEach(() => server.dispose())
const start = async (options: TestServerOptions = {}) => {
  server = await startServer(options)
}

interface Answer {
  readonly status: number
  readonly text: string
  readonly policy: string
}
function ask(method: string, path: string, headers: Record<string, string>, body?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(`${server.baseUrl}${path}`, { method, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (more) => {
        text += more
      })
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          text,
          policy: String(response.headers['content-security-policy']),
        }),
      )
    })
    asked.on('error', reject)
    asked.end(body)
  })
}
const create = (headers: Record<string, string>) =>
  ask('POST', '/api/sessions', { 'content-type': 'application/json', ...headers }, '{"language":"fr"}')

/** The status line of an upgrade. */
async function upgrade(path: string, host: string, origin: string): Promise<string> {
  const line = await openRawLine(server.baseUrl)
  await line.send(
    `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${origin}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n',
  )
  const answer = await line.answered()
  await line.reset()
  return answer.slice(9, 12)
}
const SOCKET = '/io/?EIO=4&transport=websocket'
const DOCUMENT = '/sync/participant/s/a/n'

describe('[O6] only under names that are ours', () => {
  test('[O6] a name that somebody points at us is refused, with reasons for people and a line for the operator', async () => {
    const said: string[] = []
    await start({ log: createLog('warn', { write: (line) => void said.push(line) }) })
    const rebound = { host: 'evil.example:3000', origin: 'http://evil.example:3000' }
    for (const answer of [await ask('GET', '/', rebound), await ask('GET', '/p/s', rebound)]) {
      expect(answer.status).toBe(421)
      expect(answer.policy).not.toContain('evil')
      expect(answer.text).toMatch(/ESCALE_PUBLIC_URL[\s\S]*you came/)
    }
    expect(await ask('GET', '/api/config', rebound)).toMatchObject({
      status: 421,
      text: '{"refusal":"unknown-address"}',
    })
    expect((await create(rebound)).status).toBe(421)
    expect(await upgrade(SOCKET, rebound.host, rebound.origin)).toBe('400')
    expect(await upgrade(DOCUMENT, rebound.host, rebound.origin)).toBe('403')
    // Once for the name, once for the pages that would connect from it.
    expect(said).toHaveLength(2)
    for (const line of said) expect(line).toContain('evil.example')
  })

  test('[O6] numbers, this machine’s names and those in ESCALE_HOSTS are', async () => {
    await start({ env: { ESCALE_HOSTS: 'escale.lan' } })
    for (const host of [
      'localhost:3000',
      'escale.lan',
      'escale.lan.:8080',
      '192.168.1.7:3000',
      '[fe80::1]:3000',
      '127.0.0.1',
    ]) {
      expect([host, (await create({ host, origin: `http://${host}` })).status]).toEqual([host, 201])
      const origin = `http://${host}`
      expect([host, await upgrade(SOCKET, host, origin)]).toEqual([host, '101'])
      expect(await upgrade(DOCUMENT, host, origin)).toBe('101')
    }
    // Its own name with another origin, or another port, is foreign as ever.
    expect((await create({ host: 'localhost:3000', origin: 'http://localhost:3001' })).status).toBe(403)
  })

  test('[O6] what is no name is not ours', () => {
    const at = { publicUrl: null, hosts: new Set(['localhost']) }
    for (const host of [
      'localhost@evil.example',
      'evil.example#localhost',
      'evil.example?localhost',
      '',
      ' ',
      'localhost.evil.example',
      'a\\localhost',
    ])
      expect(isHostKnown(host, at), host).toBe(false)
    for (const host of [undefined, 'localhost', 'LOCALHOST:1', 'app.localhost', '0x7f.1', '[::1]'])
      expect(isHostKnown(host, at), host).toBe(true)
  })

  test('[O6] with a public address only its origin writes, whatever Host says, and pages are told no other', async () => {
    await start({ env: { ESCALE_PUBLIC_URL: 'https://escale.example' } })
    const ours = 'https://escale.example'
    for (const host of ['escale.example', 'backend:3000', '127.0.0.1:3000', 'evil.example']) {
      expect([host, (await create({ host, origin: ours })).status]).toEqual([host, 201])
      expect([host, (await create({ host, origin: `http://${host}` })).status]).toEqual([host, 403])
      expect([host, (await create({ host, origin: `https://${host}` })).status]).toEqual([
        host,
        host === 'escale.example' ? 201 : 403,
      ])
      expect(await upgrade(SOCKET, host, `http://${host}`)).toBe('400')
      expect(await upgrade(DOCUMENT, host, `http://${host}`)).toBe('403')
      expect(await upgrade(DOCUMENT, host, ours)).toBe('101')
      const { policy } = await ask('GET', '/api/config', { host })
      expect(policy).toContain("connect-src 'self' ws://escale.example wss://escale.example;")
    }
  })
})

describe('[O7] who the client is', () => {
  const rates = { ...RATES, creationsPerAddress: { points: 1, duration: 60 } }
  const from = async (forwarded: string) => (await create({ 'x-forwarded-for': forwarded })).status

  test('[O7] without a proxy nobody may say that it is somebody else', async () => {
    await start({ rates })
    expect(await from('203.0.113.1')).toBe(201)
    expect(await from('203.0.113.2')).toBe(429)
  })

  test('[O7] behind a proxy the last address that it did not add itself counts', async () => {
    await start({ rates, env: { ESCALE_PUBLIC_URL: 'https://escale.example' } })
    expect(await from('203.0.113.1')).toBe(201)
    expect(await from('203.0.113.2')).toBe(201)
    expect(await from('198.51.100.9, 203.0.113.2')).toBe(429)
    // A private network is nobody's proxy until it is named.
    expect(await from('203.0.113.3, 10.0.0.7')).toBe(201)
    expect(await from('203.0.113.4, 10.0.0.7')).toBe(429)
  })
})
