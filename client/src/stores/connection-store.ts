import type { Command, Goodbye, Outside } from '@escale/shared'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Trouble } from '../connection/diagnose.ts'

export interface ConnectionState {
  /** `lost`: not back for a while; it is still being tried unless `bye` says otherwise. */
  readonly status: 'connecting' | 'live' | 'reconnecting' | 'lost'
  /** By long polling: all of it, a little later. */
  readonly slow: boolean
  /** Why there is no connection, as far as it is known; null: there is one, or nothing is known. */
  readonly trouble: Trouble | null
  /** Why the server closed; null while there is nothing to say. */
  readonly bye: Goodbye | null
  /** True: no more tries; `bye` says why. */
  readonly over: boolean
  /** The server has another build of the client than the one that this page is of. */
  readonly outdated: boolean
  /** Why there is no seat yet, for somebody who waits for one; null: in, or not known. */
  readonly outside: Outside | null
  /** Commands that wait for the server's acknowledgement, in the order in which they were given. */
  readonly waiting: readonly Command[]
  /** Gestures that were given up for want of a connection, until whoever made them has seen it. */
  readonly expired: readonly Command[]
}

export const createConnectionStore = (): StoreApi<ConnectionState> =>
  createStore<ConnectionState>(() => ({
    status: 'connecting',
    slow: false,
    trouble: null,
    bye: null,
    over: false,
    outdated: false,
    outside: null,
    waiting: [],
    expired: [],
  }))
