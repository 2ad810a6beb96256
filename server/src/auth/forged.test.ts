/**
 * Keys that are shown for what they are not, at every door: each route of a session, each event, each document, in each role.
 * What a place may do is in matrix.test.ts; here nobody has one. A route or an event that has no row there fails.
 */
import { Browser } from '@escale/bots'
import { AS, type As, type Failure, SYNC_CLOSE } from '@escale/shared'
import { tallyWorkshop, testKinds } from '@escale/shared/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { CLIENT_EVENTS } from '../realtime/gateway.ts'
import { type Cast, castOf } from '../testkit/cast.ts'
import { startServer, type TestServer } from '../testkit/index.ts'
import { RawSocket } from '../testkit/raw-socket.ts'
import { routesOf } from '../testkit/routes-of.ts'
import { DEVICE_COOKIE, devicesIn } from './cookies.ts'
import { hashPlace, hashSecret, mintKeyId, mintSecret } from './secrets.ts'

let server: TestServer
let cast: Cast
let elsewhere: Cast
beforeAll(async () => {
  server = await startServer({ kinds: testKinds })
  cast = await castOf(server.baseUrl, tallyWorkshop('a'))
  elsewhere = await castOf(server.baseUrl, tallyWorkshop('a'))
  for (const { browsers, session } of [cast, elsewhere]) {
    const console = await RawSocket.open(browsers.facilitator, session, 'facilitator')
    const [activity] = tallyWorkshop('a').plan
    await console.command('add', { type: 'plan-add', activity, after: null })
    expect(await console.command('go', { type: 'go', activity: 'a' })).toMatchObject({ ok: true })
    console.close()
  }
})
afterAll(() => server.dispose())

const LETTER: Readonly<Record<As, string>> = { facilitator: 'f', participant: 'p', screen: 's' }
const deviceOf = (browser: Browser): string => devicesIn(browser.jar.header())[0] ?? ''
/** A cookie as it was when each place had one. */
const named = (as: As, secret: string) => `escale-${LETTER[as]}-${cast.session}=${secret}`
const device = (secret: string) => `${DEVICE_COOKIE}=${secret}`

/** A place of somebody’s, under a cookie of the old kind; answers its secret. */
async function oldSecret({ session, persons }: Cast, as: 'participant' | 'facilitator'): Promise<string> {
  const secret = mintSecret()
  const row = { id: mintKeyId(), hash: hashSecret(secret), session, person: persons[as], role: as }
  await server.store.changeKeys(session, {
    add: [{ ...row, kind: 'cookie', createdAt: 1, device: null, usedAt: null }],
  })
  return secret
}

async function linkOf({ browsers, session }: Cast): Promise<string> {
  const { secret } = await browsers.facilitator.makeLink(session, { role: 'screen' })
  return secret
}

/** A cookie that was good, and whose keys have all ended since. */
async function endedCookie(): Promise<string> {
  const { browsers, session } = cast
  const identity = { name: 'Ex', organisation: '', territory: '' }
  const link = await browsers.facilitator.makeLink(session, { role: 'cofacilitator', identity })
  const secret = mintSecret()
  const hash = hashPlace(secret, session, 'facilitator')
  const row = { id: mintKeyId(), hash, session, person: link.person ?? null, role: 'cofacilitator' as const }
  await server.store.changeKeys(session, {
    add: [{ ...row, kind: 'cookie', createdAt: 1, device: null, usedAt: null }],
  })
  expect(await fateOf(device(secret), 'facilitator')).toBe('in')
  await browsers.facilitator.endKey(session, row.id)
  return device(secret)
}

/** What somebody shows → the `Cookie` header. None of them is a place in this session. */
const FORGERIES: Readonly<Record<string, () => Promise<string> | string>> = {
  nothing: () => '',
  'the cookie of a facilitator of another session': () => elsewhere.browsers.facilitator.jar.header(),
  'the cookie of a participant of another session': () => cast.browsers.foreign.jar.header(),
  'a facilitator’s secret of another session, under this one’s name': async () =>
    named('facilitator', await oldSecret(elsewhere, 'facilitator')),
  'a participant’s secret of this session, under the facilitator’s name': async () =>
    named('facilitator', await oldSecret(cast, 'participant')),
  'a facilitator’s secret of this session, under the screen’s name': async () =>
    named('screen', await oldSecret(cast, 'facilitator')),
  'a link’s secret as a cookie of its kind': async () => named('screen', await linkOf(cast)),
  'a link’s secret as a browser’s': async () => device(await linkOf(cast)),
  'an old cookie’s secret as a browser’s': async () => device(await oldSecret(cast, 'facilitator')),
  'a browser’s secret as an old cookie': () => named('facilitator', deviceOf(cast.browsers.facilitator)),
  'what the store keeps of a browser’s place, as its secret': () =>
    device(hashPlace(deviceOf(cast.browsers.facilitator), cast.session, 'facilitator')),
  'the same, as an old cookie': () =>
    named('facilitator', hashPlace(deviceOf(cast.browsers.facilitator), cast.session, 'facilitator')),
  'the id of a key': async () => {
    const [key] = await server.store.listKeys(cast.session, { kind: 'cookie', role: 'facilitator' })
    return `${device(key?.id ?? '')}; ${named('facilitator', key?.id ?? '')}`
  },
  'a cookie whose key has ended': endedCookie,
}

