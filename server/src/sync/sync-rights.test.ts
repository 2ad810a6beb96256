import { type Access, addNote, readWall, SYNC_CLOSE, type Viewer } from '@escale/shared'
import * as encoding from 'lib0/encoding'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type * as Y from 'yjs'
import {
  closeCode,
  openSyncHouse,
  type Peer,
  removeFolders,
  SIGNED,
  type SyncHouse,
  until,
} from '../testkit/sync-house.ts'
import { presenceFrame } from './frames.ts'

let house: SyncHouse
afterEach(() => house.stop())
afterAll(removeFolders)

const write = (peer: Peer, id: string) =>
  addNote(peer.doc, { id, text: id, author: 'p', colour: 0, zone: '', createdAt: 1 })
const ids = (doc: Y.Doc) => readWall(doc).notes.map((n) => n.id)
const synced = (...peers: Peer[]) => until('synced', () => peers.every((p) => p.provider.synced))
const is = (viewer: Viewer, id: string) => viewer.id === id

describe('who comes in', () => {
  test('[D1] a page from elsewhere, a wrong path, a stranger and an unknown session are turned away', async () => {
    house = await openSyncHouse()
    const status = (socket: WebSocket) =>
      new Promise((resolve) => socket.on('unexpected-response', (_q, answer) => resolve(answer.statusCode)))
    expect(await status(house.raw('a', 'wall', { origin: 'https://elsewhere.example' }))).toBe(403)
    expect(await status(house.raw('a', 'too/many'))).toBe(404)
    expect(await status(house.raw('a', '..%2f'))).toBe(404)
    expect(await closeCode(house.raw('a', 'wall', { cookie: '' }))).toBe(SYNC_CLOSE.notAllowed)
    const unknown = new WebSocket(house.url('a1', 'wall').replace('/s1/', '/s2/'), {
      headers: { cookie: 'who=a' },
    })
    expect(await closeCode(unknown)).toBe(SYNC_CLOSE.unknown)
  })

  test('[D1] who has no right gets not one byte of the document', async () => {
    house = await openSyncHouse()
    house.allow((_a, name, viewer) => (name === `mine-${viewer.id}` ? 'write' : 'none'))
    const ann = house.peer('ann', 'mine-ann')
    await synced(ann)
    write(ann, 'secret')
    await until('saved', () => ann.saved === 2)
    const bob = house.raw('bob', 'mine-ann')
    const got: unknown[] = []
    bob.on('message', (data) => got.push(data))
    expect(await closeCode(bob)).toBe(SYNC_CLOSE.notAllowed)
    expect(got).toEqual([])
  })
})

/** What each right lets through, for each kind of frame. A kind of frame without a row here has no business in readFrame. */
const MATRIX = {
  'state-vector': { read: 'answered', write: 'answered' },
  update: { read: 'refused', write: 'taken' },
  missing: { read: 'refused', write: 'taken' },
  awareness: { read: 'taken', write: 'taken' },
  'query-awareness': { read: 'answered', write: 'answered' },
} as const

describe('each frame', () => {
  for (const access of ['read', 'write'] as const)
    test(`[D1] ${access}: ${JSON.stringify(Object.values(MATRIX).map((row) => row[access]))}`, async () => {
      house = await openSyncHouse()
      house.allow((_a, _n, viewer) => (is(viewer, 'ann') ? access : 'write'))
      const bob = house.peer('bob')
      await synced(bob)
      write(bob, 'from-bob')
      await until('bob is saved', () => bob.saved === 2)
      // A sync step 2 with content, then a live update.
      const ann = house.peer('ann', 'wall', { connect: false })
      write(ann, 'offline')
      ann.provider.connect()
      await until('ann reads', () => ids(ann.doc).includes('from-bob'))
      write(ann, 'live')
      await until('dealt with', () => ann.saved >= 1)
      bob.provider.awareness.setLocalState({ cursor: 1 })
      await until('ann sees bob', () => ann.provider.awareness.getStates().has(bob.doc.clientID))
      ann.provider.awareness.setLocalState({ cursor: 2 })
      await until('bob sees ann', () => bob.provider.awareness.getStates().has(ann.doc.clientID))
      write(bob, 'later')
      await until('ann has what came later', () => ids(ann.doc).includes('later'))
      const expected = access === 'write' ? ['from-bob', 'later', 'live', 'offline'] : ['from-bob', 'later']
      expect(ids(bob.doc)).toEqual(expected)
      // Refused text is not taken away from whoever wrote it.
      expect(ids(ann.doc)).toEqual(['from-bob', 'later', 'live', 'offline'])
      expect(ann.provider.wsconnected).toBe(true)
    })

  test('[D12] a right to write that ends, ends at once; what was written meanwhile arrives when it comes back', async () => {
    house = await openSyncHouse()
    let right: Access = 'write'
    house.allow((_a, _n, viewer) => (is(viewer, 'ann') ? right : 'write'))
    const [ann, bob] = [house.peer('ann'), house.peer('bob')]
    await synced(ann, bob)
    write(ann, 'before')
    await until('bob has it', () => ids(bob.doc).length === 1)
    right = 'read'
    house.allow((_a, _n, viewer) => (is(viewer, 'ann') ? right : 'write'))
    write(ann, 'while-locked')
    write(bob, 'from-bob')
    await until('ann still reads', () => ids(ann.doc).includes('from-bob'))
    expect(ids(bob.doc)).not.toContain('while-locked')
    right = 'write'
    house.allow((_a, _n, viewer) => (is(viewer, 'ann') ? right : 'write'))
    write(ann, 'right-after')
    await until('nothing is lost', () => ids(bob.doc).length === 4)
  })

  test('[D2] a right that ends altogether closes live connections within a second', async () => {
    house = await openSyncHouse()
    const [ann, bob] = [house.peer('ann'), house.peer('bob')]
    await synced(ann, bob)
    const closed = new Promise<number>((resolve) => ann.provider.on('closed', (e) => resolve(e.code)))
    const began = Date.now()
    house.allow((_a, _n, viewer) => (is(viewer, 'ann') ? 'none' : 'write'))
    expect(await closed).toBe(SYNC_CLOSE.notAllowed)
    expect(Date.now() - began).toBeLessThan(1_000)
    write(bob, 'after')
    await until('bob is saved', () => bob.saved === 2)
    expect(ids(ann.doc)).toEqual([])
  })
})

