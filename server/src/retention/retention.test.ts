import { Browser, createAs, type Facilitator, joinAs, RequestRefused } from '@escale/bots'
import { exportWorkshop, limits } from '@escale/shared'
import { tallyWorkshop, testKinds } from '@escale/shared/testkit'
import { afterEach, expect, test } from 'vitest'
import { startServer, TestClock, type TestServer } from '../testkit/index.ts'
import { RawSocket } from '../testkit/raw-socket.ts'
import { filesWith } from './canary.testkit.ts'

const HOUR_MS = 60 * 60 * 1_000
const DAY_MS = 24 * HOUR_MS
const file = exportWorkshop(tallyWorkshop('a'))
const CANARY = 'Zébulon-canari-7c1f'

let server: TestServer
afterEach(() => server.dispose())

const refusalOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'none',
    (error: unknown) => (error instanceof RequestRefused ? error.refusal : String(error)),
  )
const send = (browser: Browser, method: string, path: string, body?: unknown) =>
  browser.request(path, {
    method,
    ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
  })
const deletion = (browser: Browser, session: string) =>
  send(browser, 'DELETE', `/api/sessions/${session}`, { sure: true })
async function undo(facilitator: Facilitator): Promise<void> {
  const { plan } = await facilitator.until((s) => (s.plan?.undo ?? null) !== null)
  await facilitator.do({ type: 'undo', seq: plan?.undo?.seq ?? 0 })
}
/** Sweeps, and answers whether nothing of the session is left. */
async function isPurged({ app, store }: TestServer, session: string): Promise<boolean> {
  await app.sweep()
  return (await store.getSession(session)) === undefined
}

test('[E1] [E4] [E6] a session is purged when nobody has used it for long enough, and not while somebody is in it', async () => {
  const clock = new TestClock()
  server = await startServer({ kinds: testKinds, clock })
  const claire = await createAs(server.baseUrl, { file, name: CANARY })
  const { session } = claire.created
  await claire.until((s) => s.session !== undefined)
  const other = await new Browser(server.baseUrl).createSession({ file })
  clock.advance(80 * DAY_MS)
  expect(await isPurged(server, session)).toBe(false)
  expect(await refusalOf(new Browser(server.baseUrl).door(session))).toBe('none')
  // Used: that is noted although nothing is written.
  clock.advance(20 * DAY_MS)
  expect(await isPurged(server, other.session)).toBe(true)
  expect(await refusalOf(new Browser(server.baseUrl).door(other.session))).toBe('unknown-session')
  expect((await new Browser(server.baseUrl).door(session)).goneAt).toBeGreaterThanOrEqual(
    clock.now() + 89 * DAY_MS,
  )

  claire.close()
  await server.stop()
  server = await server.reopen()
  // Looking at the door is no use.
  clock.advance(60 * DAY_MS)
  const { goneAt } = await new Browser(server.baseUrl).door(session)
  expect(goneAt).toBeLessThan(clock.now() + 31 * DAY_MS)
  clock.advance(goneAt - clock.now() + HOUR_MS)
  expect(await isPurged(server, session)).toBe(true)
  await server.store.scrubbed()
  expect(filesWith(server.dataFolder, CANARY)).toEqual([])
})

test('[E2] [E3] a workshop may be kept for less; the door says so, and its file carries it', async () => {
  const clock = new TestClock()
  server = await startServer({ kinds: testKinds, clock })
  const claire = await createAs(server.baseUrl, { file })
  const { session } = claire.created
  const door = () => new Browser(server.baseUrl).door(session)
  expect(Math.round(((await door()).goneAt - clock.now()) / DAY_MS)).toBe(90)
  await claire.do({ type: 'settings', patch: { keepDays: 7 } })
  expect(Math.round(((await door()).goneAt - clock.now()) / DAY_MS)).toBe(7)
  const { workshop } = await claire.seat.browser.json<{ workshop: unknown }>(
    'GET',
    `/api/sessions/${session}/workshop`,
  )
  const copy = await new Browser(server.baseUrl).createSession({ file: { ...file, workshop } })
  expect(
    Math.round(((await new Browser(server.baseUrl).door(copy.session)).goneAt - clock.now()) / DAY_MS),
  ).toBe(7)
  await undo(claire)
  expect(Math.round(((await door()).goneAt - clock.now()) / DAY_MS)).toBe(90)
  claire.close()
  clock.advance(8 * DAY_MS)
  expect(await isPurged(server, copy.session)).toBe(true)
  expect(await refusalOf(door())).toBe('none')
})

