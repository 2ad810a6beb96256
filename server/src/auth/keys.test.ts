/** Who holds what: one cookie per browser, old cookies, and keys that are shown for what they are not. */
import { Browser } from '@escale/bots'
import type { As, Role, SessionId } from '@escale/shared'
import { tallyWorkshop, testKinds } from '@escale/shared/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Cast, castOf } from '../testkit/cast.ts'
import { startServer, type TestServer } from '../testkit/index.ts'
import { RawSocket } from '../testkit/raw-socket.ts'
import { DEVICE_COOKIE, devicesIn } from './cookies.ts'
import { hashSecret, mintKeyId, mintSecret } from './secrets.ts'

let server: TestServer
let cast: Cast
beforeAll(async () => {
  server = await startServer({ kinds: testKinds })
  cast = await castOf(server.baseUrl, tallyWorkshop('a', 'b'))
})
afterAll(() => server.dispose())

const LETTER = { facilitator: 'f', participant: 'p', screen: 's' } as const

/** A browser that shows cookies of somebody's choice. */
function showing(cookies: Readonly<Record<string, string>>): Browser {
  const browser = new Browser(server.baseUrl)
  const headers = new Headers()
  for (const [name, value] of Object.entries(cookies)) headers.append('set-cookie', `${name}=${value}`)
  browser.jar.take(new Response(null, { headers }))
  return browser
}

/** Which places of a session a browser has. */
async function placesOf(browser: Browser, session = cast.session): Promise<string[]> {
  const { known } = await browser.door(session)
  return Object.entries(known).flatMap(([as, isKnown]) => (isKnown ? [as] : []))
}

/** A key as it was made when each place had a cookie of its own; answers the cookie. */
async function oldCookie(person: string | null, role: Role, session: SessionId = cast.session) {
  const secret = mintSecret()
  const kind = 'cookie' as const
  const row = { id: mintKeyId(), hash: hashSecret(secret), session, person, role, kind }
  await server.store.changeKeys(session, { add: [{ ...row, createdAt: 1, device: null, usedAt: null }] })
  const as: As = role === 'cofacilitator' ? 'facilitator' : role
  return { [`escale-${LETTER[as]}-${session}`]: secret }
}

const device = (browser: Browser): string => devicesIn(browser.jar.header())[0] ?? ''

test('[P9] one browser is in many sessions with one short cookie, in all three roles of one of them', async () => {
  const browser = new Browser(server.baseUrl)
  const sessions: string[] = []
  for (let n = 0; n < 9; n++) sessions.push((await browser.createSession({})).session)
  const [first = '', last = ''] = [sessions[0], sessions.at(-1)]
  await browser.join(first, { name: 'Léa' })
  const screen = await browser.makeLink(first, { role: 'screen' })
  await browser.enter(first, screen.secret)
  expect(browser.jar.header().length).toBeLessThan(100)
  expect(await placesOf(browser, first)).toEqual(['participant', 'facilitator', 'screen'])
  expect(await placesOf(browser, last)).toEqual(['facilitator'])
})

test('a browser that joins twice at once, or comes back, is one person', async () => {
  const browser = new Browser(server.baseUrl)
  await browser.door(cast.session)
  const both = await Promise.all([1, 2].map(() => browser.join(cast.session, { name: 'Léa' })))
  const again = await browser.join(cast.session, { name: 'Léa' })
  expect(new Set([...both, again].map((joined) => joined.person)).size).toBe(1)
})

test('[P9] old cookies go on working, and are exchanged for the one when the browser is back', async () => {
  const { participant, facilitator } = cast.persons
  const cookies = {
    ...(await oldCookie(participant, 'participant')),
    ...(await oldCookie(facilitator, 'facilitator')),
    ...(await oldCookie(null, 'screen')),
    'escale-p-gone': mintSecret(),
  }
  const browser = showing(cookies)
  expect(await placesOf(browser)).toEqual(['participant', 'facilitator', 'screen'])
  expect((await browser.door(cast.session)).hasOldCookies).toBe(true)
  await browser.request('/api/device', { method: 'POST' })
  expect(browser.jar.header()).toMatch(/^escale_device=[\w-]{43}$/)
  expect(await placesOf(browser)).toEqual(['participant', 'facilitator', 'screen'])
  expect((await browser.door(cast.session)).hasOldCookies).toBe(false)
  // What was exchanged opens nothing any more.
  expect(await placesOf(showing(cookies))).toEqual([])
  const socket = await RawSocket.open(browser, cast.session, 'participant')
  expect((await socket.frame()).me?.id).toBe(participant)
  socket.close()
})

