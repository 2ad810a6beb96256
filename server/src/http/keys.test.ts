/** Seeing, renewing, ending and giving back keys, asked as one’s own browser asks. What ends with a key: auth/revocation.test.ts. */
import { Browser } from '@escale/bots'
import type { Failure, Role } from '@escale/shared'
import { tallyWorkshop, testKinds } from '@escale/shared/testkit'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { devicesIn } from '../auth/cookies.ts'
import { hashPlace, hashSecret, mintKeyId, mintSecret } from '../auth/secrets.ts'
import { type Cast, castOf } from '../testkit/cast.ts'
import { startServer, TestClock, type TestServer } from '../testkit/index.ts'

const MINUTE_MS = 60_000
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

const open = () => new Browser(server.baseUrl)
const keys = () => server.store.listKeys(cast.session, {})
const ids = async () => (await keys()).map(({ id }) => id).toSorted()
async function ask(browser: Browser, method: string, path: string, body?: unknown) {
  const response = await browser.request(`/api/sessions/${cast.session}/${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  const { refusal } = (response.ok ? {} : await response.json()) as Partial<Failure>
  return [response.status, refusal]
}
/** The key of the place that a browser holds under its newest secret. */
const placeOf = async (browser: Browser, as: 'facilitator' | 'participant') =>
  server.store.findKey(hashPlace(devicesIn(browser.jar.header())[0] ?? '', cast.session, as))

async function addKey(person: string | null, role: Role) {
  const id = mintKeyId()
  const hash = hashSecret(mintSecret())
  const row = { id, hash, session: cast.session, person, role, kind: 'link' as const }
  await server.store.changeKeys(cast.session, { add: [{ ...row, createdAt: 1, device: null, usedAt: null }] })
  return id
}

describe('[A6] the list', () => {
  test('tells when, to the minute, by what and whose; of participants and of nobody’s keys nothing', async () => {
    const { browsers, persons, session } = cast
    await addKey('no such person', 'facilitator')
    const { secret } = await browsers.facilitator.json<{ secret: string }>(
      'POST',
      `/api/sessions/${session}/key`,
      {},
    )
    clock.advance(3 * MINUTE_MS - (clock.now() % MINUTE_MS) + 30_500)
    const usedAt = clock.now() - 30_500
    await open().enter(session, secret)
    const seen = await browsers.facilitator.keys(session)
    expect(new Set(seen.map(({ person }) => person))).toEqual(
      new Set([persons.facilitator, persons.cofacilitator, null]),
    )
    const mine = seen.filter(({ person }) => person === persons.facilitator)
    const lines = mine.map(({ kind, usedAt, own, here }) => ({ kind, usedAt, own, here }))
    expect(lines).toHaveLength(3)
    expect(lines).toEqual(
      expect.arrayContaining([
        { kind: 'link', usedAt, own: false, here: false },
        { kind: 'device', usedAt: null, own: false, here: false },
        { kind: 'device', usedAt: expect.anything(), own: true, here: false },
      ]),
    )
    const theirs = await browsers.cofacilitator.keys(session)
    expect(new Set(theirs.map(({ person }) => person))).toEqual(new Set([persons.cofacilitator, null]))
    expect(theirs.filter(({ own }) => own)).toHaveLength(1)
  })

  test('ends what is on it, and nothing else', async () => {
    const { browsers, persons } = cast
    const before = await ids()
    const [guest] = await server.store.listKeys(cast.session, { person: persons.participant })
    const nobodys = await addKey('no such person', 'facilitator')
    for (const key of [guest?.id, nobodys])
      expect(await ask(browsers.facilitator, 'DELETE', `keys/${key}`)).toEqual([403, 'not-allowed'])
    // What is gone already is ended, and what is no name is nobody’s.
    for (const none of ['gone', '%20', 'x'.repeat(200)])
      expect(await ask(browsers.facilitator, 'DELETE', `keys/${none}`)).toEqual([204, undefined])
    expect(await ids()).toEqual([...before, nobodys].toSorted())
    const [screen] = await server.store.listKeys(cast.session, { role: 'screen', kind: 'link' })
    expect(await ask(browsers.cofacilitator, 'DELETE', `keys/${screen?.id}`)).toEqual([204, undefined])
    expect(await ids()).toEqual([...before, nobodys].filter((id) => id !== screen?.id).toSorted())
  })
})

describe('[A4] a new link', () => {
  test('takes the place of one’s old one, and of nobody else’s', async () => {
    const { browsers, persons, session } = cast
    const path = `/api/sessions/${session}/key`
    const { secret } = await browsers.participant.json<{ secret: string }>('POST', path, {})
    // Another device of the same person goes on.
    await open().enter(session, secret)
    const before = await keys()
    expect(await ask(browsers.participant, 'POST', 'key', {})).toEqual([200, undefined])
    const after = await keys()
    const isGone = (row: { id: string }) => !after.some(({ id }) => id === row.id)
    expect(before.filter(isGone)).toMatchObject([{ person: persons.participant, kind: 'link' }])
    expect(after).toHaveLength(before.length)
    // A screen is nobody.
    expect(await ask(browsers.screen, 'POST', 'key', {})).toEqual([403, 'not-allowed'])
    expect(await ask(browsers.participant, 'POST', 'key', { alone: 'yes' })).toEqual([400, 'invalid'])
    const response = await browsers.participant.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  test('alone ends every other key of the person, and leaves the browser one for each of its places', async () => {
    const { browsers, persons, session } = cast
    const owner = browsers.facilitator
    const trial = await owner.join(session, { name: 'Essai' })
    const others = (await keys()).filter(
      ({ person }) => person !== persons.facilitator && person !== trial.person,
    )
    const before = await placeOf(owner, 'facilitator')
    await owner.json('POST', `/api/sessions/${session}/device`)
    const renewed = await placeOf(owner, 'facilitator')
    expect(renewed).toMatchObject({
      createdAt: before?.createdAt,
      device: before?.device,
      usedAt: before?.usedAt,
    })
    expect(await ask(owner, 'POST', 'key?as=facilitator', { alone: true })).toEqual([200, undefined])
    const left = await keys()
    const of = (person: string) =>
      left
        .filter((key) => key.person === person)
        .map(({ kind, role }) => `${kind} ${role}`)
        .toSorted()
    expect(of(persons.facilitator)).toEqual(['cookie facilitator', 'link facilitator'])
    // Their link stays: it is somebody else’s, as far as the session knows.
    expect(of(trial.person)).toEqual(['cookie participant', 'link participant'])
    expect(left.filter(({ id }) => others.some((other) => other.id === id))).toHaveLength(others.length)
    expect((await owner.door(session)).known).toMatchObject({ facilitator: true, participant: true })
    expect((await placeOf(owner, 'facilitator'))?.id).toBe(renewed?.id)
  })
})

test('[A7] leaving gives back one role’s places, those under older secrets, too, and no other’s', async () => {
  const { browsers, session } = cast
  const owner = browsers.facilitator
  const { person } = await owner.join(session, { name: 'Essai' })
  await owner.json('POST', `/api/sessions/${session}/device`)
  await owner.leave(session, 'participant')
  const left = (await keys()).filter((key) => key.person === person)
  expect(left.map(({ kind }) => kind)).toEqual(['link'])
  expect((await owner.door(session)).known).toMatchObject({ facilitator: true, participant: false })
})

describe('of several places in one browser', () => {
  test('the highest that has the right counts, or the one that is asked for', async () => {
    const { browsers, session } = cast
    const owner = browsers.facilitator
    await owner.join(session, { name: 'Essai' })
    expect(await ask(owner, 'GET', 'keys')).toEqual([200, undefined])
    expect(await ask(owner, 'GET', 'keys?as=facilitator')).toEqual([200, undefined])
    for (const as of ['participant', 'screen', 'cofacilitator', ''])
      expect([as, await ask(owner, 'GET', `keys?as=${as}`)]).toEqual([as, [403, 'not-allowed']])
    // A co-facilitator’s place is a facilitator’s.
    expect(await ask(browsers.cofacilitator, 'GET', 'keys?as=facilitator')).toEqual([200, undefined])
  })

  test('who was removed is told so, unless another place says that it is not theirs', async () => {
    const { browsers, session, screenSecret } = cast
    expect(await ask(browsers.removed, 'GET', 'console')).toEqual([403, 'removed'])
    expect(await ask(browsers.removed, 'GET', 'keys')).toEqual([403, 'removed'])
    expect(await ask(browsers.screen, 'GET', 'keys')).toEqual([403, 'not-allowed'])
    expect(await ask(browsers.anonymous, 'GET', 'console')).toEqual([403, 'not-allowed'])
    await browsers.removed.enter(session, screenSecret)
    expect(await ask(browsers.removed, 'GET', 'keys')).toEqual([403, 'not-allowed'])
    expect(await ask(browsers.removed, 'GET', 'console')).toEqual([200, undefined])
  })

  test('a session that never was is unknown, and one that was deleted is said to be', async () => {
    const { browsers, session } = cast
    for (const none of ['nowhere', '%20', 'x'.repeat(200)]) {
      const response = await browsers.facilitator.request(`/api/sessions/${none}/keys`)
      expect([response.status, await response.json()]).toEqual([404, { refusal: 'unknown-session' }])
    }
    await browsers.facilitator.json('DELETE', `/api/sessions/${session}`, { sure: true })
    expect(await ask(browsers.facilitator, 'GET', 'keys')).toEqual([410, 'deleted'])
  })
})

test('[P9] the cookie is for https alone where the public address is', async () => {
  const device = async (env: Record<string, string>) => {
    const one = await startServer({ kinds: testKinds, env })
    const response = await fetch(`${one.baseUrl}/api/device`, { method: 'POST' })
    await one.dispose()
    return response.headers.get('set-cookie')
  }
  expect(await device({ ESCALE_PUBLIC_URL: 'https://escale.example' })).toContain('Secure')
  expect(await device({})).not.toContain('Secure')
})
