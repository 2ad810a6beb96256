import { Browser, createAs } from '@escale/bots'
import { exportWorkshop, limits, type TemplateLine, type Workshop } from '@escale/shared'
import { tallyWorkshop, testKinds } from '@escale/shared/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from '../testkit/index.ts'

const file = exportWorkshop(tallyWorkshop('a'))
let server: TestServer
beforeAll(async () => {
  server = await startServer({ kinds: testKinds })
})
afterAll(() => server.dispose())

test('whoever creates a session may say a name; it is told to the others and is in no event', async () => {
  const claire = await createAs(server.baseUrl, { file, name: '  Claire ' })
  expect(claire.sight.me).toMatchObject({ name: 'Claire', role: 'facilitator' })
  const events = await server.store.loadEvents(claire.created.session, 0)
  expect(JSON.stringify(events)).not.toContain('Claire')
  const me = claire.sight.me?.id ?? ''
  await claire.do({
    type: 'rename',
    person: me,
    identity: { name: 'Clara', organisation: '', territory: '' },
  })
  await claire.until((s) => s.me?.name === 'Clara')
  claire.close()
})

test('a name is optional, and what is none is refused', async () => {
  const silent = await createAs(server.baseUrl, { file, name: '   ' })
  expect(silent.sight.me?.name).toBe('')
  silent.close()
  const name = 'x'.repeat(limits.NAME_MAX_CHARS + 1)
  await expect(new Browser(server.baseUrl).createSession({ file, name })).rejects.toMatchObject({
    refusal: 'invalid',
  })
})

test('[P22] a name is one line, and one that shows nothing is none', async () => {
  for (const [given, kept] of [
    ['Zoé\u2028\u202eB.', 'Zoé B.'],
    ['\u3164\u200b', ''],
  ] as const) {
    const creator = await createAs(server.baseUrl, { file, name: given })
    expect(creator.sight.me?.name).toBe(kept)
    creator.close()
  }
})

const workshopOf = async (browser: Browser, session: string) =>
  (await browser.json<{ workshop: Workshop }>('GET', `/api/sessions/${session}/workshop`)).workshop

test('[S26] a session is where its maker is, if the server knows that place', async () => {
  const zoneOf = async (wish: object) => {
    const browser = new Browser(server.baseUrl)
    const { session } = await browser.createSession({ file, ...wish })
    return (await workshopOf(browser, session)).settings.timeZone
  }
  const own = await zoneOf({})
  expect(await zoneOf({ timeZone: 'Pacific/Niue' })).toBe('Pacific/Niue')
  expect(await zoneOf({ timeZone: 'Nowhere/At_all' })).toBe(own)
})

test('templates are told in the language that is asked for, as they become sessions; of others there is none', async () => {
  const { baseUrl } = server
  const listed = async (query: string) =>
    (await (await fetch(`${baseUrl}/api/templates${query}`)).json()) as TemplateLine[]
  const [french, english] = [await listed(''), await listed('?language=en')]
  expect(french.length).toBeGreaterThan(0)
  expect(await listed('?language=fr')).toEqual(french)
  expect(await listed('?language=xx')).toEqual(french)
  expect(english.map(({ title }) => title)).not.toEqual(french.map(({ title }) => title))
  const whole = await startServer()
  for (const [language, lines] of [
    ['fr', french],
    ['en', english],
  ] as const)
    for (const { id, activities, durationMs } of lines) {
      const browser = new Browser(whole.baseUrl)
      const { session } = await browser.createSession({ template: id, language })
      const { plan, settings } = await workshopOf(browser, session)
      expect([id, settings.language, plan.length]).toEqual([id, language, activities])
      expect(plan.reduce((sum, activity) => sum + activity.durationMs, 0)).toBe(durationMs)
    }
  const none = new Browser(whole.baseUrl).createSession({ template: 'none' })
  await expect(none).rejects.toMatchObject({ refusal: 'invalid' })
  await whole.dispose()
})

test('what cannot be stored is said to be so, once', async () => {
  const broken = await startServer({ kinds: testKinds })
  await broken.store.close()
  const asked = new Browser(broken.baseUrl).createSession({ file })
  await expect(asked).rejects.toMatchObject({ status: 503, refusal: 'storage' })
  await broken.dispose()
})
