import { createAs, joinAs } from '@escale/bots'
import { addNote, readWall } from '@escale/shared'
import { privatePage, SHARED_WALL, type WallDefinition } from '@escale/shared/activities/wall'
import { afterEach, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { startServer, type TestServer } from '../../testkit/index.ts'

let server: TestServer
afterEach(() => server.dispose())

const definition: WallDefinition = {
  prompt: 'Quelles intentions ?',
  zones: [{ id: 'z1', title: 'Ici' }],
  identity: 'named',
  reveal: 'hidden',
  maxNotesPerPerson: null,
}

const write = (doc: Y.Doc, id: string, author: string) =>
  addNote(doc, { id, text: `secret ${id}`, author, colour: 2, zone: 'z1', createdAt: 1 })
const texts = (doc: Y.Doc) => readWall(doc).notes.map((n) => n.text)

async function stage(identity: WallDefinition['identity']) {
  server = await startServer()
  const claire = await createAs(server.baseUrl)
  await claire.do({
    type: 'plan-add',
    after: null,
    activity: {
      id: 'w1',
      kind: 'wall',
      title: 'Mur',
      instructions: '',
      privateNote: '',
      durationMs: 60_000,
      durationProposed: false,
      definition: { ...definition, identity },
    },
  })
  const { session } = claire.created
  const ann = await joinAs(server.baseUrl, session, { name: 'Ann' })
  const bob = await joinAs(server.baseUrl, session, { name: 'Bob' })
  await claire.go('w1')
  const [annId, bobId] = [ann.seat.person ?? '', bob.seat.person ?? '']
  const annPage = ann.document(privatePage(annId), 'w1')
  await annPage.until((d) => d.ready)
  write(annPage.doc, 'a1', identity === 'named' ? 'someone-else' : '')
  await annPage.until((d) => d.saved)
  return { claire, ann, bob, annId, bobId, annPage }
}

test('[M9] what is written in private is nobody’s to read before the reveal, and everybody’s after it', async () => {
  const { claire, ann, bob, annId, annPage } = await stage('named')
  for (const [bot, name] of [
    [bob, privatePage(annId)],
    [bob, SHARED_WALL],
    [ann, SHARED_WALL],
  ] as const) {
    const closed = bot.document(name, 'w1')
    await closed.until((d) => d.closedWith === 4403)
    expect(texts(closed.doc)).toEqual([])
  }
  const facilitatorsView = claire.document(privatePage(annId), 'w1')
  await facilitatorsView.until((d) => texts(d.doc).length === 1 && d.access === 'read')

  expect(await claire.act({ type: 'reveal' })).toMatchObject({ ok: true })
  const wall = bob.document(SHARED_WALL, 'w1')
  wall.provider.connect()
  await wall.until((d) => texts(d.doc).length === 1)
  // The page says whose note it is, not the note.
  expect(readWall(wall.doc).notes[0]).toMatchObject({ text: 'secret a1', author: annId })
  expect(annPage.access).toBe('write')
  for (const bot of [claire, ann, bob]) bot.close()
})

test('[M10] an anonymous reveal tells nobody who wrote what, and facilitators cannot read pages', async () => {
  const { claire, ann, bob, annId } = await stage('anonymous')
  const peek = claire.document(privatePage(annId), 'w1')
  await peek.until((d) => d.closedWith === 4403)
  await claire.act({ type: 'reveal' })
  const wall = bob.document(SHARED_WALL, 'w1')
  await wall.until((d) => texts(d.doc).length === 1)
  expect(readWall(wall.doc).notes[0]?.author).toBe('')
  for (const bot of [claire, ann, bob]) bot.close()
})

test('[M11] a server that dies after the reveal still puts the notes on the wall, once', async () => {
  const { claire, ann, bob, annId } = await stage('named')
  await claire.act({ type: 'reveal' })
  await server.crash()
  server = await server.reopen()
  const wall = bob.document(SHARED_WALL, 'w1')
  await wall.until((d) => texts(d.doc).length === 1)
  // Taken off the wall, hidden and revealed again, it does not come back.
  wall.doc.getMap('notes').delete('a1')
  await wall.until((d) => d.saved)
  await claire.act({ type: 'hide' })
  const page = ann.document(privatePage(annId), 'w1')
  await page.until((d) => d.ready)
  write(page.doc, 'a2', '')
  await page.until((d) => d.saved)
  await claire.act({ type: 'reveal' })
  const after = ann.document(SHARED_WALL, 'w1')
  await after.until((d) => texts(d.doc).length > 0)
  expect(texts(after.doc)).toEqual(['secret a2'])
  for (const bot of [claire, ann, bob]) bot.close()
})
