import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type DatabaseSyncInstance, type StatementSyncInstance } from '@photostructure/sqlite'
import { DataFolderError } from './data-folder-error.ts'
import { MIGRATIONS } from './migrations.ts'
import { transactionsBehindDamage } from './torn-wal.ts'

export const DATABASE_FILE = 'escale.db'
const DAMAGED = `${DATABASE_FILE}.damaged-`
/** `PRAGMA synchronous` as SQLite answers it. */
const FULL = 2

/** One connection with its prepared statements. */
export class Database {
  readonly raw: DatabaseSyncInstance
  /** What was found lost when it was opened, for whoever runs the server. */
  readonly losses: readonly string[]
  /** Something was erased whose traces are not overwritten yet (scrub.ts). */
  isScrubDue = false
  readonly #statements = new Map<string, StatementSyncInstance>()

  constructor(raw: DatabaseSyncInstance, losses: readonly string[] = []) {
    this.raw = raw
    this.losses = losses
  }

  prepare(sql: string): StatementSyncInstance {
    const known = this.#statements.get(sql)
    if (known) return known
    const fresh = this.raw.prepare(sql)
    this.#statements.set(sql, fresh)
    return fresh
  }

  get<T>(sql: string, ...values: unknown[]): T | undefined {
    return this.prepare(sql).get(...values) as T | undefined
  }

  all<T>(sql: string, ...values: unknown[]): T[] {
    return this.prepare(sql).all(...values) as T[]
  }

  run(sql: string, ...values: unknown[]): number {
    return this.prepare(sql).run(...values).changes
  }
}

/**
 * Opens the database of a data folder, made when missing. A damaged file is set aside and never taken for an empty one:
 * after that the folder is refused until a copy is put back, or `startEmpty` says that the loss is accepted.
 * @throws DataFolderError
 */
export function openDatabase(folder: string, startEmpty: boolean): Database {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, DATABASE_FILE)
  const setAside = readdirSync(folder).filter((f) => f.startsWith(DAMAGED))
  if (!existsSync(path) && setAside.length > 0 && !startEmpty)
    throw new DataFolderError(
      `${setAside.join(', ')} in ${folder} was set aside because it is damaged. ` +
        `Put a backup back as ${DATABASE_FILE}, or start once with --start-empty to begin without it.`,
    )
  const losses = lossesInLog(folder, path)
  let raw: DatabaseSyncInstance | undefined
  try {
    raw = new DatabaseSync(path)
    checkSound(raw)
  } catch (error) {
    if (raw?.isOpen) raw.close()
    if (!isDamage(error)) throw error
    const name = damagedName()
    for (const suffix of ['', '-wal', '-shm'])
      if (existsSync(path + suffix)) renameSync(path + suffix, join(folder, name + suffix))
    throw new DataFolderError(
      `${path} is damaged (${error instanceof Error ? error.message : 'unreadable'}). It was set aside as ${name}. ` +
        `Put a backup back as ${DATABASE_FILE}, or start once with --start-empty to begin without it.`,
    )
  }
  configure(raw)
  migrate(raw, path)
  verifySynchronous(raw)
  // A new log for each start: what an earlier one ended with is not taken for a damage.
  raw.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  return new Database(raw, losses)
}

const damagedName = (): string => `${DAMAGED}${new Date().toISOString().replaceAll(/[:.]/g, '-')}`

/** SQLite drops what stands behind a damage in its log, and says nothing: it is kept in a copy, and said. */
function lossesInLog(folder: string, path: string): string[] {
  const log = `${path}-wal`
  if (!existsSync(path) || !existsSync(log)) return []
  const behind = transactionsBehindDamage(readFileSync(log))
  // One is what a power cut leaves: it was not confirmed to anybody.
  if (behind < 2) return []
  const name = `${damagedName()}-wal`
  copyFileSync(log, join(folder, name))
  return [
    `${log} is damaged: at least ${behind} transactions at its end cannot be read and are lost, confirmed ones among them. ` +
      `Started from what was before. The damaged log was kept as ${name}.`,
  ]
}

class Damage extends Error {}

const isDamage = (error: unknown): boolean =>
  error instanceof Damage ||
  (error instanceof Error && /malformed|not a database|SQLITE_(CORRUPT|NOTADB)/i.test(error.message))

function checkSound(raw: DatabaseSyncInstance): void {
  const found = raw.prepare('PRAGMA quick_check(1)').get() as { quick_check?: string } | undefined
  if (found?.quick_check !== 'ok') throw new Damage(found?.quick_check ?? 'quick_check gave no answer')
}

function configure(raw: DatabaseSyncInstance): void {
  raw.exec('PRAGMA busy_timeout = 5000')
  raw.exec('PRAGMA journal_mode = WAL')
  raw.exec('PRAGMA synchronous = FULL')
  raw.exec('PRAGMA foreign_keys = ON')
  raw.exec('PRAGMA secure_delete = ON')
  // What a long transaction sets aside is not written beside the data folder.
  raw.exec('PRAGMA temp_store = MEMORY')
}

function migrate(raw: DatabaseSyncInstance, path: string): void {
  const { user_version: version } = raw.prepare('PRAGMA user_version').get() as { user_version: number }
  if (version > MIGRATIONS.length)
    throw new DataFolderError(
      `${path} was written by a newer Escale (schema ${version}). Start that version.`,
    )
  for (const [index, step] of MIGRATIONS.entries()) {
    if (index < version) continue
    raw.exec('BEGIN IMMEDIATE')
    raw.exec(step)
    raw.exec(`PRAGMA user_version = ${index + 1}`)
    raw.exec('COMMIT')
  }
}

/** This build of SQLite falls back to NORMAL at the first write in WAL mode unless told otherwise: read it back after one. */
function verifySynchronous(raw: DatabaseSyncInstance): void {
  raw
    .prepare('INSERT INTO probe (id, at) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET at = excluded.at')
    .run(Date.now())
  const { synchronous } = raw.prepare('PRAGMA synchronous').get() as { synchronous: number }
  if (synchronous !== FULL)
    throw new DataFolderError(`SQLite runs with synchronous = ${synchronous}, not FULL`)
}
