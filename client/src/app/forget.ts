/** Leaves nothing of a session on this device that a participant left there. Loaded when somebody leaves. */
import type { SessionId } from '@escale/shared'
import { closeDocuments, hasUnsavedDocuments } from '../documents/live-documents.ts'
import { activitiesSeen, CONSOLE_KEEPS, copiesOf, keptForActivity, PICTURES, PREFIX } from './kept-here.ts'
import { forgetKnown } from './known-sessions.ts'
import { keepMyName } from './my-name.ts'

/** Another tab that holds a database open is asked to let go; one that hangs is not waited for. */
const DELETE_WAIT_MS = 3_000

/** Is this key of the browser's storage a participant's, of this session or of one of its activities? */
function isOf(session: SessionId, activities: ReadonlySet<string>, key: string): boolean {
  if (!key.startsWith(PREFIX)) return false
  const [what = '', of = '', as] = key.slice(PREFIX.length).split('.')
  if (CONSOLE_KEEPS.some((kept) => kept === what)) return false
  if (of === session) return as === undefined || as === 'participant'
  return activities.has(of)
}

function forgetKeys(storage: () => Storage, session: SessionId, activities: ReadonlySet<string>): void {
  try {
    const held = storage()
    for (const key of Object.keys(held)) if (isOf(session, activities, key)) held.removeItem(key)
  } catch {
    // Where storage is refused nothing was kept.
  }
}

const deleted = (name: string): Promise<void> =>
  new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name)
    request.onsuccess = () => resolve()
    request.onerror = () => resolve()
    setTimeout(resolve, DELETE_WAIT_MS)
  })

/** Removes what belongs to these activities from one store of pictures; `of` says to which one entry belongs. */
const removed = (
  store: IDBObjectStore,
  activities: ReadonlySet<string>,
  of: (entry: IDBCursorWithValue) => unknown,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = store.openCursor()
    request.onerror = () => reject(request.error)
    request.onsuccess = () => {
      const entry = request.result
      if (entry === null) return resolve()
      const activity = of(entry)
      if (typeof activity === 'string' && activities.has(activity)) entry.delete()
      entry.continue()
    }
  })

async function forgetPictures(activities: ReadonlySet<string>): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(PICTURES.database, PICTURES.version)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  try {
    const { jobs, drafts } = PICTURES
    const transaction = db.transaction([jobs, drafts], 'readwrite')
    await removed(transaction.objectStore(jobs), activities, ({ value }) => value.activity)
    await removed(transaction.objectStore(drafts), activities, ({ key }) => key)
  } finally {
    db.close()
  }
}

async function forgetDatabases(session: SessionId, activities: ReadonlySet<string>): Promise<void> {
  const all = (await indexedDB.databases()).flatMap(({ name }) => name ?? [])
  const copies = all.filter((name) => name.startsWith(copiesOf(session, 'participant')))
  await Promise.all(copies.map(deleted))
  if (all.includes(PICTURES.database)) await forgetPictures(activities)
}

/** A note that was begun: its form is the wall's, of which two things count here. */
function isBegun(draft: string | null): boolean {
  try {
    const { text, drawing } = (JSON.parse(draft ?? 'null') ?? {}) as Record<string, unknown>
    return (typeof text === 'string' && text.trim() !== '') || typeof drawing === 'string'
  } catch {
    return false
  }
}

/** Has a participant begun something here that would be lost: a note, a picture on its way, a text that is not saved? */
export function hasUnsent(session: SessionId): boolean {
  if (hasUnsavedDocuments(session, 'participant')) return true
  try {
    return activitiesSeen(session).some(
      (activity) =>
        isBegun(localStorage.getItem(keptForActivity('draft', activity))) ||
        localStorage.getItem(keptForActivity('draft-photo', activity)) !== null ||
        localStorage.getItem(keptForActivity('refused', activity)) !== null ||
        localStorage.getItem(keptForActivity('pictures', activity)) !== null,
    )
  } catch {
    return false
  }
}

/** Forgets a participant's session: drafts, notes, what was on its way, copies of documents. Never rejects. */
export async function forgetSession(session: SessionId): Promise<void> {
  const activities = new Set(activitiesSeen(session))
  closeDocuments(session, 'participant')
  try {
    await forgetDatabases(session, activities)
  } catch {
    // A browser without IndexedDB kept nothing there.
  }
  forgetKnown(session, 'participant')
  // Whoever leaves a shared device does not leave their name at its next door.
  keepMyName('')
  for (const storage of [() => localStorage, () => sessionStorage]) forgetKeys(storage, session, activities)
}
