/** How long sessions live, and how they go (docs/spec/retention.md). */
import { type Keeping, PURGED_AT_ONCE, PURGED_BYTES, PURGED_ROWS, type SessionRow } from '../store.ts'
import type { Database } from './database.ts'
import { scrubLater } from './scrub.ts'
import type { Tables } from './tables-port.ts'

const DAY_MS = 24 * 60 * 60 * 1_000
/** What stands as the day of its deletion when a session is condemned: too long ago to be brought back. */
const CONDEMNED = 0

const IS_OVER = `(
  deleted_at + :deletedMs <= :now OR used_at + min(coalesce(keep_days, :days), :days) * ${DAY_MS} <= :now
)`

/** All that a session has, in the order in which it goes, and how to tell what is in a row. */
const PARTS = [
  { table: 'files', bytes: 'length(bytes)', row: 'id' },
  { table: 'snapshots', bytes: 'length(bytes)', row: 'rowid' },
  { table: 'updates', bytes: 'length(packed)', row: 'id' },
  { table: 'events', bytes: 'length(command)', row: 'seq' },
  { table: 'identities', bytes: 'length(identity) + length(earlier)', row: 'person' },
  { table: 'keys', bytes: '100', row: 'hash' },
] as const

export function createLifetime(db: Database, { id, genesis }: SessionRow): void {
  db.run(
    'INSERT INTO lifetimes (session, used_at, keep_days, deleted_at) VALUES (?, ?, ?, NULL)',
    id,
    genesis.createdAt,
    genesis.workshop.settings.keepDays ?? null,
  )
}

/** Empties what is kept of earlier names, of the rows that match. */
export function forgetEarlier(db: Database, where: string, ...values: readonly unknown[]): void {
  const gone = db.run(`UPDATE identities SET earlier = '[]' WHERE earlier <> '[]' AND ${where}`, ...values)
  if (gone > 0) scrubLater(db)
}

/** Removes the first rows of a part. Answers how many. */
function removeSome(db: Database, session: string, { table, bytes, row }: (typeof PARTS)[number]): number {
  const rows = db.all<{ row: unknown; bytes: number }>(
    `SELECT ${row} AS row, ${bytes} AS bytes FROM ${table} WHERE session = ? LIMIT ${PURGED_ROWS}`,
    session,
  )
  let sum = 0
  let count = 0
  for (const one of rows) {
    db.run(`DELETE FROM ${table} WHERE session = ? AND ${row} = ?`, session, one.row)
    sum += one.bytes
    count += 1
    if (sum >= PURGED_BYTES) break
  }
  return count
}

export const lifetimeTables = (
  db: Database,
): Pick<Tables, 'markUsed' | 'setDeleted' | 'listOver' | 'condemn' | 'purgeSome' | 'forgetEarlierNames'> => ({
  markUsed: (session, at) => {
    db.run('UPDATE lifetimes SET used_at = ? WHERE session = ? AND used_at < ?', at, session, at)
  },
  setDeleted: (session, at) => {
    db.run(
      `UPDATE lifetimes SET deleted_at = ? WHERE session = ? AND deleted_at IS NOT ${CONDEMNED}`,
      at,
      session,
    )
  },
  listOver: (now, { days, deletedMs }: Keeping) =>
    db
      .all<{ session: string }>(`SELECT session FROM lifetimes WHERE ${IS_OVER} LIMIT ${PURGED_AT_ONCE}`, {
        now,
        days,
        deletedMs,
      })
      .map((row) => row.session),
  condemn: (session, now, { days, deletedMs }) =>
    db.run(`UPDATE lifetimes SET deleted_at = ${CONDEMNED} WHERE session = :session AND ${IS_OVER}`, {
      session,
      now,
      days,
      deletedMs,
    }) > 0,
  purgeSome: (session) => {
    const isCondemned = db.get(
      `SELECT 1 FROM lifetimes WHERE session = ? AND deleted_at = ${CONDEMNED}`,
      session,
    )
    if (isCondemned === undefined) return true
    scrubLater(db)
    for (const part of PARTS) if (removeSome(db, session, part) > 0) return false
    db.run('DELETE FROM sessions WHERE id = ?', session)
    return true
  },
  forgetEarlierNames: (before) => forgetEarlier(db, 'renamed_at < ?', before),
})
