/**
 * The note that is being written in an activity, kept on this device until it is sent: a reload, an incoming call or the next
 * activity loses nothing. The same in all tabs, and sent once: it has its id from its first letter on.
 */
import type { ActivityId } from '@escale/shared'
import { keptForActivity } from '../app/kept-here.ts'
import type { Words } from './kept-words.ts'

/** A text that was begun, ready to be sent from wherever its author is. */
export interface Begun extends Words {
  /** null: it can be sent where it was begun only. */
  readonly edit: unknown
}

const listeners = new Set<(activity: ActivityId) => void>()
/** Where nothing can be kept it lives as long as the page. */
const held = new Map<ActivityId, string>()
const keyOf = (activity: ActivityId) => keptForActivity('draft', activity)

export function rawDraft(activity: ActivityId): string | null {
  try {
    return localStorage.getItem(keyOf(activity))
  } catch {
    return held.get(activity) ?? null
  }
}

/** What is kept, as its own kind wrote it; an empty object: nothing, or nothing of ours. */
export function draftOf(activity: ActivityId): Record<string, unknown> {
  try {
    const kept: unknown = JSON.parse(rawDraft(activity) ?? 'null')
    return typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

export function keepDraftOf(activity: ActivityId, draft: object): void {
  const raw = JSON.stringify(draft)
  held.set(activity, raw)
  try {
    localStorage.setItem(keyOf(activity), raw)
  } catch {
    // See above.
  }
}

/** Forgets it, and tells whoever shows it. */
export function dropDraft(activity: ActivityId): void {
  held.delete(activity)
  try {
    localStorage.removeItem(keyOf(activity))
  } catch {
    // Nothing was kept.
  }
  for (const changed of [...listeners]) changed(activity)
}

/** Told of what becomes of drafts elsewhere: in another tab, or sent from another place of this page. */
export function onDrafts(changed: (activity: ActivityId) => void): () => void {
  const onStorage = ({ key }: StorageEvent) => {
    const prefix = keyOf('')
    if (key?.startsWith(prefix)) changed(key.slice(prefix.length))
  }
  listeners.add(changed)
  window.addEventListener('storage', onStorage)
  return () => {
    listeners.delete(changed)
    window.removeEventListener('storage', onStorage)
  }
}

/** What was begun in an activity; undefined: nothing that says anything. */
export function begunIn(activity: ActivityId): Begun | undefined {
  const { text, edit, about } = draftOf(activity)
  if (typeof text !== 'string' || text.trim() === '') return undefined
  return { text, edit: edit ?? null, about: typeof about === 'string' ? about : '' }
}
