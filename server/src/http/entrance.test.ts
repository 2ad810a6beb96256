/** Joining and entering: who comes in, as whom, and what that ends. What whoever is in may do: auth/matrix.test.ts. */
import { Browser } from '@escale/bots'
import { type Command, exportWorkshop, type Failure, limits } from '@escale/shared'
import { tallyWorkshop, testKinds } from '@escale/shared/testkit'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { devicesIn } from '../auth/cookies.ts'
import { RATES } from '../auth/rate-limits.ts'
import { hashSecret, mintKeyId, mintSecret } from '../auth/secrets.ts'
import { startServer, TestClock, type TestServer } from '../testkit/index.ts'
import { RawSocket } from '../testkit/raw-socket.ts'
import { JOIN_REMEMBERED_MS } from './joins.ts'

const workshop = tallyWorkshop('a')
const fileWith = (settings: Partial<typeof workshop.settings>) =>
  exportWorkshop({ ...workshop, settings: { ...workshop.settings, ...settings } })
const clock = new TestClock()
/** From the address that all of them share. */
const WRONG_MAX = 10
let server: TestServer
beforeAll(async () => {
  const wrongSecretsPerAddress = { points: WRONG_MAX, duration: 1e9 }
  server = await startServer({ kinds: testKinds, clock, rates: { ...RATES, wrongSecretsPerAddress } })
})
afterAll(() => server.dispose())

const open = () => new Browser(server.baseUrl)
let owner: Browser
let session: string
let secret: string
beforeEach(async () => {
  owner = open()
  const file = fileWith({ identity: ['named', 'anonymous'], capacity: 3 })
  ;({ session, secret } = await owner.createSession({ file }))
})

let told = 0
async function drive(...commands: readonly Command[]): Promise<void> {
  const console = await RawSocket.open(owner, session, 'facilitator')
  for (const command of commands)
    expect(await console.command(`d${++told}`, command)).toMatchObject({ ok: true })
  console.close()
}
const keys = () => server.store.listKeys(session, {})
const idsOf = async () => (await keys()).map(({ id }) => id).toSorted()
const live = async () => await server.app.sessions.open(session)
const people = async () => (await live())?.host.state.people ?? {}

