/** People whose network has no WebSocket: the same session, the same documents, the same limits, by long polling. */
import { Browser, createAs, type Facilitator } from '@escale/bots'
import {
  type DocumentLine,
  kinds,
  limits,
  SOCKET_PATH,
  SYNC_CLOSE,
  SYNC_MESSAGE_SAVED,
  SYNC_PATH,
} from '@escale/shared'
import * as decoding from 'lib0/decoding'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { RATES } from '../auth/rate-limits.ts'
import { createLog } from '../observability/log.ts'
import { startServer, type TestServer } from '../testkit/index.ts'
import { RawSocket, type RawSocketOptions } from '../testkit/raw-socket.ts'

const KIND = 'word-rally'
let server: TestServer
let claire: Facilitator
let session: string
const open: { close(): void }[] = []
beforeAll(async () => {
  const plenty = { points: 10_000, duration: 60 }
  server = await startServer({
    rates: { ...RATES, commandsPerPerson: plenty, commandsPerSession: plenty, creationsPerAddress: plenty },
  })
  claire = await createAs(server.baseUrl)
  session = claire.created.session
  const kind = kinds[KIND]
  if (kind === undefined) throw new Error('no such kind')
  const activity = {
    id: KIND,
    kind: KIND,
    title: KIND,
    instructions: '',
    privateNote: '',
    durationProposed: false,
  }
  await claire.do({ type: 'plan-add', after: null, activity: { ...activity, ...kind.defaults } })
  await claire.go(KIND)
})
afterAll(async () => {
  for (const one of open) one.close()
  claire.close()
  await server.dispose()
})

async function connect(browser: Browser, options: RawSocketOptions = {}, as = 'participant') {
  const socket = await RawSocket.open(browser, session, as, { transport: 'polling', ...options })
  open.push(socket)
  return socket
}
async function visitor(name: string) {
  const browser = new Browser(server.baseUrl)
  const { person } = await browser.join(session, { name })
  const socket = await connect(browser)
  await socket.frame()
  return { browser, person, socket, path: `participant/${session}/${KIND}/story-${person}` }
}
const closing = (line: DocumentLine) =>
  new Promise<number>((resolve) => {
    line.onclose = ({ code }) => resolve(code)
  })
const opening = (line: DocumentLine) =>
  new Promise<void>((resolve) => {
    line.onopen = () => resolve()
  })
/** A line whose document has spoken. One that is turned away because others are still being ended is asked for again. */
async function served(open: () => DocumentLine, tries = 40): Promise<DocumentLine> {
  const line = open()
  const isServed = await new Promise<boolean>((resolve) => {
    line.onmessage = () => resolve(true)
    line.onclose = () => resolve(false)
  })
  if (isServed || tries === 0) {
    expect(isServed).toBe(true)
    return line
  }
  return served(open, tries - 1)
}
const pathOf = (path: string) => `${SYNC_PATH}/${path}`

/** The unmodified provider, over the session's connection. */
function paperOf(socket: RawSocket, path: string) {
  const doc = new Y.Doc()
  class Line {
    constructor(url: string) {
      // biome-ignore lint/correctness/noConstructorReturn: the provider makes its socket with `new`
      return socket.lines.open(new URL(url).pathname)
    }
  }
  const provider = new WebsocketProvider(`${server.baseUrl}${SYNC_PATH}`, path, doc, {
    WebSocketPolyfill: Line as never,
    disableBc: true,
  })
  const heard = new Set<() => void>()
  let saved = 0
  provider.messageHandlers[SYNC_MESSAGE_SAVED] = (_encoder, decoder) => {
    saved = decoding.readVarUint(decoder)
    for (const look of heard) look()
  }
  provider.on('sync', () => {
    for (const look of heard) look()
  })
  doc.on('update', () => {
    for (const look of heard) look()
  })
  const until = (holds: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!holds()) return
        heard.delete(look)
        resolve()
      }
      heard.add(look)
      look()
    })
  open.push({ close: () => provider.destroy() })
  return {
    text: doc.getText('text'),
    provider,
    synced: () => until(() => provider.synced),
    savedUpTo: (count: number) => until(() => saved >= count),
    until,
  }
}

