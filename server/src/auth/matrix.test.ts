/** Who may do what: every route, every command and every event, by every role. What has no row here fails. */
import { Browser } from '@escale/bots'
import {
  type ClientToServer,
  COMMAND_RIGHTS,
  type Command,
  type CommandType,
  exportWorkshop,
  type Failure,
  type Receipt,
  SYNC_CLOSE,
} from '@escale/shared'
import { tallyWorkshop, testKinds } from '@escale/shared/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { CLIENT_EVENTS } from '../realtime/gateway.ts'
import type { KeyRow } from '../store/store.ts'
import { asFor, CAST_ROLES, type Cast, type CastRole, castOf } from '../testkit/cast.ts'
import { startServer, type TestServer } from '../testkit/index.ts'
import { RawSocket } from '../testkit/raw-socket.ts'
import { routesOf } from '../testkit/routes-of.ts'
import { mintKeyId } from './secrets.ts'

const ANYONE = CAST_ROLES
const MEMBERS: readonly CastRole[] = ['screen', 'participant', 'cofacilitator', 'facilitator']
const READERS: readonly CastRole[] = ['reader', ...MEMBERS]
const PEOPLE: readonly CastRole[] = ['participant', 'cofacilitator', 'facilitator']
const DRIVERS: readonly CastRole[] = ['cofacilitator', 'facilitator']
const IN_CHARGE: readonly CastRole[] = ['facilitator']
const NOBODY: readonly CastRole[] = []

let server: TestServer
let cast: Cast
beforeAll(async () => {
  server = await startServer({
    kinds: testKinds,
    startDemo: async (baseUrl) => ({
      created: await new Browser(baseUrl).createSession({ file: exportWorkshop(tallyWorkshop('a')) }),
      over: Promise.resolve(),
      stop: () => undefined,
    }),
  })
  cast = await castOf(server.baseUrl, tallyWorkshop('a', 'b'))
})
afterAll(() => server.dispose())

const FORBIDDEN = new Set(['not-allowed', 'removed'])

