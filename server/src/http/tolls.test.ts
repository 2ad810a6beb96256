import { Browser, createAs } from '@escale/bots'
import { exportWorkshop, type Failure } from '@escale/shared'
import { tallyWorkshop, testKinds } from '@escale/shared/testkit'
import { afterEach, expect, test } from 'vitest'
import { RATES } from '../auth/rate-limits.ts'
import { startServer, type TestServer } from '../testkit/index.ts'

const file = exportWorkshop(tallyWorkshop('a'))
let server: TestServer
afterEach(() => server.dispose())

const post = (path: string, body: unknown) =>
  fetch(server.baseUrl + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.baseUrl },
    body: JSON.stringify(body),
  })
/** How often each answer came: a refusal, `rate-limited` with or without a puzzle, or `ok`. */
async function tally(responses: readonly Response[]) {
  const counts: Record<string, number> = {}
  for (const response of responses) {
    const { refusal = 'ok', puzzle } = (await response.json()) as Partial<Failure>
    const key = puzzle ? `${refusal} + puzzle` : refusal
    counts[key] = (counts[key] ?? 0) + 1
  }
  return counts
}
const manyTimes = <T>(times: number, act: (i: number) => Promise<T>) =>
  Promise.all(Array.from({ length: times }, (_, i) => act(i)))

test('[L23] of a burst of wrong codes no more is looked up than the rate allows, and the right one passes still', async () => {
  server = await startServer({
    kinds: testKinds,
    rates: { ...RATES, wrongCodesPerAddress: { points: 30, duration: 3 } },
  })
  const claire = await createAs(server.baseUrl, { file })
  claire.close()
  const began = performance.now()
  const counts = await tally(await manyTimes(120, () => post('/api/code', { code: 'AAAA-AAAA' })))
  const looked = counts['unknown-code'] ?? 0
  expect(looked).toBeGreaterThanOrEqual(30)
  // Those of the rate, the one that waits, and what came back while they were under way, which took as long as it did.
  const cameBack = Math.ceil(((performance.now() - began) / 3_000) * 30)
  expect(looked).toBeLessThanOrEqual(30 + 1 + cameBack)
  expect(counts['rate-limited + puzzle']).toBe(120 - looked)
  const { code, session } = claire.created
  expect(await new Browser(server.baseUrl).findByCode(code)).toEqual({ session })
  // Somebody whose program knows no puzzles has to wait a moment only.
  expect(await (await post('/api/code', { code })).json()).toEqual({ session })
})

test('[L23] right codes are never counted', async () => {
  server = await startServer({
    kinds: testKinds,
    rates: { ...RATES, wrongCodesPerAddress: { points: 3, duration: 1e6 } },
  })
  const claire = await createAs(server.baseUrl, { file })
  claire.close()
  for (let i = 0; i < 20; i++)
    expect((await post('/api/code', { code: claire.created.code })).status).toBe(200)
})

test('[L25] a right secret and a held cookie pass whatever others guess from the same address', async () => {
  server = await startServer({ kinds: testKinds })
  const claire = await createAs(server.baseUrl, { file })
  claire.close()
  const { session, secret } = claire.created
  const path = `/api/sessions/${session}/enter`
  const counts = await tally(await manyTimes(90, (i) => post(path, { secret: `${'x'.repeat(40)}${i}` })))
  expect(counts['not-allowed']).toBeLessThanOrEqual(RATES.wrongSecretsPerAddress.points + 5)
  expect(counts['rate-limited']).toBe(90 - (counts['not-allowed'] ?? 0))
  expect((await new Browser(server.baseUrl).enter(session, secret)).role).toBe('facilitator')
  expect((await claire.seat.browser.door(session)).known.facilitator).toBe(true)
})

test('[L26] what makes no session is not counted as one; more sessions than people make cost a puzzle', async () => {
  server = await startServer({
    kinds: testKinds,
    rates: { ...RATES, creationsPerAddress: { points: 3, duration: 1e6 } },
  })
  for (let i = 0; i < 20; i++) expect((await post('/api/sessions', {})).status).toBe(400)
  expect((await fetch(`${server.baseUrl}/api/sessions`, { method: 'POST' })).status).toBe(400)
  const counts = await tally(await manyTimes(9, () => post('/api/sessions', { language: 'fr' })))
  expect(counts).toEqual({ ok: 3, 'rate-limited + puzzle': 6 })
  expect((await new Browser(server.baseUrl).createSession({ file })).session).not.toBe('')
})

test('[L26] a large body counts whatever is in it: to read it is the work', async () => {
  server = await startServer({
    kinds: testKinds,
    rates: { ...RATES, creationsPerAddress: { points: 3, duration: 1e6 } },
  })
  const small = { nonsense: 'x'.repeat(64 * 1024 - '{"nonsense":""}'.length) }
  const large = { nonsense: `${small.nonsense}x` }
  const answers: Response[] = []
  for (let i = 0; i < 5; i++) answers.push(await post('/api/sessions', small))
  expect(await tally(answers.splice(0))).toEqual({ invalid: 5 })
  for (let i = 0; i < 5; i++) answers.push(await post('/api/sessions', large))
  expect(await tally(answers)).toEqual({ invalid: 3, 'rate-limited + puzzle': 2 })
})

test('[L26] so does one that does not say how large it is', async () => {
  server = await startServer({
    kinds: testKinds,
    rates: { ...RATES, creationsPerAddress: { points: 3, duration: 1e6 } },
  })
  const answers: Response[] = []
  for (let i = 0; i < 5; i++)
    answers.push(
      await fetch(`${server.baseUrl}/api/sessions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: server.baseUrl },
        body: new Blob(['{}']).stream(),
        duplex: 'half',
      } as RequestInit),
    )
  expect(await tally(answers)).toEqual({ invalid: 3, 'rate-limited + puzzle': 2 })
})
