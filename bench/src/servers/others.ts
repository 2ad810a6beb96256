/** The peers with their defaults, and the floors. Their people need no identity. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ChildOptions, freePort, startChild } from './child.ts'
import { newerNode, PEERS } from './newer-node.ts'
import type { DialectName, RunningServer, Seat, ServerKind } from './server.ts'

const FLOOR = fileURLToPath(new URL('./floor.ts', import.meta.url))
const FLOOR_WINDOW_MS = 20

async function start(
  dialect: DialectName,
  options: (port: number) => Omit<ChildOptions, 'port'>,
): Promise<RunningServer> {
  const port = await freePort()
  const child = await startChild({ ...options(port), port })
  const seat = (document: number, person: number): Seat => ({
    port,
    path: dialect === 'hocuspocus' ? '/' : `/wall-${document}`,
    headers: {},
    document: `wall-${document}`,
    person: `0192f0c1-7e1b-7c6e-9d1f-${String(document * 10_000 + person).padStart(12, '0')}`,
  })
  return {
    pid: child.pid,
    port,
    invite: async (documents, people) =>
      Array.from({ length: documents * people }, (_, i) => seat(Math.floor(i / people), i % people)),
    eventLoop: () => child.eventLoop(),
    stop: () => child.stop(),
  }
}

export const yWebsocketServer: ServerKind = {
  name: 'yws',
  title: '@y/websocket-server 0.1.1 (Yjs 13 line)',
  dialect: 'y-websocket',
  start: () =>
    start('y-websocket', (port) => ({
      args: [join(PEERS, 'y-websocket.mjs'), String(port)],
    })),
}

const hocuspocus = (version: 3 | 4, node?: () => string): ServerKind => ({
  name: `hp${version}`,
  title: version === 3 ? 'Hocuspocus 3.4.4' : 'Hocuspocus 4.7.0 (on a newer Node)',
  dialect: 'hocuspocus',
  start: () =>
    start('hocuspocus', (port) => ({
      args: [join(PEERS, 'hocuspocus.mjs'), `hocuspocus-${version}`, String(port)],
      ...(node ? { node: node() } : {}),
    })),
})

export const hocuspocus3 = hocuspocus(3)
export const hocuspocus4 = hocuspocus(4, newerNode)

const floor = (name: string, title: string, windowMs: number): ServerKind => ({
  name,
  title,
  dialect: 'bare',
  start: () =>
    start('bare', (port) => ({ args: ['--import', 'tsx', FLOOR, String(port), String(windowMs)] })),
})

export const floorPerMessage = floor('floorMsg', 'floor: ws, each message passed on', 0)
export const floorPerWindow = floor(
  'floorWin',
  `floor: ws, one frame per ${FLOOR_WINDOW_MS} ms`,
  FLOOR_WINDOW_MS,
)
