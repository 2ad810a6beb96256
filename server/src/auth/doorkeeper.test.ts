/** Whose cookies these are. That every door asks: matrix.test.ts, forged.test.ts. */
import type { IncomingMessage } from 'node:http'
import { Browser } from '@escale/bots'
import type { As, Role } from '@escale/shared'
import { tallyWorkshop, testKinds } from '@escale/shared/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { KeyRow } from '../store/store.ts'
import { type Cast, castOf } from '../testkit/cast.ts'
import { startServer, type TestServer } from '../testkit/index.ts'
import { RawSocket } from '../testkit/raw-socket.ts'
import { DEVICE_COOKIE } from './cookies.ts'
import { Doorkeeper, placeKey } from './doorkeeper.ts'
import { hashPlace, hashSecret, mintKeyId, mintSecret } from './secrets.ts'

let server: TestServer
let cast: Cast
/** Another session, and who drives it. */
let other: { readonly session: string; readonly facilitator: string }
let doorkeeper: Doorkeeper
const now = 1_000
beforeAll(async () => {
  server = await startServer({ kinds: testKinds })
  cast = await castOf(server.baseUrl, tallyWorkshop('a'))
  const elsewhere = new Browser(server.baseUrl)
  const { session, secret } = await elsewhere.createSession({})
  other = { session, facilitator: (await elsewhere.enter(session, secret)).person ?? '' }
  const surroundings = { publicUrl: null, hosts: new Set<string>() }
  doorkeeper = new Doorkeeper(server.store, server.app.sessions, surroundings, () => now)
})
afterAll(() => server.dispose())

const LETTER: Readonly<Record<As, string>> = { facilitator: 'f', participant: 'p', screen: 's' }
const old = (as: As, secret: string, session = cast.session) => `escale-${LETTER[as]}-${session}=${secret}`
const device = (...secrets: string[]) => `${DEVICE_COOKIE}=${secrets.join('.')}`

/** A key as the store has it; answers the secret that opens it: a browser’s, or that of a cookie of the old kind. */
async function addKey(
  person: string | null,
  role: Role,
  { as, session = cast.session, kind = 'cookie' }: { as?: As; session?: string; kind?: KeyRow['kind'] } = {},
): Promise<{ readonly secret: string; readonly id: string }> {
  const secret = mintSecret()
  const id = mintKeyId()
  const hash = as === undefined ? hashSecret(secret) : hashPlace(secret, session, as)
  const row = { id, hash, session, person, role, kind, createdAt: 1, device: null, usedAt: null }
  await server.store.changeKeys(session, { add: [row] })
  return { secret, id }
}
const callers = (cookies: string | undefined) => doorkeeper.callers(cookies, cast.session)

test('[A2] who somebody is stands in the session: member, screen, waiting outside, removed, or nobody', async () => {
  const { browsers, persons, session } = cast
  const shown = (name: keyof typeof browsers) => browsers[name].jar.header()
  const seat = (role: Role, id: string | null) => [
    { is: 'member', seat: { session, key: expect.any(String), role, id } },
  ]
  expect(await callers(shown('facilitator'))).toEqual(seat('facilitator', persons.facilitator))
  expect(await callers(shown('cofacilitator'))).toEqual(seat('cofacilitator', persons.cofacilitator))
  expect(await callers(shown('participant'))).toEqual(seat('participant', persons.participant))
  expect(await callers(shown('screen'))).toEqual(seat('screen', null))
  expect(await callers(shown('removed'))).toEqual([{ is: 'removed' }])
  for (const nobody of [shown('foreign'), '', undefined, device(mintSecret()), old('screen', mintSecret())])
    expect(await callers(nobody)).toEqual([])

  // A key of somebody whom the session does not know, or of a session that there is not.
  const stray = await addKey('no such person', 'participant', { as: 'participant' })
  expect(await callers(device(stray.secret))).toEqual([])
  const [key] = await server.store.listKeys(session, { kind: 'cookie', role: 'facilitator' })
  expect(await doorkeeper.seatOf({ ...(key as KeyRow), session: 'nowhere' })).toEqual({ is: 'stranger' })
})

