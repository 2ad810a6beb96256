/** Links for others: how many, for whom, and whose place they take. What ends with a key: auth/revocation.test.ts. */
import { Browser } from '@escale/bots'
import { type ConsoleInfo, limits, type NewLink } from '@escale/shared'
import { tallyWorkshop, testKinds } from '@escale/shared/testkit'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { hashSecret } from '../auth/secrets.ts'
import { type Cast, castOf } from '../testkit/cast.ts'
import { startServer, TestClock, type TestServer } from '../testkit/index.ts'
import { RawSocket } from '../testkit/raw-socket.ts'

const clock = new TestClock()
let server: TestServer
let cast: Cast
beforeAll(async () => {
  server = await startServer({ kinds: testKinds, clock })
})
beforeEach(async () => {
  cast = await castOf(server.baseUrl, tallyWorkshop('a'))
})
afterAll(() => server.dispose())

const identity = { name: 'Co', organisation: '', territory: '' }
const owner = () => cast.browsers.facilitator
const refusalOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'none',
    (error: { readonly refusal?: string }) => error.refusal,
  )
const linkFor = (person: string, by = owner()) => by.makeLink(cast.session, { role: 'cofacilitator', person })
async function drive(command: unknown) {
  const console = await RawSocket.open(owner(), cast.session, 'facilitator')
  expect(await console.command('drive', command)).toMatchObject({ ok: true })
  console.close()
}

test('[A5] the facilitator makes a co-facilitator a new link: the one before ends, who is in stays in', async () => {
  const { persons, browsers, session } = cast
  const co = persons.cofacilitator
  const linksOf = async () =>
    (await server.store.listKeys(session, { person: co, kind: 'link' })).map(({ hash }) => hash)
  const [before] = await linksOf()
  const made = await linkFor(co)
  expect(made.person).toBe(co)
  expect(await linksOf()).toEqual([hashSecret(made.secret)])
  expect(await linksOf()).not.toContain(before)
  expect((await browsers.cofacilitator.door(session)).known.facilitator).toBe(true)
  const elsewhere = new Browser(server.baseUrl)
  expect(await elsewhere.enter(session, made.secret)).toEqual({ role: 'cofacilitator', person: co })
})

test('[A5] nobody makes such a link for themselves, for whoever does not help to drive, or for who is removed', async () => {
  const { persons, browsers } = cast
  const { facilitator, cofacilitator, participant } = persons
  const before = await server.store.listKeys(cast.session, {})
  for (const person of [facilitator, participant])
    expect(await refusalOf(linkFor(person))).toBe('not-allowed')
  for (const person of [facilitator, cofacilitator, participant])
    expect(await refusalOf(linkFor(person, browsers.cofacilitator))).toBe('not-allowed')
  expect(await refusalOf(linkFor('nobody'))).toBe('unknown-person')
  expect(await server.store.listKeys(cast.session, {})).toEqual(before)
  await drive({ type: 'remove', person: cofacilitator })
  expect(await refusalOf(linkFor(cofacilitator))).toBe('unknown-person')
})

test('[L1] a session has so many links for screens, and so many co-facilitators, removed ones included', async () => {
  const screen = () => owner().makeLink(cast.session, { role: 'screen' })
  // The cast has one of each.
  const made: NewLink[] = []
  for (let n = 1; n < limits.SCREEN_LINKS_MAX; n++) made.push(await screen())
  expect(await refusalOf(screen())).toBe('too-many')
  const [link] = await server.store.listKeys(cast.session, { role: 'screen', kind: 'link' })
  await owner().endKey(cast.session, link?.id ?? '')
  expect(await refusalOf(screen())).toBe('none')

  await drive({ type: 'remove', person: cast.persons.cofacilitator })
  const co = () => owner().makeLink(cast.session, { role: 'cofacilitator', identity })
  for (let n = 1; n < limits.COFACILITATORS_MAX; n++) made.push(await co())
  expect(await refusalOf(co())).toBe('too-many')
  expect(made).toHaveLength(limits.SCREEN_LINKS_MAX + limits.COFACILITATORS_MAX - 2)
})

test('[A3] whose key has just ended makes nobody a co-facilitator any more', async () => {
  const { session, browsers, persons } = cast
  const live = await server.app.sessions.open(session)
  const people = () => Object.keys(live?.host.state.people ?? {})
  const before = people()
  // What is told before it is written: the moment between the two is long enough for a request.
  const keys = await server.store.listKeys(session, { person: persons.cofacilitator, kind: 'cookie' })
  expect(keys).toHaveLength(1)
  live?.revoke(keys.map(({ id }) => id))
  const asked = browsers.cofacilitator.makeLink(session, { role: 'cofacilitator', identity })
  expect(await refusalOf(asked)).toBe('not-allowed')
  expect(people()).toEqual(before)
})

test('the console is told the code, when the session was used last, and for how long such are kept', async () => {
  clock.advance(60_000)
  const told = await owner().json<ConsoleInfo>('GET', `/api/sessions/${cast.session}/console`)
  expect(told).toEqual({ code: expect.any(String), usedAt: clock.now(), keepDays: 90 })
  expect(await owner().findByCode(told.code)).toEqual({ session: cast.session })
})
