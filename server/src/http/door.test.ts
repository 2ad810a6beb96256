/** What a stranger may know. Who is known there as whom: auth/keys.test.ts. */
import { Browser, createAs, type Facilitator } from '@escale/bots'
import { exportWorkshop } from '@escale/shared'
import { tallyWorkshop, testKinds } from '@escale/shared/testkit'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startServer, type TestServer } from '../testkit/index.ts'

let server: TestServer
let claire: Facilitator
beforeAll(async () => {
  server = await startServer({ kinds: testKinds })
})
beforeEach(async () => {
  claire = await createAs(server.baseUrl, { file: exportWorkshop(tallyWorkshop('a', 'b')) })
  return () => claire.close()
})
afterAll(() => server.dispose())

const door = (browser = new Browser(server.baseUrl)) => browser.door(claire.created.session)
const codeRefusal = (code: string) =>
  new Browser(server.baseUrl).findByCode(code).then(
    () => 'none',
    (error: { readonly refusal?: string }) => error.refusal,
  )

test('the kind that runs is told while it runs: neither before the first nor after the end', async () => {
  expect(await door()).toMatchObject({ status: 'lobby', kind: null })
  await claire.go(claire.plan()[0]?.id ?? '')
  expect(await door()).toMatchObject({ status: 'running', kind: 'tally' })
  await claire.do({ type: 'finish' })
  expect(await door()).toMatchObject({ status: 'ended', kind: null })
})

test('a locked door says so, and one that has room is not full', async () => {
  expect(await door()).toMatchObject({ locked: false, full: false })
  await claire.do({ type: 'door', locked: true })
  expect(await door()).toMatchObject({ locked: true, full: false })
})

test('[P9] at the door a browser gets its secret, once', async () => {
  const browser = new Browser(server.baseUrl)
  const look = () => browser.request(`/api/sessions/${claire.created.session}/door`)
  expect((await look()).headers.getSetCookie()).toHaveLength(1)
  expect((await look()).headers.getSetCookie()).toEqual([])
})

test('a code is found however it is typed; what is no code, or nobody’s, is unknown', async () => {
  const { code, session } = claire.created
  const typed = ` ${code.toLowerCase().replaceAll('-', ' ')} `
  expect(await new Browser(server.baseUrl).findByCode(typed)).toEqual({ session })
  for (const none of ['AAAA-AAAA', '?', '—', 'ZZ'])
    expect([none, await codeRefusal(none)]).toEqual([none, 'unknown-code'])
})
