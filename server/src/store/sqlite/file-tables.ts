/** The files of sessions in their table. */
import { FILES_SWEPT_AT_ONCE, type FileRow, type FilesWeight, StoreError } from '../store.ts'
import type { Database } from './database.ts'
import { scrubLater } from './scrub.ts'
import type { Tables } from './tables-port.ts'

type Record = Omit<FileRow, 'mediaType' | 'addedAt'> & { media_type: string; added_at: number }

/** Is this id, in letters and in bytes, written nowhere in what is kept of session ?1? */
const isUnused = (id: string, letters: string): string => `
  NOT EXISTS (SELECT 1 FROM snapshots s WHERE s.session = ?1 AND instr(s.bytes, ${letters}) > 0)
  AND NOT EXISTS (SELECT 1 FROM updates u WHERE u.session = ?1 AND instr(u.packed, ${letters}) > 0)
  AND NOT EXISTS (SELECT 1 FROM events e WHERE e.session = ?1 AND instr(e.command, ${id}) > 0)
  AND NOT EXISTS (SELECT 1 FROM sessions t WHERE t.id = ?1 AND instr(t.genesis, ${id}) > 0)`

export const fileTables = (
  db: Database,
): Pick<Tables, 'addFile' | 'getFile' | 'hasFile' | 'weighFiles' | 'sweepFiles' | 'dropFiles'> => ({
  addFile: (f: FileRow) => {
    if (db.get('SELECT 1 FROM sessions WHERE id = ?', f.session) === undefined)
      throw new StoreError('unknown-session')
    db.run(
      'INSERT INTO files (id, session, media_type, width, height, bytes, added_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
      ...[f.id, f.session, f.mediaType, f.width, f.height, f.bytes, f.addedAt],
    )
  },
  getFile: (session, id) => {
    const row = db.get<Record>(
      'SELECT id, session, media_type, width, height, bytes, added_at FROM files WHERE session = ? AND id = ?',
      session,
      id,
    )
    if (row === undefined) return undefined
    const { media_type: mediaType, added_at: addedAt, ...file } = row
    return { ...file, mediaType, addedAt }
  },
  hasFile: (session, id) =>
    db.get('SELECT 1 FROM files WHERE session = ? AND id = ?', session, id) !== undefined,
  weighFiles: (session) =>
    db.get<FilesWeight>(
      'SELECT count(*) AS files, coalesce(sum(length(bytes)), 0) AS bytes FROM files WHERE session = ?',
      session,
    ) ?? { files: 0, bytes: 0 },
  // An id is written as it is, letter by letter, wherever it is written: in the log's JSON, and in updates of documents.
  sweepFiles: (session, addedBefore) =>
    db.all(
      `WITH old AS (
         SELECT id, CAST(id AS BLOB) AS letters FROM files WHERE session = ?1 AND added_at < ?2
         ORDER BY random() LIMIT ${FILES_SWEPT_AT_ONCE})
       DELETE FROM files WHERE id IN (
         SELECT id FROM old WHERE ${isUnused('old.id', 'letters')})
       RETURNING id`,
      session,
      addedBefore,
    ).length,
  dropFiles: (session, ids) => {
    scrubLater(db)
    for (const id of ids)
      db.run(
        `DELETE FROM files WHERE session = ?1 AND id = ?2 AND ${isUnused('?2', 'CAST(?2 AS BLOB)')}`,
        session,
        id,
      )
  },
})
