import { Browser, createAs, type Facilitator, joinAs } from '@escale/bots'
import { exportWorkshop, limits, SOCKET_PATH } from '@escale/shared'
import { tallyWorkshop, testKinds } from '@escale/shared/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { RATES } from '../auth/rate-limits.ts'
import { createLog } from '../observability/log.ts'
import { startServer, type TestServer } from '../testkit/index.ts'
import { RawSocket } from '../testkit/raw-socket.ts'

const file = exportWorkshop(tallyWorkshop('a', 'b'))
let logged = ''
let server: TestServer
let claire: Facilitator
let session: string
beforeAll(async () => {
  const log = createLog('debug', {
    write: (line: string) => {
      logged += line
    },
  })
  server = await startServer({ kinds: testKinds, log })
  claire = await createAs(server.baseUrl, { file })
  session = claire.created.session
  await claire.go(claire.plan()[0]?.id ?? '')
})
afterAll(async () => {
  claire.close()
  await server.dispose()
})

const console = () => RawSocket.open(claire.seat.browser, session, 'facilitator')
const post = (path: string, body: string, type = 'application/json') =>
  fetch(server.baseUrl + path, { method: 'POST', body, headers: { 'content-type': type } })
const invalid = { ok: false, refusal: 'invalid' }
const identity = (name: string) => ({ name, organisation: '', territory: '' })

