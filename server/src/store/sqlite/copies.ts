/** Copies of a data folder's database: made while a server runs, and put back while none does. */
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { DataFolderError } from './data-folder-error.ts'
import { DATABASE_FILE } from './database.ts'
import { lockFolder } from './folder-lock.ts'
import { MIGRATIONS } from './migrations.ts'

/** What SQLite keeps beside a database. */
const COMPANIONS = ['-wal', '-shm', '-journal']
/** Only the owner reads it: it holds what people wrote. */
const PRIVATE = 0o600
/** A server that is busy is waited for. */
const BUSY_MS = 10_000

const said = (error: unknown): string => (error instanceof Error ? error.message : String(error))
const stamp = (): string => new Date().toISOString().replaceAll(/[:.]/g, '-')

/** The file, or the names in a folder, are on the disk. */
function sync(path: string): void {
  const file = openSync(path, 'r')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Nothing of a database is left under this name. */
function removeDatabase(path: string): void {
  for (const suffix of ['', ...COMPANIONS]) rmSync(path + suffix, { force: true })
}

/** Why a file is no database of ours that this version reads; undefined: it is one. Reads all of it. */
function whyUnfit(path: string): string | undefined {
  let db: InstanceType<typeof DatabaseSync> | undefined
  try {
    db = new DatabaseSync(path)
    const { integrity_check: found } = db.prepare('PRAGMA integrity_check(1)').get() as {
      integrity_check: string
    }
    if (found !== 'ok') return found
    const { user_version: version } = db.prepare('PRAGMA user_version').get() as { user_version: number }
    if (version > MIGRATIONS.length) return `written by a newer Escale (schema ${version})`
    const isOurs = db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'events'").get()
    return version < 1 || isOurs === undefined ? 'no database of Escale' : undefined
  } catch (error) {
    return said(error)
  } finally {
    if (db?.isOpen) db.close()
  }
}

/**
 * Writes a copy of a folder's database as it is at one instant, while a server uses it or not. Nobody waits for it. Under its
 * name there is a whole copy, on the disk, or nothing.
 * @returns its bytes
 * @throws DataFolderError
 */
export function backUp(folder: string, file: string): number {
  const source = join(folder, DATABASE_FILE)
  if (!existsSync(source)) throw new DataFolderError(`There is no ${DATABASE_FILE} in ${folder}.`)
  if (existsSync(file)) throw new DataFolderError(`${file} exists already: choose another name.`)
  const partial = `${file}.partial`
  try {
    removeDatabase(partial)
    // Empty, so that it has its permissions before it has its content.
    closeSync(openSync(partial, 'wx', PRIVATE))
    const db = new DatabaseSync(source, { readOnly: true })
    try {
      db.exec(`PRAGMA busy_timeout = ${BUSY_MS}`)
      // Not prepared: a statement keeps this driver's connection alive after it was closed.
      db.exec(`VACUUM INTO '${partial.replaceAll("'", "''")}'`)
    } finally {
      db.close()
    }
    const fault = whyUnfit(partial)
    if (fault !== undefined) throw new Error(fault)
    sync(partial)
    // A link, not a renaming: it never replaces what somebody else wrote there meanwhile.
    linkSync(partial, file)
    removeDatabase(partial)
    sync(dirname(resolve(file)))
    return statSync(file).size
  } catch (error) {
    removeDatabase(partial)
    throw new DataFolderError(`No copy was made: ${said(error)}`)
  }
}

/** Does the file say of itself that part of it may be in a log beside it? (Bytes 18 and 19 of the header: 2.) */
function usesLog(path: string): boolean {
  const header = Buffer.alloc(20)
  const file = openSync(path, 'r')
  try {
    readSync(file, header, 0, header.length, 0)
  } finally {
    closeSync(file)
  }
  return header[18] === 2
}

/** A copy of the copy, whole in one file. A log that stands beside a file which needs none is not its own: it is left out. */
function stage(file: string, staged: string): void {
  removeDatabase(staged)
  copyFileSync(file, staged)
  if (!usesLog(file)) return
  if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${staged}-wal`)
  const db = new DatabaseSync(staged)
  try {
    db.exec('PRAGMA journal_mode = DELETE')
  } finally {
    db.close()
  }
}

/** What is in a database's log goes into the database; a damaged one keeps its log, beside it. */
function settle(path: string): void {
  try {
    const db = new DatabaseSync(path)
    try {
      db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    } finally {
      db.close()
    }
  } catch {
    // It is kept as it is.
  }
}

/**
 * Puts a copy in the place of a folder's database. What was there is kept beside it. While a server uses the folder, or when
 * the copy is not whole, nothing is changed.
 * @returns the name under which the former database is kept; undefined: there was none
 * @throws DataFolderError
 */
export function restore(folder: string, file: string): string | undefined {
  if (!existsSync(file)) throw new DataFolderError(`There is no ${file}.`)
  const lock = lockFolder(folder)
  const path = join(folder, DATABASE_FILE)
  const staged = `${path}.restoring`
  try {
    stage(file, staged)
    const fault = whyUnfit(staged)
    if (fault !== undefined) throw new Error(`${file} cannot be used (${fault})`)
    sync(staged)
    const former = existsSync(path) ? `${DATABASE_FILE}.before-restore-${stamp()}` : undefined
    if (former !== undefined) settle(path)
    // The log first: replayed onto another database it would destroy that.
    for (const suffix of COMPANIONS) {
      if (!existsSync(path + suffix)) continue
      if (former === undefined) rmSync(path + suffix)
      else renameSync(path + suffix, join(folder, former + suffix))
    }
    if (former !== undefined) linkSync(path, join(folder, former))
    // From here on the new one is there, and up to here the old one was.
    renameSync(staged, path)
    sync(folder)
    return former
  } catch (error) {
    removeDatabase(staged)
    throw new DataFolderError(`Nothing was restored: ${said(error)}`)
  } finally {
    lock.release()
  }
}
