/** What a key opened ends with it, for good, whatever whoever holds a copy does. */
import { Browser } from '@escale/bots'
import { SYNC_CLOSE } from '@escale/shared'
import { tallyWorkshop, testKinds } from '@escale/shared/testkit'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { type Cast, castOf } from '../testkit/cast.ts'
import { startServer, type TestServer } from '../testkit/index.ts'
import { RawSocket } from '../testkit/raw-socket.ts'

let server: TestServer
let cast: Cast
beforeAll(async () => {
  server = await startServer({ kinds: testKinds })
})
beforeEach(async () => {
  cast = await castOf(server.baseUrl, tallyWorkshop('a', 'b'))
})
afterAll(() => server.dispose())

/** The same cookies in another browser: a copy that somebody made. */
function copyOf(browser: Browser): Browser {
  const copy = new Browser(server.baseUrl)
  const headers = new Headers()
  for (const cookie of browser.jar.header().split('; ')) headers.append('set-cookie', cookie)
  copy.jar.take(new Response(null, { headers }))
  return copy
}

const fate = async (browser: Browser, as: string) => {
  const socket = await RawSocket.open(browser, cast.session, as)
  const how = await socket.fate()
  socket.close()
  return how
}

/** A connection to a document, and how it ends. */
function openDocument(browser: Browser, as: string, name: string, activity: string) {
  const socket = new WebSocket(
    `${server.baseUrl.replace('http', 'ws')}/sync/${as}/${cast.session}/${activity}/${name}`,
    { headers: { cookie: browser.jar.header(), origin: server.baseUrl } },
  )
  return {
    opened: new Promise<void>((resolve) => socket.once('message', () => resolve())),
    closed: new Promise<number>((resolve) => socket.on('close', resolve)),
  }
}

const consoleOf = (browser: Browser) => RawSocket.open(browser, cast.session, 'facilitator')

test('[A4] after « disconnect the others » nothing that was copied opens anything: link, cookie, socket, document', async () => {
  const { session, browsers, persons } = cast
  const owner = browsers.facilitator
  const before = await owner.json<{ secret: string }>('POST', `/api/sessions/${session}/key`, {})
  const byLink = new Browser(server.baseUrl)
  await byLink.enter(session, before.secret)
  const byCookie = copyOf(owner)
  const sockets = [await consoleOf(byLink), await consoleOf(byCookie)]
  for (const socket of sockets) await socket.frame()
  const [first] = sockets
  const activity = { ...tallyWorkshop('x').plan[0], id: 'new' }
  await first?.command('1', { type: 'plan-add', activity, after: null })
  await first?.command('2', { type: 'go', activity: 'new' })
  const document = openDocument(byLink, 'facilitator', `mine-${persons.facilitator}`, 'new')
  await document.opened
  // A link that the thief makes in the meantime.
  const theirs = await byLink.json<{ secret: string }>('POST', `/api/sessions/${session}/key`, {})

  const mine = await owner.renewAlone(session, 'facilitator')

  for (const socket of sockets) expect((await socket.bye()).reason).toBe('revoked')
  expect(await document.closed).toBe(SYNC_CLOSE.notAllowed)
  for (const thief of [byLink, byCookie]) {
    expect(await fate(thief, 'facilitator')).toBe('not-allowed')
    const again = thief.json('POST', `/api/sessions/${session}/key`, {})
    await expect(again).rejects.toMatchObject({ status: 403 })
    await expect(thief.makeLink(session, { role: 'screen' })).rejects.toMatchObject({ status: 403 })
  }
  for (const { secret } of [before, theirs])
    await expect(new Browser(server.baseUrl).enter(session, secret)).rejects.toMatchObject({ status: 403 })

  expect(await fate(owner, 'facilitator')).toBe('in')
  const elsewhere = new Browser(server.baseUrl)
  await elsewhere.enter(session, mine.secret)
  expect(await fate(elsewhere, 'facilitator')).toBe('in')
  // Nobody else noticed.
  expect(await fate(browsers.cofacilitator, 'facilitator')).toBe('in')
  expect(await fate(browsers.participant, 'participant')).toBe('in')
})

