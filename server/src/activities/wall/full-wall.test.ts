import { type Bot, type Facilitator, joinAs } from '@escale/bots'
import type { WallEdit } from '@escale/shared/activities/wall'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WRITTEN_PER_PERSON_MAX_BYTES } from '../../realtime/share-limits.ts'
import { startServer, type TestServer } from '../../testkit/index.ts'
import { openWall, WALL } from './open-wall.testkit.ts'

let server: TestServer
let claire: Facilitator
let ann: Bot
let bob: Bot
beforeAll(async () => {
  server = await startServer()
  claire = await openWall(server)
  await claire.go(WALL)
  ann = await joinAs(server.baseUrl, claire.created.session, { name: 'Ann' })
  bob = await joinAs(server.baseUrl, claire.created.session, { name: 'Bob' })
})
afterAll(async () => {
  for (const bot of [claire, ann, bob]) bot?.close()
  await server?.dispose()
})

/** As large as a drawing may be: one line from left to right and back, again and again. */
const DRAWING =
  `0${Array.from({ length: 1_900 }, (_, n) => (n % 2 === 0 ? 'rs,km' : '-rs,0')).join('.')}`.slice(0, 11_990)
const draw = (id: string): WallEdit => ({
  type: 'put',
  note: { id, text: '', colour: 0, zone: '', drawing: DRAWING },
})

test('[L11] who fills a wall with drawings stops at their share; nobody else notices', async () => {
  const most = Math.ceil(WRITTEN_PER_PERSON_MAX_BYTES / DRAWING.length)
  let drawn = 0
  let told: unknown
  for (; drawn <= most; drawn++) {
    const receipt = await ann.write(draw(`d${drawn}`), WALL)
    if (receipt.ok) continue
    told = receipt.refusal
    break
  }
  expect(told).toBe('no-space')
  expect(drawn).toBeGreaterThan(30)
  expect(await bob.write(draw('bobs'), WALL)).toMatchObject({ ok: true })
  expect(await claire.write(draw('claires'), WALL)).toMatchObject({ ok: true })
  expect(await ann.write({ type: 'remove', id: 'd0' }, WALL)).toMatchObject({ ok: true })
})
