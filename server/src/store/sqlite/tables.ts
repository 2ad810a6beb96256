/** What each call of the port does to the tables, synchronously. Runs in the worker, inside its transaction. */
import type { Identity, LoggedEvent } from '@escale/shared'
import {
  type DocumentKey,
  EARLIER_NAMES_KEPT,
  type Entry,
  type IdentityChange,
  type StoredSession,
  StoreError,
} from '../store.ts'
import type { Database } from './database.ts'
import { erasureTables, noteErasure, rewriteEvents } from './erasure-tables.ts'
import { fileTables } from './file-tables.ts'
import { endKeys, keyTables, putKeys } from './key-tables.ts'
import { createLifetime, forgetEarlier, lifetimeTables } from './lifetime-tables.ts'
import { unpack } from './packed-updates.ts'
import { scrubLater, scrubSomeday } from './scrub.ts'
import type { Tables } from './tables-port.ts'

interface SessionRecord {
  id: string
  code: string
  genesis: string
  ended_at: number | null
  used_at: number
  deleted_at: number | null
}
interface EventRecord {
  seq: number
  at: number
  actor: string | null
  command_id: string | null
  command: string
}
type Earlier = { seq: number; identity: Identity }[]

const toSession = (r: SessionRecord | undefined): StoredSession | undefined =>
  r && {
    id: r.id,
    code: r.code,
    genesis: JSON.parse(r.genesis),
    endedAt: r.ended_at,
    usedAt: r.used_at,
    deletedAt: r.deleted_at,
  }

const toEvent = (r: EventRecord): LoggedEvent => ({
  seq: r.seq,
  at: r.at,
  actor: r.actor,
  commandId: r.command_id,
  command: JSON.parse(r.command),
})

function changeIdentity(
  db: Database,
  session: string,
  { seq, at }: LoggedEvent,
  change: IdentityChange,
): void {
  const { person } = change
  const now = db.get<{ identity: string; earlier: string }>(
    'SELECT identity, earlier FROM identities WHERE session = ? AND person = ?',
    session,
    person,
  )
  const earlier: Earlier = now ? JSON.parse(now.earlier) : []
  const write = (identity: Identity, kept: Earlier) =>
    db.run(
      `INSERT INTO identities (session, person, identity, earlier, renamed_at) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (session, person) DO UPDATE
       SET identity = excluded.identity, earlier = excluded.earlier, renamed_at = excluded.renamed_at`,
      session,
      person,
      JSON.stringify(identity),
      JSON.stringify(kept.slice(-EARLIER_NAMES_KEPT)),
      at,
    )
  if ('set' in change) {
    write(change.set, now ? [...earlier, { seq, identity: JSON.parse(now.identity) }] : [])
    return
  }
  const back = earlier.find((e) => e.seq === change.revert)
  if (now && back)
    write(back.identity, [...earlier.filter((e) => e !== back), { seq, identity: JSON.parse(now.identity) }])
}

function requireSession(db: Database, session: string): void {
  if (db.get('SELECT 1 FROM sessions WHERE id = ?', session) === undefined)
    throw new StoreError('unknown-session')
}

function appendEntry(db: Database, session: string, entry: Entry): void {
  const { event, identity, keys, endKeysOf = [], endedAt, keepDays, erase, rewrites = [] } = entry
  const { commandId } = event
  const isRepeat =
    commandId !== null &&
    db.get('SELECT 1 FROM events WHERE session = ? AND command_id = ?', session, commandId) !== undefined
  if (isRepeat) throw new StoreError('duplicate-command')
  db.run(
    'INSERT INTO events (session, seq, at, actor, command_id, command) VALUES (?, ?, ?, ?, ?, ?)',
    session,
    event.seq,
    event.at,
    event.actor,
    commandId,
    JSON.stringify(event.command),
  )
  if (identity) changeIdentity(db, session, event, identity)
  for (const person of endKeysOf) endKeys(db, session, { person })
  if (keys) putKeys(db, keys)
  if (endedAt !== undefined) db.run('UPDATE sessions SET ended_at = ? WHERE id = ?', endedAt, session)
  if (endedAt) forgetEarlier(db, 'session = ?', session)
  if (erase) noteErasure(db, { session, ...erase })
  rewriteEvents(db, session, rewrites)
  if (keepDays !== undefined)
    db.run('UPDATE lifetimes SET keep_days = ? WHERE session = ?', keepDays, session)
}

