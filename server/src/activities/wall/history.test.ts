import { type Bot, joinAs } from '@escale/bots'
import { readNotes } from '@escale/shared'
import {
  checkpointName,
  HISTORY,
  readHistory,
  SHARED_WALL,
  SHELF,
  type WallDefinition,
  type WallEdit,
} from '@escale/shared/activities/wall'
import { afterEach, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../testkit/index.ts'
import { openWall } from './open-wall.testkit.ts'

let server: TestServer
let bots: readonly Bot[] = []
afterEach(async () => {
  for (const bot of bots) bot.close()
  await server.dispose()
})

async function stage(settings: Partial<WallDefinition> = {}) {
  server = await startServer()
  const claire = await openWall(server, settings)
  const ann = await joinAs(server.baseUrl, claire.created.session, { name: 'Ann' })
  bots = [claire, ann]
  await claire.go('w1')
  await ann.until((sight) => sight.activity?.id === 'w1' && sight.me !== undefined)
  return { claire, ann, session: claire.created.session }
}

const put = (id: string): WallEdit => ({
  type: 'put',
  note: { id, text: `texte ${id}`, colour: 2, zone: '' },
  secret: `the-secret-of-note-${id}`,
})
const isOn = async (bot: Bot, name: string, ids: readonly string[]) => {
  const document = bot.document(name, 'w1')
  await document.until(
    (d) =>
      readNotes(d.doc)
        .map((note) => note.id)
        .join() === ids.join(),
  )
}

test('[M50] [M51] a wall is kept, gone back to after the server has died, and that is taken back; only facilitators read', async () => {
  const { claire, ann, session } = await stage()
  for (const id of ['a', 'b']) await ann.write(put(id), 'w1')
  expect(await ann.write({ type: 'checkpoint', id: 'k', title: 'Avant' }, 'w1')).toEqual({
    ok: false,
    refusal: 'not-allowed',
  })
  expect(await claire.write({ type: 'checkpoint', id: 'k', title: 'Avant' }, 'w1')).toMatchObject({
    ok: true,
  })
  for (const name of [HISTORY, checkpointName('k')]) {
    const closed = ann.document(name, 'w1')
    await closed.until((d) => d.closedWith === 4403)
  }
  await ann.write({ type: 'remove', id: 'b' }, 'w1')
  await ann.write(put('c'), 'w1')
  await server.crash()
  server = await server.reopen()
  expect(await claire.write({ type: 'restore', id: 'k', before: 'auto' }, 'w1')).toMatchObject({ ok: true })
  await isOn(ann, SHARED_WALL, ['a'])
  // What came since, and what its author had taken back.
  const shelf = claire.document(SHELF, 'w1')
  await shelf.until((d) => readNotes(d.doc).length === 2)
  expect(readNotes(shelf.doc).map((note) => note.id)).toEqual(['b', 'c'])

  expect(await claire.write({ type: 'restore', id: 'auto', before: 'auto2' }, 'w1')).toMatchObject({
    ok: true,
  })
  await isOn(ann, SHARED_WALL, ['a', 'c'])
  const history = claire.document(HISTORY, 'w1')
  await history.until((d) => readHistory(d.doc).length === 3)
  await isOn(claire, checkpointName('k'), ['a', 'b'])
  expect(await claire.write({ type: 'forget', id: 'k' }, 'w1')).toMatchObject({ ok: true })
  await isOn(claire, checkpointName('k'), [])
  // The log knows nothing of it, as of no edit.
  expect(JSON.stringify(await server.store.loadEvents(session, 0))).not.toMatch(/checkpoint|Avant/)
})

test('[M52] what was signed comes back unsigned to a wall that has become anonymous, in what is stored too', async () => {
  const { claire, ann } = await stage()
  await ann.write(put('a'), 'w1')
  await claire.write({ type: 'checkpoint', id: 'k', title: 'Signé' }, 'w1')
  await claire.write({ type: 'shelve', from: SHARED_WALL, notes: ['a'] }, 'w1')
  await claire.act({ type: 'set', settings: { identity: 'anonymous' } }, 'w1')
  await claire.write({ type: 'restore', id: 'k', before: 'auto' }, 'w1')
  await isOn(ann, SHARED_WALL, ['a'])
  expect(readNotes(ann.document(SHARED_WALL, 'w1').doc)[0]?.author).toBe('')
  const kept = claire.document(checkpointName('auto'), 'w1')
  await kept.until((d) => d.doc.getMap('shelf').size === 1)
  expect(JSON.stringify(kept.doc.getMap('shelf'))).not.toContain(ann.seat.person)
})

test('[M54] every screen hears when the film began, and one that comes late too', async () => {
  const { claire, ann } = await stage()
  await ann.write(put('a'), 'w1')
  expect(await ann.act({ type: 'film', ms: 10_000 }, 'w1')).toMatchObject({ ok: false })
  await claire.act({ type: 'film', ms: 10_000 }, 'w1')
  const filmOf = (bot: Bot) =>
    (bot.sight.activity?.view as { readonly film: { readonly ms: number } | null } | undefined)?.film
  await ann.until(() => filmOf(ann) != null)
  const late = await joinAs(server.baseUrl, claire.created.session, { name: 'Tard' })
  bots = [...bots, late]
  await late.until((sight) => sight.activity?.id === 'w1')
  expect(filmOf(late)).toEqual(filmOf(ann))
  expect(filmOf(late)?.ms).toBe(10_000)
})
