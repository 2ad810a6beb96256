import { addNote, limits, readWall } from '@escale/shared'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import {
  bytes,
  closeCode,
  freshFolder,
  openSyncHouse,
  type Peer,
  removeFolders,
  type SyncHouse,
  until,
} from '../testkit/sync-house.ts'
import { NoRoomError } from './index.ts'

let house: SyncHouse
afterEach(() => house.stop())
afterAll(removeFolders)

const write = (peer: Peer, id: string, text = id) =>
  addNote(peer.doc, { id, text, author: 'p', colour: 0, zone: '', createdAt: 1 })
const ids = (doc: Y.Doc) => readWall(doc).notes.map((n) => n.id)
const synced = (...peers: Peer[]) => until('synced', () => peers.every((p) => p.provider.synced))

describe('convergence', () => {
  test('[D10] five peers who write at once end with the same bytes', async () => {
    house = await openSyncHouse()
    const peers = ['a', 'b', 'c', 'd', 'e'].map((id) => house.peer(id))
    await synced(...peers)
    for (let i = 0; i < 20; i++) for (const [n, peer] of peers.entries()) write(peer, `n${n}-${i}`)
    await until('100 notes everywhere', () => peers.every((p) => ids(p.doc).length === 100))
    const [first] = peers
    expect(new Set(peers.map((p) => bytes(p.doc))).size).toBe(1)
    const stored = await house.server.documents.read('s1', 'a1', 'wall')
    expect(stored && ids(stored)).toEqual(first && ids(first.doc))
    expect(await house.server.documents.names('s1', 'a1')).toEqual(['wall'])
  })

  test('[D8] what was written without network is merged on return, and a deleted note stays deleted', async () => {
    house = await openSyncHouse()
    const [ann, bob] = [house.peer('ann'), house.peer('bob')]
    await synced(ann, bob)
    write(ann, 'old')
    await until('bob has it', () => ids(bob.doc).length === 1)
    bob.provider.disconnect()
    await until('bob is away', () => !bob.provider.wsconnected)
    for (let i = 0; i < 20; i++) write(bob, `offline-${i}`)
    ann.doc.getMap('notes').delete('old')
    bob.provider.connect()
    await until('merged', () => ids(ann.doc).length === 20 && ids(bob.doc).length === 20)
    expect(ids(ann.doc)).not.toContain('old')
  })

  test('[D10] two documents never mix', async () => {
    house = await openSyncHouse()
    const [one, two] = [house.peer('a', 'one'), house.peer('b', 'two')]
    await synced(one, two)
    write(one, 'in-one')
    write(two, 'in-two')
    await until('both saved', () => one.saved === 2 && two.saved === 2)
    expect(ids(one.doc)).toEqual(['in-one'])
    expect(ids(two.doc)).toEqual(['in-two'])
  })

  test('[D13] an update that builds on what the server has not seen makes it ask for all, and nothing is lost', async () => {
    house = await openSyncHouse()
    const ann = house.peer('ann')
    await synced(ann)
    const elsewhere = new Y.Doc()
    addNote(elsewhere, { id: 'first', text: 'first', author: '', colour: 0, zone: '', createdAt: 1 })
    // As a second tab would: the document gets it, the socket never sends it.
    Y.applyUpdate(ann.doc, Y.encodeStateAsUpdate(elsewhere), ann.provider)
    const text = (ann.doc.getMap('notes').get('first') as Y.Map<Y.Text>).get('text')
    text?.insert(5, ' and more')
    await until('all stored', () => ann.saved >= 3)
    const stored = await house.server.documents.read('s1', 'a1', 'wall')
    expect(stored && readWall(stored).notes.map((n) => n.text)).toEqual(['first and more'])
  })

  test('[D14] the server may write, under an id of its own', async () => {
    house = await openSyncHouse()
    const ann = house.peer('ann')
    await synced(ann)
    await house.server.documents.write({ session: 's1', activity: 'a1' }, ['wall'], (document) =>
      addNote(document('wall'), {
        id: 'x',
        text: 'from the server',
        author: '',
        colour: 1,
        zone: '',
        createdAt: 2,
      }),
    )
    await until('ann sees it', () => ids(ann.doc).length === 1)
    expect(await house.server.documents.read('s1', 'a1', 'nobody-wrote')).toBeUndefined()
  })

  test('[D14] a change of the server that fails, or for which there is no room, leaves nothing behind', async () => {
    house = await openSyncHouse()
    const { documents } = house.server
    const place = { session: 's1', activity: 'a1' }
    const write = (text: string, fails = false) =>
      documents.write(place, ['wall', 'other'], (document) => {
        for (const name of ['wall', 'other']) document(name).getText('t').insert(0, text)
        if (fails) throw new Error('halfway')
      })
    const texts = async () =>
      Promise.all(
        ['wall', 'other'].map(
          async (name) => (await documents.read('s1', 'a1', name))?.getText('t').toString() ?? '',
        ),
      )
    await expect(write('lost', true)).rejects.toThrow('halfway')
    await write('kept')
    expect(await texts()).toEqual(['kept', 'kept'])
    await expect(write('x'.repeat(limits.DOCUMENT_MAX_BYTES))).rejects.toThrow(NoRoomError)
    await write('and ')
    expect(await texts()).toEqual(['and kept', 'and kept'])
  })
})

