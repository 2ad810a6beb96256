import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { DataFolderError } from './data-folder-error.ts'

/** Empty, and stays in the folder: only the lock on it means something. */
export const LOCK_FILE = 'escale.lock'
/** A server that is being replaced may need a moment to go. */
const WAIT_MS = 2_000

/** The sole use of a data folder. */
export interface FolderLock {
  release(): void
}

/**
 * Takes a data folder for this process alone. The lock is the system's, on an open file: it goes with the process, however
 * that ends, and holds between containers that share a volume. (A number in a file does neither.)
 * @throws DataFolderError when another process has it
 */
export function lockFolder(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true })
  const file = new DatabaseSync(join(folder, LOCK_FILE))
  try {
    file.exec(`PRAGMA busy_timeout = ${WAIT_MS}`)
    file.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    file.close()
    if (!(error instanceof Error && /locked|busy/i.test(error.message))) throw error
    throw new DataFolderError(
      `Un autre Escale utilise déjà le dossier ${folder}. Arrêtez-le d’abord, ou donnez un autre dossier à celui-ci avec --data.\n` +
        `Another Escale already uses the folder ${folder}. Stop it first, or give this one another folder with --data.`,
    )
  }
  return { release: () => file.close() }
}
