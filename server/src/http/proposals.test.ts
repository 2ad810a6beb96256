/** Who may ask for a proposal: auth/matrix.test.ts; what a wall proposes: activities/wall/themes/themes-asked.test.ts. */
import { createAs, type Facilitator } from '@escale/bots'
import { kinds } from '@escale/shared'
import { PLAIN_WALL } from '@escale/shared/activities/wall'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { RATES } from '../auth/rate-limits.ts'
import { startServer, type TestServer } from '../testkit/index.ts'

let server: TestServer
let claire: Facilitator
beforeAll(async () => {
  server = await startServer({ rates: { ...RATES, proposalsPerSession: { points: 2, duration: 1e9 } } })
  claire = await createAs(server.baseUrl)
  for (const [id, kind, definition] of [
    ['w1', 'wall', PLAIN_WALL],
    ['s1', 'slide', kinds.slide.defaults.definition],
  ] as const)
    await claire.do({
      type: 'plan-add',
      after: null,
      activity: {
        ...{ id, kind, title: id, instructions: '', privateNote: '', durationMs: 60_000 },
        durationProposed: false,
        definition,
      },
    })
})
afterAll(async () => {
  claire?.close()
  await server?.dispose()
})

async function ask(activity: string) {
  const path = `/api/sessions/${claire.created.session}/activities/${activity}/proposal`
  const response = await claire.seat.browser.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  return [response.status, await response.json()]
}

test('a proposal is asked of an activity that there is and whose kind makes some, so often, until the end', async () => {
  expect(await ask('none')).toEqual([404, { refusal: 'unknown-activity' }])
  await claire.go('s1')
  expect(await ask('s1')).toEqual([400, { refusal: 'invalid' }])
  await claire.go('w1')
  // What is refused before anything is worked out is not counted; a wish that says nothing is.
  for (let i = 0; i < 2; i++) expect(await ask('w1')).toEqual([400, { refusal: 'invalid' }])
  expect(await ask('w1')).toEqual([429, { refusal: 'rate-limited' }])
  await claire.do({ type: 'finish' })
  expect(await ask('w1')).toEqual([410, { refusal: 'ended' }])
})
