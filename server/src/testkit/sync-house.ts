/** A real HTTP server, a real store and real sockets around the sync server, with a table of rights that a test may change. */
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Access, type DocumentShape, limits, type Viewer } from '@escale/shared'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { openSqliteStore, type SqliteStore } from '../store/sqlite/sqlite-store.ts'
import { type DocumentStore, SyncServer } from '../sync/index.ts'
import type { ConnectionLimits } from '../sync/sync-limits.ts'

export const SESSION = 's1'
/** The name of a document whose readers are told who is at it. */
export const SIGNED = 'signed'

/** Documents whose name begins so are one text; all others hold notes. */
export const STORY = 'story'
export const STORY_SHAPE: DocumentShape = {
  roots: { text: { type: 'text' } },
  maxBytes: limits.OWN_TEXT_MAX_BYTES,
  maxPieces: limits.OWN_TEXT_MAX_PIECES,
  piecesPerChar: 0.5,
}
/** So do those that belong to several. */
export const PAGE = 'page'
export const PAGE_SHAPE: DocumentShape = { ...STORY_SHAPE, maxBytesPerPerson: 64 * 1024 }
const VALUES = { type: 'map', values: true } as const
export const NOTES_SHAPE: DocumentShape = {
  roots: {
    notes: { type: 'map', values: false, entries: { ...VALUES, entries: { type: 'text' } } },
    stacks: { type: 'map', values: false, entries: VALUES },
  },
  maxBytes: limits.DOCUMENT_MAX_BYTES,
  maxPieces: limits.DOCUMENT_MAX_PIECES,
}

const shapeOf = (name: string): DocumentShape =>
  name.startsWith(STORY) ? STORY_SHAPE : name.startsWith(PAGE) ? PAGE_SHAPE : NOTES_SHAPE

export interface SyncHouse {
  readonly server: SyncServer
  readonly store: SqliteStore
  readonly faults: string[]
  /** Until set otherwise everybody may write everything. */
  allow(access: (activity: string, name: string, viewer: Viewer) => Access): void
  url(activity: string, name: string, as?: string): string
  peer(person: string, name?: string, options?: { readonly connect?: boolean }): Peer
  raw(person: string, name?: string, headers?: Record<string, string>): WebSocket
  /** As if the process had been killed: nothing is finished, sockets break. The folder stays. */
  kill(): Promise<void>
  stop(): Promise<void>
}

export interface Peer {
  readonly doc: Y.Doc
  readonly provider: WebsocketProvider
  /** Update messages dealt with, as the server told. */
  readonly saved: number
  destroy(): void
}

const folders = new Set<string>()
export const freshFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'escale-sync-'))
  folders.add(folder)
  return folder
}
export const removeFolders = (): void => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  folders.clear()
}

const socketOf = (person: string) =>
  class extends WebSocket {
    constructor(url: string | URL) {
      super(url, { headers: { cookie: `who=${person}` } })
    }
  }

export async function openSyncHouse(
  options: {
    readonly folder?: string
    readonly wrapStore?: (store: DocumentStore) => DocumentStore
    readonly most?: ConnectionLimits
    readonly memory?: { readonly session: number; readonly process: number }
  } = {},
): Promise<SyncHouse> {
  const store = await openSqliteStore({ folder: options.folder ?? freshFolder(), startEmpty: false })
  if ((await store.getSession(SESSION)) === undefined)
    await store.createSession({
      id: SESSION,
      code: 'ABCDEFGH',
      genesis: { createdAt: 1, seed: '', workshop: { settings: {}, plan: [] } as never },
      endedAt: null,
    })
  let access: (activity: string, name: string, viewer: Viewer) => Access = () => 'write'
  const listeners = new Set<() => void>()
  const faults: string[] = []
  const server = new SyncServer({
    store: options.wrapStore?.(store) ?? store,
    ...(options.memory && { memory: options.memory }),
    ...(options.most && { most: options.most }),
    rights: {
      open: async (session) =>
        session === SESSION
          ? {
              access: (activity, name, viewer) => access(activity, name, viewer),
              shape: (_activity, name) => shapeOf(name),
              signature: (_activity, name, { id }) =>
                id !== null && name === SIGNED ? { person: id, name: `${id} of the roster` } : undefined,
              onChange: (listener) => {
                listeners.add(listener)
                return () => listeners.delete(listener)
              },
            }
          : undefined,
    },
    doorkeeper: {
      isOriginAllowed: (request) => request.headers.origin !== 'https://elsewhere.example',
      viewer: async (request, as) => {
        const id = /who=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1]
        if (id === undefined) return undefined
        return as === 'screen' ? { id: null, role: 'screen' } : { id, role: as }
      },
    },
    log: (_event, detail) => faults.push(String(detail['reason'])),
  })
  const http = createServer()
  http.on('upgrade', (request, socket, head) => {
    if (!server.upgrade(request, socket, head)) socket.destroy()
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo
  const base = `ws://127.0.0.1:${port}`
  const peers = new Set<Peer>()
  const raws = new Set<WebSocket>()
  const url = (activity: string, name: string, as = 'participant') =>
    `${base}/sync/${as}/${SESSION}/${activity}/${name}`

  return {
    server,
    store,
    faults,
    url,
    allow(next) {
      access = next
      for (const listener of listeners) listener()
    },
    peer(person, name = 'wall', { connect = true } = {}) {
      const doc = new Y.Doc()
      let saved = 0
      const provider = new WebsocketProvider(`${base}/sync/participant/${SESSION}/a1`, name, doc, {
        disableBc: true,
        connect: false,
        maxBackoffTime: 50,
        WebSocketPolyfill: socketOf(person) as never,
      })
      provider.messageHandlers[100] = (_encoder, decoder) => {
        saved = decoder.arr[decoder.pos] ?? 0
      }
      provider.messageHandlers[101] = () => undefined
      if (connect) provider.connect()
      const peer: Peer = {
        doc,
        provider,
        get saved() {
          return saved
        },
        destroy() {
          provider.destroy()
          doc.destroy()
          peers.delete(peer)
        },
      }
      peers.add(peer)
      return peer
    },
    raw(person, name = 'wall', headers = {}) {
      const socket = new WebSocket(url('a1', name), { headers: { cookie: `who=${person}`, ...headers } })
      socket.on('error', () => undefined)
      raws.add(socket)
      return socket
    },
    async kill() {
      http.close()
      http.closeAllConnections()
      await store.crash()
      for (const peer of [...peers]) peer.destroy()
      for (const socket of raws) socket.terminate()
    },
    async stop() {
      for (const peer of [...peers]) peer.destroy()
      for (const socket of raws) socket.terminate()
      await server.close()
      http.close()
      http.closeAllConnections()
      await store.close()
    },
  }
}

/** Resolves once `test` holds; looks again at each event of `sources` and every few ms besides. */
export function until(what: string, test: () => boolean, ms = 5_000): Promise<void> {
  return new Promise((resolve, reject) => {
    const began = Date.now()
    const look = () => {
      if (test()) {
        clearInterval(timer)
        resolve()
      } else if (Date.now() - began > ms) {
        clearInterval(timer)
        reject(new Error(`not within ${ms} ms: ${what}`))
      }
    }
    const timer = setInterval(look, 5)
    look()
  })
}

export const closeCode = (socket: WebSocket): Promise<number> =>
  new Promise((resolve) => socket.on('close', (code) => resolve(code)))

export const bytes = (doc: Y.Doc): string => Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64')
