import { type Bot, Browser, createAs, type Facilitator, joinAs } from '@escale/bots'
import { dayIn, exportWorkshop, type HarvestPage, kinds } from '@escale/shared'
import { tallyWorkshop } from '@escale/shared/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { RATES } from '../auth/rate-limits.ts'
import { exporters } from '../exports/registry.ts'
import { nestedBomb } from '../testkit/hostile-updates.ts'
import { startServer, type TestServer } from '../testkit/index.ts'

/** Two walls, signed and unsigned. */
const wall = (identity: 'named' | 'anonymous', prompt: string) => ({
  kind: 'wall',
  definition: { ...(kinds.wall.defaults.definition as object), identity, prompt, zones: [] },
})

const workshop = tallyWorkshop('a', 'b')
const file = exportWorkshop({
  settings: { ...workshop.settings, title: '../Récolte\r\n"œuvre" \u202e2020', harvestShared: false },
  plan: workshop.plan.map((activity, i) => ({
    ...activity,
    privateNote: 'NOTE-PRIVÉE',
    ...wall(i === 0 ? 'named' : 'anonymous', `Question ${i}`),
  })),
})

let server: TestServer
let claire: Facilitator
let zoe: Bot
let plan: readonly { readonly id: string }[]
let session = ''

const write = async (bot: Bot, activity: string, text: string) => {
  const note = { id: `n-${text.length}`, text, colour: 1, zone: '' }
  expect(await bot.write({ type: 'put', note }, activity)).toMatchObject({ ok: true })
}

const ask = (bot: Bot, path = '', query = '') =>
  bot.seat.browser.request(`/api/sessions/${session}/harvest${path}?${query}`)
const pageOf = async (bot: Bot, query = '') => (await (await ask(bot, '', query)).json()) as HarvestPage

beforeAll(async () => {
  server = await startServer()
  claire = await createAs(server.baseUrl, { file })
  session = claire.created.session
  plan = claire.plan()
  zoe = await joinAs(server.baseUrl, session, { name: 'Zoé Testeuse' })
  await claire.go(plan[0]?.id ?? '')
  await zoe.until((s) => s.activity?.id === plan[0]?.id)
  await write(zoe, plan[0]?.id ?? '', 'Relier les initiatives')
  await claire.go(plan[1]?.id ?? '')
  await zoe.until((s) => s.activity?.id === plan[1]?.id)
  await write(zoe, plan[1]?.id ?? '', 'Sans dire qui')
})
afterAll(async () => {
  claire?.close()
  zoe?.close()
  await server?.dispose()
})