test('[A2] who waits outside is nobody to documents, and neither is who was removed', async () => {
  const { session, browsers, persons } = cast
  const console = await RawSocket.open(browsers.facilitator, session, 'facilitator')
  await console.command('1', { type: 'approval', on: true })
  const newcomer = new Browser(server.baseUrl)
  await newcomer.join(session, { name: 'Zoé' })
  await console.command('2', { type: 'approval', on: false })
  console.close()
  expect(await callers(newcomer.jar.header())).toMatchObject([
    { is: 'outside', seat: { role: 'participant' } },
  ])
  const viewer = (cookie: string, as: As) =>
    doorkeeper.viewer({ headers: { cookie } } as IncomingMessage, as, session)
  expect(await viewer(newcomer.jar.header(), 'participant')).toBeUndefined()
  expect(await viewer(browsers.removed.jar.header(), 'participant')).toBeUndefined()
  expect(await viewer(browsers.participant.jar.header(), 'facilitator')).toBeUndefined()
  expect(await viewer(browsers.participant.jar.header(), 'participant')).toMatchObject({
    id: persons.participant,
  })
})

test('[P9] an old cookie opens what it is named for and holds, and nothing else', async () => {
  const { participant, facilitator } = cast.persons
  const guest = await addKey(participant, 'participant')
  const host = await addKey(facilitator, 'facilitator')
  const link = await addKey(facilitator, 'facilitator', { kind: 'link' })
  const elsewhere = await addKey(other.facilitator, 'facilitator', { session: other.session })
  expect(await callers(old('participant', guest.secret))).toMatchObject([{ seat: { id: participant } }])
  expect(
    await callers(`${old('participant', guest.secret)}; ${old('facilitator', host.secret)}`),
  ).toMatchObject([{ seat: { role: 'facilitator' } }, { seat: { role: 'participant' } }])
  for (const forged of [
    // The right secret under the name of another session, or of another role.
    old('participant', guest.secret, other.session),
    old('facilitator', host.secret, other.session),
    old('facilitator', guest.secret),
    old('screen', host.secret),
    // The right name with the secret of another session, or of a link.
    old('facilitator', elsewhere.secret),
    old('facilitator', link.secret),
    device(guest.secret, host.secret, link.secret),
  ]) {
    expect([forged, await callers(forged)]).toEqual([forged, []])
    expect([forged, await doorkeeper.keysOf(forged, cast.session)]).toEqual([forged, []])
    expect(await doorkeeper.keyOf(forged, cast.session, 'facilitator')).toBeUndefined()
  }
  // A link under a place’s hash is no place either.
  const odd = await addKey(facilitator, 'facilitator', { as: 'facilitator', kind: 'link' })
  expect(await callers(device(odd.secret))).toEqual([])
  expect(await doorkeeper.keysOf(device(odd.secret), cast.session)).toEqual([])
})

test('[A4] of the secrets of a browser the newest that opens counts; all that it holds are found', async () => {
  const { persons, session } = cast
  const before = await addKey(persons.participant, 'participant', { as: 'participant' })
  const now = await addKey(persons.spare, 'participant', { as: 'participant' })
  const screen = await addKey(null, 'screen', { as: 'screen' })
  const cookies = device(mintSecret(), now.secret, screen.secret, before.secret)
  expect((await doorkeeper.keyOf(cookies, session, 'participant'))?.id).toBe(now.id)
  expect(await doorkeeper.keyOf(cookies, session, 'facilitator')).toBeUndefined()
  expect(await doorkeeper.caller(cookies, session, 'participant')).toMatchObject({
    seat: { id: persons.spare },
  })
  const all = await doorkeeper.keysOf(cookies, session)
  expect(all.map(({ id }) => id).toSorted()).toEqual([before.id, now.id, screen.id].toSorted())
})

test('[A6] which kind of device it is, is kept of those who drive and of screens, and of nobody else', () => {
  const phone = 'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0'
  const kept = (role: Role, person: string | null) =>
    placeKey({ session: 's', person, role }, mintSecret(), 1, phone).device
  const told = { kind: 'phone', browser: 'firefox' }
  expect([kept('facilitator', 'p'), kept('cofacilitator', 'p'), kept('screen', null)]).toEqual([
    told,
    told,
    told,
  ])
  expect(kept('participant', 'p')).toBeNull()
})
