import { gzipSync } from 'node:zlib'
import { PHONE } from '../fixtures/people.ts'
import { expect, test } from '../fixtures/test.ts'

const FIRST_LOAD_MAX_BYTES = 180_000
const TEMPLATE = 'visio-24-avril'

test('a participant’s first load is small, from this server only, under a strict policy', async ({
  people,
}) => {
  const facilitator = await people.facilitator({ template: TEMPLATE })
  const context = await people.browser(PHONE)
  const page = await context.newPage()
  const scripts = new Map<string, Promise<number>>()
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script')
      scripts.set(
        response.url(),
        response.body().then((body) => gzipSync(body).length),
      )
  })
  const response = await page.goto(`/p/${facilitator.seat.session}`)
  await expect(page.getByRole('textbox').first()).toBeVisible()
  await page.waitForLoadState('networkidle')

  const sizes = await Promise.all(scripts.values())
  const total = sizes.reduce((sum, size) => sum + size, 0)
  test
    .info()
    .annotations.push({ type: 'measure', description: `${scripts.size} scripts, ${total} bytes gzip` })
  expect(sizes.length).toBeGreaterThan(0)
  expect(total).toBeLessThanOrEqual(FIRST_LOAD_MAX_BYTES)

  const policy = response?.headers()['content-security-policy'] ?? ''
  expect(policy).toMatch(/default-src '(self|none)'/)
  expect(policy).not.toContain('unsafe')
  expect(policy).not.toMatch(/script-src[^;]*\bhttps?:/)
  people.expectNoTrouble()
})

test('the wire is compressed and the hashed files are kept by the browser', async ({ people, server }) => {
  const facilitator = await people.facilitator({ template: TEMPLATE })
  const html = await (await fetch(`${server.url}/p/${facilitator.seat.session}`)).text()
  const [script] = html.match(/\/assets\/[^"]+\.js/) ?? []
  expect(script).toBeDefined()
  const asset = await fetch(server.url + script, { headers: { 'accept-encoding': 'gzip' } })
  expect(asset.headers.get('content-encoding')).toBe('gzip')
  expect(asset.headers.get('cache-control')).toContain('immutable')
  expect((await fetch(`${server.url}/assets/no-such-file.js`)).status).toBe(404)
})
