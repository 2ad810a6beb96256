import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { afterAll, describe, expect, test } from 'vitest'
import { backUp, restore } from './copies.ts'
import { DATABASE_FILE, openDatabase } from './database.ts'
import { runBatch } from './group-commit.ts'
import { openSqliteStore } from './sqlite-store.ts'
import { createTables } from './tables.ts'

const root = mkdtempSync(join(tmpdir(), 'escale-copies-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
let count = 0
const fresh = () => join(root, String(count++))

const session = (id: string) => ({
  id,
  code: id,
  genesis: { createdAt: 1, seed: '', workshop: { settings: {}, plan: [] } as never },
  endedAt: null,
})
/** Writes in a folder as a server that is then gone, with its log still there. */
function written(folder: string, ...ids: string[]): void {
  const db = openDatabase(folder, false)
  const tables = createTables(db)
  for (const id of ids) runBatch(db, tables, [{ id: 1, name: 'createSession', args: [session(id)] }])
  const path = join(folder, DATABASE_FILE)
  const log = readFileSync(`${path}-wal`)
  const main = readFileSync(path)
  db.raw.close()
  // As a kill leaves it.
  writeFileSync(path, main)
  writeFileSync(`${path}-wal`, log)
}
async function held(folder: string): Promise<string[]> {
  const store = await openSqliteStore({ folder, startEmpty: false })
  const found = []
  for (const id of ['a', 'b', 'c']) if (await store.getSession(id)) found.push(id)
  await store.close()
  return found
}

describe('[O10] a copy while a server runs', () => {
  test('[O10] has everything that was confirmed before it began, and the server goes on', async () => {
    const folder = fresh()
    const store = await openSqliteStore({ folder, startEmpty: false })
    await store.createSession(session('a'))
    const document = { session: 'a', activity: 'w', name: 'd' }
    let isOver = false
    let confirmed = 0
    const load = (async () => {
      while (!isOver) {
        await store.appendUpdates(document, [Uint8Array.of(confirmed % 256)])
        confirmed++
      }
    })()
    while (confirmed < 50) await new Promise((resolve) => setImmediate(resolve))
    const before = confirmed
    const file = `${folder}’s copy'.db`
    expect(backUp(folder, file)).toBe(statSync(file).size)
    isOver = true
    await load
    await store.close()
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readdirSync(root).filter((name) => name.includes('partial'))).toEqual([])
    const elsewhere = fresh()
    expect(restore(elsewhere, file)).toBeUndefined()
    const again = await openSqliteStore({ folder: elsewhere, startEmpty: false })
    const { updates } = await again.loadDocument(document)
    await again.close()
    expect(updates.length).toBeGreaterThanOrEqual(before)
    expect(updates.length).toBeLessThanOrEqual(confirmed)
    expect(updates.map(([first]) => first)).toEqual(updates.map((_, n) => n % 256))
  })

  test('[O10] never replaces a file, and leaves nothing behind when it cannot be made', () => {
    const folder = fresh()
    written(folder, 'a')
    const file = `${folder}.copy`
    writeFileSync(file, 'precious')
    expect(() => backUp(folder, file)).toThrow(/exists already/)
    expect(readFileSync(file, 'utf8')).toBe('precious')
    expect(() => backUp(folder, join(root, 'no', 'such', 'folder'))).toThrow(/No copy was made/)
    expect(() => backUp(fresh(), `${folder}.other`)).toThrow(/There is no escale\.db/)
    truncateSync(join(folder, DATABASE_FILE), 5_000)
    expect(() => backUp(folder, `${folder}.other`)).toThrow(/No copy was made/)
    expect(readdirSync(root).filter((name) => name.includes('.other'))).toEqual([])
  })

  test('[O10] what a copy that was interrupted left is in nobody’s way, and what could not be put back is no copy', () => {
    const folder = fresh()
    written(folder, 'a')
    const file = `${folder}.copy`
    for (const suffix of ['', '-wal', '-journal']) writeFileSync(`${file}.partial${suffix}`, 'half a copy')
    expect(backUp(folder, file)).toBe(statSync(file).size)
    expect(readdirSync(root).filter((name) => name.includes('.partial'))).toEqual([])
    const newer = fresh()
    const db = openDatabase(newer, false)
    db.raw.exec('PRAGMA user_version = 999')
    db.raw.close()
    expect(() => backUp(newer, `${newer}.copy`)).toThrow(/No copy was made: written by a newer Escale/)
    expect(existsSync(`${newer}.copy`)).toBe(false)
  })
})

describe('[O11] a copy that is put back', () => {
  test('[O11] takes the place of the database and of its log; what was there is kept whole', async () => {
    const folder = fresh()
    written(folder, 'a')
    const file = `${folder}.copy`
    backUp(folder, file)
    // Later, and killed: the rest is in a log that must not be taken for the copy's.
    written(folder, 'b')
    const log = readFileSync(join(folder, `${DATABASE_FILE}-wal`))
    expect(log.length).toBeGreaterThan(0)
    // A log of somebody else beside the copy, too.
    writeFileSync(`${file}-wal`, log)
    const former = restore(folder, file) ?? ''
    expect(readdirSync(folder).filter((name) => /^escale\.db-(wal|shm)$|restoring/.test(name))).toEqual([])
    expect(await held(folder)).toEqual(['a'])
    const before = fresh()
    openDatabase(before, false).raw.close()
    for (const suffix of ['', '-wal'])
      if (existsSync(join(folder, former + suffix)))
        copyFileSync(join(folder, former + suffix), join(before, DATABASE_FILE + suffix))
    expect(await held(before)).toEqual(['a', 'b'])
  })

  test('[O11] a folder that was copied with its log is read with its log', async () => {
    const folder = fresh()
    written(folder, 'a', 'b')
    const other = fresh()
    restore(other, join(folder, DATABASE_FILE))
    expect(await held(other)).toEqual(['a', 'b'])
  })

  test('[O11] a log without its database, and what an interrupted restoring left, are not taken for the copy’s', async () => {
    const folder = fresh()
    written(folder, 'a')
    const file = `${folder}.copy`
    backUp(folder, file)
    written(folder, 'b')
    const log = readFileSync(join(folder, `${DATABASE_FILE}-wal`))
    const other = fresh()
    mkdirSync(other)
    for (const name of [
      `${DATABASE_FILE}-wal`,
      `${DATABASE_FILE}.restoring`,
      `${DATABASE_FILE}.restoring-wal`,
    ])
      writeFileSync(join(other, name), log)
    expect(restore(other, file)).toBeUndefined()
    expect(readdirSync(other).filter((name) => name !== 'escale.lock')).toEqual([DATABASE_FILE])
    expect(await held(other)).toEqual(['a'])
  })

  test('[O11] is refused when a page in it is damaged, or when it is sound and not Escale’s', () => {
    const folder = fresh()
    written(folder, 'a', 'b')
    const damaged = `${folder}.copy`
    backUp(folder, damaged)
    const bytes = readFileSync(damaged)
    // Past the header and the table of tables: SQLite opens it, and answers.
    writeFileSync(damaged, bytes.fill(0xff, 2 * 4_096, 3 * 4_096))
    const sound = (name: string, sql: string) => {
      const path = `${folder}.${name}`
      const db = new DatabaseSync(path)
      db.exec(sql)
      db.close()
      return path
    }
    expect(() => restore(fresh(), damaged)).toThrow(/Nothing was restored/)
    for (const alien of [
      sound('empty', 'PRAGMA user_version = 0'),
      sound('others', 'CREATE TABLE others (id); PRAGMA user_version = 1'),
      sound('before', 'CREATE TABLE events (id); PRAGMA user_version = 0'),
    ])
      expect(() => restore(fresh(), alien), alien).toThrow(/no database of Escale/)
    const first = sound('first', 'CREATE TABLE events (id); PRAGMA user_version = 1')
    expect(restore(fresh(), first)).toBeUndefined()
  })

  test('[O11] is refused while a server runs, and when it is not whole, not ours or newer: nothing has changed', async () => {
    const folder = fresh()
    written(folder, 'a')
    const file = `${folder}.copy`
    backUp(folder, file)
    const cut = `${folder}.cut`
    copyFileSync(file, cut)
    truncateSync(cut, Math.floor(statSync(cut).size / 2))
    const alien = `${folder}.alien`
    writeFileSync(alien, 'not a database, '.repeat(1_000))
    const newer = fresh()
    const db = openDatabase(newer, false)
    db.raw.exec('PRAGMA user_version = 999')
    db.raw.close()
    const files = readdirSync(folder).sort()
    for (const bad of [cut, alien, join(newer, DATABASE_FILE), '/dev/null'])
      expect(() => restore(folder, bad), bad).toThrow(/Nothing was restored/)
    expect(() => restore(folder, `${folder}.missing`)).toThrow(/There is no/)
    expect(
      readdirSync(folder)
        .filter((name) => name !== 'escale.lock')
        .sort(),
    ).toEqual(files)
    const store = await openSqliteStore({ folder, startEmpty: false })
    expect(() => restore(folder, file)).toThrow(/déjà le dossier/)
    expect(await store.getSession('a')).toBeDefined()
    await store.close()
  })

  test('[O11] a damaged database and its log are set aside together: a copy put back by hand is not spoilt by the log', async () => {
    const folder = fresh()
    written(folder, 'a')
    const file = `${folder}.copy`
    backUp(folder, file)
    written(folder, 'b')
    truncateSync(join(folder, DATABASE_FILE), 5_000)
    await expect(openSqliteStore({ folder, startEmpty: false })).rejects.toThrow(/set aside/)
    expect(existsSync(join(folder, `${DATABASE_FILE}-wal`))).toBe(false)
    expect(existsSync(join(folder, `${DATABASE_FILE}-shm`))).toBe(false)
    copyFileSync(file, join(folder, DATABASE_FILE))
    expect(await held(folder)).toEqual(['a'])
  })
})