test('[E5] its facilitator alone deletes a session, and brings it back within seven days', async () => {
  const clock = new TestClock()
  server = await startServer({ kinds: testKinds, clock })
  const claire = await createAs(server.baseUrl, { file, name: CANARY })
  const { session, code, secret } = claire.created
  const yanis = await joinAs(server.baseUrl, session, { name: 'Yanis' })
  await yanis.until((s) => s.session?.status === 'lobby')
  const nobody = { organisation: '', territory: '', name: '' }
  const link = await claire.seat.browser.makeLink(session, { role: 'cofacilitator', identity: nobody })
  const co = new Browser(server.baseUrl)
  await co.enter(session, link.secret)
  for (const browser of [co, yanis.seat.browser, new Browser(server.baseUrl)])
    expect((await deletion(browser, session)).status).toBe(403)
  expect((await send(claire.seat.browser, 'DELETE', `/api/sessions/${session}`)).status).toBe(400)

  const line = await RawSocket.open(yanis.seat.browser, session, 'participant')
  await line.frame()
  const done = await deletion(claire.seat.browser, session)
  expect(await done.json()).toMatchObject({
    deletedAt: clock.now(),
    goneAt: clock.now() + limits.DELETED_KEPT_MS,
  })
  expect(await line.bye()).toEqual({ reason: 'deleted', retryInMs: null })
  expect(await (await RawSocket.open(yanis.seat.browser, session, 'participant')).bye()).toMatchObject({
    reason: 'deleted',
  })
  expect(await refusalOf(new Browser(server.baseUrl).door(session))).toBe('deleted')
  expect(await refusalOf(new Browser(server.baseUrl).findByCode(code))).toBe('unknown-code')
  expect(await refusalOf(yanis.seat.browser.join(session, { name: 'Yanis', mode: 'named' }))).toBe('deleted')

  // Only who led it is told more, also from another device.
  for (const browser of [co, yanis.seat.browser, new Browser(server.baseUrl)])
    expect((await send(browser, 'GET', `/api/sessions/${session}/deletion`)).status).toBe(403)
  expect(await refusalOf(new Browser(server.baseUrl).enter(session, link.secret))).toBe('deleted')
  const elsewhere = new Browser(server.baseUrl)
  expect(await elsewhere.enter(session, secret)).toMatchObject({ role: 'facilitator' })
  expect(await elsewhere.json('GET', `/api/sessions/${session}/deletion`)).toMatchObject({ language: 'fr' })
  clock.advance(limits.DELETED_KEPT_MS - HOUR_MS)
  for (const browser of [co, yanis.seat.browser, new Browser(server.baseUrl)])
    expect((await send(browser, 'POST', `/api/sessions/${session}/restore`)).status).toBe(403)
  expect((await send(elsewhere, 'POST', `/api/sessions/${session}/restore`)).status).toBe(200)
  expect((await yanis.seat.browser.door(session)).known.participant).toBe(true)
  expect((await send(elsewhere, 'POST', `/api/sessions/${session}/restore`)).status).toBe(409)

  expect((await deletion(elsewhere, session)).status).toBe(200)
  clock.advance(limits.DELETED_KEPT_MS + HOUR_MS)
  expect(await isPurged(server, session)).toBe(true)
  expect((await send(elsewhere, 'POST', `/api/sessions/${session}/restore`)).status).toBe(404)
  await server.store.scrubbed()
  for (const letters of [CANARY, session]) expect(filesWith(server.dataFolder, letters)).toEqual([])
  claire.close()
  yanis.close()
})

test('[E7] a name that was changed is nowhere any more once nobody can undo it', async () => {
  const clock = new TestClock()
  server = await startServer({ kinds: testKinds, clock })
  const claire = await createAs(server.baseUrl, { file })
  const yanis = await joinAs(server.baseUrl, claire.created.session, { name: CANARY })
  await yanis.until((s) => s.me?.name === CANARY)
  const { id } = (yanis.sight.me ?? {}) as { id: string }
  const rename = (name: string) =>
    claire.do({ type: 'rename', person: id, identity: { name, organisation: '', territory: '' } })
  await rename('Yanis')
  await undo(claire)
  await yanis.until((s) => s.me?.name === CANARY)
  await rename('Yanis')
  expect(filesWith(server.dataFolder, CANARY).length).toBeGreaterThan(0)
  clock.advance(HOUR_MS)
  await server.app.sweep()
  await server.store.scrubbed()
  expect(filesWith(server.dataFolder, CANARY)).toEqual([])
  claire.close()
  yanis.close()
})
