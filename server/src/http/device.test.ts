/** The one cookie of a browser: how it is given, and what old ones, of one place each, become. Who holds what: auth/keys.test.ts. */
import { Browser } from '@escale/bots'
import type { Role } from '@escale/shared'
import { tallyWorkshop, testKinds } from '@escale/shared/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashSecret, mintKeyId, mintSecret } from '../auth/secrets.ts'
import { type Cast, castOf } from '../testkit/cast.ts'
import { startServer, type TestServer } from '../testkit/index.ts'
import { RawSocket } from '../testkit/raw-socket.ts'

let server: TestServer
let cast: Cast
beforeAll(async () => {
  server = await startServer({ kinds: testKinds, env: { ESCALE_TRUST_PROXY: 'loopback' } })
  cast = await castOf(server.baseUrl, tallyWorkshop('a'))
})
afterAll(() => server.dispose())

const asked = (headers: Record<string, string> = {}) =>
  fetch(`${server.baseUrl}/api/device`, { method: 'POST', headers })

/** A browser that shows these cookies besides its own. */
function showing(browser: Browser, cookies: Readonly<Record<string, string>>): Browser {
  const headers = new Headers()
  for (const [name, value] of Object.entries(cookies)) headers.append('set-cookie', `${name}=${value}`)
  browser.jar.take(new Response(null, { headers }))
  return browser
}
/** A place as it was kept when each had a cookie of its own; answers the secret. */
async function oldPlace(person: string, role: Role): Promise<string> {
  const secret = mintSecret()
  const row = { id: mintKeyId(), hash: hashSecret(secret), session: cast.session, person, role }
  const add = [{ ...row, kind: 'cookie' as const, createdAt: 1, device: null, usedAt: null }]
  await server.store.changeKeys(cast.session, { add })
  return secret
}
const exchanged = (browser: Browser) => browser.request('/api/device', { method: 'POST' })

test('[P9] the cookie is for https alone where the browser came by it, and for no frame while no page is named', async () => {
  const [plain, secure] = [await asked(), await asked({ 'x-forwarded-proto': 'https' })].map(
    ({ headers }) => headers.get('set-cookie') ?? '',
  )
  for (const cookie of [plain, secure]) {
    expect(cookie).toContain('SameSite=Lax')
    expect(cookie).toContain('HttpOnly')
    expect(cookie).not.toContain('Partitioned')
  }
  expect(plain).not.toContain('Secure')
  expect(secure).toContain('Secure')
})

test('[P9] a browser that has its secret keeps it', async () => {
  const browser = new Browser(server.baseUrl)
  await exchanged(browser)
  const before = browser.jar.header()
  const again = await exchanged(browser)
  expect([again.status, browser.jar.header()]).toEqual([204, before])
})

test('[P9] an old cookie of a place that the browser has already ends, with what it had opened', async () => {
  const { session, persons } = cast
  const secret = await oldPlace(persons.spare, 'participant')
  const cookies = { [`escale-p-${session}`]: secret }
  const browser = showing(new Browser(server.baseUrl), cookies)
  await exchanged(browser)
  const late = await oldPlace(persons.spare, 'participant')
  const old = showing(new Browser(server.baseUrl), { [`escale-p-${session}`]: late })
  const socket = await RawSocket.open(old, session, 'participant')
  await socket.frame()
  expect((await exchanged(showing(browser, { [`escale-p-${session}`]: late }))).status).toBe(204)
  expect(await server.store.findKey(hashSecret(late))).toBeUndefined()
  expect(await socket.bye()).toEqual({ reason: 'revoked', retryInMs: null })
  expect((await browser.door(session)).known.participant).toBe(true)
})

test('[P9] what is shown for what it is not is only forgotten: the key opens what it opened', async () => {
  const { session, screenSecret, persons } = cast
  const other = await new Browser(server.baseUrl).createSession({})
  const own = await oldPlace(persons.spare, 'participant')
  const before = await server.store.listKeys(session, {})
  const browser = showing(new Browser(server.baseUrl), {
    [`escale-s-${session}`]: screenSecret,
    [`escale-f-${session}`]: own,
    [`escale-p-${other.session}`]: own,
    'escale-p-gone': mintSecret(),
  })
  const answer = await exchanged(browser)
  expect(answer.headers.getSetCookie()).toHaveLength(5)
  expect(browser.jar.header()).toMatch(/^escale_device=[\w-]{43}$/)
  expect(await server.store.listKeys(session, {})).toEqual(before)
  const screen = new Browser(server.baseUrl)
  expect(await screen.enter(session, screenSecret)).toMatchObject({ role: 'screen' })
  const still = showing(new Browser(server.baseUrl), { [`escale-p-${session}`]: own })
  expect((await still.door(session)).known.participant).toBe(true)
})

test('[P9] what could not be exchanged is said to be so, and nothing is forgotten', async () => {
  const broken = await startServer({ kinds: testKinds })
  const browser = new Browser(broken.baseUrl)
  const { session } = await browser.createSession({})
  await broken.store.close()
  const old = showing(new Browser(broken.baseUrl), { [`escale-f-${session}`]: mintSecret() })
  const answer = await exchanged(old)
  expect([answer.status, await answer.json()]).toEqual([503, { refusal: 'storage' }])
  expect(old.jar.header()).toContain(`escale-f-${session}`)
  await broken.dispose()
})
