import { type Bot, createAs, type Facilitator, joinAs } from '@escale/bots'
import { createRandom, type NewPicture } from '@escale/shared'
import { PLAIN_WALL } from '@escale/shared/activities/wall'
import sharp from 'sharp'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { storm } from '../testkit/hostile-updates.ts'
import { startServer, type TestServer } from '../testkit/index.ts'
import { filesWith } from './canary.testkit.ts'

let server: TestServer
afterEach(() => server.dispose())

const NAME = 'Zébulon-canari'
const ORGANISATION = 'Mairie-canari'
const NOTE = 'post-it-canari'
const STORY = 'histoire-canari'
const PRIVATE = 'brouillon-canari'
const HELP = 'appel-canari'

const activity = (id: string, kind: string, definition: unknown) => ({
  type: 'plan-add' as const,
  after: null,
  activity: {
    ...{ id, kind, title: id, instructions: '', privateNote: '' },
    ...{ durationMs: 60_000, durationProposed: false, definition },
  },
})

/** A facilitator with a wall where notes are signed, and a rally. */
async function workshop(): Promise<Facilitator> {
  const claire = await createAs(server.baseUrl)
  await claire.do({ type: 'settings', patch: { askOrganisation: true } })
  await claire.do(activity('mur', 'wall', { ...PLAIN_WALL, identity: 'named' }))
  await claire.do(
    activity('rallye', 'word-rally', {
      ...{ source: 'prepared', words: ['fil'], pool: [], draws: 1, intervalMs: 1_000 },
      ...{ objective: '', invitation: '', readersMin: 0, readersMax: 1, paper: false },
    }),
  )
  return claire
}

const personOf = (bot: Bot): string => bot.sight.me?.id ?? ''
const join = async (claire: Facilitator, name: string): Promise<Bot> => {
  const bot = await joinAs(server.baseUrl, claire.created.session, { name, organisation: ORGANISATION })
  await bot.until((s) => s.me !== undefined)
  return bot
}
const erase = (by: Bot, person: string, signed: 'unsigned' | 'removed') =>
  by.seat.browser.request(`/api/sessions/${by.seat.session}/erase`, {
    method: 'POST',
    body: JSON.stringify({ person, signed }),
    headers: { 'content-type': 'application/json' },
  })
const note = (id: string, text: string) => ({ type: 'put' as const, note: { id, text, colour: 0, zone: '' } })

test('[E10] [E12] somebody is erased: 0 bytes of their name and words are left, others lose nothing, the session goes on', async () => {
  server = await startServer()
  const claire = await workshop()
  const other = await workshop()
  const writing = await join(other, 'Ailleurs')
  await other.go('mur')
  await writing.until((s) => s.activity?.id === 'mur')

  const noe = await join(claire, NAME)
  const lea = await join(claire, 'Léa')
  await claire.go('mur')
  for (const bot of [noe, lea]) await bot.until((s) => s.activity?.id === 'mur')
  expect(await noe.write(note('n1', NOTE))).toMatchObject({ ok: true })
  expect(await lea.write(note('n2', 'de Léa'))).toMatchObject({ ok: true })
  await claire.do({
    type: 'rename',
    person: personOf(noe),
    identity: { name: `${NAME}-2`, organisation: ORGANISATION, territory: '' },
  })
  await claire.go('rallye')
  for (const bot of [noe, lea]) await bot.until((s) => s.activity?.id === 'rallye')
  await noe.act({ type: 'begin', on: 'screen' })
  expect(await noe.act({ type: 'keep', text: STORY, named: true })).toMatchObject({ ok: true })
  expect(await lea.act({ type: 'keep', text: 'celle de Léa', named: true })).toMatchObject({ ok: true })
  const story = noe.document(`story-${personOf(noe)}`, 'rallye')
  await story.until((d) => d.ready)
  story.doc.getText('text').insert(0, PRIVATE)
  await story.until((d) => d.saved)

  const wall = lea.document('wall', 'mur')
  await wall.until((d) => d.ready)
  // Nobody but the facilitator and the person themselves.
  expect((await erase(lea, personOf(noe), 'removed')).status).toBe(403)
  expect((await erase(noe, personOf(lea), 'removed')).status).toBe(403)
  expect((await erase(claire, personOf(claire), 'removed')).status).toBe(403)
  const canaries = [NAME, NOTE, STORY, PRIVATE]
  expect(canaries.filter((letters) => filesWith(server.dataFolder, letters).length === 0)).toEqual([])

  let isOver = false
  const storm = (async () => {
    for (let i = 0; i < 100 && !isOver; i++) await writing.write(note(`s${i}`, `autre ${i}`))
  })()
  const erased = personOf(noe)
  expect((await erase(claire, erased, 'removed')).status).toBe(204)
  await server.store.scrubbed()
  isOver = true
  await storm
  for (const letters of canaries)
    expect([letters, filesWith(server.dataFolder, letters)]).toEqual([letters, []])

  // They are away for good, and their place says why; everybody else goes on.
  await noe.until(() => noe.connection.goodbye === 'erased')
  await wall.until(({ doc }) => !doc.getMap('notes').has('n1') && doc.getMap('notes').has('n2'))
  await claire.until((s) => !s.people.has(erased))
  expect(await claire.command({ type: 'restore', person: erased })).toMatchObject({ ok: false })
  const harvest = await claire.seat.browser.json<{ harvest: unknown }>(
    'GET',
    `/api/sessions/${claire.created.session}/harvest?names=1`,
  )
  expect(JSON.stringify(harvest)).toContain('celle de Léa')
  expect(JSON.stringify(harvest)).not.toContain('canari')

  // And after a restart it is the same session.
  for (const bot of [claire, lea, noe, other, writing]) bot.close()
  await server.stop()
  server = await server.reopen()
  const door = await lea.seat.browser.door(claire.created.session)
  expect(door).toMatchObject({ status: 'running', known: { participant: true } })
  expect((await noe.seat.browser.door(claire.created.session)).known.participant).toBe(false)
})

