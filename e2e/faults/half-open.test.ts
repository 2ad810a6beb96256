/**
 * Fault: somebody's machine vanishes without a goodbye (no FIN, no RST). Others see that within the stated times, and the
 * server keeps nothing of it. The server's clock runs ten times as fast, so that a minute of waiting is six seconds.
 */
import { joinAs, personNumber } from '@escale/bots'
import { expect, test } from 'vitest'
import type { ServerSettings } from '../fixtures/server.ts'
import { startHouse } from './harness/house.ts'
import { Network } from './harness/network.ts'
import { withPlant } from './harness/plant.ts'
import { openFiles } from './harness/process-figures.ts'
import { eventually, pause } from './harness/wait.ts'
import { joinBy, openWall } from './harness/wall.ts'

const SPEED = 10
/** A document's connection is given up after three beats of 12 s in silence; a second to look, one for a slow machine. */
const PRESENCE_ENDS_MS = 38_000
/** Socket.IO gives up after 25 + 20 s; who has no connection for 15 s more counts as away. */
const AWAY_MS = 62_000
const SLACK_MS = 2_000
const GONE = 6

async function vanish(settings: ServerSettings) {
  const house = await startHouse(settings)
  const line = await Network.to(house.port)
  const opened = await openWall(house, 0)
  const { facilitator, session, activity } = opened
  // Of a wall without names nobody is told who is at it (M72).
  await facilitator.act({ type: 'set', settings: { identity: 'named' } })
  const stays = await joinAs(house.url, session, personNumber(0))
  const wall = stays.document('wall', activity)
  await wall.until((d) => d.ready)
  const files = await openFiles(house)
  const others = await Promise.all(Array.from({ length: GONE }, (_, n) => joinBy(line.url, opened, n + 1)))
  const clients: number[] = []
  for (const bot of others) {
    const { doc, provider } = await bot.document('wall', activity).until((d) => d.ready)
    provider.awareness.setLocalStateField('cursor', { x: 1, y: 2 })
    clients.push(doc.clientID)
    await bot.until((sight) => sight.me !== undefined)
  }
  const present = () => clients.filter((id) => wall.provider.awareness.getStates().has(id)).length
  const away = () => others.filter((bot) => facilitator.sight.people.get(bot.sight.me?.id ?? '')?.away).length
  await eventually('everybody is seen', () => present() === GONE)
  line.fallSilent()
  return {
    house,
    files,
    present,
    away,
    close: () => {
      for (const bot of [facilitator, stays, ...others]) bot.close()
      line.close()
    },
  }
}

test.concurrent('[D5] [S19] who vanishes is gone for the others within the stated times, and nothing of them stays open', async () => {
  const scene = await vanish(withPlant('fast-clock', { CLOCK_SPEED: String(SPEED) }))
  const { present, away, house, files, close } = scene
  await Promise.all([
    eventually('nobody seems present', () => present() === 0, PRESENCE_ENDS_MS / SPEED + SLACK_MS),
    eventually('all count as away', () => away() === GONE, AWAY_MS / SPEED + SLACK_MS),
  ])
  await eventually('every socket is closed', async () => (await openFiles(house)) <= files)
  expect([present(), away()]).toEqual([0, GONE])
  close()
})

test.concurrent('planted: a server that never looks whether a peer still answers is caught', async () => {
  const { present, away, close } = await vanish(
    withPlant(['fast-clock', 'never-gives-up'], { CLOCK_SPEED: String(SPEED) }),
  )
  await pause(AWAY_MS / SPEED + SLACK_MS)
  expect(present()).toBe(GONE)
  expect(away()).toBe(0)
  close()
})
