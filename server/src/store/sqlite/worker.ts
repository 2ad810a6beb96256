/** The thread that owns the database, so that a slow disk never blocks a socket. */

import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { DATABASE_FILE, type Database, openDatabase } from './database.ts'
import { type FolderLock, lockFolder } from './folder-lock.ts'
import { runBatch } from './group-commit.ts'
import type { Call, Report, Request, WorkerSettings } from './messages.ts'
import { Scrubber } from './scrub.ts'
import { createTables } from './tables.ts'

const port = parentPort
const settings = workerData as WorkerSettings

const report = (message: Report): void => port?.postMessage(message)

/** The latest instant in any log; 0: there is none. Instants of one log never go back, so its last event has its latest. */
function lastInstant(db: Database): number {
  const found = db.get<{ at: number | null }>(
    'SELECT max((SELECT at FROM events WHERE session = sessions.id ORDER BY seq DESC LIMIT 1)) AS at FROM sessions',
  )
  return found?.at ?? 0
}

function serve(db: Database, lock: FolderLock): void {
  const tables = createTables(db)
  const scrubber = new Scrubber(db, join(settings.folder, DATABASE_FILE))
  let queue: Call[] = []
  const drain = (): void => {
    const batch = queue
    queue = []
    if (batch.length > 0) report({ type: 'answers', answers: runBatch(db, tables, batch) })
    scrubber.wake()
  }
  port?.on('message', (request: Request) => {
    if (request.name === 'close') {
      drain()
      db.raw.close()
      scrubber.close()
      lock.release()
      report({ type: 'closed' })
      port.close()
      return
    }
    // Ends this thread at once, with what waits unwritten and the database not closed.
    if (request.name === 'crash') {
      // A thread leaves it to its process; a process that ends leaves nothing.
      lock.release()
      process.exit(1)
    }
    if (request.name === 'scrub') {
      drain()
      scrubber.whenDone(() => report({ type: 'scrubbed' }))
      return
    }
    queue.push(request)
    // Everything that arrived while the last batch was being committed is delivered before this runs.
    if (queue.length === 1) setImmediate(drain)
  })
  report({ type: 'open', losses: db.losses, lastAt: lastInstant(db) })
}

let lock: FolderLock | undefined
try {
  // Before anything in the folder is looked at or moved.
  lock = lockFolder(settings.folder)
  serve(openDatabase(settings.folder, settings.startEmpty), lock)
} catch (error) {
  lock?.release()
  report({ type: 'refused', message: error instanceof Error ? error.message : String(error) })
  port?.close()
}