test('[E11] what somebody wrote in private goes with them, and a picture that only they showed; those of others stay', async () => {
  server = await startServer()
  const claire = await workshop()
  await claire.do(activity('secret', 'wall', { ...PLAIN_WALL, identity: 'named', flow: 'private' }))
  const noe = await join(claire, NAME)
  const lea = await join(claire, 'Léa')
  const sent = async (by: Bot, background: string): Promise<NewPicture> => {
    const body = await sharp({ create: { width: 40, height: 30, channels: 3, background } })
      .png()
      .toBuffer()
    const path = `/api/sessions/${claire.created.session}/pictures`
    const response = await by.seat.browser.request(path, { method: 'POST', body })
    expect(response.status).toBe(201)
    return (await response.json()) as NewPicture
  }
  const open = async (id: string) => {
    await claire.go(id)
    for (const bot of [noe, lea]) await bot.until((s) => s.activity?.id === id)
  }
  const withPicture = (id: string, { picture }: NewPicture) => ({
    type: 'put' as const,
    note: { id, text: '', colour: 0, zone: '', picture },
  })
  const stored = async (picture: NewPicture) =>
    (await server.store.getFile(claire.created.session, picture.picture)) !== undefined

  await open('mur')
  const [his, hers, both] = [await sent(noe, '#f00'), await sent(lea, '#0f0'), await sent(noe, '#00f')]
  expect(await noe.write(withPicture('p1', his))).toMatchObject({ ok: true })
  expect(await lea.write(withPicture('p2', hers))).toMatchObject({ ok: true })
  expect(await noe.write(withPicture('p3', both))).toMatchObject({ ok: true })
  expect(await lea.write(withPicture('p4', both))).toMatchObject({ ok: true })
  await open('secret')
  const secretly = await sent(noe, '#ff0')
  expect(await noe.write(note('s1', PRIVATE))).toMatchObject({ ok: true })
  expect(await noe.write(withPicture('s2', secretly))).toMatchObject({ ok: true })
  expect(await lea.write(note('s3', 'en secret aussi'))).toMatchObject({ ok: true })
  const person = personOf(noe)
  expect(filesWith(server.dataFolder, PRIVATE)).not.toEqual([])
  expect((await erase(claire, person, 'removed')).status).toBe(204)
  await server.store.scrubbed()
  for (const letters of [NAME, PRIVATE])
    expect([letters, filesWith(server.dataFolder, letters)]).toEqual([letters, []])
  expect([await stored(his), await stored(secretly)]).toEqual([false, false])
  expect([await stored(hers), await stored(both)]).toEqual([true, true])
  expect(await server.store.listDocuments(claire.created.session, 'secret')).not.toContain(`mine-${person}`)
  expect(await server.store.listDocuments(claire.created.session, 'secret')).toContain(
    `mine-${personOf(lea)}`,
  )
  for (const bot of [claire, lea, noe]) bot.close()
})