/** Routes of a session that are for everybody, or for whoever holds a secret. All others want a place. */
const OPEN_ROUTES = new Set([
  'GET /api/sessions/:session/door',
  'POST /api/sessions/:session/join',
  'POST /api/sessions/:session/enter',
])

const guardedRoutes = () =>
  routesOf(server.app.express).filter((route) => route.includes('/:session') && !OPEN_ROUTES.has(route))

const socketOf = (cookie: string, as: As) =>
  RawSocket.open({ baseUrl: server.baseUrl, jar: { header: () => cookie } } as Browser, cast.session, as)

async function fateOf(cookie: string, as: As) {
  const socket = await socketOf(cookie, as)
  const fate = await socket.fate()
  socket.close()
  return fate
}

/** What do you have? */
const STEP_1 = Uint8Array.of(0, 0, 1, 0)
function updateFrame(): Uint8Array {
  const doc = new Y.Doc()
  doc.getText('text').insert(0, 'forged')
  const update = Y.encodeStateAsUpdate(doc)
  return Uint8Array.of(0, 2, update.length, ...update)
}

/** Opens a document, tries to read it and to write into it; tells how it ended and what was received. */
function tryDocument(cookie: string, as: As, name: string): Promise<{ code: number; bytes: number }> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(
      `${server.baseUrl.replace('http', 'ws')}/sync/${as}/${cast.session}/a/${name}`,
      { headers: { origin: server.baseUrl, ...(cookie ? { cookie } : {}) } },
    )
    let bytes = 0
    socket.on('open', () => {
      socket.send(STEP_1)
      socket.send(updateFrame())
    })
    socket.on('message', (data: Buffer) => {
      bytes += data.length
    })
    socket.on('close', (code) => resolve({ code, bytes }))
    socket.on('error', reject)
  })
}

/** Everything of the session that a stranger could have changed. */
async function stored() {
  const { store } = server
  return JSON.stringify([
    // Who is there comes and goes by itself.
    (await store.loadEvents(cast.session, 0)).filter(({ command }) => command.type !== 'presence'),
    (await store.listKeys(cast.session, {})).map(({ id, hash }) => [id, hash]).toSorted(),
    await store.listDocuments(cast.session, 'a'),
  ])
}

describe('[P9] keys that open nothing here', () => {
  test('the table covers the house: every route of a session but the open ones wants a place', () => {
    expect(guardedRoutes().length).toBeGreaterThan(10)
    const open = routesOf(server.app.express).filter((route) => OPEN_ROUTES.has(route))
    expect(open).toHaveLength(OPEN_ROUTES.size)
  })

  for (const [what, show] of Object.entries(FORGERIES))
    test(`${what}: no route, no event and no document, as nobody`, async () => {
      const cookie = await show()
      const before = await stored()

      for (const route of guardedRoutes()) {
        const [method = '', pattern = ''] = route.split(' ')
        const path = pattern.replace(':session', cast.session).replace(/:\w+/g, 'a')
        for (const as of ['', '?as=facilitator']) {
          const response = await fetch(server.baseUrl + path + as, {
            method,
            headers: {
              origin: server.baseUrl,
              'content-type': 'application/json',
              ...(cookie ? { cookie } : {}),
            },
            ...(method === 'GET' ? {} : { body: '{}' }),
          })
          const answer = (await response.json().catch(() => ({}))) as Partial<Failure>
          expect([route, as, response.status, answer]).toEqual([route, as, 403, { refusal: 'not-allowed' }])
          expect(response.headers.get('set-cookie')).toBeNull()
        }
      }

      for (const as of AS) {
        const socket = await socketOf(cookie, as)
        let answers = 0
        for (const event of CLIENT_EVENTS)
          void socket
            .ask(event, { id: 'forged', command: { type: 'joined', person: 'mallory', role: 'facilitator' } })
            .then(() => answers++)
        expect([as, await socket.fate()]).toEqual([as, 'not-allowed'])
        expect([as, answers, socket.frames, socket.company]).toEqual([as, 0, [], []])
        socket.close()
      }

      for (const as of AS)
        for (const name of [`mine-${cast.persons.participant}`, `mine-${cast.persons.facilitator}`, 'new'])
          expect([as, name, await tryDocument(cookie, as, name)]).toEqual([
            as,
            name,
            { code: SYNC_CLOSE.notAllowed, bytes: 0 },
          ])

      expect(await stored()).toBe(before)
    })

  test('the checks can see a key that is one: the same steps with the facilitator’s own cookie', async () => {
    const cookie = cast.browsers.facilitator.jar.header()
    expect(await fateOf(cookie, 'facilitator')).toBe('in')
    const response = await fetch(`${server.baseUrl}/api/sessions/${cast.session}/keys`, {
      headers: { cookie },
    })
    expect(response.status).toBe(200)
  })
})

