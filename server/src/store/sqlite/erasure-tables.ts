/** Taking people, and words that nobody may read any more, out of what is stored (docs/spec/retention.md). */
import type { ErasureRow, Rewrite } from '../store.ts'
import type { Database } from './database.ts'
import { endKeys } from './key-tables.ts'
import { scrubLater } from './scrub.ts'
import type { Tables } from './tables-port.ts'

export function noteErasure(db: Database, { session, person, signed }: ErasureRow): void {
  db.run(
    'INSERT OR REPLACE INTO erasures (session, person, signed) VALUES (?, ?, ?)',
    session,
    person,
    signed,
  )
}

export function rewriteEvents(db: Database, session: string, rewrites: readonly Rewrite[]): void {
  if (rewrites.length === 0) return
  scrubLater(db)
  for (const { seq, command } of rewrites)
    db.run(
      'UPDATE events SET command = ? WHERE session = ? AND seq = ?',
      JSON.stringify(command),
      session,
      seq,
    )
}

export const erasureTables = (db: Database): Pick<Tables, 'rewrite' | 'listErasures' | 'finishErasure'> => ({
  rewrite: (session, rewrites) => rewriteEvents(db, session, rewrites),
  listErasures: () => db.all<ErasureRow>('SELECT session, person, signed FROM erasures'),
  finishErasure: (session, person, rewrites) => {
    scrubLater(db)
    rewriteEvents(db, session, rewrites)
    db.run('DELETE FROM identities WHERE session = ? AND person = ?', session, person)
    endKeys(db, session, { person })
    db.run('DELETE FROM erasures WHERE session = ? AND person = ?', session, person)
  },
})