describe('routes', () => {
  interface Row {
    readonly allowed: readonly CastRole[]
    readonly body?: () => unknown
  }
  const identity = { name: 'Ada', organisation: '', territory: '' }
  const ROWS: Readonly<Record<string, Row>> = {
    'GET /api/health': { allowed: ANYONE },
    'GET /api/config': { allowed: ANYONE },
    'GET /api/templates': { allowed: ANYONE },
    'POST /api/demo': { allowed: ANYONE },
    'POST /api/code': { allowed: ANYONE, body: () => ({ code: 'AAAA-AAAA' }) },
    'POST /api/device': { allowed: ANYONE },
    'POST /api/sessions': { allowed: ANYONE, body: () => ({ language: 'fr' }) },
    'GET /api/sessions/:session/door': { allowed: ANYONE },
    // Somebody who was removed does not come back by the open door.
    'POST /api/sessions/:session/join': {
      allowed: ANYONE.filter((role) => role !== 'removed'),
      body: () => ({ mode: 'named', identity }),
    },
    // The secret is the right, whoever holds it.
    'POST /api/sessions/:session/enter': { allowed: ANYONE, body: () => ({ secret: cast.screenSecret }) },
    'POST /api/sessions/:session/links': { allowed: DRIVERS, body: () => ({ role: 'screen' }) },
    'POST /api/sessions/:session/key': { allowed: PEOPLE, body: () => ({}) },
    'POST /api/sessions/:session/device': { allowed: MEMBERS },
    'GET /api/sessions/:session/keys': { allowed: DRIVERS },
    // Of a key that is gone already.
    'DELETE /api/sessions/:session/keys/:key': { allowed: DRIVERS },
    'GET /api/sessions/:session/console': { allowed: MEMBERS },
    'GET /api/sessions/:session/workshop': { allowed: DRIVERS },
    // A participant is told that it is not the moment: nothing runs that takes pictures.
    'POST /api/sessions/:session/pictures': { allowed: PEOPLE, body: () => ({ no: 'picture' }) },
    'GET /api/sessions/:session/pictures/:picture': { allowed: READERS },
    'POST /api/sessions/:session/activities/:activity/proposal': { allowed: DRIVERS, body: () => ({}) },
    'GET /api/sessions/:session/harvest': { allowed: READERS },
    'GET /api/sessions/:session/harvest/:format': { allowed: READERS },
    'GET /api/sessions/:session/reading-link': { allowed: DRIVERS },
    'POST /api/sessions/:session/reading-link': { allowed: DRIVERS, body: () => ({ days: 7 }) },
    'DELETE /api/sessions/:session/reading-link': { allowed: DRIVERS },
    // Asked in a way that deletes nothing: what follows needs the session.
    'DELETE /api/sessions/:session': { allowed: IN_CHARGE, body: () => ({ sure: false }) },
    // Its facilitator is told that it is not deleted.
    'GET /api/sessions/:session/deletion': { allowed: IN_CHARGE },
    'POST /api/sessions/:session/restore': { allowed: IN_CHARGE, body: () => ({}) },
    // Asked in a way that erases nobody; who may erase whom: retention/erasure.test.ts.
    'POST /api/sessions/:session/erase': { allowed: PEOPLE, body: () => ({}) },
    'POST /api/sessions/:session/leave': { allowed: MEMBERS },
  }

  test('every route of the application has a row, and every row a route', () => {
    const routes = routesOf(server.app.express).filter((r) => !r.endsWith('/{*splat}'))
    expect(routes.toSorted()).toEqual(Object.keys(ROWS).toSorted())
  })

  const keys = () => server.store.listKeys(cast.session, {})

  /** Shows a role's cookie. What one row gives or takes neither helps nor hinders in the next: the keys are put back. */
  const asRole = async (role: CastRole, path: string, init: RequestInit): Promise<Response> => {
    const cookie = cast.browsers[role].jar.header()
    const before = await keys()
    const response = await fetch(server.baseUrl + path, {
      ...init,
      headers: { ...init.headers, origin: server.baseUrl, ...(cookie ? { cookie } : {}) },
    })
    const after = await keys()
    const isIn = (of: typeof before) => (key: KeyRow) => of.some((one) => one.id === key.id)
    await server.store.changeKeys(cast.session, {
      end: after.filter((key) => !isIn(before)(key)).map(({ id }) => ({ id })),
      add: before.filter((key) => !isIn(after)(key)).map((key) => ({ ...key, id: mintKeyId() })),
    })
    return response
  }

  for (const [route, { allowed, body }] of Object.entries(ROWS)) {
    // The roles that are refused come first, so that nothing that others do explains it.
    for (const role of CAST_ROLES.toSorted(
      (a, b) => Number(allowed.includes(a)) - Number(allowed.includes(b)),
    )) {
      const isAllowed = allowed.includes(role)
      test(`${route}: ${isAllowed ? 'lets in' : 'refuses'} ${role}`, async () => {
        const [method = '', pattern = ''] = route.split(' ')
        const path = pattern
          .replace(':session', cast.session)
          .replace(':picture', 'none')
          .replace(':activity', 'none')
          .replace(':format', 'json')
          .replace(':key', 'none')
        const response = await asRole(role, path, {
          method,
          ...(body ? { body: JSON.stringify(body()), headers: { 'content-type': 'application/json' } } : {}),
        })
        const { refusal } = (response.ok ? {} : await response.json().catch(() => ({}))) as Partial<Failure>
        expect(response.status).not.toBe(500)
        expect(refusal !== undefined && FORBIDDEN.has(refusal)).toBe(!isAllowed)
        if (!isAllowed) expect(response.status).toBe(403)
      })
    }
  }
})

