import { type Bot, type Facilitator, joinAs } from '@escale/bots'
import { readWall } from '@escale/shared'
import {
  countReleased,
  lastInTurn,
  privatePage,
  readTally,
  SHARED_WALL,
  TALLY,
  VEILED,
  type WallDefinition,
  type WallEdit,
} from '@escale/shared/activities/wall'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { startServer, type TestServer } from '../../testkit/index.ts'
import { openWall } from './open-wall.testkit.ts'

let server: TestServer
let bots: readonly Bot[] = []
afterEach(async () => {
  for (const bot of bots) bot.close()
  await server.dispose()
})

const put = (id: string): WallEdit => ({
  type: 'put',
  note: { id, text: `secret ${id}`, colour: 2, zone: 'z1' },
  secret: `the-secret-of-note-${id}`,
})
const texts = (doc: Y.Doc) => readWall(doc).notes.map((n) => n.text)

async function stage(settings: Partial<WallDefinition>) {
  server = await startServer()
  const claire = await openWall(server, { zones: [{ id: 'z1', title: 'Ici' }], ...settings })
  const { session } = claire.created
  const ann = await joinAs(server.baseUrl, session, { name: 'Ann' })
  const bob = await joinAs(server.baseUrl, session, { name: 'Bob' })
  bots = [claire, ann, bob]
  await claire.go('w1')
  await ann.until((sight) => sight.activity?.id === 'w1' && sight.me !== undefined)
  return { claire, ann, bob, annId: ann.seat.person ?? '', session }
}

const isClosed = async (bot: Bot, name: string) => {
  const document = bot.document(name, 'w1')
  await document.until((d) => d.closedWith === 4403)
  expect(texts(document.doc)).toEqual([])
}
const seenBy = async (bot: Bot, name: string, count: number) => {
  const document = bot.document(name, 'w1')
  await document.until((d) => texts(d.doc).length === count)
  return readWall(document.doc).notes
}
const reveal = (claire: Facilitator) => claire.do({ type: 'act', activity: 'w1', action: { type: 'reveal' } })

test('[M9] what is written in private is nobody’s to read before the reveal, and everybody’s after it', async () => {
  const { claire, ann, bob, annId } = await stage({ flow: 'private' })
  expect(await ann.write(put('a1'), 'w1')).toMatchObject({ ok: true })
  await isClosed(bob, privatePage(annId))
  await isClosed(bob, SHARED_WALL)
  await isClosed(ann, SHARED_WALL)
  await seenBy(claire, privatePage(annId), 1)
  await seenBy(ann, privatePage(annId), 1)
  const tally = claire.document(TALLY, 'w1')
  await tally.until((d) => readTally(d.doc).notes === 1)
  expect(readTally(tally.doc)).toEqual({ notes: 1, people: 1 })

  await reveal(claire)
  expect(await seenBy(bob, SHARED_WALL, 1)).toMatchObject([{ text: 'secret a1', author: annId }])
})

test.each(['named', 'anonymous'] as const)(
  '[M9] one by one: each turn shows one note, the oldest; the rest stays unseen (%s)',
  async (identity) => {
    const { claire, ann, bob } = await stage({ flow: 'private', identity })
    for (const id of ['a1', 'a2', 'a3']) expect(await ann.write(put(id), 'w1')).toMatchObject({ ok: true })
    const next = () => claire.do({ type: 'act', activity: 'w1', action: { type: 'reveal-next' } })
    await next()
    const [first] = await seenBy(bob, SHARED_WALL, 1)
    await next()
    await seenBy(bob, SHARED_WALL, 2)
    const wall = bob.document(SHARED_WALL, 'w1').doc
    expect(lastInTurn(wall)).not.toBe(first?.id)
    expect(countReleased(wall)).toBe(2)
    // Written since: it waits, too.
    expect(await bob.write(put('b1'), 'w1')).toMatchObject({ ok: true })
    expect(texts(wall)).toHaveLength(2)
    await reveal(claire)
    await seenBy(ann, SHARED_WALL, 4)
    expect(
      await claire.command({ type: 'act', activity: 'w1', action: { type: 'reveal-next' } }),
    ).toMatchObject({ ok: false, refusal: 'already' })
  },
)

