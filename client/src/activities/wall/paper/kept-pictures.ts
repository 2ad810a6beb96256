/**
 * Pictures that are not on the server yet, kept on this device (IndexedDB) with what they are for, so that a reload or a phone
 * that sleeps loses none. Where nothing can be kept they live as long as the page. Never rejects.
 */
import type { PersonId } from '@escale/shared'
import { keptForActivity, PICTURES } from '../../../app/kept-here.ts'
import { isMarked } from '../draft-store.ts'
import type { NoteDraft } from '../kept-notes.ts'

/** A note that waits for its picture to arrive. */
export interface PictureJob {
  readonly id: string
  readonly activity: string
  /** Who wrote it: what one person left behind is never sent as another. */
  readonly owner: string
  readonly draft: NoteDraft
  readonly photo: Blob
  /** The note that is to have it; null: a new one. */
  readonly note: string | null
  /** For whom a facilitator wrote it. */
  readonly person?: PersonId | undefined
  /** Device time, ms. */
  readonly at: number
}

const { database: DATABASE, version: VERSION, jobs: JOBS, drafts: DRAFTS } = PICTURES
/** As long as the outbox keeps what waits. */
const KEPT_MS = 24 * 60 * 60 * 1_000

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('not kept'))
  })

let opened: Promise<IDBDatabase> | undefined

function open(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(DATABASE, VERSION)
    request.onupgradeneeded = () => {
      request.result.createObjectStore(JOBS, { keyPath: 'id' })
      request.result.createObjectStore(DRAFTS)
    }
    request.onblocked = () => reject(new Error('blocked'))
    answered(request).then(resolve, reject)
  })
  return opened
}

/** Undefined: it could not be done here. */
async function inStore<T>(
  name: string,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T | undefined> {
  try {
    const db = await open()
    return await answered(work(db.transaction(name, mode).objectStore(name)))
  } catch {
    return undefined
  }
}

function mark(what: Parameters<typeof isMarked>[0], activity: string, isSet: boolean): void {
  try {
    if (isSet) localStorage.setItem(keptForActivity(what, activity), '1')
    else localStorage.removeItem(keptForActivity(what, activity))
  } catch {
    // Without storage it waits as long as the page is open.
  }
}

export async function keepJob(job: PictureJob): Promise<void> {
  mark('pictures', job.activity, true)
  await inStore(JOBS, 'readwrite', (s) => s.put(job))
}

export const dropJob = (id: string): Promise<unknown> => inStore(JOBS, 'readwrite', (s) => s.delete(id))

/** What waits for this activity, the oldest first. */
export async function readJobs(activity: string, now: number): Promise<readonly PictureJob[]> {
  if (!isMarked('pictures', activity)) return []
  // Sound: only `keepJob` writes there.
  const all = ((await inStore(JOBS, 'readonly', (s) => s.getAll())) ?? []) as readonly PictureJob[]
  const isOld = ({ at }: PictureJob): boolean => now - at > KEPT_MS
  for (const job of all) if (isOld(job)) void dropJob(job.id)
  const here = all.filter((job) => job.activity === activity && !isOld(job))
  if (here.length === 0) mark('pictures', activity, false)
  return here.sort((a, b) => a.at - b.at)
}

export const hasDraftPhoto = (activity: string): boolean => isMarked('draft-photo', activity)

/** The picture beside the note that is being written; undefined: none any more. */
export async function keepDraftPhoto(activity: string, photo: Blob | undefined): Promise<void> {
  if (photo === undefined && !hasDraftPhoto(activity)) return
  mark('draft-photo', activity, photo !== undefined)
  if (photo) await inStore(DRAFTS, 'readwrite', (s) => s.put(photo, activity))
  else await inStore(DRAFTS, 'readwrite', (s) => s.delete(activity))
}

export async function readDraftPhoto(activity: string): Promise<Blob | undefined> {
  const kept: unknown = await inStore(DRAFTS, 'readonly', (s) => s.get(activity))
  return kept instanceof Blob ? kept : undefined
}
