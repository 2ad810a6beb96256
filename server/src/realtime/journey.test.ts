import { createAs, joinAs } from '@escale/bots'
import { exportWorkshop } from '@escale/shared'
import { tallyWorkshop, testKinds } from '@escale/shared/testkit'
import { afterEach, expect, test } from 'vitest'
import { startServer, type TestServer } from '../testkit/index.ts'

let server: TestServer
afterEach(() => server.dispose())

const file = exportWorkshop(tallyWorkshop('a', 'b'))

test('a session is made, joined by link and driven over real sockets, and survives a crash', async () => {
  server = await startServer({ kinds: testKinds })
  const claire = await createAs(server.baseUrl, { file })
  const { session } = claire.created
  const yanis = await joinAs(server.baseUrl, session, { name: 'Yanis' })
  await yanis.until((s) => s.session?.status === 'lobby')

  const [first] = claire.plan()
  await claire.go(first?.id ?? '')
  await yanis.until((s) => s.activity?.kind === 'tally')
  expect(await yanis.act({ type: 'add' })).toMatchObject({ ok: true })
  await claire.until((s) => (s.activity?.view as { total?: number } | undefined)?.total === 1)
  await claire.until((s) => [...s.people.values()].some((p) => p.name === 'Yanis'))
  expect(await yanis.command({ type: 'finish' })).toEqual({ ok: false, refusal: 'not-allowed' })

  const { run } = yanis.sight.activity ?? {}
  await server.crash()
  server = await server.reopen()
  await yanis.until((s) => s.frame > 0 && yanis.connection.connected)
  const again = await joinAs(server.baseUrl, session, { name: 'Léa' })
  await again.until((s) => s.activity?.kind === 'tally')
  expect(again.sight.activity?.run).toEqual(run)
  expect(again.sight.activity?.view).toMatchObject({ total: 1 })
  for (const bot of [claire, yanis, again]) bot.close()
})