describe('[P7] over the socket', () => {
  test('what is no command is refused, changes nothing, and the connection goes on', async () => {
    const socket = await console()
    await socket.frame()
    const before = claire.sight.seq
    const nested = JSON.parse(`${'['.repeat(2_000)}${']'.repeat(2_000)}`) as unknown
    const hostile: unknown[] = [
      undefined,
      null,
      7,
      'go',
      [],
      {},
      { id: 'x' },
      { id: 'x', command: { type: 'nothing' } },
      { id: 'x', command: { type: ['go'] } },
      { id: '', command: { type: 'pause' } },
      { id: 'é', command: { type: 'pause' } },
      { id: 'x'.repeat(61), command: { type: 'pause' } },
      { id: 'x', command: { type: 'constructor' } },
      { id: 'x', command: { type: '__proto__' } },
      { id: 'x', command: { type: 'go', activity: { toString: 'x' } } },
      { id: 'x', command: { type: 'adjust', ms: Number.NaN } },
      { id: 'x', command: { type: 'adjust', ms: '60000' } },
      { id: 'x', command: { type: 'message', message: 'm', to: 'all', text: 'x'.repeat(501) } },
      { id: 'x', command: { type: 'rename', person: 'p', identity: identity('x'.repeat(10_000)) } },
      { id: 'x', command: { type: 'rename', person: '__proto__' } },
      { id: 'x', command: { type: 'act', activity: claire.plan()[0]?.id, action: nested } },
      { id: 'x', command: { type: 'act', activity: claire.plan()[0]?.id, action: { type: '__proto__' } } },
    ]
    for (const payload of hostile)
      expect([payload, await socket.ask('command', payload)]).toEqual([payload, invalid])
    expect(await socket.ask('nonsense', { a: 1 })).toEqual(invalid)
    expect(await socket.ask('__proto__')).toEqual(invalid)
    socket.say('command', { id: 'x', command: { type: 'pause' } })
    socket.say('command', { id: 'x', command: { type: 'pause' } }, 'no function')
    socket.say('clock', 'no function')
    socket.say('sync', { __proto__: null })
    expect(await socket.ask('clock')).toEqual(expect.any(Number))
    expect(claire.sight.seq).toBe(before)
    socket.close()
  })

  test('keys that some objects treat as their own do nothing here', async () => {
    const socket = await console()
    const odd = JSON.parse(
      `{"id":"odd","command":{"type":"settings","patch":{"title":"Titre","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}}}`,
    ) as unknown
    expect(await socket.ask('command', odd)).toMatchObject({ ok: true })
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    for (const id of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      expect(await socket.command(`go-${id}`, { type: 'go', activity: id })).toEqual({
        ok: false,
        refusal: 'unknown-activity',
      })
      expect(await socket.command(`rm-${id}`, { type: 'remove', person: id })).toEqual({
        ok: false,
        refusal: 'unknown-person',
      })
    }
    socket.close()
  })

  const large = (length: number) => ({
    id: 'big',
    command: { type: 'act', activity: 'a', action: 'x'.repeat(length) },
  })
  const tooLarge = { ok: false, refusal: 'too-large' }

  test('[P11] a command over the limit is refused by name, and its sender stays connected', async () => {
    const socket = await console()
    await socket.frame()
    const around = JSON.stringify(large(0)).length
    expect(await socket.ask('command', large(limits.COMMAND_MAX_BYTES - around))).toEqual({
      ok: false,
      refusal: 'unknown-activity',
    })
    for (const length of [
      limits.COMMAND_MAX_BYTES + 100,
      3 * limits.COMMAND_MAX_BYTES,
      limits.SOCKET_MESSAGE_MAX_BYTES - 200,
    ]) {
      expect(await socket.ask('command', large(length))).toEqual(tooLarge)
      expect(await socket.ask('nonsense', 'x'.repeat(length))).toEqual(tooLarge)
    }
    // Bytes count, not letters, and what is not JSON is not read at all.
    expect(await socket.ask('command', large(0), 'é'.repeat(limits.COMMAND_MAX_BYTES * 0.6))).toEqual(
      tooLarge,
    )
    socket.say('command', large(2 * limits.COMMAND_MAX_BYTES))
    expect(await socket.ask('clock')).toEqual(expect.any(Number))
    expect(await socket.command('small', { type: 'door', locked: false })).toEqual({
      ok: false,
      refusal: 'already',
    })
    socket.close()
  })

  test('[P11] what is beyond the transport ends its own connection and touches nobody else', async () => {
    const socket = await console()
    await socket.frame()
    const ended = socket.ended()
    socket.say('command', large(limits.SOCKET_MESSAGE_MAX_BYTES))
    await ended
    expect(claire.connection.connected).toBe(true)
    expect(await claire.command({ type: 'door', locked: false })).toEqual({ ok: false, refusal: 'already' })
  })

  test('[P11] large messages one after another are a flood', async () => {
    const socket = await console()
    await socket.frame()
    for (let i = 0; i < 40; i++) socket.say('command', large(2 * limits.COMMAND_MAX_BYTES))
    expect(await socket.bye()).toMatchObject({ reason: 'rate-limited' })
    expect(claire.connection.connected).toBe(true)
  })

  test('bytes are no message of ours: few are refused, many end the connection', async () => {
    const socket = await console()
    expect(await socket.ask('command', new Uint8Array(100))).toEqual(invalid)
    const ended = socket.ended()
    socket.say('command', new Uint8Array(limits.COMMAND_MAX_BYTES + 1_000))
    await ended
    expect(claire.connection.connected).toBe(true)
  })

  test('who leaves the session and keeps the line is closed: nobody holds a connection that is of no use', async () => {
    const { browser } = claire.seat
    const query = `EIO=4&transport=websocket&session=${session}&as=facilitator`
    const line = new WebSocket(`${server.baseUrl.replace('http', 'ws')}${SOCKET_PATH}/?${query}`, {
      headers: { cookie: browser.jar.header(), origin: browser.baseUrl },
    })
    line.on('message', (data: Buffer) => {
      const packet = data.toString()
      if (packet.startsWith('0{')) line.send('40')
      if (packet.startsWith('42["frame"')) line.send('41')
    })
    await new Promise((resolve) => line.once('close', resolve))
    expect(claire.connection.connected).toBe(true)
  })

  test('a text that looks like a page stays a text', async () => {
    const text = '<script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror=alert(1)>'
    await claire.do({ type: 'message', message: 'm', to: 'all', text })
    const bot = await joinAs(server.baseUrl, session, { name: '<b>Léa</b>' })
    const seen = await bot.until((s) => (s.me?.messages.length ?? 0) > 0)
    expect(seen.me?.messages[0]?.text).toBe(text)
    expect(seen.me?.name).toBe('<b>Léa</b>')
    bot.close()
  })

  test('who floods is cut, and is told when to come back', async () => {
    const bot = await joinAs(server.baseUrl, session, { name: 'Noé' })
    const socket = await RawSocket.open(bot.seat.browser, session, 'participant')
    await socket.frame()
    for (let i = 0; i < 2_000; i++) socket.say('clock')
    expect(await socket.bye()).toMatchObject({ reason: 'rate-limited', retryInMs: expect.any(Number) })
    expect(claire.connection.connected).toBe(true)
    bot.close()
  })

  test('too many commands of one person are refused, those of others are not', async () => {
    const bot = await joinAs(server.baseUrl, session, { name: 'Ève' })
    const socket = await RawSocket.open(bot.seat.browser, session, 'participant')
    const add = { type: 'act', activity: claire.plan()[0]?.id, action: { type: 'add' } }
    const receipts = await Promise.all(
      Array.from({ length: RATES.commandsPerPerson.points + 20 }, (_, i) => socket.command(String(i), add)),
    )
    const refused = receipts.filter((r) => !r.ok && r.refusal === 'rate-limited').length
    // Some come back while the burst is on its way.
    expect(refused).toBeGreaterThan(0)
    expect(refused).toBeLessThanOrEqual(20)
    expect(await claire.act({ type: 'add' })).toMatchObject({ ok: true })
    bot.close()
    socket.close()
  })
})