test('an exchange gives nobody a place: neither a link, nor a secret of another session or role', async () => {
  const [own] = Object.values(await oldCookie(cast.persons.participant, 'participant'))
  const other = await new Browser(server.baseUrl).createSession({})
  const browser = showing({
    [`escale-f-${cast.session}`]: own ?? '',
    [`escale-s-${cast.session}`]: cast.screenSecret,
    [`escale-f-${other.session}`]: own ?? '',
  })
  await browser.request('/api/device', { method: 'POST' })
  expect(await placesOf(browser)).toEqual([])
  expect(await placesOf(browser, other.session)).toEqual([])
})

test('[P9] a secret of one’s own session, shown under another’s name, opens nothing there', async () => {
  const mine = new Browser(server.baseUrl)
  const { session, secret } = await mine.createSession({})
  const me = await RawSocket.open(mine, session, 'facilitator')
  const person = (await me.frame()).me?.id ?? ''
  me.close()
  const [own = ''] = Object.values(await oldCookie(person, 'facilitator', session))
  expect(await placesOf(showing({ [`escale-f-${session}`]: own }), session)).toEqual(['facilitator'])
  for (const value of [own, secret, device(mine)]) {
    const forged = showing({ [`escale-f-${cast.session}`]: value, [DEVICE_COOKIE]: value })
    expect(await placesOf(forged)).toEqual([])
    const socket = await RawSocket.open(forged, cast.session, 'facilitator')
    expect(await socket.fate()).toBe('not-allowed')
  }
})

test('[P9] a link is no cookie, a cookie is no link, and a role’s cookie is no other’s', async () => {
  const { session, persons, browsers } = cast
  const { secret } = await browsers.facilitator.makeLink(session, { role: 'screen' })
  expect(await placesOf(showing({ [`escale-s-${session}`]: secret, [DEVICE_COOKIE]: secret }))).toEqual([])
  const [old = ''] = Object.values(await oldCookie(persons.participant, 'participant'))
  for (const cookie of [old, device(browsers.facilitator)])
    await expect(new Browser(server.baseUrl).enter(session, cookie)).rejects.toMatchObject({ status: 403 })
  for (const letter of ['f', 's'])
    expect(await placesOf(showing({ [`escale-${letter}-${session}`]: old }))).toEqual([])
})

test('a link enters its own session only', async () => {
  const elsewhere = await new Browser(server.baseUrl).createSession({})
  const entering = new Browser(server.baseUrl).enter(cast.session, elsewhere.secret)
  await expect(entering).rejects.toMatchObject({ status: 403 })
  // Nor does it tell what became of its owner there.
  const owner = new Browser(server.baseUrl)
  const other = await owner.createSession({})
  const { person, secret } = await new Browser(server.baseUrl).join(other.session, { name: 'Ève' })
  const console = await RawSocket.open(owner, other.session, 'facilitator')
  await console.command('1', { type: 'remove', person })
  console.close()
  const removed = new Browser(server.baseUrl)
  await expect(removed.enter(other.session, secret)).rejects.toMatchObject({ refusal: 'removed' })
  await expect(removed.enter(cast.session, secret)).rejects.toMatchObject({ refusal: 'not-allowed' })
})

test('a browser that enters as somebody else stops being who it was, sockets included', async () => {
  const { session, browsers } = cast
  const co = (name: string) =>
    browsers.facilitator.makeLink(session, {
      role: 'cofacilitator',
      identity: { name, organisation: '', territory: '' },
    })
  const [one, two] = [await co('Un'), await co('Deux')]
  const browser = new Browser(server.baseUrl)
  await browser.enter(session, one.secret)
  const socket = await RawSocket.open(browser, session, 'facilitator')
  await socket.frame()
  // The same link again changes nothing: a reload of the console does that.
  await browser.enter(session, one.secret)
  await socket.ask('clock')
  await browser.enter(session, two.secret)
  expect(await socket.bye()).toEqual({ reason: 'revoked', retryInMs: null })
  const next = await RawSocket.open(browser, session, 'facilitator')
  expect((await next.frame()).me?.id).toBe(two.person)
  next.close()
})
