import { request } from 'node:http'
import { type Bot, Browser, createAs, type Facilitator, joinAs } from '@escale/bots'
import { kinds, limits, type NewPicture, readWall } from '@escale/shared'
import { PLAIN_WALL, SHARED_WALL, type WallEdit } from '@escale/shared/activities/wall'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { RATES } from '../auth/rate-limits.ts'
import { startServer, type TestServer } from '../testkit/index.ts'

const photo = (side: number) =>
  sharp({ create: { width: side, height: side / 2, channels: 3, background: '#fc0' } })
    .withExif({ IFD0: { Artist: 'CANARI' }, IFD3: { GPSLatitudeRef: 'N' } })
    .jpeg()
    .toBuffer()

let server: TestServer
let claire: Facilitator
let ann: Bot
beforeAll(async () => {
  server = await startServer()
  claire = await createAs(server.baseUrl)
  for (const [id, kind, definition] of [
    ['w1', 'wall', { ...PLAIN_WALL, identity: 'anonymous' }],
    ['s1', 'slide', undefined],
  ] as const)
    await claire.do({
      type: 'plan-add',
      after: null,
      activity: {
        ...{
          id,
          kind,
          title: id,
          instructions: '',
          privateNote: '',
          durationMs: 60_000,
          durationProposed: false,
        },
        definition: definition ?? kinds.slide.defaults.definition,
      },
    })
  ann = await joinAs(server.baseUrl, claire.created.session, { name: 'Ann' })
})
afterAll(async () => {
  ann?.close()
  claire?.close()
  await server?.dispose()
})

/** Whichever test ran before. */
const onTheWall = () => claire.command({ type: 'go', activity: 'w1' })
const send = (by: Bot | Facilitator, body: Uint8Array | string) =>
  by.seat.browser.request(`/api/sessions/${claire.created.session}/pictures`, { method: 'POST', body })
const refusalOf = async (response: Response) =>
  response.ok ? 'taken' : ((await response.json()) as { refusal: string }).refusal
const put = (id: string, picture: string): WallEdit => ({
  type: 'put',
  note: { id, text: '', colour: 0, zone: '', picture },
  secret: 'a-secret-of-ann-s-device',
})

test('[M55] a participant sends pictures only while a wall takes notes', async () => {
  const bytes = new Uint8Array(await photo(8))
  expect(await refusalOf(await send(ann, bytes))).toBe('not-now')
  await claire.go('s1')
  expect(await refusalOf(await send(ann, bytes))).toBe('not-now')
  await claire.go('w1')
  expect(await refusalOf(await send(ann, bytes))).toBe('taken')
  await claire.do({ type: 'act', activity: 'w1', action: { type: 'lock' } })
  expect(await refusalOf(await send(ann, bytes))).toBe('not-now')
  expect(await refusalOf(await send(claire, bytes))).toBe('taken')
  await claire.do({ type: 'act', activity: 'w1', action: { type: 'unlock' } })
  await claire.do({ type: 'finish' })
  expect(await refusalOf(await send(ann, bytes))).toBe('not-now')
  await claire.do({ type: 'reopen' })
})

test('[M55] is drawn anew, not larger than a note needs, and tells neither who sent it nor when', async () => {
  await onTheWall()
  const response = await send(ann, new Uint8Array(await photo(3_000)))
  const { picture, ...size } = (await response.json()) as NewPicture
  expect(size).toEqual({ width: limits.NOTE_PICTURE_SIDE_PX, height: limits.NOTE_PICTURE_SIDE_PX / 2 })
  const { session } = claire.created
  const { bytes, addedAt, ...rest } = (await server.store.getFile(session, picture)) ?? {
    bytes: [],
    addedAt: 1,
  }
  expect(rest).toEqual({ id: picture, session, mediaType: 'image/webp', ...size })
  expect(addedAt % 3_600_000).toBe(0)
  // The version of the id: chance. One made of the time would tell the millisecond.
  expect(picture.charAt(14)).toBe('4')
  expect(Buffer.from(bytes).includes('CANARI')).toBe(false)
  const meta = await sharp(bytes as Uint8Array).metadata()
  expect([meta.exif, meta.xmp, meta.iptc, meta.icc]).toEqual([undefined, undefined, undefined, undefined])
})

test('[M55] a note shows pictures of its own session only', async () => {
  await onTheWall()
  const { picture } = (await (await send(ann, new Uint8Array(await photo(8)))).json()) as NewPicture
  expect(await ann.write(put('n1', picture), 'w1')).toMatchObject({ ok: true })
  expect(await ann.write(put('n2', 'a-picture-of-nobody'), 'w1')).toEqual({ ok: false, refusal: 'stale' })
  const other = await createAs(server.baseUrl)
  const elsewhere = await other.seat.browser.request(`/api/sessions/${other.created.session}/pictures`, {
    method: 'POST',
    body: new Uint8Array(await photo(8)),
  })
  const foreign = ((await elsewhere.json()) as NewPicture).picture
  other.close()
  const change: WallEdit = { type: 'edit', id: 'n1', picture: foreign, secret: 'a-secret-of-ann-s-device' }
  expect(await ann.write(change, 'w1')).toEqual({ ok: false, refusal: 'stale' })
  const wall = ann.document(SHARED_WALL, 'w1')
  await wall.until((d) => readWall(d.doc).notes.length > 0)
  expect(readWall(wall.doc).notes).toMatchObject([{ id: 'n1', picture, author: '' }])
})