describe('[P7] over HTTP', () => {
  test('malformed, oversized, unknown: a refusal with a code and a status', async () => {
    const cases: [string, string, number, string][] = [
      ['/api/code', '{bad', 400, 'invalid'],
      ['/api/code', '"text"', 400, 'invalid'],
      ['/api/code', '{"code":["A"]}', 400, 'invalid'],
      ['/api/code', `{"code":"${'A'.repeat(50_000)}"}`, 413, 'too-large'],
      ['/api/code', '{"code":"AAAAAAAA"}', 404, 'unknown-code'],
      ['/api/sessions', '{"language":"de"}', 400, 'invalid'],
      ['/api/sessions', '{"language":"fr","template":"__proto__"}', 400, 'invalid'],
      [
        '/api/sessions',
        '{"language":"fr","file":{"format":"escale-workshop","version":99,"workshop":{}}}',
        422,
        'unknown-version',
      ],
      ['/api/sessions', '{"language":"fr","file":{"format":"other"}}', 400, 'invalid'],
      [
        '/api/sessions',
        `{"language":"fr","file":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
        400,
        'invalid',
      ],
      ['/api/sessions/__proto__/join', '{}', 404, 'unknown-session'],
      ['/api/sessions/unknown/enter', '{"secret":"x"}', 404, 'unknown-session'],
      [`/api/sessions/${session}/enter`, '{"secret":"short"}', 400, 'invalid'],
      [`/api/sessions/${session}/enter`, `{"secret":"${'x'.repeat(43)}"}`, 403, 'not-allowed'],
      [`/api/sessions/${session}/join`, '{"mode":"named","identity":{"name":""}}', 400, 'invalid'],
      [
        `/api/sessions/${session}/join`,
        JSON.stringify({ mode: 'named', identity: identity('  ') }),
        400,
        'invalid',
      ],
      [
        `/api/sessions/${session}/join`,
        JSON.stringify({ mode: 'named', identity: identity('x'.repeat(10_000)) }),
        400,
        'invalid',
      ],
      ['/api/nothing', '{}', 404, 'unknown-session'],
    ]
    for (const [path, body, status, refusal] of cases) {
      const response = await post(path, body)
      const what = `${path} ${body.slice(0, 60)}`
      expect([what, response.status, await response.json()]).toEqual([what, status, { refusal }])
    }
  })

  test('a form of another site is no JSON', async () => {
    const response = await post('/api/sessions', '{"language":"fr"}', 'text/plain')
    expect([response.status, await response.json()]).toEqual([400, { refusal: 'invalid' }])
  })

  test('the door says no when it is locked, full, ended', async () => {
    const host = await createAs(server.baseUrl, { file })
    const refusalOf = () =>
      new Browser(server.baseUrl).join(host.created.session, { name: 'Ada' }).then(
        () => 'in',
        (e: { refusal?: string }) => e.refusal,
      )
    await host.do({ type: 'door', locked: true })
    expect(await refusalOf()).toBe('locked')
    await host.do({ type: 'door', locked: false })
    await host.do({ type: 'settings', patch: { capacity: 1 } })
    expect(await refusalOf()).toBe('full')
    await host.do({ type: 'finish' })
    expect(await refusalOf()).toBe('ended')
    expect(
      await post('/api/code', JSON.stringify({ code: host.created.code })).then((r) => r.json()),
    ).toEqual({
      refusal: 'unknown-code',
    })
    host.close()
  })

  test('a picture is drawn anew, and what is none is refused', async () => {
    const put = (body: NonNullable<RequestInit['body']>) =>
      claire.seat.browser.request(`/api/sessions/${session}/pictures`, { method: 'POST', body })
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'
    for (const bad of [svg, 'GIF89a<script>', '{}', '']) {
      const response = await put(bad)
      expect([bad, response.status, await response.json()]).toEqual([bad, 400, { refusal: 'invalid' }])
    }
    const { default: sharp } = await import('sharp')
    const photo = await sharp({ create: { width: 3_000, height: 1_500, channels: 3, background: '#fc0' } })
      .withExif({ IFD0: { Copyright: 'CANARI' } })
      .jpeg()
      .toBuffer()
    const kept = await put(new Uint8Array(photo))
    expect(kept.status).toBe(201)
    const { picture, ...size } = (await kept.json()) as { picture: string; width: number; height: number }
    expect(size).toEqual({ width: 2_400, height: 1_200 })
    const shown = await claire.seat.browser.request(`/api/sessions/${session}/pictures/${picture}`)
    expect(Object.fromEntries(shown.headers)).toMatchObject({
      'content-type': 'image/webp',
      'x-content-type-options': 'nosniff',
      'cache-control': expect.stringContaining('immutable'),
    })
    expect(Buffer.from(await shown.arrayBuffer()).includes('CANARI')).toBe(false)
    expect((await put('x'.repeat(limits.PICTURE_MAX_BYTES + 1))).status).toBe(413)
  })
})

test('the log says nothing of anybody: no name, text, secret, cookie, address or session', () => {
  expect(logged.split('\n').length).toBeGreaterThan(20)
  for (const secret of [
    'Léa',
    'Noé',
    'alert(1)',
    session,
    claire.created.secret,
    claire.created.code,
    '127.0.0.1',
    'escale-',
  ])
    expect([secret, logged.includes(secret)]).toEqual([secret, false])
})
