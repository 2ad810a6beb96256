import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { testKinds } from '@escale/shared/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from '../testkit/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'escale-client-'))
const PAGE = `<!doctype html><title>Escale</title><style>p { margin: 0 }</style><script>go(1)</script>`
const SCRIPT = 'export const whole = 1'
let server: TestServer
beforeAll(async () => {
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), PAGE)
  writeFileSync(join(folder, 'assets', 'main-1a2b.js'), SCRIPT)
  writeFileSync(join(folder, 'assets', 'main-1a2b.js.br'), brotliCompressSync(SCRIPT))
  writeFileSync(join(folder, 'assets', 'main-1a2b.js.gz'), gzipSync(SCRIPT))
  server = await startServer({ kinds: testKinds, clientFolder: folder })
})
afterAll(async () => {
  await server.dispose()
  rmSync(folder, { recursive: true, force: true })
})

const get = (path: string) => fetch(server.baseUrl + path)

test('every address of the client is the page, asked for anew each time', async () => {
  for (const path of ['/', '/p/abc', '/console/abc/plan', '/screen/abc', '/harvest/abc']) {
    const response = await get(path)
    expect([path, response.status, response.headers.get('cache-control')]).toEqual([path, 200, 'no-cache'])
    expect(await response.text()).toContain('<title>Escale</title>')
  }
})

test('a file with its hash in the name never changes; one that is gone is no page', async () => {
  const kept = await get('/assets/main-1a2b.js')
  expect(kept.headers.get('cache-control')).toContain('immutable')
  expect((await get('/assets/main-gone.js')).status).toBe(404)
})

test.each([
  ['gzip, deflate, br', 'br'],
  ['gzip, deflate', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['identity', null],
])('[O25] a file goes out as it was packed when the browser can open it: %s', async (accepts, coding) => {
  const response = await fetch(`${server.baseUrl}/assets/main-1a2b.js`, {
    headers: { 'accept-encoding': accepts },
  })
  expect(response.headers.get('content-encoding')).toBe(coding)
  expect(response.headers.get('content-type')).toMatch(/javascript/)
  expect(response.headers.get('vary')).toMatch(/accept-encoding/i)
  expect(response.headers.get('cache-control')).toContain('immutable')
  expect(await response.text()).toBe(SCRIPT)
})

test('nothing outside the folder is served', async () => {
  for (const path of ['/assets/..%2f..%2fetc/passwd', '/..%2f..%2f..%2fetc%2fpasswd', '/.env', '/%00'])
    expect([path, (await (await get(path)).text()).includes('root:')]).toEqual([path, false])
})

test('a page may load and tell nothing but what is ours', async () => {
  const { headers } = await get('/')
  const policy = headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  // sha256 of what stands between the tags, and of nothing else.
  expect(policy).toContain("script-src 'self' 'sha256-oopyQloGglvWmMz5jW49OLcPG4Zf/xbfwxZIQgBfJ+w=';")
  expect(policy).toContain("style-src 'self' 'sha256-7IWhgxoOGTB5NQzjGk9OPt0FwhVeBvZGoWgF9xLLh8c=';")
  expect(policy).toContain("frame-ancestors 'self'")
  expect(policy).not.toMatch(/unsafe|https:\/\/|\*/)
  expect(policy).toContain(`connect-src 'self' ws://${new URL(server.baseUrl).host} `)
  expect(headers.get('referrer-policy')).toBe('no-referrer')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('permissions-policy')).toContain('geolocation=()')
  expect(headers.get('x-powered-by')).toBeNull()
})
