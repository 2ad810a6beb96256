/** A document's connection to the server: the unmodified provider, with what our server says besides. */
import { type Access, SYNC_CLOSE, SYNC_MESSAGE_ACCESS, SYNC_MESSAGE_SAVED, SYNC_PATH } from '@escale/shared'
import * as decoding from 'lib0/decoding'
import { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import { at } from '../app/addresses.ts'
import { retryDelay } from '../connection/backoff.ts'
import { openLine } from '../connection/document-lines.ts'
import type { SavingEvent } from './saving.ts'

const SYNC = 0
const SYNC_STEP_1 = 0
const AUTH = 2
const ACCESSES: readonly Access[] = ['none', 'read', 'write']
/** A right that was refused may come (a group is formed, a wall is revealed): asked for again at this pace. */
const ASK_AGAIN_MS = 4_000
/** Nothing good comes of hurrying after one of these. */
const CALM_DOWN_MS = 20_000
/** A whole office whose network comes back does not come back in one instant. */
const SPREAD_MS = 500

export interface SyncLinkEvents {
  readonly onSaving: (event: SavingEvent) => void
  readonly onAccess: (access: Access) => void
  readonly onSynced: () => void
}

export interface SyncLink {
  readonly awareness: Awareness
  connect(): void
  close(): void
}

const serverUrl = (): string =>
  `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${at(SYNC_PATH)}`

/** What the provider makes with `new`: a WebSocket, or where there is none a line over the session's connection. */
const lineOf = (path: string) =>
  class {
    constructor(url: string) {
      // biome-ignore lint/correctness/noConstructorReturn: the provider makes its socket with `new`
      return openLine(`${SYNC_PATH}/${path}`) ?? new WebSocket(url)
    }
  } as never

function waitAfter(code: number): number {
  switch (code) {
    case SYNC_CLOSE.notAllowed:
    case SYNC_CLOSE.unknown:
      return retryDelay(Math.random(), ASK_AGAIN_MS)
    case SYNC_CLOSE.malformed:
    case SYNC_CLOSE.tooLarge:
    case SYNC_CLOSE.tooFast:
    case SYNC_CLOSE.busy:
    case SYNC_CLOSE.unreadable:
      return retryDelay(Math.random(), CALM_DOWN_MS)
    default:
      return retryDelay(Math.random())
  }
}

/** `path`: `<as>/<session>/<activity>/<name>`. Not connected until `connect()`; then it reconnects by itself. */
export function openSyncLink(path: string, doc: Y.Doc, events: SyncLinkEvents): SyncLink {
  const awareness = new Awareness(doc)
  // Nobody says that they are here until a view has something to show of it.
  awareness.setLocalState(null)
  const provider = new WebsocketProvider(serverUrl(), path, doc, {
    awareness,
    connect: false,
    WebSocketPolyfill: lineOf(path),
    // We reconnect ourselves: with a spread, so that two hundred people do not come back in the same instant.
    shouldReconnect: () => false,
  })
  let timer: ReturnType<typeof setTimeout> | undefined
  const connectIn = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => provider.connect(), ms)
  }
  const onOffline = () => events.onSaving('stalled')
  const onOnline = () => {
    // A connection from before the cut may look alive for a long time yet.
    provider.disconnect()
    events.onSaving('disconnected')
    connectIn(Math.random() * SPREAD_MS)
  }

  const answer = provider.messageHandlers[SYNC]
  if (answer === undefined) throw new Error('the provider has no sync handler')
  provider.messageHandlers[SYNC] = (encoder, decoder, from, isFromServer, type) => {
    const isAsked = decoding.peekVarUint(decoder) === SYNC_STEP_1
    answer(encoder, decoder, from, isFromServer, type)
    // Another tab asks, too; only the server's question tells that it now has everything.
    if (isAsked && isFromServer) events.onSaving('caught-up')
  }
  provider.messageHandlers[AUTH] = () => events.onSaving('refused')
  provider.messageHandlers[SYNC_MESSAGE_SAVED] = (_encoder, decoder) =>
    events.onSaving({ dealtWith: decoding.readVarUint(decoder) })
  provider.messageHandlers[SYNC_MESSAGE_ACCESS] = (_encoder, decoder) =>
    events.onAccess(ACCESSES[decoding.readVarUint(decoder)] ?? 'none')

  provider.on('status', ({ status }: { status: 'connected' | 'disconnected' | 'connecting' }) => {
    if (status === 'connected') events.onSaving('connected')
    if (status === 'disconnected') events.onSaving('disconnected')
  })
  provider.on('sync', (isSynced: boolean) => {
    if (isSynced) events.onSynced()
  })
  provider.on('closed', ({ code }) => {
    events.onSaving('disconnected')
    if (code === SYNC_CLOSE.notAllowed || code === SYNC_CLOSE.unknown) events.onAccess('none')
    if (code === SYNC_CLOSE.tooLarge || code === SYNC_CLOSE.malformed) events.onSaving('refused')
    if (code === SYNC_CLOSE.busy) events.onSaving('busy')
    if (code === SYNC_CLOSE.unreadable) events.onSaving('unreadable')
    connectIn(waitAfter(code))
  })
  const onUpdate = (_update: Uint8Array, origin: unknown) => {
    // The same condition as the provider's own: sent at once, or with the next catch-up.
    if (origin !== provider) events.onSaving('changed')
  }
  doc.on('update', onUpdate)
  window.addEventListener('online', onOnline)
  window.addEventListener('offline', onOffline)

  return {
    awareness,
    connect: () => provider.connect(),
    close() {
      clearTimeout(timer)
      window.removeEventListener('online', onOnline)
      window.removeEventListener('offline', onOffline)
      doc.off('update', onUpdate)
      provider.destroy()
    },
  }
}