describe('durability', () => {
  test('[D8] nothing told saved is lost when the server dies, and nobody saw what is not stored', async () => {
    const folder = freshFolder()
    for (let round = 0; round < 3; round++) {
      house = await openSyncHouse({ folder })
      const writers = [0, 1, 2, 3].map((n) => house.peer(`w${n}`))
      const watcher = house.peer('watcher')
      await synced(watcher, ...writers)
      const acked = new Set<string>(ids(watcher.doc))
      const sent = writers.map(() => [] as string[])
      const before = writers.map((w) => w.saved)
      for (let i = 0; i < 25; i++) {
        for (const [n, writer] of writers.entries()) {
          const id = `r${round}-w${n}-${i}`
          write(writer, id)
          sent[n]?.push(id)
        }
        await new Promise((resolve) => setImmediate(resolve))
      }
      await until('some are saved', () => writers.some((w, n) => w.saved > (before[n] ?? 0) + 3))
      for (const [n, writer] of writers.entries())
        for (const id of (sent[n] ?? []).slice(0, Math.max(0, writer.saved - 1))) acked.add(id)
      const seen = new Set(ids(watcher.doc))
      await house.kill()
      house = await openSyncHouse({ folder })
      const stored = await house.server.documents.read('s1', 'a1', 'wall')
      const kept = new Set(stored ? ids(stored) : [])
      expect([...acked].filter((id) => !kept.has(id))).toEqual([])
      expect([...seen].filter((id) => !kept.has(id))).toEqual([])
      if (round < 2) await house.stop()
    }
  })

  test('a planted fault (a store that says yes and forgets) is caught by the same check', async () => {
    house = await openSyncHouse({
      wrapStore: (store) => ({
        appendUpdates: async () => 1,
        loadDocument: (d) => store.loadDocument(d),
        listDocuments: (s, a) => store.listDocuments(s, a),
        compactDocument: (d, s, u) => store.compactDocument(d, s, u),
        forgetDocuments: (s, a, n) => store.forgetDocuments(s, a, n),
      }),
    })
    const ann = house.peer('ann')
    await synced(ann)
    write(ann, 'n1')
    await until('told saved', () => ann.saved === 2)
    expect(
      (await house.store.loadDocument({ session: 's1', activity: 'a1', name: 'wall' })).extent.upTo,
    ).toBe(0)
  })

  test('[D3] when the store fails nobody sees the update, and its author keeps it and sends it again', async () => {
    let isBroken = false
    house = await openSyncHouse({
      wrapStore: (store) => ({
        appendUpdates: (d, updates) =>
          isBroken ? Promise.reject(new Error('disk')) : store.appendUpdates(d, updates),
        loadDocument: (d) => store.loadDocument(d),
        listDocuments: (s, a) => store.listDocuments(s, a),
        compactDocument: (d, s, u) => store.compactDocument(d, s, u),
        forgetDocuments: (s, a, n) => store.forgetDocuments(s, a, n),
      }),
    })
    const [ann, bob] = [house.peer('ann'), house.peer('bob')]
    await synced(ann, bob)
    isBroken = true
    write(ann, 'n1')
    await until('ann is cut', () => house.faults.includes('storage'))
    expect(ids(bob.doc)).toEqual([])
    isBroken = false
    await until('bob has it after all', () => ids(bob.doc).length === 1)
  })

  test('[D11] a long log is replaced by a snapshot while people write, and who comes then gets all of it', async () => {
    house = await openSyncHouse()
    const [ann, bob] = [house.peer('ann'), house.peer('bob')]
    await synced(ann, bob)
    const key = { session: 's1', activity: 'a1', name: 'wall' }
    const long = 'x'.repeat(560)
    for (let i = 0; i < 150; i++) {
      write(ann, `a${i}`, long)
      write(bob, `b${i}`, long)
      if (i % 20 === 0) await until('not too fast', () => ids(bob.doc).length > 2 * i - 60)
    }
    await until('all arrived', () => ids(ann.doc).length === 300 && ids(bob.doc).length === 300)
    for (;;) {
      const { snapshot, updates } = await house.store.loadDocument(key)
      if (snapshot !== null && updates.length < 300) break
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    const stored = await house.store.loadDocument(key)
    const doc = new Y.Doc()
    for (const u of [stored.snapshot, ...stored.updates]) if (u) Y.applyUpdate(doc, u)
    expect(ids(doc)).toHaveLength(300)
    write(ann, 'after')
    await until('bob has it', () => ids(bob.doc).length === 301)
    const late = house.peer('late')
    let whenSynced = 0
    late.provider.once('sync', () => {
      whenSynced = ids(late.doc).length
    })
    await synced(late)
    expect(whenSynced).toBe(301)
    expect(bytes(late.doc)).toBe(bytes(ann.doc))
  })
})

describe('crowds', () => {
  test('[D6] a reader that stalls is cut and loses nothing', async () => {
    house = await openSyncHouse()
    const stalled = house.raw('slow')
    await new Promise((resolve) => stalled.on('open', resolve))
    stalled.send(new Uint8Array([0, 0, 1, 0]))
    await until('it is a reader', () => house.server.connections === 1)
    await new Promise((resolve) => stalled.once('message', resolve))
    stalled.pause()
    const calm = house.peer('calm')
    await synced(calm)
    const key = { session: 's1', activity: 'a1', name: 'wall' }
    for (let sent = 0; sent < 600 && !house.faults.includes('too-slow'); sent++)
      await house.server.documents.write(key, ['wall'], (document) => {
        const text = document('wall').getText('t')
        text.delete(0, text.length)
        text.insert(0, 'x'.repeat(60_000))
      })
    expect(house.faults).toContain('too-slow')
    const back = house.peer('slow')
    await synced(back)
    expect(calm.provider.wsconnected).toBe(true)
  })

  test('[L31] of one person, of screens, of a session and in the process there are so many connections', async () => {
    house = await openSyncHouse({ most: { perPerson: 2, ofScreens: 1, perSession: 4, max: 6 } })
    /** Opens one and says what became of it: the first message, or the code with which it was closed. */
    const fate = (who: string, as = 'participant') =>
      new Promise((resolve) => {
        const socket = new WebSocket(house.url('a1', 'wall', as), { headers: { cookie: `who=${who}` } })
        socket.once('message', () => resolve('in'))
        socket.once('close', resolve)
      })
    expect([await fate('a'), await fate('a'), await fate('a')]).toEqual(['in', 'in', 4429])
    expect([await fate('x', 'screen'), await fate('y', 'screen')]).toEqual(['in', 4429])
    // Four are open: who has one has no second, who has none comes in.
    expect([await fate('b'), await fate('b'), await fate('c'), await fate('d')]).toEqual([
      'in',
      4429,
      'in',
      'in',
    ])
    // Six are open: only those who drive.
    expect([await fate('e'), await fate('f', 'facilitator')]).toEqual([4429, 'in'])
  })

  test('[D4] whoever floods is closed, the others are not', async () => {
    house = await openSyncHouse()
    const calm = house.peer('calm')
    await synced(calm)
    const flood = house.raw('flood')
    await new Promise((resolve) => flood.on('open', resolve))
    const code = closeCode(flood)
    for (let i = 0; i < 1_000; i++) flood.send(new Uint8Array([3]))
    expect(await code).toBe(4429)
    expect(calm.provider.wsconnected).toBe(true)
  })
})