describe('who was in, and is not any more', () => {
  const WAYS: Readonly<Record<string, (browser: Browser, person: string) => Promise<unknown>>> = {
    'is removed': async (_, person) => {
      const console = await RawSocket.open(cast.browsers.facilitator, cast.session, 'facilitator')
      await console.command(`remove-${person}`, { type: 'remove', person })
      console.close()
    },
    'has no key any more': async (browser) => {
      const hash = hashPlace(deviceOf(browser), cast.session, 'facilitator')
      const key = (await server.store.listKeys(cast.session, {})).find((one) => one.hash === hash)
      await cast.browsers.facilitator.endKey(cast.session, key?.id ?? '')
    },
    leaves: (browser) => browser.leave(cast.session, 'facilitator'),
  }

  for (const [how, end] of Object.entries(WAYS))
    test(`whoever ${how} while connected hears and says nothing more, on any line`, async () => {
      const identity = { name: 'Co', organisation: '', territory: '' }
      const { secret, person = '' } = await cast.browsers.facilitator.makeLink(cast.session, {
        role: 'cofacilitator',
        identity,
      })
      const browser = new Browser(server.baseUrl)
      await browser.enter(cast.session, secret)
      const cookie = browser.jar.header()
      const socket = await RawSocket.open(browser, cast.session, 'facilitator')
      await socket.frame()
      const paper = tryOpen(cookie, `mine-${person}`)
      await paper.opened
      await end(browser, person ?? '')
      await socket.bye()
      expect(await paper.closed).toBe(SYNC_CLOSE.notAllowed)
      const told = socket.frames.length
      const before = await stored()
      for (const event of CLIENT_EVENTS) socket.say(event, { id: 'late', command: { type: 'finish' } })
      expect(await fateOf(cookie, 'facilitator')).toBe('not-allowed')
      const { code, bytes } = await tryDocument(cookie, 'facilitator', `mine-${person}`)
      expect([code, bytes, socket.connected, socket.frames.length]).toEqual([
        SYNC_CLOSE.notAllowed,
        0,
        false,
        told,
      ])
      expect(await stored()).toBe(before)
    })

  function tryOpen(cookie: string, name: string) {
    const socket = new WebSocket(
      `${server.baseUrl.replace('http', 'ws')}/sync/facilitator/${cast.session}/a/${name}`,
      { headers: { origin: server.baseUrl, cookie } },
    )
    socket.on('open', () => socket.send(STEP_1))
    return {
      opened: new Promise<void>((resolve) => socket.once('message', () => resolve())),
      closed: new Promise<number>((resolve) => socket.on('close', resolve)),
    }
  }
})

describe('[S4] after the end', () => {
  test('documents can be read and not written, commands say that it is over; reopened, both go on', async () => {
    const { browsers, session, persons } = cast
    const console = await RawSocket.open(browsers.facilitator, session, 'facilitator')
    const phone = await RawSocket.open(browsers.participant, session, 'participant')
    await phone.frame()
    const name = `mine-${persons.participant}`
    const cookie = browsers.participant.jar.header()
    const isWritten = async () => (await server.store.listDocuments(session, 'a')).includes(name)
    await console.command('finish', { type: 'finish' })
    expect(await phone.command('late', { type: 'act', activity: 'a', action: { type: 'add' } })).toEqual({
      ok: false,
      refusal: 'ended',
    })
    const paper = new WebSocket(
      `${server.baseUrl.replace('http', 'ws')}/sync/participant/${session}/a/${name}`,
      {
        headers: { origin: server.baseUrl, cookie },
      },
    )
    const heard = () => new Promise((resolve) => paper.once('message', resolve))
    await heard()
    paper.send(updateFrame())
    // Asked after the update, answered after it was judged.
    paper.send(STEP_1)
    await heard()
    paper.close()
    expect(await isWritten()).toBe(false)
    await console.command('reopen', { type: 'reopen' })
    expect(
      await phone.command('again', { type: 'act', activity: 'a', action: { type: 'add' } }),
    ).toMatchObject({
      ok: true,
    })
    console.close()
    phone.close()
  })
})