export function createTables(db: Database): Tables {
  const sessionColumns =
    'SELECT id, code, genesis, ended_at, used_at, deleted_at FROM sessions JOIN lifetimes ON session = id'
  return {
    createSession: (s) => {
      const taken = db.get('SELECT 1 FROM sessions WHERE id = ? OR code = ?', s.id, s.code) !== undefined
      if (taken) throw new StoreError('taken')
      db.run(
        'INSERT INTO sessions (id, code, genesis, created_at, ended_at) VALUES (?, ?, ?, ?, ?)',
        s.id,
        s.code,
        JSON.stringify(s.genesis),
        s.genesis.createdAt,
        s.endedAt,
      )
      createLifetime(db, s)
    },
    getSession: (id) => toSession(db.get<SessionRecord>(`${sessionColumns} WHERE id = ?`, id)),
    findSessionByCode: (code) =>
      toSession(
        db.get<SessionRecord>(
          `${sessionColumns} WHERE code = ? AND ended_at IS NULL AND deleted_at IS NULL`,
          code,
        ),
      ),
    ...lifetimeTables(db),
    ...erasureTables(db),

    append: (session, entries) => {
      requireSession(db, session)
      const last = db.get<{ seq: number | null }>(
        'SELECT max(seq) AS seq FROM events WHERE session = ?',
        session,
      )
      let expected = (last?.seq ?? 0) + 1
      for (const entry of entries) {
        if (entry.event.seq !== expected) throw new StoreError('wrong-seq')
        appendEntry(db, session, entry)
        expected += 1
      }
    },
    loadEvents: (session, after) =>
      db
        .all<EventRecord>(
          'SELECT seq, at, actor, command_id, command FROM events WHERE session = ? AND seq > ? ORDER BY seq',
          session,
          after,
        )
        .map(toEvent),
    weighLog: (session) =>
      new Map(
        db
          .all<{ actor: string | null; bytes: number }>(
            'SELECT actor, sum(length(CAST(command AS BLOB))) AS bytes FROM events WHERE session = ? GROUP BY actor',
            session,
          )
          .map(({ actor, bytes }) => [actor, bytes]),
      ),
    loadIdentities: (session) =>
      new Map(
        db
          .all<{ person: string; identity: string }>(
            'SELECT person, identity FROM identities WHERE session = ?',
            session,
          )
          .map((r) => [r.person, JSON.parse(r.identity)]),
      ),

    appendPacked: (d, packed) => {
      requireSession(db, d.session)
      const entry = db.get<{ id: number }>(
        'INSERT INTO updates (session, activity, name, packed) VALUES (?, ?, ?, ?) RETURNING id',
        d.session,
        d.activity,
        d.name,
        packed,
      )
      return (entry as { id: number }).id
    },
    loadDocument: (d: DocumentKey) => {
      const snapshot = db.get<{ bytes: Uint8Array; version: number }>(
        'SELECT bytes, version FROM snapshots WHERE session = ? AND activity = ? AND name = ?',
        d.session,
        d.activity,
        d.name,
      )
      const rows = db.all<{ id: number; packed: Uint8Array }>(
        'SELECT id, packed FROM updates WHERE session = ? AND activity = ? AND name = ? ORDER BY id',
        d.session,
        d.activity,
        d.name,
      )
      return {
        snapshot: snapshot?.bytes ?? null,
        updates: rows.flatMap((r) => unpack(r.packed)),
        extent: { snapshots: snapshot?.version ?? 0, upTo: rows.at(-1)?.id ?? 0, entries: rows.length },
      }
    },
    listDocuments: (session, activity) =>
      db
        .all<{ name: string }>(
          `SELECT name FROM updates WHERE session = ? AND activity = ?
           UNION SELECT name FROM snapshots WHERE session = ? AND activity = ? ORDER BY name`,
          session,
          activity,
          session,
          activity,
        )
        .map((r) => r.name),
    listActivities: (session) =>
      db
        .all<{ activity: string }>(
          `SELECT activity FROM updates WHERE session = ?
           UNION SELECT activity FROM snapshots WHERE session = ? ORDER BY activity`,
          session,
          session,
        )
        .map((r) => r.activity),
    compactDocument: (d, snapshot, { snapshots, upTo, entries }) => {
      requireSession(db, d.session)
      const log = db.get<{ entries: number }>(
        'SELECT count(*) AS entries FROM updates WHERE session = ? AND activity = ? AND name = ? AND id <= ?',
        d.session,
        d.activity,
        d.name,
        upTo,
      )
      const last = db.get<{ version: number }>(
        'SELECT version FROM snapshots WHERE session = ? AND activity = ? AND name = ?',
        d.session,
        d.activity,
        d.name,
      )
      if (log?.entries !== entries || (last?.version ?? 0) !== snapshots) return false
      db.run(
        `INSERT INTO snapshots (session, activity, name, bytes, version) VALUES (?, ?, ?, ?, 1)
         ON CONFLICT (session, activity, name) DO UPDATE SET bytes = excluded.bytes, version = version + 1`,
        d.session,
        d.activity,
        d.name,
        snapshot,
      )
      scrubSomeday(db)
      db.run(
        'DELETE FROM updates WHERE session = ? AND activity = ? AND name = ? AND id <= ?',
        d.session,
        d.activity,
        d.name,
        upTo,
      )
      return true
    },

    forgetDocuments: (session, activity, names) => {
      scrubLater(db)
      for (const name of names)
        for (const table of ['updates', 'snapshots'])
          db.run(
            `DELETE FROM ${table} WHERE session = ? AND activity = ? AND name = ?`,
            session,
            activity,
            name,
          )
    },

    ...keyTables(db),
    ...fileTables(db),
    check: () => {
      db.run(
        'INSERT INTO probe (id, at) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET at = excluded.at',
        Date.now(),
      )
    },
  }
}
