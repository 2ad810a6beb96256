import type { As, SessionId } from '@escale/shared'
import { keptForSession } from '../app/kept-here.ts'
import type { OutboxStorage, Waiting } from './outbox.ts'

/** Only that it has the form of what we wrote: the server checks every command anyway. */
const isWaiting = (kept: unknown): kept is Waiting =>
  typeof kept === 'object' &&
  kept !== null &&
  'at' in kept &&
  typeof kept.at === 'number' &&
  'person' in kept &&
  typeof kept.person === 'string' &&
  'envelope' in kept &&
  typeof kept.envelope === 'object'

/**
 * One entry of the browser's storage per command, so that several tabs do not overwrite each other. Where storage is refused or
 * full the outbox still works, without surviving a reload.
 */
export function outboxStorage(
  session: SessionId,
  as: As,
  storage: Storage | undefined = safeStorage(),
): OutboxStorage {
  const prefix = `${keptForSession('outbox', session)}.${as}.`
  const attempt = <T>(action: (storage: Storage) => T): T | undefined => {
    try {
      return storage ? action(storage) : undefined
    } catch {
      return undefined
    }
  }
  return {
    load: () =>
      attempt((s) =>
        Object.keys(s)
          .filter((key) => key.startsWith(prefix))
          .flatMap((key) => read(s, key)),
      ) ?? [],
    put: (waiting) => {
      attempt((s) => s.setItem(prefix + waiting.envelope.id, JSON.stringify(waiting)))
    },
    drop: (id) => {
      attempt((s) => s.removeItem(prefix + id))
    },
  }
}

function safeStorage(): Storage | undefined {
  try {
    return window.localStorage
  } catch {
    return undefined
  }
}

function read(storage: Storage, key: string): Waiting[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(key) ?? 'null')
    if (isWaiting(kept)) return [kept]
  } catch {
    // Written by another version, or damaged: of no use.
  }
  storage.removeItem(key)
  return []
}
