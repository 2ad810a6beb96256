/** A document's copy on this device (IndexedDB), so that what was written without network survives a closed tab. */
import { IndexeddbPersistence } from 'y-indexeddb'
import type * as Y from 'yjs'
import { PROBE_DATABASE } from '../app/kept-here.ts'

let usable: Promise<boolean> | undefined

/** Some private windows have an IndexedDB that cannot be opened. */
function canKeep(): Promise<boolean> {
  usable ??= new Promise((resolve) => {
    try {
      const probe = indexedDB.open(PROBE_DATABASE)
      probe.onsuccess = () => {
        probe.result.close()
        resolve(true)
      }
      probe.onerror = () => resolve(false)
      probe.onblocked = () => resolve(false)
    } catch {
      resolve(false)
    }
  })
  return usable
}

export interface DeviceCopy {
  /** Resolves when what this device knew is in the document. */
  readonly loaded: Promise<void>
  /** Resolves with true when everything changed so far is on the disk; false: it cannot be kept here. */
  flushed(): Promise<boolean>
  close(): void
}

const nothingKept: DeviceCopy = {
  loaded: Promise.resolve(),
  flushed: () => Promise.resolve(false),
  close: () => undefined,
}

/** Transactions on one store run in order: when an empty one is through, so are all before it. */
const barrier = (db: IDBDatabase): Promise<boolean> =>
  new Promise((resolve) => {
    try {
      const transaction = db.transaction(['updates'], 'readwrite')
      transaction.objectStore('updates').count()
      transaction.oncomplete = () => resolve(true)
      transaction.onerror = () => resolve(false)
      transaction.onabort = () => resolve(false)
    } catch {
      resolve(false)
    }
  })

export async function openDeviceCopy(key: string, doc: Y.Doc): Promise<DeviceCopy> {
  if (!(await canKeep())) return nothingKept
  const persistence = new IndexeddbPersistence(key, doc)
  return {
    loaded: persistence.whenSynced.then(() => undefined),
    flushed: () => (persistence.db === null ? Promise.resolve(false) : barrier(persistence.db)),
    close: () => void persistence.destroy(),
  }
}
