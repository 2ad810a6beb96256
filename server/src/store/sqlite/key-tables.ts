/** Keys in their table. */
import { type KeyChange, type KeyRow, type KeysMeant, StoreError } from '../store.ts'
import type { Database } from './database.ts'
import type { Tables } from './tables-port.ts'

type Record = Omit<KeyRow, 'createdAt' | 'usedAt' | 'device' | 'until'> & {
  created_at: number
  used_at: number | null
  device: string | null
  until: number | null
}

const COLUMNS = 'id, hash, session, person, role, kind, created_at, device, used_at, until'

const toKey = ({ created_at, used_at, device, until, ...key }: Record): KeyRow => ({
  ...key,
  createdAt: created_at,
  device: device === null ? null : JSON.parse(device),
  usedAt: used_at,
  ...(until !== null && { until }),
})

const MEANT =
  'session = ? AND (? IS NULL OR id = ?) AND (? IS NULL OR person = ?) AND (? IS NULL OR role = ?) AND (? IS NULL OR kind = ?) AND (? IS NULL OR id <> ?)'

const meant = (session: string, { id, person, role, kind, except }: KeysMeant): unknown[] => [
  session,
  ...[id, person, role, kind, except].flatMap((v) => [v ?? null, v ?? null]),
]

const ids = (rows: readonly { readonly id: string }[]): string[] => rows.map((r) => r.id)

/** Ends the keys that are meant; answers their ids. */
export const endKeys = (db: Database, session: string, which: KeysMeant): string[] =>
  ids(db.all<{ id: string }>(`DELETE FROM keys WHERE ${MEANT} RETURNING id`, ...meant(session, which)))

/** Ends what is under a hash. Answers its id, if it was there. */
const endOf = (db: Database, hash: string): string[] =>
  ids(db.all<{ id: string }>('DELETE FROM keys WHERE hash = ? RETURNING id', hash))

/** Writes keys; answers the ids of those that they replace. */
export function putKeys(db: Database, keys: readonly KeyRow[]): string[] {
  return keys.flatMap((k) => {
    const replaced = endOf(db, k.hash)
    db.run(
      `INSERT INTO keys (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[k.id, k.hash, k.session, k.person, k.role, k.kind, k.createdAt],
      ...[k.device === null ? null : JSON.stringify(k.device), k.usedAt, k.until ?? null],
    )
    return replaced
  })
}

function moveKey(db: Database, session: string, from: string, to: string): string[] {
  if (db.get('SELECT 1 FROM keys WHERE hash = ? AND session = ?', from, session) === undefined) return []
  if (db.get('SELECT 1 FROM keys WHERE hash = ?', to) !== undefined) return endOf(db, from)
  db.run('UPDATE keys SET hash = ? WHERE hash = ?', to, from)
  return []
}

export const keyTables = (
  db: Database,
): Pick<Tables, 'changeKeys' | 'findKey' | 'listKeys' | 'touchKeys'> => ({
  changeKeys: (session, { by, end = [], move = [], add = [] }: KeyChange) => {
    if (db.get('SELECT 1 FROM sessions WHERE id = ?', session) === undefined)
      throw new StoreError('unknown-session')
    const mayAsk =
      by === undefined || db.get('SELECT 1 FROM keys WHERE session = ? AND id = ?', session, by) !== undefined
    if (!mayAsk) throw new StoreError('key-gone')
    return [
      ...end.flatMap((which) => endKeys(db, session, which)),
      ...move.flatMap(({ from, to }) => moveKey(db, session, from, to)),
      ...putKeys(db, add),
    ]
  },
  findKey: (hash) => {
    const row = db.get<Record>(`SELECT ${COLUMNS} FROM keys WHERE hash = ?`, hash)
    return row && toKey(row)
  },
  listKeys: (session, which) =>
    db
      .all<Record>(
        `SELECT ${COLUMNS} FROM keys WHERE ${MEANT} ORDER BY created_at, id`,
        ...meant(session, which),
      )
      .map(toKey),
  touchKeys: (keys, usedAt) => {
    for (const id of keys) db.run('UPDATE keys SET used_at = ? WHERE id = ?', usedAt, id)
  },
})
