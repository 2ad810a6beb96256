import { createRandom, SYNC_CLOSE } from '@escale/shared'
import { afterAll, afterEach, expect, test } from 'vitest'
import { nestedBomb, storm } from '../testkit/hostile-updates.ts'
import { closeCode, openSyncHouse, removeFolders, type SyncHouse, until } from '../testkit/sync-house.ts'

let house: SyncHouse | undefined
afterEach(async () => {
  await house?.stop()
  house = undefined
})
afterAll(removeFolders)

const key = (name: string) => ({ session: 's1', activity: 'a1', name })

test('[D21] what is stored and bad, from before, is given to nobody and holds nobody up', async () => {
  house = await openSyncHouse()
  const at = house
  await at.store.appendUpdates(key('story-bomb'), nestedBomb('text', 9_000, 7))
  await at.store.appendUpdates(key('story-storm'), [storm(1_500, createRandom('opening'))])
  await at.store.appendUpdates(key('story-rubbish'), [Uint8Array.of(9, 9, 9)])
  const ann = at.peer('ann', 'story-fine')
  await until('synced', () => ann.provider.synced)
  ann.doc.getText('text').insert(0, 'bien')
  for (const name of ['story-bomb', 'story-storm']) {
    expect([name, await closeCode(at.raw('ann', name))]).toEqual([name, SYNC_CLOSE.unreadable])
    // The second time nobody tries.
    expect([name, await closeCode(at.raw('ann', name))]).toEqual([name, SYNC_CLOSE.unreadable])
    expect(await at.server.documents.stored(key(name))).toBeNull()
  }
  expect(at.faults.filter((fault) => fault === 'undefined').length).toBe(2)
  const fresh = at.peer('bob', 'story-rubbish')
  await until('rubbish is passed over', () => fresh.provider.synced)
  await until('saved', () => ann.saved > 1)
  expect((await at.server.documents.read('s1', 'a1', 'story-fine'))?.getText('text').toString()).toBe('bien')
}, 60_000)

test('[D22] open documents have a budget of memory: those that nobody reads give way, then whoever comes is told so', async () => {
  const SESSION_BYTES = 450_000
  house = await openSyncHouse({ memory: { session: SESSION_BYTES, process: 10 * SESSION_BYTES } })
  const at = house
  const write = (name: string) =>
    at.server.documents.write(key(name), [name], (document) =>
      document(name).getText('text').insert(0, 'x'.repeat(60_000)),
    )
  const readers = []
  for (let i = 0; i < 2; i++) {
    const peer = at.peer('ann', `story-${i}`)
    await until('synced', () => peer.provider.synced)
    readers.push(peer)
  }
  // Nobody reads these: as they come, those before them go.
  for (let i = 10; i < 20; i++) await write(`story-${i}`)
  // They are dropped in the background.
  await until('room', () => !at.server.documents.isFull('s1'))
  for (const [i, peer] of readers.entries()) {
    await write(`story-${i}`)
    await until('read', () => peer.doc.getText('text').length === 60_000)
    peer.doc.getText('text').insert(0, 'y'.repeat(60_000))
    await until('saved', () => peer.saved > 1)
  }
  expect(await closeCode(at.raw('bob', 'story-30'))).toBe(SYNC_CLOSE.busy)
  const [first] = readers
  first?.doc.getText('text').insert(0, 'z')
  await until('who writes more is told, too', () => at.faults.includes('busy'))
  // Deleting is always possible.
  const [, second] = readers
  second?.doc.getText('text').delete(0, 50_000)
  await until('deleted', () => (second?.saved ?? 0) > 2)
  first?.destroy()
  await until('there is room again', () => !at.server.documents.isFull('s1') || at.server.connections < 2)
  const later = at.peer('bob', 'story-31')
  await until('bob is in', () => later.provider.synced)
})
