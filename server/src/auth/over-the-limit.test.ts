/**
 * More than is allowed, at every door: each route that takes a body, each event, each document of each kind, from somebody who
 * is in. It is refused with a word, nothing of it is stored, and nobody else notices. What is new and has no row here fails.
 */
import { type Bot, createAs, type Facilitator, joinAs } from '@escale/bots'
import { type Failure, kinds, limits, type Receipt, SYNC_CLOSE } from '@escale/shared'
import * as encoding from 'lib0/encoding'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { CLIENT_EVENTS } from '../realtime/gateway.ts'
import { startServer, type TestServer } from '../testkit/index.ts'
import { RawSocket } from '../testkit/raw-socket.ts'
import { routesOf } from '../testkit/routes-of.ts'

let server: TestServer
let claire: Facilitator
let lea: Bot
let noe: Bot
const personOf = (bot: Bot): string => bot.sight.me?.id ?? ''

/** By kind: the documents that people open, as they are called; a kind without any has none. */
const DOCUMENTS: Readonly<Record<string, () => readonly string[]>> = {
  slide: () => [],
  wall: () => ['wall', 'inbox', 'shelf', 'veiled', 'tally', ...own('mine')],
  'word-rally': () => own('story'),
  'round-table': () => consoleOf().groups[0]?.pages ?? [],
}
interface Forming {
  readonly console: { readonly choice: object; readonly groups: readonly { readonly pages: string[] }[] }
}
const consoleOf = () => (claire.sight.activity as { readonly view: Forming }).view.console
const own = (prefix: string): string[] => [lea, claire].map((bot) => `${prefix}-${personOf(bot)}`)

beforeAll(async () => {
  server = await startServer()
  claire = await createAs(server.baseUrl)
  lea = await joinAs(server.baseUrl, claire.created.session, { name: 'Léa' })
  noe = await joinAs(server.baseUrl, claire.created.session, { name: 'Noé' })
  for (const bot of [lea, noe]) await bot.until((s) => s.me !== undefined)
  for (const { id: kind, defaults } of Object.values(kinds)) {
    const activity = {
      id: kind,
      kind,
      title: kind,
      instructions: '',
      privateNote: '',
      durationProposed: false,
    }
    await claire.do({ type: 'plan-add', after: null, activity: { ...activity, ...defaults } })
  }
})
afterAll(async () => {
  for (const bot of [claire, lea, noe]) bot.close()
  await server.dispose()
})

/** Bytes of a body that none of the routes below takes: those of workshop files and pictures read their own. */
const BODY_BYTES = 32 * 1024 + 1
const OWN_BODIES = ['POST /api/sessions', 'POST /api/sessions/:session/pictures']

const stored = async (activity?: string) => {
  const { session } = claire.created
  const events = await server.store.loadEvents(session, 0)
  const documents = activity === undefined ? [] : await server.store.listDocuments(session, activity)
  return JSON.stringify([events.filter(({ command }) => command.type !== 'presence'), documents])
}

describe('[P9] more than is allowed', () => {
  test('no route takes it', async () => {
    const routes = routesOf(server.app.express).filter((r) => r.includes('/api') && !r.startsWith('GET '))
    expect(routes.filter((r) => OWN_BODIES.includes(r))).toHaveLength(OWN_BODIES.length)
    const before = await stored()
    for (const bot of [claire, lea])
      for (const route of routes.filter((r) => !OWN_BODIES.includes(r))) {
        const [method = '', pattern = ''] = route.split(' ')
        const path = pattern.replace(':session', claire.created.session).replace(/:\w+/g, 'a')
        const response = await fetch(server.baseUrl + path, {
          method,
          headers: {
            origin: server.baseUrl,
            'content-type': 'application/json',
            cookie: bot.seat.browser.jar.header(),
          },
          body: JSON.stringify({ name: 'x'.repeat(BODY_BYTES) }),
        })
        const { refusal } = (await response.json()) as Failure
        expect([route, response.status, refusal]).toEqual([route, 413, 'too-large'])
      }
    expect(await stored()).toBe(before)
  })

  for (const as of ['facilitator', 'participant'] as const)
    test(`no event takes it, and its sender goes on: ${as}`, async () => {
      const { browser } = (as === 'facilitator' ? claire : lea).seat
      const socket = await RawSocket.open(browser, claire.created.session, as)
      await socket.frame()
      const before = await stored()
      const text = 'x'.repeat(limits.COMMAND_MAX_BYTES + 4_096)
      for (const event of CLIENT_EVENTS) {
        const command = { type: 'tell', text }
        expect([event, await socket.ask<Receipt>(event, { id: 'large', command })]).toEqual([
          event,
          { ok: false, refusal: 'too-large' },
        ])
      }
      expect(typeof (await socket.ask('clock'))).toBe('number')
      socket.say('command', { id: 'larger', command: 'x'.repeat(limits.SOCKET_MESSAGE_MAX_BYTES) })
      await socket.ended()
      expect(await stored()).toBe(before)
    })

  test('the table has every kind, and a document of each that has some', () => {
    expect(Object.keys(DOCUMENTS).toSorted()).toEqual(Object.keys(kinds).toSorted())
  })

  /** What somebody who may write can make by writing, larger than a frame may be. */
  const update = () => {
    const doc = new Y.Doc()
    doc.getText('text').insert(0, 'x'.repeat(limits.DOCUMENT_FRAME_MAX_BYTES))
    return Y.encodeStateAsUpdate(doc)
  }
  const frameOf = (bytes: Uint8Array): Uint8Array =>
    encoding.encode((e) => {
      for (const type of [0, 2]) encoding.writeVarUint(e, type)
      encoding.writeVarUint8Array(e, bytes)
    })

  for (const [kind, names] of Object.entries(DOCUMENTS))
    test(`no document of ${kind} takes it`, async () => {
      await claire.go(kind)
      await lea.until((s) => s.activity?.id === kind)
      if (kind === 'round-table') {
        const choice = { ...consoleOf().choice, min: 2, max: 2, target: null }
        await claire.act({ type: 'propose', choice, repair: 'smaller', redraw: false })
        expect(await claire.act({ type: 'launch' })).toMatchObject({ ok: true })
        await claire.until(() => consoleOf().groups.length > 0)
      }
      const before = await stored(kind)
      let tooLarge = 0
      for (const bot of [claire, lea])
        for (const name of names()) {
          const { as, session, browser } = bot.seat
          const url = `${server.baseUrl.replace('http', 'ws')}/sync/${as}/${session}/${kind}/${name}`
          const socket = new WebSocket(url, {
            headers: { origin: server.baseUrl, cookie: browser.jar.header() },
          })
          const closed = new Promise<number>((resolve) => socket.on('close', resolve))
          await new Promise((resolve) => socket.once('open', resolve))
          socket.send(frameOf(update()))
          const code = await closed
          expect([as, name, [SYNC_CLOSE.tooLarge, SYNC_CLOSE.notAllowed]]).toEqual([
            as,
            name,
            expect.arrayContaining([code]),
          ])
          if (code === SYNC_CLOSE.tooLarge) tooLarge++
        }
      expect(tooLarge > 0).toBe(kind !== 'slide')
      expect(await stored(kind)).toBe(before)
    })
})
