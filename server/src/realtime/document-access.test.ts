/** Who holds which right on documents, as the session stands now (docs/spec/documents.md, D1). */
import { type Access, type Kinds, limits, type SealedKind, type Viewer } from '@escale/shared'
import { tallyWorkshop, testKinds } from '@escale/shared/testkit'
import { expect, test } from 'vitest'
import { createLog } from '../observability/log.ts'
import { MemoryStore } from '../store/memory/memory-store.ts'
import { TestClock } from '../testkit/test-clock.ts'
import { linkVisio } from '../visio/link/link.ts'
import { DocumentAccess } from './document-access.ts'
import { LiveSessions } from './live-sessions.ts'

/** What a name grants to whom: `own` to participants, `desk` to whoever drives, `read` to all, `late` after ten seconds. */
const kinds: Kinds = {
  tally: {
    ...(testKinds['tally'] as SealedKind),
    access: (_, name, viewer, { elapsed }): Access => {
      if (name === 'read') return 'read'
      if (name === 'late') return elapsed >= 10_000 ? 'write' : 'none'
      return name === (viewer.role === 'participant' ? 'own' : 'desk') ? 'write' : 'none'
    },
    shape: (name) => (name === 'own' ? { roots: {}, maxBytes: 1, maxPieces: 1 } : null),
    presence: (_, name) => (name === 'own' ? 'named' : name === 'read' ? 'unnamed' : 'none'),
  },
}

const YANIS: Viewer = { id: 'yanis', role: 'participant' }
const CLAIRE: Viewer = { id: 'claire', role: 'facilitator' }
const SCREEN: Viewer = { id: null, role: 'screen' }

async function open() {
  const store = new MemoryStore()
  const clock = new TestClock()
  const genesis = { createdAt: 0, seed: 's', workshop: tallyWorkshop('a', 'b') }
  await store.createSession({ id: 's', code: 'CODE', genesis, endedAt: null })
  const rooms = { send: () => undefined, tell: () => undefined }
  const deps = { store, kinds, visio: linkVisio, clock, log: createLog('silent') }
  const sessions = new LiveSessions(deps, rooms)
  const access = new DocumentAccess(sessions, kinds, clock)
  const live = await sessions.open('s')
  const rights = await access.open('s')
  if (live === undefined || rights === undefined) throw new Error('no session')
  const { host } = live
  await host.system({ type: 'joined', person: 'claire', role: 'facilitator' })
  await host.system(
    { type: 'joined', person: 'yanis', role: 'participant', newcomer: true },
    { identity: { person: 'yanis', set: { name: 'Yanis', organisation: '', territory: '' } } },
  )
  await host.system({ type: 'go', activity: 'a' })
  const may = (name: string, viewer: Viewer, activity = 'a') => rights.access(activity, name, viewer)
  return { access, clock, host, live, may, rights, sessions }
}

test('[D1] what the kind grants, to people of the session and to screens, in an activity that has begun', async () => {
  const { access, may, rights } = await open()
  expect([may('own', YANIS), may('read', YANIS), may('desk', YANIS)]).toEqual(['write', 'read', 'none'])
  expect([may('desk', CLAIRE), may('read', SCREEN)]).toEqual(['write', 'read'])
  // One is asked for after the other, at the same moment.
  expect([may('own', YANIS, 'b'), may('own', YANIS), may('own', YANIS, 'z')]).toEqual([
    'none',
    'write',
    'none',
  ])
  expect([rights.shape('a', 'own'), rights.shape('a', 'read'), rights.shape('b', 'own')]).toEqual([
    { roots: {}, maxBytes: 1, maxPieces: 1 },
    null,
    null,
  ])
  expect(await access.open('other')).toBeUndefined()
})

test('[D1] nobody who is not in the session now; with the role that the session knows, whatever was shown', async () => {
  const { host, may } = await open()
  expect(may('read', { id: 'eve', role: 'facilitator' })).toBe('none')
  expect(may('read', { id: null, role: 'facilitator' })).toBe('none')
  expect(may('desk', { id: 'yanis', role: 'facilitator' })).toBe('none')
  await host.system({ type: 'remove', person: 'yanis' })
  expect(may('read', YANIS)).toBe('none')
  await host.system({ type: 'restore', person: 'yanis' })
  expect(may('read', YANIS)).toBe('read')
  await host.system({ type: 'seats', released: ['yanis'], taken: [], settled: [] })
  expect(may('read', YANIS)).toBe('none')
})

test('[D1] a key that has ended opens nothing, a screen’s neither; the same person’s others do', async () => {
  const { live, may } = await open()
  const seat = (viewer: Viewer, key: string) => ({ ...viewer, session: 's', key })
  live.revoke(['k1'])
  for (const viewer of [YANIS, SCREEN]) {
    expect(may('read', seat(viewer, 'k1'))).toBe('none')
    expect(may('read', seat(viewer, 'k2'))).toBe('read')
    expect(may('read', viewer)).toBe('read')
  }
})

test('[D1] after the end what could be written is read; of a session that is gone, nothing', async () => {
  const { host, live, may } = await open()
  await host.system({ type: 'finish' })
  expect([may('own', YANIS), may('read', YANIS), may('desk', YANIS)]).toEqual(['read', 'read', 'none'])
  live.end('deleted')
  expect([may('own', YANIS), may('read', SCREEN)]).toEqual(['none', 'none'])
})

test('[D1] what time gives is noticed within ten milliseconds, what the session takes at once', async () => {
  const { clock, host, may } = await open()
  clock.advance(9_999)
  expect(may('late', YANIS)).toBe('none')
  clock.advance(9)
  expect(may('late', YANIS)).toBe('none')
  clock.advance(1)
  expect(may('late', YANIS)).toBe('write')
  await host.system({ type: 'finish' })
  expect(may('late', YANIS)).toBe('read')
})

test('[S42] whoever may write has done something: the seat is kept; who only reads has not', async () => {
  const { clock, host, may } = await open()
  const isNewcomer = async () => {
    clock.advance(limits.COALESCE_MS)
    await host.settled()
    clock.advance(60_000)
    await host.settled()
    return host.state.people['yanis']?.newcomer === true
  }
  may('read', YANIS)
  may('read', SCREEN)
  expect(await isNewcomer()).toBe(true)
  may('own', YANIS)
  expect(await isNewcomer()).toBe(false)
})

test('presence says who it is only where the kind does, and nothing where it wishes so', async () => {
  const { host, rights } = await open()
  const said = (name: string, viewer: Viewer, activity = 'a') => rights.signature(activity, name, viewer)
  expect(said('own', YANIS)).toEqual({ person: 'yanis', name: 'Yanis' })
  expect(said('own', CLAIRE)).toEqual({ person: 'claire', name: '' })
  expect([said('read', YANIS), said('own', SCREEN)]).toEqual([undefined, undefined])
  expect([said('desk', YANIS), said('desk', SCREEN), said('own', YANIS, 'b')]).toEqual([null, null, null])
  await host.system({ type: 'go', activity: null })
  expect(said('own', YANIS, 'z')).toBeNull()
})

test('whoever listens hears of changes until they stop, and keeps the session in memory', async () => {
  const { host, live, rights } = await open()
  let heard = 0
  const stop = rights.onChange(() => heard++)
  expect(live.isIdle).toBe(false)
  await host.system({ type: 'door', locked: true })
  expect(heard).toBe(1)
  stop()
  await host.system({ type: 'door', locked: false })
  expect([heard, live.isIdle]).toEqual([1, true])
})