test('[M10] of an anonymous wall neither what one receives nor what is stored tells the authors of a hundred notes', async () => {
  const { claire, ann, bob, annId, session } = await stage({ flow: 'private', identity: 'anonymous' })
  for (let n = 0; n < 50; n++) {
    await ann.write(put(`x${n}`), 'w1')
    await bob.write(put(`y${n}`), 'w1')
  }
  await isClosed(claire, VEILED)
  await isClosed(claire, privatePage(annId))
  await reveal(claire)
  await seenBy(bob, SHARED_WALL, 100)
  const { doc } = bob.document(SHARED_WALL, 'w1')
  // One origin id, no author, and nothing in between that would link the notes of one person.
  expect([...doc.store.clients.keys()]).toHaveLength(1)
  expect(new Set(readWall(doc).notes.map((note) => note.author))).toEqual(new Set(['']))
  const order = readWall(doc)
    .notes.map((note) => note.id[0])
    .join('')
  expect(order).not.toMatch(/^(xy)+$/)

  const { store } = server
  const names = await store.listDocuments(session, 'w1')
  expect(names).toContain(SHARED_WALL)
  for (const name of names) {
    const { snapshot, updates } = await store.loadDocument({ session, activity: 'w1', name })
    const whole = new Y.Doc()
    for (const update of snapshot ? [snapshot, ...updates] : updates) Y.applyUpdate(whole, update)
    expect(name).not.toContain(annId)
    expect([...whole.store.clients.keys()]).toHaveLength(1)
    const bytes = Buffer.concat([...(snapshot ? [snapshot] : []), ...updates]).toString('latin1')
    expect(bytes).not.toContain(annId)
    expect(bytes).not.toContain(bob.seat.person ?? '-')
    expect(bytes).not.toContain('the-secret-of')
  }
  const log = JSON.stringify(await store.loadEvents(session, 0))
  expect(log).not.toMatch(/secret x|secret y|"write"/)
})

test('[M11] a server that dies after the reveal still puts the notes on the wall, once', async () => {
  const { claire, ann, bob } = await stage({ flow: 'private' })
  await ann.write(put('a1'), 'w1')
  await reveal(claire)
  await server.crash()
  server = await server.reopen()
  await seenBy(bob, SHARED_WALL, 1)
  // Taken off the wall, hidden and revealed again, it does not come back.
  await ann.write({ type: 'remove', id: 'a1' } satisfies WallEdit, 'w1')
  await claire.act({ type: 'hide' }, 'w1')
  await ann.write(put('a2'), 'w1')
  await claire.act({ type: 'reveal' }, 'w1')
  const after = ann.document(SHARED_WALL, 'w1')
  await after.until((d) => texts(d.doc).includes('secret a2'))
  expect(texts(after.doc)).toEqual(['secret a2'])
})

test('[M14] a note without a name is its author’s to correct, by the secret that only their device has', async () => {
  const { ann, bob } = await stage({ identity: 'anonymous' })
  await ann.write(put('a1'), 'w1')
  // Sent again over a bad network, it is the same note.
  expect(await ann.write(put('a1'), 'w1')).toMatchObject({ ok: true })
  const edit: WallEdit = { type: 'edit', id: 'a1', text: 'corrigé', secret: 'the-secret-of-note-a1' }
  expect(await bob.write({ ...edit, secret: 'the-secret-of-note-a2' }, 'w1')).toMatchObject({ ok: false })
  expect(await ann.write(edit, 'w1')).toMatchObject({ ok: true })
  const corrected = bob.document(SHARED_WALL, 'w1')
  await corrected.until((d) => texts(d.doc).join() === 'corrigé')
  expect(readWall(corrected.doc).notes[0]?.author).toBe('')
})

test('[M14] nobody writes in the document themselves but facilitators, and what is asked is refused with a reason', async () => {
  const { claire, ann, bob } = await stage({ maxNotesPerPerson: 1 })
  const document = ann.document(SHARED_WALL, 'w1')
  await document.until((d) => d.ready)
  expect(document.access).toBe('read')
  expect(await ann.write(put('a1'), 'w1')).toMatchObject({ ok: true })
  expect(await ann.write(put('a2'), 'w1')).toEqual({ ok: false, refusal: 'too-many' })
  expect(await bob.write({ type: 'edit', id: 'a1', text: 'x' }, 'w1')).toEqual({
    ok: false,
    refusal: 'not-allowed',
  })
  expect(await ann.write({ type: 'dance' }, 'w1')).toEqual({ ok: false, refusal: 'invalid' })
  expect(await ann.write(put('a3'), 'no-such-activity')).toEqual({ ok: false, refusal: 'unknown-activity' })
  await claire.act({ type: 'lock' }, 'w1')
  expect(await ann.write({ type: 'remove', id: 'a1' }, 'w1')).toEqual({ ok: false, refusal: 'closed' })
  expect(await seenBy(bob, SHARED_WALL, 1)).toMatchObject([{ id: 'a1', author: ann.seat.person }])
})
