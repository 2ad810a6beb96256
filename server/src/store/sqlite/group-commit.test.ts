/** Calls that are committed together: each whole or not at all [S17], and what is forgotten is in no log either [E9]. */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { DATABASE_FILE, type Database, openDatabase } from './database.ts'
import { runBatch } from './group-commit.ts'
import type { Answer, Call } from './messages.ts'
import { pack } from './packed-updates.ts'
import { createTables } from './tables.ts'
import type { Tables } from './tables-port.ts'

const root = mkdtempSync(join(tmpdir(), 'escale-commit-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

let folder: string
let db: Database
let tables: Tables
beforeEach(() => {
  folder = mkdtempSync(join(root, 'data-'))
  db = openDatabase(folder, false)
  tables = createTables(db)
  run({ id: 0, name: 'createSession', args: [session('s')] })
})
afterEach(() => db.raw.close())

const session = (id: string) => ({
  id,
  code: id,
  genesis: { createdAt: 1, seed: '', workshop: { settings: {}, plan: [] } as never },
  endedAt: null,
})
const document = { session: 's', activity: 'a', name: 'd' }
const run = (...calls: Call[]): Answer[] => runBatch(db, tables, calls)
const fates = (answers: readonly Answer[]) => answers.map((a) => ('fault' in a ? a.fault : 'fine'))
const write = (id: number): Call => ({
  id,
  name: 'appendPacked',
  args: [document, pack([Buffer.from('CANARI'.repeat(50))])],
})
const forget = (id: number): Call => ({ id, name: 'forgetDocuments', args: ['s', 'a', ['d']] })
/** The second of two events is out of order: the first would be written before that is seen. */
const torn = (id: number): Call => {
  const entry = (seq: number) => ({
    event: { seq, at: seq, actor: null, commandId: null, command: { type: 'pause' } as const },
  })
  return { id, name: 'append', args: ['s', [entry(1), entry(7)]] }
}
const logBytes = () => statSync(join(folder, `${DATABASE_FILE}-wal`)).size
/** Somebody else at the same file, with a transaction open. */
function somebodyElse(begin: string): { readonly end: () => void } {
  const other = new DatabaseSync(join(folder, DATABASE_FILE))
  other.exec(begin)
  // Not prepared: a statement keeps this driver's connection alive after it was closed.
  return { end: () => other.close() }
}

test('[S17] one that fails half way leaves nothing, alone or among others; the others stay', () => {
  expect(fates(run(torn(1)))).toEqual(['wrong-seq'])
  expect([tables.loadEvents('s', 0), db.raw.isTransaction]).toEqual([[], false])
  const answers = run(write(1), torn(2), { id: 3, name: 'createSession', args: [session('t')] })
  expect(fates(answers)).toEqual(['fine', 'wrong-seq', 'fine'])
  expect(answers.map(({ id }) => id)).toEqual([1, 2, 3])
  expect(tables.loadEvents('s', 0)).toEqual([])
  expect(tables.loadDocument(document).updates).toHaveLength(1)
  expect(tables.getSession('t')).toBeDefined()
  expect(db.raw.isTransaction).toBe(false)
})

test('what is only read needs no transaction, and nobody’s leave', () => {
  const reads: Call[] = [
    { id: 1, name: 'getSession', args: ['s'] },
    { id: 2, name: 'loadDocument', args: [document] },
  ]
  const isInTransaction: Tables = { ...tables, getSession: () => db.raw.isTransaction as never }
  expect(runBatch(db, isInTransaction, reads).map((a) => 'value' in a && a.value === false)).toEqual([
    true,
    false,
  ])
  const other = somebodyElse('BEGIN IMMEDIATE')
  expect(fates(run(...reads))).toEqual(['fine', 'fine'])
  // And what is to be written is refused as long as it cannot be, while the reads beside it are answered.
  db.raw.exec('PRAGMA busy_timeout = 0')
  expect(fates(run(write(1), reads[0] as Call, write(3)))).toEqual(['storage', 'fine', 'storage'])
  other.end()
  expect(tables.loadDocument(document).updates).toEqual([])
  expect(fates(run(write(1)))).toEqual(['fine'])
})

test('a failure of another kind is one of the store, with what it was', () => {
  db.run(
    'INSERT INTO updates (session, activity, name, packed) VALUES (?, ?, ?, ?)',
    's',
    'a',
    'd',
    Buffer.of(9, 0, 0, 0),
  )
  const [answer] = run({ id: 7, name: 'loadDocument', args: [document] })
  expect(answer).toEqual({ id: 7, fault: 'storage', message: 'a packed row is cut short' })
  const odd: Tables = {
    ...tables,
    check: () => {
      throw 'odd'
    },
  }
  expect(runBatch(db, odd, [{ id: 8, name: 'check', args: [] }])).toEqual([
    { id: 8, fault: 'storage', message: 'odd' },
  ])
})

test('[S17] when the whole fails, no write of it is there, and the next one has a transaction of its own', () => {
  for (const breaking of ['RELEASE one', 'ROLLBACK']) {
    const broken: Tables = { ...tables, check: () => db.raw.exec(breaking) }
    const calls: Call[] = [
      write(1),
      { id: 2, name: 'check', args: [] },
      { id: 3, name: 'getSession', args: ['s'] },
    ]
    expect(fates(runBatch(db, broken, calls))).toEqual(['storage', 'storage', 'fine'])
    expect([breaking, db.raw.isTransaction, tables.loadDocument(document).updates]).toEqual([
      breaking,
      false,
      [],
    ])
  }
  expect(fates(run(write(1)))).toEqual(['fine'])
})

test('[E9] what is forgotten is not in the log either; what is only written stays there until it is full', () => {
  run(write(1), write(2))
  expect(logBytes()).toBeGreaterThan(0)
  expect(fates(run(write(1), forget(2)))).toEqual(['fine', 'fine'])
  expect(logBytes()).toBe(0)
  run(write(1))
  expect(logBytes()).toBeGreaterThan(0)
})

test('[E9] who asked to forget is told when the log could not be emptied; who wrote beside it is not', () => {
  run(write(1))
  db.raw.exec('PRAGMA busy_timeout = 0')
  // It reads what is there now, so that the log must stay.
  const other = somebodyElse('BEGIN; SELECT count(*) FROM updates')
  const [written, forgotten] = run(write(1), forget(2))
  expect(written).not.toHaveProperty('fault')
  expect(forgotten).toMatchObject({ id: 2, fault: 'storage', message: expect.stringContaining('log') })
  // It is gone for whoever reads from now on all the same.
  expect(tables.loadDocument(document).updates).toEqual([])
  other.end()
  expect(fates(run(forget(3)))).toEqual(['fine'])
  expect(logBytes()).toBe(0)
})