describe('the récolte over HTTP', () => {
  test('a driver reads it while the session goes on, running activity included', async () => {
    const { harvest, shared, mayName, formats } = await pageOf(claire)
    expect(harvest.sections.map((s) => s.blocks.map((b) => b.type))).toEqual([
      ['heading', 'notes'],
      ['heading', 'notes'],
    ])
    expect({ shared, mayName, ended: harvest.ended }).toEqual({ shared: false, mayName: true, ended: false })
    expect(formats.map((f) => f.id)).toEqual(exporters.map((e) => e.id))
    expect(JSON.stringify(harvest)).not.toContain('NOTE-PRIVÉE')
  })

  test('[H3] names come only when they are asked for, and never for an anonymous wall', async () => {
    expect(JSON.stringify(await pageOf(claire))).not.toContain('Zoé')
    const { harvest } = await pageOf(claire, 'names=1')
    const authors = harvest.sections.flatMap((s) =>
      s.blocks.flatMap((b) =>
        b.type === 'notes' ? b.zones.flatMap((z) => z.notes.map((n) => n.author)) : [],
      ),
    )
    expect(authors).toEqual([zoe.sight.me?.id, null])
    expect(Object.values(harvest.names ?? {})).toContain('Zoé Testeuse')
  })

  test('[H4] participants get it once it is shared, without names and without what still runs', async () => {
    const early = await ask(zoe)
    expect([early.status, await early.json()]).toEqual([409, { refusal: 'not-now' }])
    expect((await ask(zoe, '/json')).status).toBe(409)

    await claire.do({ type: 'settings', patch: { harvestShared: true } })
    const { harvest, mayName } = await pageOf(zoe)
    expect(harvest.sections.map((s) => s.activity)).toEqual([plan[0]?.id])
    expect({ mayName, names: harvest.names }).toEqual({ mayName: false, names: null })
    expect((await ask(zoe, '', 'names=1')).status).toBe(403)
    expect((await ask(zoe, '/csv', 'names=1')).status).toBe(403)
    // At the same moment of the session, a driver first: what they may see is not handed on.
    const [whole, own] = await Promise.all([ask(claire, '/csv'), ask(zoe, '/csv')])
    expect(await whole.text()).toContain('Sans dire qui')
    expect(await own.text()).not.toMatch(/Sans dire qui|Zoé/)
    const csv = await (await ask(zoe, '/csv')).text()
    expect(csv).toContain('Relier les initiatives')
    expect(csv).not.toMatch(/Sans dire qui|Zoé/)

    await claire.do({ type: 'settings', patch: { harvestShared: false } })
    expect((await ask(zoe)).status).toBe(409)
  })

  test('every format comes as a file that the server named', async () => {
    for (const { id, mime, extension } of exporters) {
      const answer = await ask(claire, `/${id}`)
      expect([id, answer.status]).toEqual([id, 200])
      const bytes = Buffer.from(await answer.arrayBuffer())
      expect(bytes.length).toBeGreaterThan(100)
      const [type, disposition] = ['content-type', 'content-disposition'].map((h) => answer.headers.get(h))
      expect(type).toBe(mime)
      expect(disposition).toMatch(new RegExp(`^attachment; filename="?[a-z0-9-]{1,60}\\.${extension}"?$`))
      expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    }
  })

  test('[S26] dates are those of the session’s place, whoever asks and wherever the server is', async () => {
    const dayAt = async (timeZone: string, query = '') => {
      await claire.do({ type: 'settings', patch: { timeZone } })
      const page = (await (await ask(claire)).json()) as HarvestPage
      expect(page.timeZone).toBe(timeZone)
      const named = (await ask(claire, '/markdown', query)).headers.get('content-disposition') ?? ''
      return /\d{4}-\d\d-\d\d/.exec(named)?.[0]
    }
    const now = Date.now()
    const day = (timeZone: string) => dayIn(timeZone, now)
    // Between these two it is never the same day.
    expect(await dayAt('Pacific/Kiritimati')).toBe(day('Pacific/Kiritimati'))
    expect(await dayAt('Pacific/Niue', 'zone=Pacific/Kiritimati')).toBe(day('Pacific/Niue'))
    const forged = { timeZone: '../../etc/passwd' }
    await expect(claire.do({ type: 'settings', patch: forged })).rejects.toThrow()
    await claire.do({ type: 'settings', patch: { timeZone: null } })
  })

  test('one activity alone, and another shape', async () => {
    const one = await (await ask(claire, '/json', `activity=${plan[1]?.id}`)).text()
    expect(one).toContain('Sans dire qui')
    expect(one).not.toContain('Relier')
    const [slide, poster] = await Promise.all(
      ['slide', 'poster'].map(async (s) => (await ask(claire, '/svg', `shape=${s}`)).text()),
    )
    expect(slide).not.toBe(poster)
  })

  test('what makes no sense is refused', async () => {
    for (const [path, query, status] of [
      ['/pdf', '', 400],
      ['/__proto__', '', 400],
      ['/svg', 'shape=round', 400],
      ['', 'names=yes', 400],
      ['', 'activity=<script>', 400],
      ['', 'activity=nowhere', 404],
    ] as const)
      expect([path, query.slice(0, 30), (await ask(claire, path, query)).status]).toEqual([
        path,
        query.slice(0, 30),
        status,
      ])
  })

  test('a reader who has seen it all is told so, without it being sent again', async () => {
    const first = await ask(claire)
    const etag = first.headers.get('etag') ?? ''
    const again = await claire.seat.browser.request(`/api/sessions/${session}/harvest`, {
      // Node's fetch would ask past every cache otherwise.
      headers: { 'if-none-match': etag, 'cache-control': 'max-age=0' },
    })
    expect(again.status).toBe(304)
    await claire.do({ type: 'settings', patch: { title: 'Autre titre' } })
    const changed = await claire.seat.browser.request(`/api/sessions/${session}/harvest`, {
      headers: { 'if-none-match': etag, 'cache-control': 'max-age=0' },
    })
    expect(changed.status).toBe(200)
  })

  test('that it is shared now is news, although nothing else is', async () => {
    const etag = (await ask(claire)).headers.get('etag') ?? ''
    await claire.do({ type: 'settings', patch: { harvestShared: true } })
    const again = await claire.seat.browser.request(`/api/sessions/${session}/harvest`, {
      headers: { 'if-none-match': etag, 'cache-control': 'max-age=0' },
    })
    expect([again.status, ((await again.json()) as HarvestPage).shared]).toEqual([200, true])
    await claire.do({ type: 'settings', patch: { harvestShared: false } })
  })

  test('it is there after the end, and after a crash', async () => {
    await claire.do({ type: 'settings', patch: { harvestShared: true } })
    await claire.do({ type: 'finish' })
    await server.crash()
    server = await server.reopen()
    const { harvest } = await pageOf(zoe)
    expect(harvest.ended).toBe(true)
    expect(harvest.sections).toHaveLength(2)
  })

  test('[H14] what is stored damaged has its place in every format, and all the rest is there', async () => {
    await server.store.appendUpdates(
      { session, activity: plan[1]?.id ?? '', name: 'wall' },
      nestedBomb('notes', 9_000, 7),
    )
    await server.crash()
    server = await server.reopen()
    const { harvest } = await pageOf(claire)
    const blocks = harvest.sections.map((section) => section.blocks.map(({ type }) => type))
    expect(blocks).toEqual([
      ['heading', 'notes'],
      ['unreadable', 'heading'],
    ])
    for (const { id, use } of exporters) {
      const answer = await ask(claire, `/${id}`)
      expect([id, answer.status]).toEqual([id, 200])
      const file = await answer.text()
      if (id === 'png') continue
      if (use !== 'picture') expect([id, file.includes('Relier les initiatives')]).toEqual([id, true])
      expect([id, /abîmée|unreadable/.test(file)]).toEqual([id, true])
    }
  }, 60_000)
})

test('[L20] one person has so many made in a while, and somebody else has theirs', async () => {
  const few = await startServer({ rates: { ...RATES, exportsPerPerson: { points: 2, duration: 1e9 } } })
  const owner = new Browser(few.baseUrl)
  const { session: its } = await owner.createSession({ file })
  const identity = { name: 'Co', organisation: '', territory: '' }
  const { secret } = await owner.makeLink(its, { role: 'cofacilitator', identity })
  const co = new Browser(few.baseUrl)
  await co.enter(its, secret)
  const told: unknown[] = []
  for (const [browser, path] of [
    [owner, '?names=1'],
    [owner, '/markdown?names=1'],
    [owner, '/csv?names=1'],
    [co, '/csv?names=1'],
  ] as const) {
    const answer = await browser.request(`/api/sessions/${its}/harvest${path}`)
    told.push(answer.ok ? 'made' : await answer.json())
  }
  expect(told).toEqual(['made', 'made', { refusal: 'rate-limited' }, 'made'])
  await few.dispose()
})
