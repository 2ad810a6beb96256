import { StoreError } from '../store.ts'
import type { Database } from './database.ts'
import type { Answer, Call } from './messages.ts'
import type { Tables } from './tables-port.ts'

const READS: ReadonlySet<keyof Tables> = new Set<keyof Tables>([
  'getSession',
  'findSessionByCode',
  'listOver',
  'listErasures',
  'listActivities',
  'loadEvents',
  'weighLog',
  'loadIdentities',
  'findKey',
  'listKeys',
  'loadDocument',
  'listDocuments',
  'getFile',
  'hasFile',
  'weighFiles',
])

const failed = (id: number, error: unknown): Answer => ({
  id,
  fault: error instanceof StoreError ? error.fault : 'storage',
  message: error instanceof Error ? error.message : String(error),
})

/** What these delete must not stay in the write-ahead log, where pages are kept as they were. */
const FORGETS: ReadonlySet<keyof Tables> = new Set<keyof Tables>(['forgetDocuments'])

/** The database itself overwrites what is deleted (`secure_delete`). Who asked to forget is told if the log could not be emptied. */
function emptyLog(db: Database, calls: readonly Call[], answers: Answer[]): Answer[] {
  try {
    const done = db.raw.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() as { busy: number }
    if (done.busy === 0) return answers
  } catch {
    // Said below.
  }
  return answers.map((answer, i) =>
    FORGETS.has((calls[i] as Call).name)
      ? failed(answer.id, new StoreError('storage', 'the log could not be emptied'))
      : answer,
  )
}

// Sound: `Call` ties the name to its arguments.
const invoke = (tables: Tables, call: Call): unknown =>
  (tables[call.name] as (...args: readonly unknown[]) => unknown)(...call.args)

function attempt(tables: Tables, call: Call): Answer {
  try {
    return { id: call.id, value: invoke(tables, call) }
  } catch (error) {
    return failed(call.id, error)
  }
}

function attemptInSavepoint(db: Database, tables: Tables, call: Call): Answer {
  db.raw.exec('SAVEPOINT one')
  const answer = attempt(tables, call)
  if ('fault' in answer) db.raw.exec('ROLLBACK TO one')
  db.raw.exec('RELEASE one')
  return answer
}

/**
 * Runs calls in order, in one transaction with one sync of the disk, each in a savepoint of its own when there are several. Answers are to be sent
 * only now: everything they say is on the disk. When the transaction as a whole fails, every write is answered
 * `storage` and the reads are answered from what was there before.
 */
export function runBatch(db: Database, tables: Tables, calls: readonly Call[]): Answer[] {
  if (calls.every((c) => READS.has(c.name))) return calls.map((c) => attempt(tables, c))
  try {
    db.raw.exec('BEGIN IMMEDIATE')
    // One that is alone has the transaction for itself: when it fails, there is nothing else to keep.
    const isAlone = calls.length === 1
    const answers = calls.map((c) => (isAlone ? attempt(tables, c) : attemptInSavepoint(db, tables, c)))
    db.raw.exec(isAlone && answers.some((a) => 'fault' in a) ? 'ROLLBACK' : 'COMMIT')
    return calls.some((c) => FORGETS.has(c.name)) ? emptyLog(db, calls, answers) : answers
  } catch (error) {
    if (db.raw.isTransaction) db.raw.exec('ROLLBACK')
    return calls.map((c) =>
      READS.has(c.name) ? attempt(tables, c) : failed(c.id, new StoreError('storage', String(error))),
    )
  }
}
