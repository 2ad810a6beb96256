/** One document in this tab: its Yjs document, its connection and its copy on this device, shared by all who show it. */
import type { Access } from '@escale/shared'
import * as Y from 'yjs'
import { type DeviceCopy, openDeviceCopy } from './device-copy.ts'
import { follow, type Saved, type Saving, savedOf, startSaving } from './saving.ts'
import { openSyncLink, type SyncLink } from './sync-link.ts'

export interface DocumentState {
  readonly doc: Y.Doc
  /** What is known of it is in `doc`: from the server, or without network from this device. */
  readonly ready: boolean
  /** Told by the server; `write` until it has spoken, because one may always write for later. */
  readonly access: Access
  readonly saved: Saved
}

export interface DocumentHandle {
  readonly state: DocumentState
  subscribe(changed: () => void): () => void
  /** Keeps it open until the returned function is called, and a while longer. */
  retain(): () => void
}

/** A slow disk must not keep the network waiting. */
const DEVICE_COPY_WAIT_MS = 1_000
const UNUSED_FOR_MS = 30_000
/** How long the server may take before what is unsaved is called so. */
const STALLED_AFTER_MS = 2_500
/** How long the first connection may take before its absence is called so. */
const FIRST_CONNECTION_MS = 3_000

export interface HandleOptions {
  /** `<as>/<session>/<activity>/<name>` */
  readonly path: string
  /** Under which name this device keeps it; undefined: not at all. */
  readonly deviceKey: string | undefined
  readonly onClosed: () => void
}

export class LiveDocumentHandle implements DocumentHandle {
  readonly #doc = new Y.Doc()
  readonly #link: SyncLink
  readonly #onClosed: () => void
  readonly #listeners = new Set<() => void>()
  #copy: DeviceCopy | undefined
  #saving: Saving = startSaving
  #state: DocumentState = { doc: this.#doc, ready: false, access: 'write', saved: 'saving' }
  #users = 0
  #meetTimer: ReturnType<typeof setTimeout> | undefined
  #stallTimer: ReturnType<typeof setTimeout> | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  /** Changes made here that are not yet known to be on this device's disk. */
  #unkept = 0
  #isGuarding = false
  #closed = false

  constructor({ path, deviceKey, onClosed }: HandleOptions) {
    this.#onClosed = onClosed
    this.#link = openSyncLink(path, this.#doc, {
      onSaving: (event) => {
        this.#saving = follow(this.#saving, event)
        if (event === 'changed') this.#keep()
        this.#update({ saved: savedOf(this.#saving) })
        this.#guard()
        this.#watch(typeof event === 'object')
      },
      onAccess: (access) => this.#update({ access }),
      onSynced: () => this.#update({ ready: true }),
    })
    this.#expectConnection()
    void this.#start(deviceKey)
    this.#closeWhenUnused()
  }

  get state(): DocumentState {
    return this.#state
  }

  /** Something was written here that the server is not known to have. */
  get isUnsaved(): boolean {
    return this.#saving.changed
  }

  async #start(deviceKey: string | undefined): Promise<void> {
    if (deviceKey !== undefined) {
      const opening = openDeviceCopy(deviceKey, this.#doc).then(async (copy) => {
        if (this.#closed) {
          copy.close()
          return
        }
        this.#copy = copy
        await copy.loaded
        if (this.#doc.store.clients.size > 0) this.#update({ ready: true })
      })
      await Promise.race([opening, new Promise((resolve) => setTimeout(resolve, DEVICE_COPY_WAIT_MS))])
    }
    if (!this.#closed) this.#link.connect()
  }

  /** After this there is a connection, or the truth is told. */
  #expectConnection(): void {
    this.#meetTimer = setTimeout(() => {
      if (this.#saving.connected) return
      this.#saving = follow(this.#saving, 'stalled')
      this.#update({ saved: savedOf(this.#saving) })
    }, FIRST_CONNECTION_MS)
  }

  #update(change: Partial<DocumentState>): void {
    const entries = Object.entries(change) as [keyof DocumentState, unknown][]
    if (entries.every(([key, value]) => this.#state[key] === value)) return
    this.#state = { ...this.#state, ...change }
    for (const listener of [...this.#listeners]) listener()
  }

  /** « Saving » for too long without a word from the server is not the truth any more. */
  #watch(hasAnswered = false): void {
    if (hasAnswered) {
      clearTimeout(this.#stallTimer)
      this.#stallTimer = undefined
    }
    const isWaiting = savedOf(this.#saving) === 'saving' && this.#saving.changed && !this.#closed
    if (isWaiting)
      this.#stallTimer ??= setTimeout(() => {
        this.#stallTimer = undefined
        this.#saving = follow(this.#saving, 'stalled')
        this.#update({ saved: savedOf(this.#saving) })
      }, STALLED_AFTER_MS)
    else {
      clearTimeout(this.#stallTimer)
      this.#stallTimer = undefined
    }
  }

  /** Waits until what was just changed is on the disk. */
  #keep(): void {
    const mine = ++this.#unkept
    void (this.#copy?.flushed() ?? Promise.resolve(false)).then((isKept) => {
      if (isKept && this.#unkept === mine) this.#unkept = 0
      this.#guard()
    })
  }

  /** The browser asks before it closes the tab, only while something would be lost. */
  #guard(): void {
    const isAtRisk = this.#unkept > 0 && this.#saving.changed && !this.#closed
    if (!this.#saving.changed) this.#unkept = 0
    if (isAtRisk === this.#isGuarding) return
    this.#isGuarding = isAtRisk
    if (isAtRisk) window.addEventListener('beforeunload', askFirst)
    else window.removeEventListener('beforeunload', askFirst)
  }

  subscribe(changed: () => void): () => void {
    this.#listeners.add(changed)
    return () => this.#listeners.delete(changed)
  }

  retain(): () => void {
    this.#users++
    clearTimeout(this.#timer)
    let isHeld = true
    return () => {
      if (!isHeld) return
      isHeld = false
      this.#users--
      if (this.#users === 0) this.#closeWhenUnused()
    }
  }

  #closeWhenUnused(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      if (this.#users > 0) return
      // Never with something unsaved in hand.
      if (this.#saving.changed) this.#closeWhenUnused()
      else this.close()
    }, UNUSED_FOR_MS)
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    clearTimeout(this.#timer)
    clearTimeout(this.#meetTimer)
    this.#watch()
    this.#guard()
    this.#link.close()
    this.#copy?.close()
    this.#doc.destroy()
    this.#onClosed()
  }
}

const askFirst = (event: BeforeUnloadEvent): void => event.preventDefault()
