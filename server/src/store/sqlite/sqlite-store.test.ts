import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { storeContract } from '../contract.ts'
import { StoreError } from '../store.ts'
import { DATABASE_FILE, openDatabase } from './database.ts'
import { runBatch } from './group-commit.ts'
import { openSqliteStore } from './sqlite-store.ts'
import { createTables } from './tables.ts'

const root = mkdtempSync(join(tmpdir(), 'escale-store-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

let folders = 0
const freshFolder = () => join(root, String(folders++))

storeContract('sqlite', () => openSqliteStore({ folder: freshFolder(), startEmpty: false }))

const session = (id: string) => ({
  id,
  code: id,
  genesis: { createdAt: 1, seed: '', workshop: { settings: {}, plan: [] } as never },
  endedAt: null,
})

describe('durability', () => {
  test('[S17] synchronous is FULL after a write, on the connection that serves', () => {
    const db = openDatabase(freshFolder(), false)
    const tables = createTables(db)
    runBatch(db, tables, [{ id: 1, name: 'createSession', args: [session('s')] }])
    expect(db.get('PRAGMA synchronous')).toEqual({ synchronous: 2 })
    expect(db.get('PRAGMA journal_mode')).toEqual({ journal_mode: 'wal' })
    expect(db.get('PRAGMA foreign_keys')).toEqual({ foreign_keys: 1 })
    db.raw.close()
  })

  test('one bad operation of a batch does not take the others with it', () => {
    const db = openDatabase(freshFolder(), false)
    const answers = runBatch(db, createTables(db), [
      { id: 1, name: 'createSession', args: [session('s')] },
      { id: 2, name: 'createSession', args: [session('s')] },
      { id: 3, name: 'createSession', args: [session('t')] },
    ])
    expect(answers.map((a) => ('fault' in a ? a.fault : 'ok'))).toEqual(['ok', 'taken', 'ok'])
    db.raw.close()
  })

  test('a store that cannot write refuses writes, changes nothing and still reads', () => {
    const db = openDatabase(freshFolder(), false)
    const tables = createTables(db)
    runBatch(db, tables, [{ id: 1, name: 'createSession', args: [session('s')] }])
    db.raw.exec('PRAGMA query_only = ON')
    const [write, read] = runBatch(db, tables, [
      { id: 2, name: 'createSession', args: [session('t')] },
      { id: 3, name: 'getSession', args: ['s'] },
    ])
    expect(write).toMatchObject({ fault: 'storage' })
    expect(read).toMatchObject({ value: { id: 's' } })
    db.raw.exec('PRAGMA query_only = OFF')
    expect(tables.getSession('t')).toBeUndefined()
    db.raw.close()
  })

  test('what was acknowledged is there after the worker is cut off', async () => {
    const folder = freshFolder()
    const store = await openSqliteStore({ folder, startEmpty: false })
    await store.createSession(session('s'))
    const document = { session: 's', activity: 'a', name: 'd' }
    const acknowledged: number[] = []
    const writes = Array.from({ length: 200 }, (_, i) =>
      store.appendUpdates(document, [Uint8Array.of(i)]).then(
        () => acknowledged.push(i),
        () => undefined,
      ),
    )
    await Promise.race(writes)
    await store.crash()
    await Promise.all(writes)
    const again = await openSqliteStore({ folder, startEmpty: false })
    const { updates } = await again.loadDocument(document)
    const kept = new Set(updates.map((u) => u[0]))
    expect(acknowledged.length).toBeGreaterThan(0)
    expect(acknowledged.filter((i) => !kept.has(i))).toEqual([])
    await again.close()
    await again.close()
    await expect(again.check()).rejects.toBeInstanceOf(StoreError)
  })
})

describe('a damaged file', () => {
  test('is set aside with a message and never taken for an empty one', async () => {
    const folder = freshFolder()
    const store = await openSqliteStore({ folder, startEmpty: false })
    await store.createSession(session('s'))
    await store.close()
    const path = join(folder, DATABASE_FILE)
    truncateSync(path, 5000)
    await expect(openSqliteStore({ folder, startEmpty: false })).rejects.toThrow(/damaged.*set aside/)
    expect(readdirSync(folder).some((f) => f.startsWith(`${DATABASE_FILE}.damaged-`))).toBe(true)
    await expect(openSqliteStore({ folder, startEmpty: false })).rejects.toThrow(/--start-empty/)
    const empty = await openSqliteStore({ folder, startEmpty: true })
    expect(await empty.getSession('s')).toBeUndefined()
    await empty.close()
  })

  test('that is no database at all is set aside too', async () => {
    const folder = freshFolder()
    const store = await openSqliteStore({ folder, startEmpty: false })
    await store.close()
    writeFileSync(join(folder, DATABASE_FILE), 'ceci n’est pas une base de données, '.repeat(100))
    await expect(openSqliteStore({ folder, startEmpty: false })).rejects.toThrow(/damaged/)
  })

  test('of a newer version is refused and left alone', () => {
    const folder = freshFolder()
    const db = openDatabase(folder, false)
    db.raw.exec('PRAGMA user_version = 999')
    db.raw.close()
    expect(() => openDatabase(folder, false)).toThrow(/newer Escale/)
    expect(readdirSync(folder)).toContain(DATABASE_FILE)
  })
})