describe('commands', () => {
  interface Row {
    readonly allowed: readonly CastRole[]
    readonly sample: () => Command
    /** Of the same type, but for somebody else: who may do that? */
    readonly onOthers?: { readonly allowed: readonly CastRole[]; readonly sample: () => Command }
  }
  const identity = { name: 'Ada', organisation: '', territory: '' }
  const activity = { ...tallyWorkshop('x').plan[0], id: 'new' } as Extract<
    Command,
    { type: 'plan-add' }
  >['activity']
  const spare = () => cast.persons.spare
  const ROWS: Readonly<Record<CommandType, Row>> = {
    act: { allowed: PEOPLE, sample: () => ({ type: 'act', activity: 'none', action: {} }) },
    write: { allowed: PEOPLE, sample: () => ({ type: 'write', activity: 'none', edit: {} }) },
    rename: {
      allowed: ['participant', ...DRIVERS],
      sample: () => ({ type: 'rename', person: cast.persons.participant, identity }),
      onOthers: { allowed: DRIVERS, sample: () => ({ type: 'rename', person: spare(), identity }) },
    },
    door: { allowed: DRIVERS, sample: () => ({ type: 'door', locked: false }) },
    'add-person': { allowed: DRIVERS, sample: () => ({ type: 'add-person', person: 'hybride', identity }) },
    remove: { allowed: DRIVERS, sample: () => ({ type: 'remove', person: spare() }) },
    restore: { allowed: DRIVERS, sample: () => ({ type: 'restore', person: spare() }) },
    message: {
      allowed: DRIVERS,
      sample: () => ({ type: 'message', message: 'm', to: 'all', text: 'Bonjour' }),
    },
    retract: { allowed: DRIVERS, sample: () => ({ type: 'retract', message: 'm' }) },
    'plan-add': { allowed: DRIVERS, sample: () => ({ type: 'plan-add', activity, after: null }) },
    'plan-edit': {
      allowed: DRIVERS,
      sample: () => ({ type: 'plan-edit', activity: 'new', patch: { title: 'x' } }),
    },
    'plan-move': { allowed: DRIVERS, sample: () => ({ type: 'plan-move', activity: 'new', after: null }) },
    'plan-duplicate': {
      allowed: DRIVERS,
      sample: () => ({ type: 'plan-duplicate', activity: 'new', as: 'copy' }),
    },
    'plan-remove': { allowed: DRIVERS, sample: () => ({ type: 'plan-remove', activity: 'copy' }) },
    settings: { allowed: DRIVERS, sample: () => ({ type: 'settings', patch: { title: 'Titre' } }) },
    go: { allowed: DRIVERS, sample: () => ({ type: 'go', activity: 'new' }) },
    pause: { allowed: DRIVERS, sample: () => ({ type: 'pause' }) },
    resume: { allowed: DRIVERS, sample: () => ({ type: 'resume' }) },
    adjust: { allowed: DRIVERS, sample: () => ({ type: 'adjust', ms: 60_000 }) },
    'adjust-phase': {
      allowed: DRIVERS,
      sample: () => ({ type: 'adjust-phase', activity: 'new', phase: 'open', ms: 1 }),
    },
    'end-phase': { allowed: DRIVERS, sample: () => ({ type: 'end-phase' }) },
    restart: { allowed: DRIVERS, sample: () => ({ type: 'restart', activity: 'new' }) },
    undo: { allowed: DRIVERS, sample: () => ({ type: 'undo', seq: 1 }) },
    redo: { allowed: DRIVERS, sample: () => ({ type: 'redo', seq: 1 }) },
    finish: { allowed: DRIVERS, sample: () => ({ type: 'finish' }) },
    reopen: { allowed: DRIVERS, sample: () => ({ type: 'reopen' }) },
    'hand-over': {
      allowed: IN_CHARGE,
      sample: () => ({ type: 'hand-over', person: cast.persons.participant }),
    },
    approval: { allowed: DRIVERS, sample: () => ({ type: 'approval', on: false }) },
    admit: { allowed: DRIVERS, sample: () => ({ type: 'admit', people: [spare()] }) },
    'remove-many': { allowed: DRIVERS, sample: () => ({ type: 'remove-many', people: ['nobody'] }) },
    'restore-many': { allowed: DRIVERS, sample: () => ({ type: 'restore-many', people: ['nobody'] }) },
    seats: {
      allowed: NOBODY,
      sample: () => ({ type: 'seats', released: [spare()], taken: [], settled: [] }),
    },
    joined: { allowed: NOBODY, sample: () => ({ type: 'joined', person: 'mallory', role: 'facilitator' }) },
    erased: { allowed: NOBODY, sample: () => ({ type: 'erased', person: spare() }) },
    presence: {
      allowed: NOBODY,
      sample: () => ({ type: 'presence', away: [cast.persons.facilitator], back: [] }),
    },
  }

  test('every command has a row', () => {
    expect(Object.keys(ROWS).toSorted()).toEqual(Object.keys(COMMAND_RIGHTS).toSorted())
  })

  for (const role of CAST_ROLES) {
    test(`${role}: exactly the commands of the table`, async () => {
      const socket = await RawSocket.open(cast.browsers[role], cast.session, asFor(role))
      const isIn = (await socket.fate()) === 'in'
      // Of somebody who never got in, every refusal below would be true.
      expect(isIn).toBe(MEMBERS.includes(role))
      let sent = 0
      for (const [type, { allowed, sample, onOthers }] of Object.entries(ROWS)) {
        const isRefused = async (command: Command) => {
          if (!isIn) return true
          sent += 1
          const receipt: Receipt = await socket.command(`${role}-${sent}`, command)
          return !receipt.ok && FORBIDDEN.has(receipt.refusal)
        }
        expect([type, await isRefused(sample())]).toEqual([type, !allowed.includes(role)])
        if (onOthers)
          expect([type, await isRefused(onOthers.sample())]).toEqual([type, !onOthers.allowed.includes(role)])
      }
      socket.close()
    })
  }
})

