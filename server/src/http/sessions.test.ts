import { Browser, createAs } from '@escale/bots'
import { exportWorkshop, limits } from '@escale/shared'
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
