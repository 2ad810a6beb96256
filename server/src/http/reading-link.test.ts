import { Browser, createAs, type Facilitator, joinAs } from '@escale/bots'
import { DAY_MS, type Door, exportWorkshop, type HarvestPage, type ReadingLink } from '@escale/shared'
import { tallyWorkshop, testKinds } from '@escale/shared/testkit'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startServer, TestClock, type TestServer } from '../testkit/index.ts'
import { RawSocket } from '../testkit/raw-socket.ts'

let server: TestServer
let claire: Facilitator
let session = ''
beforeEach(async () => {
  server = await startServer({ kinds: testKinds })
  claire = await createAs(server.baseUrl, { file: exportWorkshop(tallyWorkshop('a')) })
  session = claire.created.session
})
afterEach(async () => {
  claire.close()
  await server.dispose()
})

const stranger = () => new Browser(server.baseUrl)
const read = (browser: Browser, query = '') =>
  browser.request(`/api/sessions/${session}/harvest${query}`).then((r) => r.status)
const doorOf = (browser: Browser) => browser.json<Door>('GET', `/api/sessions/${session}/door`)
const linkOf = (browser: Browser) => browser.json<ReadingLink>('GET', `/api/sessions/${session}/reading-link`)
const driver = () => claire.seat.browser

async function aReader(secret: string): Promise<Browser> {
  const browser = stranger()
  expect(await browser.enter(session, secret)).toEqual({ role: 'reader', person: null })
  return browser
}

describe('[A9] a link to read the récolte', () => {
  test('reads it, also while it is not shared, without names, and is in nothing else', async () => {
    const { secret, until } = await driver().makeReadingLink(session, 7)
    expect(await linkOf(driver())).toEqual({ until })
    const reader = await aReader(secret)
    const page = await reader.json<HarvestPage>('GET', `/api/sessions/${session}/harvest`)
    expect(page).toMatchObject({ shared: false, mayName: false })
    expect(await read(reader, '?names=1')).toBe(403)
    expect(await read(reader, '/markdown')).toBe(200)
    expect((await doorOf(reader)).known).toEqual({
      participant: false,
      facilitator: false,
      screen: false,
      reader: true,
      removed: false,
    })
    expect((await reader.request(`/api/sessions/${session}/console`)).status).toBe(403)
    // Nobody sees readers among the links and devices of those who drive.
    const keys = await driver().keys(session)
    expect(keys.length).toBeGreaterThan(0)
    expect(keys.filter((key) => key.person === null)).toEqual([])
  })

  test('ends when it is taken back or made anew, with whoever came by it', async () => {
    const first = await driver().makeReadingLink(session)
    const reader = await aReader(first.secret)
    const second = await driver().makeReadingLink(session)
    expect(await read(reader)).toBe(403)
    await expect(stranger().enter(session, first.secret)).rejects.toMatchObject({ refusal: 'not-allowed' })
    const late = await aReader(second.secret)
    await driver().request(`/api/sessions/${session}/reading-link`, { method: 'DELETE' })
    expect(await read(late)).toBe(403)
    expect(await linkOf(driver())).toEqual({ until: null })
    await expect(stranger().enter(session, second.secret)).rejects.toMatchObject({ refusal: 'not-allowed' })
  })

  test('ends by itself after its days', async () => {
    const { secret, until } = await driver().makeReadingLink(session, 7)
    const reader = await aReader(secret)
    const [key] = await server.store.listKeys(session, { role: 'reader', kind: 'cookie' })
    expect(key?.until).toBe(until)
    expect(Math.round((until - Date.now()) / DAY_MS)).toBe(7)
    const keys = await server.store.listKeys(session, { role: 'reader' })
    const over = keys.map((one) => ({ ...one, until: Date.now() - 1 }))
    await server.store.changeKeys(session, { add: over })
    expect(await read(reader)).toBe(403)
    expect(await linkOf(driver())).toEqual({ until: null })
    await expect(stranger().enter(session, secret)).rejects.toMatchObject({ refusal: 'not-allowed' })
  })

  test('is made for one of the days that there are', async () => {
    await expect(driver().makeReadingLink(session, 8 as 7)).rejects.toMatchObject({ refusal: 'invalid' })
  })
})

describe('[A10] a récolte that is left open', () => {
  const over = async () => {
    await claire.do({ type: 'settings', patch: { harvestShared: true } })
    await claire.do({ type: 'finish' })
  }

  test('is read by whoever comes after the end, once it is shared, and not before', async () => {
    const late = stranger()
    expect([await read(late), (await doorOf(late)).readable]).toEqual([403, false])
    await claire.do({ type: 'settings', patch: { harvestShared: true } })
    expect([await read(late), (await doorOf(late)).readable]).toEqual([403, false])
    await claire.do({ type: 'finish' })
    expect([await read(late), (await doorOf(late)).readable]).toEqual([200, true])
    await claire.do({ type: 'settings', patch: { harvestShared: false } })
    expect([await read(late), (await doorOf(late)).readable]).toEqual([403, false])
  })

  test('stays closed where people had to be let in one by one', async () => {
    await claire.do({ type: 'approval', on: true })
    await over()
    const late = stranger()
    expect([await read(late), (await doorOf(late)).readable]).toEqual([403, false])
    await claire.do({ type: 'approval', on: false })
    expect([await read(late), (await doorOf(late)).readable]).toEqual([200, true])
  })

  test('stays closed where the door was locked, and to who was removed', async () => {
    const eve = await joinAs(server.baseUrl, session, { name: 'Ève' })
    await claire.do({ type: 'remove', person: eve.seat.person ?? '' })
    eve.close()
    await over()
    expect(await read(eve.seat.browser)).toBe(403)
    expect(await read(stranger())).toBe(200)
    await claire.do({ type: 'door', locked: true })
    expect(await read(stranger())).toBe(403)
  })
})

test('[A9] reading keeps no session alive beyond its time, by link or left open; a member who reads uses it', async () => {
  const clock = new TestClock()
  const other = await startServer({ kinds: testKinds, clock })
  const owner = new Browser(other.baseUrl)
  const file = exportWorkshop(tallyWorkshop('a'))
  const shared = {
    ...file,
    workshop: { ...file.workshop, settings: { ...file.workshop.settings, harvestShared: true } },
  }
  const { session: its } = await owner.createSession({ file: shared })
  const { secret } = await owner.makeReadingLink(its)
  const reader = new Browser(other.baseUrl)
  await reader.enter(its, secret)
  const console = await RawSocket.open(owner, its, 'facilitator')
  expect(await console.command('1', { type: 'finish' })).toMatchObject({ ok: true })
  console.close()
  const goneAt = async () => (await new Browser(other.baseUrl).door(its)).goneAt
  const before = await goneAt()
  clock.advance(10 * DAY_MS)
  for (const browser of [reader, new Browser(other.baseUrl)]) {
    expect((await browser.request(`/api/sessions/${its}/harvest`)).status).toBe(200)
    expect(await goneAt()).toBe(before)
  }
  expect((await owner.request(`/api/sessions/${its}/harvest`)).status).toBe(200)
  expect(await goneAt()).toBe(before + 10 * DAY_MS)
  // So does whatever else a member asks for.
  clock.advance(10 * DAY_MS)
  await owner.keys(its)
  expect(await goneAt()).toBe(before + 20 * DAY_MS)
  await other.dispose()
})