interface Answer extends Partial<Failure> {
  readonly status: number
  readonly person?: string
  readonly secret?: string
  readonly role?: string
}
async function post(browser: Browser, path: string, body: unknown, headers = {}): Promise<Answer> {
  const response = await browser.request(`/api/sessions/${session}/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  return { status: response.status, ...((await response.json()) as object) }
}
const nobody = { name: '', organisation: '', territory: '' }
const join = (browser: Browser, name = 'Léa', mode = 'named') =>
  post(browser, 'join', { mode, identity: { ...nobody, name } })
const enter = (browser: Browser, by: string) => post(browser, 'enter', { secret: by })
const shownName = async (browser: Browser) => {
  const socket = await RawSocket.open(browser, session, 'participant')
  const { me } = await socket.frame()
  socket.close()
  return me?.name
}

describe('joining', () => {
  test('is by a name, or without one where that is allowed: then nothing that was typed is taken', async () => {
    const [named, anonymous] = [open(), open()]
    expect(await join(named, ' Léa ')).toMatchObject({ status: 201 })
    expect(await join(anonymous, 'Secret', 'anonymous')).toMatchObject({ status: 201 })
    expect([await shownName(named), await shownName(anonymous)]).toEqual(['Léa', ''])
    for (const name of ['', '   '])
      expect(await join(open(), name)).toEqual({ status: 400, refusal: 'invalid' })
    ;({ session } = await owner.createSession({ file: fileWith({ identity: ['named'] }) }))
    expect(await join(open(), '', 'anonymous')).toEqual({ status: 400, refusal: 'invalid' })
    // Whoever drives is somebody already, and is asked nothing.
    expect(Object.keys(await people())).toHaveLength(1)
  })

  test('again from the same browser is the same person, whose last link alone goes on', async () => {
    const browser = open()
    const first = await join(browser)
    const again = await join(browser, 'Noé')
    expect([first.status, again.status, again.person]).toEqual([201, 200, first.person])
    expect(again.secret).not.toBe(first.secret)
    const links = (await keys()).filter((key) => key.person === first.person && key.kind === 'link')
    expect(links.map(({ hash }) => hash)).toEqual([hashSecret(again.secret ?? '')])
    expect(await enter(open(), first.secret ?? '')).toMatchObject({ status: 403 })
    expect(await enter(open(), again.secret ?? '')).toMatchObject({
      person: first.person,
      role: 'participant',
    })
    // Neither a closed door nor the end keeps out who is in.
    await drive({ type: 'door', locked: true })
    expect(await join(browser)).toMatchObject({ status: 200, person: first.person })
    expect(await join(open())).toEqual({ status: 409, refusal: 'locked' })
    await drive({ type: 'door', locked: false }, { type: 'finish' })
    expect(await join(browser)).toMatchObject({ status: 200, person: first.person })
    expect(await join(open())).toEqual({ status: 410, refusal: 'ended' })
  })

  test('[P21] a wish whose answer was lost, cookie included, is one person when it is sent again', async () => {
    const wish = { wish: 'w'.repeat(24), mode: 'named', identity: { ...nobody, name: 'Léa' } }
    const lost = open()
    const first = await post(lost, 'join', wish)
    const browser = open()
    const again = await post(browser, 'join', wish)
    expect([first.status, again.status, again.person]).toEqual([201, 200, first.person])
    expect(Object.keys(await people())).toHaveLength(2)
    expect(await shownName(browser)).toBe('Léa')
    // One place, not two: what never arrived opens nothing.
    expect((await lost.door(session)).known.participant).toBe(false)
    expect(await enter(open(), first.secret ?? '')).toMatchObject({ status: 403 })
  })

  test('[P21] both tries at once are one person, too', async () => {
    const wish = { wish: 'b'.repeat(24), mode: 'named', identity: { ...nobody, name: 'Léa' } }
    const tries = await Promise.all([post(open(), 'join', wish), post(open(), 'join', wish)])
    expect(tries.map(({ status }) => status).toSorted()).toEqual([200, 201])
    expect(tries[0]?.person).toBe(tries[1]?.person)
    expect(Object.keys(await people())).toHaveLength(2)
  })

  test('[P21] another wish, another session and a wish of long ago are other people; who was removed stays out', async () => {
    const body = (wish: string) => ({ wish, mode: 'named', identity: { ...nobody, name: 'Léa' } })
    const [one, other] = ['o'.repeat(24), 'p'.repeat(24)]
    const { person = '' } = await post(open(), 'join', body(one))
    expect((await post(open(), 'join', body(other))).person).not.toBe(person)
    await drive({ type: 'remove', person })
    expect(await post(open(), 'join', body(one))).toEqual({ status: 403, refusal: 'removed' })
    clock.advance(JOIN_REMEMBERED_MS)
    expect((await post(open(), 'join', body(other))).status).toBe(201)
    ;({ session } = await owner.createSession({ file: fileWith({ identity: ['named'] }) }))
    expect((await post(open(), 'join', body(other))).status).toBe(201)
    expect(await post(open(), 'join', body('short'))).toEqual({ status: 400, refusal: 'invalid' })
  })

  test('the facilitator who joins from the same browser, too, is somebody else there', async () => {
    const { person } = await join(owner)
    expect((await people())[person ?? '']?.role).toBe('participant')
    expect((await owner.door(session)).known).toMatchObject({ participant: true, facilitator: true })
  })

  test('who was removed does not join again from the same browser', async () => {
    const browser = open()
    const { person = '' } = await join(browser)
    await drive({ type: 'remove', person })
    expect(await join(browser)).toEqual({ status: 403, refusal: 'removed' })
    expect((await browser.door(session)).known).toMatchObject({ participant: false, removed: true })
    expect((await owner.door(session)).known.removed).toBe(false)
  })

  test('who waits to be let in stays who they are, by cookie and by link', async () => {
    await drive({ type: 'approval', on: true })
    const browser = open()
    const first = await join(browser)
    const again = await join(browser)
    expect([first.status, again.status, again.person]).toEqual([201, 200, first.person])
    expect((await browser.door(session)).known.participant).toBe(true)
    const elsewhere = open()
    expect(await enter(elsewhere, again.secret ?? '')).toMatchObject({ status: 200, person: first.person })
    expect((await elsewhere.door(session)).known.participant).toBe(true)
  })

  test('[S42] a seat is freed for whoever takes it, one for each, and for nobody who only waits', async () => {
    const ghosts = [await join(open(), 'Un'), await join(open(), 'Deux')]
    const outside = async () =>
      Object.entries(await people()).flatMap(([id, { outside }]) => (outside === 'released' ? [id] : []))
    expect(await join(open())).toEqual({ status: 409, refusal: 'full' })
    expect((await open().door(session)).full).toBe(true)
    clock.advance(limits.SEAT_KEPT_MS)
    // Refused for another reason: no seat is given up for that.
    await drive({ type: 'door', locked: true })
    expect(await join(open())).toEqual({ status: 409, refusal: 'locked' })
    await drive({ type: 'door', locked: false })
    expect(await outside()).toEqual([])
    expect((await open().door(session)).full).toBe(false)
    expect(await join(open(), 'Trois')).toMatchObject({ status: 201 })
    expect(await outside()).toEqual([ghosts[0]?.person])
    await drive({ type: 'approval', on: true })
    await join(open(), 'Attend')
    expect(await outside()).toEqual([ghosts[0]?.person])
  })
})

describe('entering', () => {
  test('by the same link again changes nothing; by somebody else’s ends who one was, and only that', async () => {
    const co = await owner.makeLink(session, { role: 'cofacilitator', identity: { ...nobody, name: 'Co' } })
    const browser = open()
    expect(await enter(browser, secret)).toMatchObject({ status: 200, role: 'facilitator' })
    const before = await idsOf()
    expect(await enter(browser, secret)).toMatchObject({ status: 200, role: 'facilitator' })
    expect(await idsOf()).toEqual(before)
    expect(await enter(browser, co.secret)).toMatchObject({ status: 200, person: co.person })
    const after = await idsOf()
    expect([after.length, after.filter((id) => !before.includes(id)).length]).toEqual([before.length, 1])
    expect((await owner.door(session)).known.facilitator).toBe(true)
    // A first place ends nothing.
    const screen = await owner.makeLink(session, { role: 'screen' })
    const count = (await idsOf()).length
    expect(await enter(browser, screen.secret)).toEqual({ status: 200, role: 'screen', person: null })
    expect(await idsOf()).toHaveLength(count + 1)
    expect(await enter(browser, screen.secret)).toMatchObject({ status: 200 })
    expect(await idsOf()).toHaveLength(count + 1)
  })

  test('[A6] that a link was used is noted of those who drive and of screens, and of nobody else', async () => {
    const guest = await join(open())
    const screen = await owner.makeLink(session, { role: 'screen' })
    for (const by of [secret, guest.secret ?? '', screen.secret]) await enter(open(), by)
    const used = async (by: string) => (await server.store.findKey(hashSecret(by)))?.usedAt
    expect([await used(secret), await used(guest.secret ?? ''), await used(screen.secret)]).toEqual([
      clock.now(),
      null,
      clock.now(),
    ])
  })

  test('[L25] a wrong secret opens nothing; after some it is not even said that it was wrong, and a right one passes', async () => {
    const before = await idsOf()
    const wrong = open()
    const answers: unknown[] = []
    for (let i = 0; i <= WRONG_MAX; i++) answers.push((await enter(wrong, mintSecret())).refusal)
    expect([answers[0], answers.at(-1)]).toEqual(['not-allowed', 'rate-limited'])
    expect([await idsOf(), devicesIn(wrong.jar.header())]).toEqual([before, []])
    expect(await enter(wrong, secret)).toMatchObject({ status: 200 })
  })
})

describe('[E5] entering what was deleted', () => {
  const remove = () => owner.json('DELETE', `/api/sessions/${session}`, { sure: true })

  test('is for its facilitator’s link alone, and gives one place however often', async () => {
    const co = await owner.makeLink(session, { role: 'cofacilitator', identity: { ...nobody, name: 'Co' } })
    const guest = await join(open())
    const [key] = await server.store.listKeys(session, { kind: 'link', role: 'facilitator' })
    // A facilitator’s place of the old kind is no link.
    const cookie = mintSecret()
    const row = { ...key, id: mintKeyId(), hash: hashSecret(cookie), kind: 'cookie' } as NonNullable<
      typeof key
    >
    await server.store.changeKeys(session, { add: [row] })
    const browser = open()
    await enter(browser, co.secret)
    await remove()
    const before = await idsOf()
    for (const by of [co.secret, guest.secret ?? '', cookie, mintSecret()]) {
      const stranger = open()
      expect(await enter(stranger, by)).toEqual({ status: 410, refusal: 'deleted' })
      expect(devicesIn(stranger.jar.header())).toEqual([])
    }
    expect(await idsOf()).toEqual(before)
    // This browser was the co-facilitator until now.
    const entered = await enter(browser, secret)
    expect(entered).toEqual({ status: 200, role: 'facilitator', person: key?.person })
    const after = await idsOf()
    expect([after.length, after.filter((id) => !before.includes(id)).length]).toEqual([before.length, 1])
    expect(await enter(browser, secret)).toEqual(entered)
    expect(await idsOf()).toEqual(after)
    const elsewhere = open()
    expect(await enter(elsewhere, secret)).toEqual(entered)
    expect(await idsOf()).toHaveLength(after.length + 1)
    expect(await elsewhere.json('GET', `/api/sessions/${session}/deletion`)).toMatchObject({ language: 'fr' })
    const restored = await elsewhere.request(`/api/sessions/${session}/restore`, { method: 'POST' })
    expect(restored.status).toBe(200)
    expect((await browser.door(session)).known.facilitator).toBe(true)
  })

  test('a session that never was is unknown, whatever is shown', async () => {
    session = 'nowhere'
    expect(await enter(open(), secret)).toEqual({ status: 404, refusal: 'unknown-session' })
    expect(await join(open())).toEqual({ status: 404, refusal: 'unknown-session' })
  })
})