describe('presence', () => {
  test('[D5] nobody can speak for, rename or delete somebody else', async () => {
    house = await openSyncHouse()
    const [ann, bob] = [house.peer('ann'), house.peer('bob')]
    await synced(ann, bob)
    ann.provider.awareness.setLocalState({ cursor: 'a', user: { name: 'Le maire' } })
    await until('bob sees ann', () => bob.provider.awareness.getStates().has(ann.doc.clientID))
    expect(bob.provider.awareness.getStates().get(ann.doc.clientID)).toEqual({ cursor: 'a' })
    const mallory = house.raw('mallory')
    await new Promise((resolve) => mallory.on('open', resolve))
    const own = { client: 7, clock: 1, state: '{"cursor":"m"}' }
    mallory.send(presenceFrame([own]))
    await until('mallory is there', () => bob.provider.awareness.getStates().has(7))
    for (let i = 0; i < 50; i++)
      mallory.send(
        presenceFrame([
          { client: ann.doc.clientID, clock: 1_000 + i, state: i % 2 ? 'null' : '{"user":{"name":"x"}}' },
          { client: 10_000 + i, clock: 1, state: '{"ghost":1}' },
          { ...own, clock: 2 + i, state: JSON.stringify({ big: 'x'.repeat(600) }) },
        ]),
      )
    mallory.send(presenceFrame([{ ...own, clock: 100, state: '{"cursor":"end"}' }]))
    await until('the last one came', () => bob.provider.awareness.getStates().get(7)?.['cursor'] === 'end')
    expect(bob.provider.awareness.getStates().get(ann.doc.clientID)).toEqual({ cursor: 'a' })
    expect([...bob.provider.awareness.getStates().keys()].sort()).toEqual(
      [7, ann.doc.clientID, bob.doc.clientID].sort(),
    )
    mallory.terminate()
    await until('gone with the socket', () => !bob.provider.awareness.getStates().has(7))
  })

  test('[D5] where readers are told who is there, the name is the one in the roster', async () => {
    house = await openSyncHouse()
    const [ann, bob] = [house.peer('ann', SIGNED), house.peer('bob', SIGNED)]
    await synced(ann, bob)
    ann.provider.awareness.setLocalState({ cursor: 'a', user: { name: 'Le maire' } })
    await until('bob sees ann', () => bob.provider.awareness.getStates().has(ann.doc.clientID))
    expect(bob.provider.awareness.getStates().get(ann.doc.clientID)).toEqual({
      cursor: 'a',
      user: { person: 'ann', name: 'ann of the roster' },
    })
  })

  test('an id that somebody present holds cannot be taken', async () => {
    house = await openSyncHouse()
    const [ann, bob] = [house.peer('ann'), house.peer('bob')]
    await synced(ann, bob)
    ann.provider.awareness.setLocalState({ cursor: 'a' })
    await until('bob sees ann', () => bob.provider.awareness.getStates().has(ann.doc.clientID))
    const mallory = house.raw('mallory')
    await new Promise((resolve) => mallory.on('open', resolve))
    mallory.send(presenceFrame([{ client: ann.doc.clientID, clock: 99, state: '{"cursor":"stolen"}' }]))
    mallory.send(presenceFrame([{ client: 8, clock: 1, state: '{"cursor":"m"}' }]))
    await until('mallory is there', () => bob.provider.awareness.getStates().has(8))
    expect(bob.provider.awareness.getStates().get(ann.doc.clientID)).toEqual({ cursor: 'a' })
  })
})

test('a frame with something behind it is not a frame', async () => {
  house = await openSyncHouse()
  const socket = house.raw('a')
  await new Promise((resolve) => socket.on('open', resolve))
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 3)
  encoding.writeVarUint(encoder, 0)
  socket.send(encoding.toUint8Array(encoder))
  expect(await closeCode(socket)).toBe(SYNC_CLOSE.malformed)
})
