import { escale, escaleInMemory, escaleOnNewerNode } from './escale.ts'
import { floorPerMessage, floorPerWindow, hocuspocus3, hocuspocus4, yWebsocketServer } from './others.ts'
import type { ServerKind } from './server.ts'

const all = [
  escale,
  escaleInMemory,
  escaleOnNewerNode,
  yWebsocketServer,
  hocuspocus3,
  hocuspocus4,
  floorPerMessage,
  floorPerWindow,
]

export const SERVERS: ReadonlyMap<string, ServerKind> = new Map(all.map((server) => [server.name, server]))

/** @throws Error when there is none of that name */
export function serverNamed(name: string): ServerKind {
  const found = SERVERS.get(name)
  if (found === undefined) throw new Error(`no server ${name}; there are ${[...SERVERS.keys()].join(', ')}`)
  return found
}