test('[M55] a picture is seen as it is kept, for long, and is never a page of ours', async () => {
  const sent = await send(claire, new Uint8Array(await photo(3_000)))
  const { picture, width } = (await sent.json()) as NewPicture
  // Who drives sends what a projector shows.
  expect([sent.status, width > limits.NOTE_PICTURE_SIDE_PX]).toEqual([201, true])
  const get = (id: string) =>
    ann.seat.browser.request(`/api/sessions/${claire.created.session}/pictures/${id}`)
  const response = await get(picture)
  expect([response.status, Object.fromEntries(response.headers)]).toMatchObject([
    200,
    {
      'content-type': 'image/webp',
      'cache-control': 'private, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; sandbox",
    },
  ])
  const kept = await server.store.getFile(claire.created.session, picture)
  expect(Buffer.from(await response.arrayBuffer()).equals(Buffer.from(kept?.bytes ?? []))).toBe(true)
  for (const none of ['none', '%20', 'x'.repeat(200)]) {
    const answer = await get(none)
    expect([none, answer.status, await answer.text()]).toEqual([none, 404, ''])
  }
})

test('[L3] who drives may send larger ones than who writes notes; nothing at all is no picture', async () => {
  expect(await refusalOf(await send(claire, 'x'.repeat(limits.NOTE_PICTURE_MAX_BYTES + 1)))).toBe('invalid')
  expect(await refusalOf(await send(claire, ''))).toBe('invalid')
})

test('[M55] has its bounds: of bytes, of a person’s haste, of what a session keeps', async () => {
  await onTheWall()
  const bob = await joinAs(server.baseUrl, claire.created.session, { name: 'Bob' })
  expect(await refusalOf(await send(bob, 'x'.repeat(limits.NOTE_PICTURE_MAX_BYTES + 1)))).toBe('too-large')
  expect(await refusalOf(await send(bob, '<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBe('invalid')
  const told = new Set<string>()
  for (let i = 0; i < 30; i++) told.add(await refusalOf(await send(bob, 'no picture')))
  bob.close()
  expect(told).toEqual(new Set(['invalid', 'rate-limited']))
  const { session } = claire.created
  const held = await server.store.weighFiles(session)
  const file = { session, mediaType: 'image/webp', width: 1, height: 1, addedAt: 0, bytes: Uint8Array.of(1) }
  const rest = Array.from({ length: limits.SESSION_PICTURES_MAX - held.files }, (_, i) => i)
  await Promise.all(rest.map((i) => server.store.addFile({ ...file, id: `f${i}` })))
  expect(await refusalOf(await send(ann, new Uint8Array(await photo(8))))).toBe('too-many')
})

test('[L2] a person sends two at a time; what was sent, or given up, makes room again', async () => {
  const { baseUrl, jar, origin } = claire.seat.browser
  const path = `/api/sessions/${claire.created.session}/pictures`
  /** One that has begun, and waits to go on. */
  const begun = () => {
    const headers = { cookie: jar.header(), origin, 'content-length': 9 }
    const asked = request(`${baseUrl}${path}`, { method: 'POST', headers })
    asked.on('error', () => undefined)
    asked.write('x')
    const answered = new Promise<number>((resolve) => {
      asked.on('response', (response) => {
        response.resume()
        resolve(response.statusCode ?? 0)
      })
    })
    return { asked, answered }
  }
  /** Of three at once one is refused, whichever comes last; answers the two that go on. */
  const twoOfThree = async () => {
    const all = [begun(), begun(), begun()]
    const last = await Promise.race(all.map((one) => one.answered.then((status) => ({ one, status }))))
    expect(last.status).toBe(503)
    return all.filter((one) => one !== last.one)
  }
  for (const { asked, answered } of await twoOfThree()) {
    asked.end('12345678')
    expect(await answered).toBe(400)
  }
  for (const { asked } of await twoOfThree()) asked.destroy()
  let refusal = 'busy'
  while (refusal === 'busy') refusal = await refusalOf(await send(claire, 'no picture'))
  expect(refusal).toBe('invalid')
})

test('[L20] a person sends so many in a while, and a session', async () => {
  const few = await startServer({
    rates: {
      ...RATES,
      picturesPerPerson: { points: 3, duration: 1e9 },
      picturesPerSession: { points: 5, duration: 1e9 },
    },
  })
  const owner = new Browser(few.baseUrl)
  const { session } = await owner.createSession({})
  const link = await owner.makeLink(session, {
    role: 'cofacilitator',
    identity: { name: 'Co', organisation: '', territory: '' },
  })
  const co = new Browser(few.baseUrl)
  await co.enter(session, link.secret)
  const told: string[] = []
  for (const browser of [owner, owner, owner, owner, co, co, co])
    told.push(
      await refusalOf(
        await browser.request(`/api/sessions/${session}/pictures`, { method: 'POST', body: 'no picture' }),
      ),
    )
  expect(told).toEqual([
    ...['invalid', 'invalid', 'invalid', 'rate-limited'],
    ...['invalid', 'invalid', 'rate-limited'],
  ])
  await few.dispose()
})