describe('[P16] a session by long polling', () => {
  test('is whole: frames, receipts, the time', async () => {
    const { socket, person } = await visitor('Léa')
    expect((await socket.frame()).me?.id).toBe(person)
    expect(typeof (await socket.ask('clock'))).toBe('number')
    const identity = { name: 'Léa B.', organisation: '', territory: '' }
    expect(await socket.command('n', { type: 'rename', person, identity })).toMatchObject({ ok: true })
    await socket.frame(({ me }) => me?.name === 'Léa B.')
  })

  test('[S20] who was removed is told so, and who is removed is told and ended', async () => {
    const { browser, socket, person, path } = await visitor('Ève')
    const line = socket.lines.open(pathOf(path))
    await opening(line)
    const closed = closing(line)
    const ended = socket.ended()
    await claire.do({ type: 'remove', person })
    expect((await socket.bye()).reason).toBe('removed')
    await ended
    await closed
    expect((await (await connect(browser)).bye()).reason).toBe('removed')
  })

  test('[P11] what is too large is answered, and what is larger ends the connection', async () => {
    const { socket } = await visitor('Ample')
    const command = 'x'.repeat(limits.COMMAND_MAX_BYTES + 4_096)
    expect(await socket.ask('command', { id: 'l', command })).toEqual({ ok: false, refusal: 'too-large' })
    expect(typeof (await socket.ask('clock'))).toBe('number')
    const ended = socket.ended()
    socket.say('command', { id: 'larger', command: 'x'.repeat(limits.SOCKET_MESSAGE_MAX_BYTES) })
    await ended
  })

  test('[L28] who floods is cut', async () => {
    const { socket } = await visitor('Flot')
    for (let n = 0; n < 1_000; n++) socket.say('nothing')
    expect((await socket.bye()).reason).toBe('rate-limited')
  })

  test('[D6] who does not ask any more is cut before much waits for them', async () => {
    const { browser } = await visitor('Lente')
    const line = await Asking.begin(browser)
    await line.say('40')
    // Lets it in, and is the last that it takes.
    await line.until((text) => text.includes('"frame"'))
    const filler = 'x'.repeat(limits.INSTRUCTIONS_MAX_CHARS - 10)
    let n = 0
    while ((await line.say('3')).status === 200) {
      await claire.do({ type: 'plan-edit', activity: KIND, patch: { instructions: `${n++} ${filler}` } })
      expect(n * filler.length).toBeLessThan(20 * MEBIBYTE)
    }
    expect(n * filler.length).toBeGreaterThan(MEBIBYTE / 2)
  }, 60_000)

  test('[L32] who does not say who they are is cut', async () => {
    const line = await Asking.begin(new Browser(server.baseUrl))
    const { status, text } = await line.ask()
    // « Close », in answer to the question that was held.
    expect([status, text]).toEqual([200, '1'])
    expect((await line.ask()).status).toBe(400)
  })

  test('[P6] a server that stops says so, and does not wait for anybody', async () => {
    const other = await startServer()
    const driver = new Browser(other.baseUrl)
    const created = await driver.createSession({ language: 'fr' })
    const socket = await RawSocket.open(driver, created.session, 'facilitator', { transport: 'polling' })
    await socket.frame()
    await other.stop()
    expect((await socket.bye()).reason).toBe('restarting')
    const again = await other.reopen()
    const next = await RawSocket.open(driver, created.session, 'facilitator', { transport: 'polling' })
    await next.frame()
    const ended = next.ended()
    await again.crash()
    await ended
    await (await again.reopen()).dispose()
    for (const one of [socket, next]) one.close()
  })
})

const MEBIBYTE = 1024 * 1024

/** Long polling by hand. */
class Asking {
  readonly #url: string
  readonly #headers: Record<string, string>
  private constructor(url: string, headers: Record<string, string>) {
    this.#url = url
    this.#headers = headers
  }

  static async begin(browser: Browser, headers: Record<string, string> = { origin: browser.baseUrl }) {
    const url = `${browser.baseUrl}${SOCKET_PATH}/?EIO=4&transport=polling&session=${session}&as=participant`
    const all = { cookie: browser.jar.header(), ...headers }
    const answer = await fetch(url, { headers: all })
    if (answer.status !== 200) throw new Error(String(answer.status))
    const { sid } = JSON.parse((await answer.text()).slice(1)) as { sid: string }
    return new Asking(`${url}&sid=${sid}`, all)
  }

