import { addNote, changeNote, removeNote } from '@escale/shared'
import { afterAll, afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { openSyncHouse, removeFolders, type SyncHouse, until } from '../testkit/sync-house.ts'
import { askFrame } from './frames.ts'

let house: SyncHouse | undefined
afterEach(async () => {
  await house?.stop()
  house = undefined
})
afterAll(removeFolders)

const KEPT = 'reste-ici'
const GONE = 'canari-parti'
const NOTHING = Uint8Array.of(0)

/** All bytes that somebody gets who says that they have `stateVector`. */
async function told({ raw }: SyncHouse, name: string, stateVector: Uint8Array = NOTHING): Promise<Buffer> {
  const socket = raw(`newcomer-${Math.random()}`.replace('.', ''), name)
  const heard: Buffer[] = []
  socket.on('message', (data: Buffer) => heard.push(data))
  await new Promise((resolve) => socket.on('open', resolve))
  socket.send(askFrame(stateVector))
  await until('answered', () => Buffer.concat(heard).includes(KEPT))
  socket.terminate()
  return Buffer.concat(heard)
}

async function stored({ store }: SyncHouse, name: string): Promise<Buffer> {
  const { snapshot, updates } = await store.loadDocument({ session: 's1', activity: 'a1', name })
  return Buffer.concat([...(snapshot === null ? [] : [snapshot]), ...updates])
}

/** From the store it goes a little later. */
async function untilErased(at: SyncHouse, name: string): Promise<void> {
  while ((await stored(at, name)).includes(GONE)) await new Promise((resolve) => setTimeout(resolve, 20))
}

const note = (id: string, text: string) => ({ id, text, author: '', colour: 0, zone: '', createdAt: 1 })

/** Who writes, and takes it back: once what was written is in the snapshot already, and once while it is in the log. */
const DEEDS: readonly (readonly [
  what: string,
  name: string,
  write: (doc: Y.Doc) => void,
  takeBack: (doc: Y.Doc) => void,
])[] = [
  ['a note that is taken off', 'wall', (doc) => addNote(doc, note('x', GONE)), (doc) => removeNote(doc, 'x')],
  [
    'a note that is corrected',
    'wall',
    (doc) => addNote(doc, note('y', `avant ${GONE} après`)),
    (doc) => changeNote(doc, 'y', { text: 'avant après' }),
  ],
  [
    'a drawing that is replaced',
    'wall',
    (doc) => addNote(doc, { ...note('d', 'dessin'), drawing: GONE }),
    (doc) => changeNote(doc, 'd', { drawing: '' }),
  ],
  [
    'the name of a stack',
    'wall',
    (doc) => doc.getMap('stacks').set('s', new Y.Map([['title', GONE]])),
    (doc) => (doc.getMap('stacks').get('s') as Y.Map<string>).set('title', 'autre'),
  ],
  [
    'words of a story',
    'story-1',
    (doc) => doc.getText('text').insert(0, GONE),
    (doc) => doc.getText('text').delete(0, GONE.length),
  ],
]

test('[D23] what was taken away is in nothing that is sent afterwards, and in no log a moment later', async () => {
  house = await openSyncHouse()
  const at = house
  const [ann, reader] = [at.peer('ann', 'wall'), at.peer('reader', 'wall')]
  const [author, other] = [at.peer('ann', 'story-1'), at.peer('other', 'story-1')]
  await until('synced', () => [ann, reader, author, other].every((peer) => peer.provider.synced))
  addNote(ann.doc, note('kept', KEPT))
  author.doc.getText('text').insert(0, KEPT)
  for (const [what, name, write, takeBack] of DEEDS) {
    const [writer, follower] = name === 'wall' ? [ann, reader] : [author, other]
    const empty = Y.encodeStateVector(new Y.Doc())
    write(writer.doc)
    await until('written', () => Buffer.from(Y.encodeStateAsUpdate(follower.doc)).includes(GONE))
    expect([what, (await told(at, name)).includes(GONE)]).toEqual([what, true])
    takeBack(writer.doc)
    await until('gone', () => !Buffer.from(Y.encodeStateAsUpdate(follower.doc)).includes(GONE))
    expect([what, (await told(at, name)).includes(GONE)]).toEqual([what, false])
    expect([what, (await told(at, name, empty)).includes(GONE)]).toEqual([what, false])
    await untilErased(at, name)
  }
})

test('[D23] nor after the server was killed before it had cleared up, for one who has a part', async () => {
  house = await openSyncHouse()
  const first = house
  const ann = first.peer('ann', 'story-2')
  await until('synced', () => ann.provider.synced)
  const text = ann.doc.getText('text')
  text.insert(0, KEPT)
  const part = Y.encodeStateAsUpdate(ann.doc)
  text.insert(0, GONE)
  await until('saved', () => ann.saved > 2)
  text.delete(0, GONE.length)
  await until('saved', () => ann.saved > 3)
  const log = (await stored(first, 'story-2')).includes(GONE)
  const { updates } = await first.store.loadDocument({ session: 's1', activity: 'a1', name: 'story-2' })
  await first.kill()
  house = await openSyncHouse()
  if (log) await house.store.appendUpdates({ session: 's1', activity: 'a1', name: 'story-2' }, [...updates])
  expect(log).toBe(true)
  expect((await told(house, 'story-2')).includes(GONE)).toBe(false)
  const known = new Y.Doc()
  Y.applyUpdate(known, part)
  const more = house.peer('bob', 'story-2')
  await until('bob has it', () => more.doc.getText('text').toString() === KEPT)
  await untilErased(house, 'story-2')
})

test('[D23] a place on a board, or a colour, is no word: nothing is made anew for it', async () => {
  house = await openSyncHouse()
  const at = house
  const ann = at.peer('ann', 'wall')
  await until('synced', () => ann.provider.synced)
  addNote(ann.doc, { ...note('m', KEPT), colour: 1, at: { canvas: { x: 1, y: 1 } } })
  for (let i = 0; i < 5; i++) changeNote(ann.doc, 'm', { colour: 2 + i, at: { canvas: { x: i, y: 2 } } })
  await until('saved', () => ann.saved > 6)
  await at.server.documents.use({ session: 's1', activity: 'a1', name: 'wall' }, (document) => {
    expect(document.wantsCompaction).toBe('no')
    changeNote(ann.doc, 'm', { text: 'autre' })
  })
  await until('saved', () => ann.saved > 7)
  await at.server.documents.use({ session: 's1', activity: 'a1', name: 'wall' }, (document) =>
    expect(document.wantsCompaction).toBe('soon'),
  )
})
