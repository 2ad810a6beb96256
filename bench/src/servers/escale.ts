/** Our own server as people run it: built, SQLite with fsync, rights and cookies, people who joined one by one. */
import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Browser, personNumber } from '@escale/bots'
import { SYNC_PATH } from '@escale/shared'
import { PLAIN_WALL, SHARED_WALL } from '@escale/shared/activities/wall'
import { inParallel } from '../measure/in-parallel.ts'
import { freePort, ROOT, startChild } from './child.ts'
import { newerNode } from './newer-node.ts'
import type { RunningServer, Seat, ServerKind } from './server.ts'
import { openActivity } from './sessions.ts'

const JOINING_AT_ONCE = 16

/** A session has no more co-facilitators than this; with more people each of them is on several devices. */
const COFACILITATORS = 50

/** A session whose wall is open, and its people: co-facilitators, who write in the document themselves. */
async function openWall(baseUrl: string, port: number, people: number): Promise<Seat[]> {
  const facilitator = await openActivity(baseUrl, 'wall', PLAIN_WALL)
  const { session } = facilitator.created
  const activity = facilitator.activity('wall').id
  facilitator.close()
  const numbers = Array.from({ length: people }, (_, index) => index)
  const links = await inParallel(numbers.slice(0, COFACILITATORS), JOINING_AT_ONCE, (number) => {
    const { name, organisation = '', territory = '' } = personNumber(number)
    const identity = { name, organisation, territory }
    return facilitator.seat.browser.makeLink(session, { role: 'cofacilitator', identity })
  })
  return inParallel(numbers, JOINING_AT_ONCE, async (number) => {
    const link = links[number % links.length]
    if (link === undefined) throw new Error('no link')
    const browser = new Browser(baseUrl)
    const { person } = await browser.enter(session, link.secret)
    if (person === null) throw new Error('nobody')
    return {
      port,
      path: `${SYNC_PATH}/facilitator/${session}/${activity}/${SHARED_WALL}`,
      headers: { cookie: browser.jar.header(), origin: baseUrl },
      document: SHARED_WALL,
      person,
    }
  })
}

/** Of servers that run now; a bench that is broken off leaves none behind. */
const open = new Set<string>()
process.on('exit', () => {
  for (const folder of open) rmSync(folder, { recursive: true, force: true })
})

async function start(folders: string, node = process.execPath): Promise<RunningServer> {
  const [port, folder] = await Promise.all([freePort(), mkdtemp(join(folders, 'escale-bench-'))])
  open.add(folder)
  const child = await startChild({
    args: [
      '--disable-proto=delete',
      join(ROOT, 'server/dist/main.js'),
      '--data',
      folder,
      '--port',
      String(port),
    ],
    port,
    node,
    env: { ESCALE_LOG: 'silent', ESCALE_DEMO: '0', HOST: '127.0.0.1' },
  })
  const baseUrl = `http://127.0.0.1:${port}`
  return {
    pid: child.pid,
    port,
    invite: async (documents, people) => {
      const seats: Seat[] = []
      for (let i = 0; i < documents; i++) seats.push(...(await openWall(baseUrl, port, people)))
      return seats
    },
    eventLoop: () => child.eventLoop(),
    stop: async () => {
      await child.stop()
      await rm(folder, { recursive: true, force: true })
      open.delete(folder)
    },
  }
}

export const escale: ServerKind = {
  name: 'ours',
  title: 'Escale (SQLite, fsync before anybody sees a word)',
  dialect: 'y-websocket',
  start: () => start(tmpdir()),
}

/** The same on a file system in memory, where fsync costs nothing: the difference is the price of durability. */
export const escaleInMemory: ServerKind = {
  name: 'ours-ram',
  title: 'Escale with its data folder in memory (fsync costs nothing)',
  dialect: 'y-websocket',
  start: () => start('/dev/shm'),
}

/** The same on the Node that Hocuspocus 4 needs, to tell what is Node's merit. */
export const escaleOnNewerNode: ServerKind = {
  name: 'ours-new',
  title: 'Escale on a newer Node',
  dialect: 'y-websocket',
  start: () => start(tmpdir(), newerNode()),
}
