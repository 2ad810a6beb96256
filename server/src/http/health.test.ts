import { afterEach, expect, test, vi } from 'vitest'
import { Disk } from '../observability/disk.ts'
import { createLog } from '../observability/log.ts'
import { startServer, type TestServer } from '../testkit/index.ts'
import { createHealthCheck } from './health.ts'

let server: TestServer | undefined
afterEach(async () => {
  await server?.dispose()
  server = undefined
})

test('[O8] it says whether it can write and what room is left, and no path', async () => {
  server = await startServer()
  const response = await fetch(`${server.baseUrl}/api/health`)
  const text = await response.text()
  expect(response.status).toBe(200)
  expect(JSON.parse(text)).toMatchObject({ ok: true, writable: true, freeBytes: expect.any(Number) })
  expect(text).not.toContain('/')
  expect(response.headers.get('cache-control')).toBe('no-store')
})

test('[O8] a store that cannot write is unwell, with a status that says so', async () => {
  server = await startServer()
  await server.store.close()
  const response = await fetch(`${server.baseUrl}/api/health`)
  expect([response.status, await response.json()]).toMatchObject([503, { ok: false, writable: false }])
})

test('[O8] little room is said, and logged once; a folder that cannot be looked at is not taken for an empty one', async () => {
  const said: string[] = []
  const log = createLog('warn', { write: (line) => void said.push(line) })
  let checks = 0
  const store = { check: async () => void checks++ }
  const little = createHealthCheck({ store, disk: new Disk('.', Number.POSITIVE_INFINITY), log })
  const [one, two] = await Promise.all([little(), little()])
  expect(one).toMatchObject({ ok: true, disk: 'low' })
  expect(two).toBe(one)
  expect([checks, said.length]).toEqual([1, 1])
  const unknown = createHealthCheck({ store, disk: new Disk('/no/such/folder'), log })
  expect(await unknown()).toMatchObject({ ok: true, disk: 'unknown', freeBytes: null })
})

test('[O8] asked often it looks once a second, and says again that there is little room once there was more', async () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  try {
    const said: string[] = []
    const log = createLog('warn', { write: (line) => void said.push(line) })
    let checks = 0
    let isLow = true
    class Filling extends Disk {
      override async isLow(): Promise<boolean> {
        return isLow
      }
    }
    const store = { check: async () => void checks++ }
    const look = createHealthCheck({ store, disk: new Filling('.'), log })
    const after = async (ms: number) => {
      vi.advanceTimersByTime(ms)
      const { disk } = await look()
      return [disk, checks, said.length]
    }
    expect(await after(0)).toEqual(['low', 1, 1])
    expect(await after(999)).toEqual(['low', 1, 1])
    expect(await after(1)).toEqual(['low', 2, 1])
    isLow = false
    expect(await after(1_000)).toEqual(['ok', 3, 1])
    isLow = true
    expect(await after(1_000)).toEqual(['low', 4, 2])
  } finally {
    vi.useRealTimers()
  }
})

test('[L12] on a disk that is nearly full nothing large begins', async () => {
  server = await startServer({ diskLowBytes: Number.POSITIVE_INFINITY })
  const { baseUrl } = server
  for (const path of ['/api/sessions/s/pictures', '/api/sessions', '/api/demo']) {
    const answer = await fetch(`${baseUrl}${path}`, { method: 'POST', headers: { origin: baseUrl } })
    expect([path, answer.status, await answer.json()]).toEqual([path, 507, { refusal: 'no-space' }])
  }
})

test('[O9] a packed body is refused before it is unpacked', async () => {
  server = await startServer()
  for (const path of ['/api/sessions', '/api/code', '/api/sessions/s/pictures']) {
    const response = await fetch(`${server.baseUrl}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      body: 'whatever',
    })
    expect([path, response.status >= 400 && response.status < 500]).toEqual([path, true])
    expect(await response.json()).toEqual({ refusal: expect.stringMatching(/invalid|unknown-session/) })
  }
})