test('[E14] a document that nobody can read keeps nobody from being erased: one’s own goes, one of several people stays as it is', async () => {
  server = await startServer()
  const claire = await workshop()
  const noe = await join(claire, NAME)
  const session = claire.created.session
  const person = personOf(noe)
  await claire.go('mur')
  await noe.until((s) => s.activity?.id === 'mur')
  // To open it would take minutes.
  const broken = (letters: string): Uint8Array[] => {
    const doc = new Y.Doc()
    doc.getText('text').insert(0, letters)
    return [storm(1_500, createRandom(letters)), Y.encodeStateAsUpdate(doc)]
  }
  await server.store.appendUpdates({ session, activity: 'rallye', name: `story-${person}` }, broken(STORY))
  await claire.do(activity('autre', 'wall', PLAIN_WALL))
  await server.store.appendUpdates({ session, activity: 'autre', name: 'wall' }, broken('de plusieurs'))
  expect(await noe.write(note('n1', NOTE))).toMatchObject({ ok: true })
  expect((await erase(claire, person, 'removed')).status).toBe(204)
  await server.store.scrubbed()
  for (const letters of [NAME, NOTE, STORY])
    expect([letters, filesWith(server.dataFolder, letters)]).toEqual([letters, []])
  expect(filesWith(server.dataFolder, 'de plusieurs')).not.toEqual([])
  expect(await server.store.listErasures()).toEqual([])
  for (const bot of [claire, noe]) bot.close()
})

test('[E11] one erases oneself, and may leave what one signed to the others, without a name', async () => {
  server = await startServer()
  const claire = await workshop()
  const noe = await join(claire, NAME)
  const lea = await join(claire, 'Léa')
  await claire.go('mur')
  for (const bot of [noe, lea]) await bot.until((s) => s.activity?.id === 'mur')
  expect(await noe.write(note('n1', NOTE))).toMatchObject({ ok: true })
  const wall = lea.document('wall', 'mur')
  await wall.until((d) => d.ready)
  const person = personOf(noe)
  expect((await erase(noe, person, 'unsigned')).status).toBe(204)
  await wall.until(
    ({ doc }) =>
      (doc.getMap('notes').get('n1') as { get(key: string): unknown } | undefined)?.get('author') ===
      undefined,
  )
  await server.store.scrubbed()
  expect(filesWith(server.dataFolder, NAME)).toEqual([])
  const stored = await server.store.loadDocument({
    session: claire.created.session,
    activity: 'mur',
    name: 'wall',
  })
  const bytes = Buffer.concat([stored.snapshot ?? new Uint8Array(), ...stored.updates])
  expect([bytes.includes(NOTE), bytes.includes(person)]).toEqual([true, false])
  for (const bot of [claire, lea, noe]) bot.close()
})

test('[E13] an erasure that a crash cut short is finished after it', async () => {
  server = await startServer()
  const claire = await workshop()
  const noe = await join(claire, NAME)
  const person = personOf(noe)
  // As much as is committed when the server dies right after it was asked.
  const live = await server.app.sessions.open(claire.created.session)
  expect(
    await live?.host.system({ type: 'erased', person }, { erase: { person, signed: 'removed' } }),
  ).toMatchObject({ ok: true })
  for (const bot of [claire, noe]) bot.close()
  await server.crash()
  server = await server.reopen()
  await server.app.sweep()
  await server.store.scrubbed()
  expect(filesWith(server.dataFolder, NAME)).toEqual([])
  expect(await server.store.listErasures()).toEqual([])
})

test('[E8] [W29] a story that is taken back, or whose reading is over, is not in the log any more, and nothing joins it to its author', async () => {
  server = await startServer()
  const claire = await workshop()
  const noe = await join(claire, 'Noé')
  await claire.go('rallye')
  await noe.until((s) => s.activity?.id === 'rallye')
  const inLog = async () => JSON.stringify(await server.store.loadEvents(claire.created.session, 0))
  await noe.act({ type: 'keep', text: STORY, named: false })
  expect(await inLog()).toContain(STORY)
  await noe.act({ type: 'keep', text: `${STORY}-bis`, named: false })
  await noe.act({ type: 'unkeep' })
  expect(await inLog()).not.toContain(STORY)
  await noe.act({ type: 'keep', text: 'celle-ci reste', named: false })
  await claire.do({ type: 'end-phase' })
  await noe.until((s) => s.activity?.phases !== undefined)
  expect(await noe.act({ type: 'raise' })).toMatchObject({ ok: true })
  await claire.do({ type: 'act', activity: 'rallye', action: { type: 'call', person: personOf(noe) } })
  expect(await noe.act({ type: 'show', text: HELP })).toMatchObject({ ok: true })
  expect(await inLog()).toContain(HELP)
  await claire.do({ type: 'act', activity: 'rallye', action: { type: 'end' } })
  const log = await inLog()
  expect([log.includes(HELP), log.includes('celle-ci reste')]).toEqual([false, true])
  await server.store.scrubbed()
  for (const letters of [STORY, HELP]) expect(filesWith(server.dataFolder, letters)).toEqual([])

  // The log replays, and what is kept is kept.
  for (const bot of [claire, noe]) bot.close()
  await server.stop()
  server = await server.reopen()
  const { harvest } = await claire.seat.browser.json<{ harvest: unknown }>(
    'GET',
    `/api/sessions/${claire.created.session}/harvest`,
  )
  expect(JSON.stringify(harvest)).toContain('celle-ci reste')
})