  async ask(headers: Record<string, string> = {}) {
    const answer = await fetch(this.#url, { headers: { ...this.#headers, ...headers } })
    return { status: answer.status, text: await answer.text(), headers: answer.headers }
  }

  async until(holds: (text: string) => boolean) {
    while (!holds((await this.ask()).text));
  }

  say(packet: string, headers: Record<string, string> = {}) {
    return fetch(this.#url, {
      method: 'POST',
      headers: { 'content-type': 'text/plain', ...this.#headers, ...headers },
      body: packet,
    })
  }
}

describe('[P8] the door of long polling', () => {
  const begins = (headers: Record<string, string>, at = server) =>
    Asking.begin(new Browser(at.baseUrl), headers).then(
      () => 200,
      (error: Error) => Number(error.message),
    )

  test('is open to pages of ours alone, also when the browser leaves the origin out', async () => {
    const own = server.baseUrl
    expect(await begins({ origin: own })).toBe(200)
    expect(await begins({ 'sec-fetch-site': 'same-origin' })).toBe(200)
    expect(await begins({})).toBe(200)
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: own, 'sec-fetch-site': 'cross-site' },
    ])
      expect([headers, await begins(headers as Record<string, string>)]).toEqual([headers, 403])
  })

  test('where other sites show our pages, nothing is left to guessing', async () => {
    const embedded = await startServer({ env: { ESCALE_EMBED_ORIGINS: 'https://moodle.exemple.fr' } })
    const own = embedded.baseUrl
    expect(await begins({}, embedded)).toBe(403)
    expect(await begins({ 'sec-fetch-site': 'none' }, embedded)).toBe(403)
    expect(await begins({ origin: 'https://moodle.exemple.fr' }, embedded)).toBe(403)
    expect(await begins({ 'sec-fetch-site': 'same-origin' }, embedded)).toBe(200)
    expect(await begins({ origin: own }, embedded)).toBe(200)
    await embedded.dispose()
  })

  test('is asked for each question, not for the first alone', async () => {
    const line = await Asking.begin(new Browser(server.baseUrl))
    expect((await line.say('40', { origin: 'https://evil.example' })).status).toBe(400)
    expect((await line.ask({ 'sec-fetch-site': 'cross-site' })).status).toBe(400)
    expect((await line.say('40')).status).toBe(200)
    const { headers } = await line.ask()
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('no-store')
  })

  test('what is no question of Socket.IO is answered once, by nobody else', async () => {
    const answer = await fetch(`${server.baseUrl}${SOCKET_PATH}/?EIO=4&transport=polling&sid=nobody`)
    expect([answer.status, await answer.json()]).toEqual([400, { code: 1, message: 'Session ID unknown' }])
  })
})

test('[P17] the log says once for each origin that its pages were refused, of people nothing', async () => {
  const said: string[] = []
  const log = createLog('warn', { write: (line: string) => void said.push(line) })
  const own = await startServer({ log })
  const refused = async (headers: Record<string, string>) => {
    const { status } = await fetch(`${own.baseUrl}${SOCKET_PATH}/?EIO=4&transport=polling`, { headers })
    expect(status).toBe(403)
  }
  const { WebSocket } = await import('ws')
  for (const path of [`${SOCKET_PATH}/?EIO=4&transport=websocket`, `${SYNC_PATH}/participant/s/a/n`]) {
    const socket = new WebSocket(own.baseUrl.replace('http', 'ws') + path, {
      origin: 'https://escale.exemple.fr',
    })
    await new Promise((resolve) => socket.once('error', resolve))
  }
  await refused({ origin: 'https://escale.exemple.fr', cookie: 'secret=1' })
  await refused({ origin: 'https://autre.exemple.fr' })
  await own.dispose()
  const lines = said.filter((line) => line.includes('ESCALE_PUBLIC_URL'))
  expect(lines).toHaveLength(2)
  expect(lines[0]).toContain('https://escale.exemple.fr')
  expect(lines[1]).toContain('https://autre.exemple.fr')
  expect(said.join('')).not.toContain('secret')
})

