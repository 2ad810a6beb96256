/** The files of sessions in their table. */
import { FILES_SWEPT_AT_ONCE, type FileRow, type FilesWeight, StoreError } from '../store.ts'
import type { Database } from './database.ts'
import type { Tables } from './tables.ts'

type Record = Omit<FileRow, 'mediaType' | 'addedAt'> & { media_type: string; added_at: number }

export const fileTables = (
  db: Database,
): Pick<Tables, 'addFile' | 'getFile' | 'hasFile' | 'weighFiles' | 'sweepFiles'> => ({
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
         SELECT id FROM old
         WHERE NOT EXISTS (SELECT 1 FROM snapshots s WHERE s.session = ?1 AND instr(s.bytes, letters) > 0)
           AND NOT EXISTS (SELECT 1 FROM updates u WHERE u.session = ?1 AND instr(u.packed, letters) > 0)
           AND NOT EXISTS (SELECT 1 FROM events e WHERE e.session = ?1 AND instr(e.command, old.id) > 0)
           AND NOT EXISTS (SELECT 1 FROM sessions t WHERE t.id = ?1 AND instr(t.genesis, old.id) > 0))
       RETURNING id`,
      session,
      addedBefore,
    ).length,
})