describe('events', () => {
  const ROWS: Readonly<Record<keyof ClientToServer, readonly CastRole[]>> = {
    command: MEMBERS,
    signal: MEMBERS,
    clock: MEMBERS,
    sync: MEMBERS,
    'line-open': MEMBERS,
    'line-bytes': MEMBERS,
    'line-end': MEMBERS,
  }
  test('every event that the server listens to has a row', () => {
    expect(Object.keys(ROWS).toSorted()).toEqual(CLIENT_EVENTS.toSorted())
  })

  for (const role of CAST_ROLES) {
    test(`${role}: ${MEMBERS.includes(role) ? 'is answered' : 'gets a goodbye and no answer'}`, async () => {
      const socket = await RawSocket.open(cast.browsers[role], cast.session, asFor(role))
      const answered = new Set<string>()
      const command = socket.ask('command', {}).then(() => answered.add('command'))
      void socket.ask('signal', {}).then(() => answered.add('signal'))
      void socket.ask('clock').then(() => answered.add('clock'))
      if (MEMBERS.includes(role)) {
        await socket.frame()
        socket.say('sync')
        await Promise.all([socket.ask('clock'), command])
        if (socket.frames.filter((f) => f.whole).length === 2) answered.add('sync')
        // Documents' lines are there for who has no WebSocket (`realtime/without-websocket.test.ts`).
        const here = Object.keys(ROWS).filter((event) => !event.startsWith('line-'))
        expect([...answered].toSorted()).toEqual(here.toSorted())
      } else {
        expect(await socket.bye()).toEqual({
          reason: role === 'removed' ? 'removed' : 'not-allowed',
          retryInMs: null,
        })
        expect([...answered, ...socket.frames]).toEqual([])
      }
      socket.close()
    })
  }
})

describe('documents', () => {
  const closeCode = (browser: Browser, as: string, name: string): Promise<number> =>
    new Promise((resolve, reject) => {
      const socket = new WebSocket(
        `${server.baseUrl.replace('http', 'ws')}/sync/${as}/${cast.session}/new/${name}`,
        {
          headers: { cookie: browser.jar.header(), origin: server.baseUrl },
        },
      )
      socket.on('close', (code) => resolve(code))
      socket.on('error', reject)
      socket.once('message', () => socket.close(1000))
    })

  for (const role of CAST_ROLES) {
    test(`${role}: only one's own private document`, async () => {
      const own = role === 'participant' ? cast.persons.participant : cast.persons.spare
      const isOwner = role === 'participant'
      expect(await closeCode(cast.browsers[role], asFor(role), `mine-${own}`)).toBe(
        isOwner ? 1000 : SYNC_CLOSE.notAllowed,
      )
      expect(await closeCode(cast.browsers[role], asFor(role), `mine-${cast.persons.facilitator}`)).toBe(
        role === 'facilitator' ? 1000 : SYNC_CLOSE.notAllowed,
      )
    })
  }
})
