import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { transactionsBehindDamage } from './torn-wal.ts'

const FRAME_BYTES = 24 + 4_096
const folder = mkdtempSync(join(tmpdir(), 'escale-wal-'))
let wal: Buffer
beforeAll(() => {
  const path = join(folder, 'x.db')
  const database = new DatabaseSync(path)
  database.exec('PRAGMA journal_mode = WAL; CREATE TABLE t (x TEXT)')
  // An earlier round first: its frames stay in the file behind those of the present one.
  for (let n = 0; n < 60; n++) database.prepare('INSERT INTO t VALUES (?)').run(`early ${n}`)
  database.prepare('PRAGMA wal_checkpoint(RESTART)').get()
  for (let n = 0; n < 20; n++) database.prepare('INSERT INTO t VALUES (?)').run(`row ${n}`)
  wal = readFileSync(`${path}-wal`)
  database.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const bent = (at: number): Buffer => {
  const copy = Buffer.from(wal)
  copy[at] = (copy[at] ?? 0) ^ 0xff
  return copy
}

describe('a write-ahead log', () => {
  test('that is sound has nothing behind a damage, whatever an earlier round left in the file', () => {
    expect(wal.byteLength).toBeGreaterThan(32 + 40 * FRAME_BYTES)
    expect(transactionsBehindDamage(wal)).toBe(0)
    expect(transactionsBehindDamage(Buffer.alloc(0))).toBe(0)
  })

  test('whose last transaction is torn, as after a power cut, has none, or one of many pages its own end', () => {
    expect(transactionsBehindDamage(bent(32 + 20 * FRAME_BYTES - 1))).toBe(0)
    expect(transactionsBehindDamage(bent(32 + 19 * FRAME_BYTES - 1))).toBe(1)
  })

  test.each([
    ['page', 32 + 4 * FRAME_BYTES + 500, 15],
    ['checksum', 32 + 4 * FRAME_BYTES + 16, 14],
    ['salt', 32 + 4 * FRAME_BYTES + 8, 15],
    ['header', 24, 19],
  ])('damaged in a %s in the middle says how many are behind', (_where, at, behind) => {
    expect(transactionsBehindDamage(bent(at))).toBe(behind)
  })

  test('cut off at its end cannot be told from a shorter one', () => {
    expect(transactionsBehindDamage(wal.subarray(0, 32 + 10 * FRAME_BYTES))).toBe(0)
  })

  test('of rubbish is read without a throw', () => {
    for (let length = 0; length < 400; length++)
      expect(transactionsBehindDamage(Buffer.alloc(length, length))).toBe(0)
  })
})