describe('[D24] documents without WebSocket', () => {
  test('[D10] what one writes is told saved, and is what another has who comes by WebSocket, and back', async () => {
    const { browser, socket, person, path } = await visitor('Page')
    const here = paperOf(socket, path)
    await here.synced()
    here.text.insert(0, 'Écrit sans WebSocket.')
    await here.savedUpTo(2)
    const there = new Y.Doc()
    const bot = await otherEnd(browser, path, there)
    await bot.until(() => there.getText('text').toString() === 'Écrit sans WebSocket.')
    there.getText('text').insert(0, 'Et avec. ')
    await here.until(() => here.text.toString() === 'Et avec. Écrit sans WebSocket.')
    expect(person).not.toBe('')
  })

  test('what is long comes in parts, both ways, and others’ words between', async () => {
    const { socket, path } = await visitor('Long')
    const here = paperOf(socket, path)
    await here.synced()
    const long = 'abcdefghij'.repeat(5_000)
    here.text.insert(0, long)
    expect(typeof (await socket.ask('clock'))).toBe('number')
    await here.savedUpTo(2)
    const again = paperOf(socket, path)
    await again.synced()
    expect(again.text.toString()).toBe(long)
  })

  test('[D4] the door of all documents says why not, in its own words', async () => {
    const { socket, path } = await visitor('Porte')
    const refusalOf = (asked: string) => closing(socket.lines.open(asked))
    expect(await refusalOf(pathOf(path.replace(/story-.*/, 'story-somebody')))).toBe(SYNC_CLOSE.notAllowed)
    expect(await refusalOf(pathOf(path.replace('participant', 'facilitator')))).toBe(SYNC_CLOSE.notAllowed)
    expect(await refusalOf(pathOf('a/b'))).toBe(1006)
    for (const elsewhere of ['/api/health', '/io/?EIO=4&transport=websocket', `/sync/${'x'.repeat(2_000)}`])
      expect(await refusalOf(elsewhere)).toBe(SYNC_CLOSE.malformed)
    const line = socket.lines.open(pathOf(path))
    await opening(line)
    const closed = closing(line)
    line.send(new Uint8Array([0, 2, 3, 255, 255, 255]))
    expect(await closed).toBe(SYNC_CLOSE.malformed)
  })

  test('what is no part of a message ends its line', async () => {
    const { socket, path } = await visitor('Morceau')
    const parts: readonly (readonly unknown[])[] = [
      ['%%%%', true],
      [7, true],
      ['AAAA', 'yes'],
      ['A'.repeat(Math.ceil(limits.LINE_PART_BYTES / 3) * 4 + 4), true],
    ]
    for (const [n, part] of parts.entries()) {
      const line = socket.lines.open(pathOf(path))
      await opening(line)
      const closed = closing(line)
      socket.say('line-bytes', n, ...part, () => undefined)
      expect(await closed).toBe(SYNC_CLOSE.malformed)
    }
    // Of a line that there is not, nothing is said; whoever sent it may go on.
    await socket.ask('line-bytes', 99, 'AAAA', true)
    for (const odd of [-1, 0.5, 'x', null, {}]) socket.say('line-open', odd, pathOf(path))
    expect(typeof (await socket.ask('clock'))).toBe('number')
  })

  test('[L34] one connection has so many at once; those of a connection that ended are over', async () => {
    const { browser, path } = await visitor('Avide')
    // Over all of a person’s connections there may be 60: more than that in three rounds, if they stayed.
    for (let round = 0; round < 3; round++) {
      const socket = await connect(browser)
      await socket.frame()
      const lines = await Promise.all(
        Array.from({ length: limits.LINES_MAX }, () => served(() => socket.lines.open(pathOf(path)))),
      )
      expect(await closing(socket.lines.open(pathOf(path)))).toBe(SYNC_CLOSE.tooFast)
      lines[0]?.close()
      await opening(socket.lines.open(pathOf(path)))
      socket.close()
    }
  })

  test('a line shows the cookie that is shown now, not the one of long ago', async () => {
    const { browser, path } = await visitor('Biscuit')
    const line = await Asking.begin(browser)
    await line.say('40')
    await line.until((text) => text.includes('"frame"'))
    await line.say(`42${JSON.stringify(['line-open', 0, pathOf(path)])}`, { cookie: 'none=1' })
    await line.until((text) =>
      text.includes(JSON.stringify(['line-end', 0, SYNC_CLOSE.notAllowed, 'notAllowed'])),
    )
    await line.say(`42${JSON.stringify(['line-open', 1, pathOf(path)])}`)
    await line.until((text) => text.includes(JSON.stringify(['line-open', 1])))
    expect((await line.say('3')).status).toBe(200)
  })

  test('who has a WebSocket has no use for them', async () => {
    const { browser, path } = await visitor('Direct')
    const socket = await connect(browser, { transport: 'websocket' })
    await socket.frame()
    let isOpen = false
    void opening(socket.lines.open(pathOf(path))).then(() => {
      isOpen = true
    })
    for (let n = 0; n < 20; n++) await socket.ask('clock')
    expect(isOpen).toBe(false)
  })
})

/** The same document by WebSocket. */
async function otherEnd(browser: Browser, path: string, doc: Y.Doc) {
  const { WebSocket } = await import('ws')
  class CookieSocket extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { cookie: browser.jar.header(), origin: browser.baseUrl } })
    }
  }
  const provider = new WebsocketProvider(`${server.baseUrl.replace('http', 'ws')}${SYNC_PATH}`, path, doc, {
    WebSocketPolyfill: CookieSocket as never,
    disableBc: true,
  })
  open.push({ close: () => provider.destroy() })
  return {
    until: (holds: () => boolean) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (holds()) resolve()
        }
        doc.on('update', look)
        look()
      }),
  }
}