test('[A4] the other tabs of the same browser are told to come back, and its other places follow', async () => {
  const { session, browsers } = cast
  const owner = browsers.facilitator
  await owner.join(session, { name: 'Essai' })
  const copy = copyOf(owner)
  const tab = await consoleOf(owner)
  const trial = await RawSocket.open(owner, session, 'participant')
  for (const socket of [tab, trial]) await socket.frame()
  await owner.renewAlone(session, 'facilitator')
  expect(await tab.bye()).toEqual({ reason: 'revoked', retryInMs: 1_000 })
  expect(await trial.bye()).toEqual({ reason: 'revoked', retryInMs: 1_000 })
  expect([await fate(owner, 'facilitator'), await fate(owner, 'participant')]).toEqual(['in', 'in'])
  expect([await fate(copy, 'facilitator'), await fate(copy, 'participant')]).toEqual([
    'not-allowed',
    'not-allowed',
  ])
})

test('[A4] a browser whose new secret got lost on the way is still in', async () => {
  const { session, browsers } = cast
  const lost = copyOf(browsers.facilitator)
  await browsers.facilitator.json('POST', `/api/sessions/${session}/device`)
  expect(await fate(lost, 'facilitator')).toBe('in')
})

test('[A3] who is shut out at this very moment makes no link and no place', async () => {
  const { session, browsers, persons } = cast
  const [link] = (await browsers.facilitator.keys(session)).filter(
    (key) => key.person === persons.facilitator,
  )
  const place = { session, person: persons.facilitator, role: 'facilitator', kind: 'link' } as const
  const late = { ...place, id: 'late', hash: 'late', createdAt: 1, device: null, usedAt: null }
  await browsers.facilitator.endKey(session, link?.id ?? '')
  const adding = server.store.changeKeys(session, { by: link?.id ?? '', add: [late] })
  await expect(adding).rejects.toMatchObject({ fault: 'key-gone' })
})

test('[A4] of two who shut each other out at the same moment one stays, and one only', async () => {
  const { session, browsers } = cast
  const thief = copyOf(browsers.facilitator)
  for (const browser of [browsers.facilitator, thief])
    await browser.json('POST', `/api/sessions/${session}/device`)
  const alone = (browser: Browser) => browser.json('POST', `/api/sessions/${session}/key`, { alone: true })
  const done = await Promise.allSettled([alone(browsers.facilitator), alone(thief)])
  expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const fates = [await fate(browsers.facilitator, 'facilitator'), await fate(thief, 'facilitator')]
  expect(fates.toSorted()).toEqual(['in', 'not-allowed'])
})

test('[A5] a co-facilitator who is removed is gone for good: sockets, cookie and link, entered or not', async () => {
  const { session, browsers, persons } = cast
  const identity = { name: 'Jamais', organisation: '', territory: '' }
  const never = await browsers.facilitator.makeLink(session, { role: 'cofacilitator', identity })
  const socket = await consoleOf(browsers.cofacilitator)
  await socket.frame()
  const me = await consoleOf(browsers.facilitator)
  await me.frame()
  for (const [id, person] of [
    ['1', persons.cofacilitator],
    ['2', never.person],
  ] as const)
    expect(await me.command(id, { type: 'remove', person })).toMatchObject({ ok: true })
  expect(await socket.bye()).toEqual({ reason: 'removed', retryInMs: null })
  await expect(new Browser(server.baseUrl).enter(session, never.secret)).rejects.toMatchObject({
    status: 403,
  })
  expect(await fate(browsers.cofacilitator, 'facilitator')).toBe('not-allowed')
  // Taken back, the person is there again; the keys are not.
  await me.command('3', { type: 'restore', person: persons.cofacilitator })
  expect(await fate(browsers.cofacilitator, 'facilitator')).toBe('not-allowed')
  const anew = await browsers.facilitator.makeLink(session, {
    role: 'cofacilitator',
    person: persons.cofacilitator,
  })
  await browsers.cofacilitator.enter(session, anew.secret)
  expect(await fate(browsers.cofacilitator, 'facilitator')).toBe('in')
  me.close()
})

test('[A5] a co-facilitator neither removes the facilitator, nor ends their keys, nor makes a link for anybody there', async () => {
  const { session, browsers, persons } = cast
  const co = browsers.cofacilitator
  const socket = await consoleOf(co)
  await socket.frame()
  const removal = { type: 'remove', person: persons.facilitator }
  expect(await socket.command('1', removal)).toEqual({ ok: false, refusal: 'not-allowed' })
  socket.close()
  const theirs = (await browsers.facilitator.keys(session)).filter(
    (key) => key.person === persons.facilitator,
  )
  expect(theirs.length).toBeGreaterThan(0)
  expect((await co.keys(session)).filter((key) => key.person === persons.facilitator)).toEqual([])
  for (const { id } of theirs) await expect(co.endKey(session, id)).rejects.toMatchObject({ status: 403 })
  const identity = { name: 'Autre', organisation: '', territory: '' }
  const another = await browsers.facilitator.makeLink(session, { role: 'cofacilitator', identity })
  const [theirLink] = (await browsers.facilitator.keys(session)).filter(
    (key) => key.person === another.person,
  )
  await expect(co.endKey(session, theirLink?.id ?? '')).rejects.toMatchObject({ status: 403 })
  const everybody = [persons.facilitator, persons.cofacilitator, persons.participant, another.person ?? '']
  for (const person of everybody)
    await expect(co.makeLink(session, { role: 'cofacilitator', person })).rejects.toMatchObject({
      status: 403,
    })
  for (const person of [persons.facilitator, persons.participant])
    await expect(
      browsers.facilitator.makeLink(session, { role: 'cofacilitator', person }),
    ).rejects.toMatchObject({ status: 403 })
  expect(await fate(browsers.facilitator, 'facilitator')).toBe('in')
})

test('[A6] drivers see what opens the session, and end it one by one', async () => {
  const { session, browsers, persons } = cast
  const owner = browsers.facilitator
  const phone = new Browser(server.baseUrl)
  const { secret } = await owner.json<{ secret: string }>('POST', `/api/sessions/${session}/key`, {})
  await phone.request(`/api/sessions/${session}/enter`, {
    method: 'POST',
    body: JSON.stringify({ secret }),
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0',
    },
  })
  const socket = await consoleOf(phone)
  await socket.frame()
  const mine = (await owner.keys(session)).filter((key) => key.person === persons.facilitator)
  expect(mine.map(({ kind, device, here, own }) => ({ kind, device, here, own }))).toEqual(
    expect.arrayContaining([
      { kind: 'device', device: { kind: 'other', browser: 'other' }, here: false, own: true },
      { kind: 'device', device: { kind: 'phone', browser: 'firefox' }, here: true, own: false },
      { kind: 'link', device: null, here: false, own: false },
    ]),
  )
  expect(mine.find((key) => key.kind === 'link')?.usedAt).not.toBeNull()
  expect(mine.find((key) => key.here)?.usedAt).not.toBeNull()
  // Of participants there is nothing, and nothing is kept.
  expect((await owner.keys(session)).filter((key) => key.person === persons.participant)).toEqual([])
  const kept = await server.store.listKeys(session, { person: persons.participant })
  expect(kept.map(({ device, usedAt }) => ({ device, usedAt }))).toEqual(
    kept.map(() => ({ device: null, usedAt: null })),
  )

  await owner.endKey(session, mine.find((key) => key.here)?.id ?? '')
  expect(await socket.bye()).toEqual({ reason: 'revoked', retryInMs: null })
  expect(await fate(phone, 'facilitator')).toBe('not-allowed')
  expect(await fate(owner, 'facilitator')).toBe('in')
})

test('[A7] leaving ends one’s place on this browser, in all its tabs, and nothing else', async () => {
  const { session, browsers } = cast
  const { participant } = browsers
  const { secret } = await participant.join(session, { name: 'Léa' })
  const elsewhere = new Browser(server.baseUrl)
  await elsewhere.enter(session, secret)
  const tab = await RawSocket.open(participant, session, 'participant')
  await tab.frame()
  await participant.leave(session, 'participant')
  expect(await tab.bye()).toEqual({ reason: 'left', retryInMs: null })
  expect((await participant.door(session)).known.participant).toBe(false)
  expect(await fate(elsewhere, 'participant')).toBe('in')
  // Whoever comes next in this browser is somebody else.
  const next = await participant.join(session, { name: 'Noé' })
  const socket = await RawSocket.open(participant, session, 'participant')
  expect((await socket.frame()).me?.id).toBe(next.person)
  socket.close()
})

test('[A7] somebody who was removed does not become somebody else by leaving', async () => {
  const { session, browsers } = cast
  await expect(browsers.removed.leave(session, 'participant')).rejects.toMatchObject({ refusal: 'removed' })
  await expect(browsers.removed.join(session, { name: 'Ève' })).rejects.toMatchObject({ refusal: 'removed' })
})
