import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { DATABASE_FILE, type Database, openDatabase } from './database.ts'
import { pack } from './packed-updates.ts'
import { Scrubber, scrubLater } from './scrub.ts'
import { createTables } from './tables.ts'
import { unusedRanges } from './unused-bytes.ts'

const folder = mkdtempSync(join(tmpdir(), 'escale-scrub-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const SESSIONS = 24
const OPERATIONS = 3_000
const canary = (session: number): string => `CANARI${String.fromCharCode(65 + session)}`

/** Chance that is the same each time. */
function chance(): () => number {
  let seed = 7
  return () => {
    seed = (seed * 16_807) % 2_147_483_647
    return seed / 2_147_483_647
  }
}

/** Sessions that were written in turn, in rows of all sizes, some of them changed or deleted since. */
function livedIn(db: Database): void {
  const random = chance()
  const tables = createTables(db)
  const upTo = (n: number) => Math.floor(random() * n)
  const seqs = Array.from({ length: SESSIONS }, () => 0)
  const id = (n: number) => `${(n * 7919) % 1009}-${n}`
  // What is on the disk after a crash is tested elsewhere.
  db.raw.exec('PRAGMA synchronous = OFF')
  db.raw.exec('BEGIN')
  for (const n of seqs.keys())
    tables.createSession({
      id: id(n),
      code: id(n),
      genesis: {
        createdAt: 1,
        seed: canary(n).repeat(upTo(300)),
        workshop: { settings: {}, plan: [] } as never,
      },
      endedAt: null,
    })
  for (let at = 0; at < OPERATIONS; at++) {
    const n = upTo(SESSIONS)
    const words = (most: number) => canary(n).repeat(1 + upTo(most))
    const most = [1, 5, 40, 100, 400, 2_000][upTo(6)] ?? 1
    const seq = (seqs[n] ?? 0) + 1
    seqs[n] = seq
    const identity = { person: `p${upTo(50)}`, set: { name: words(9), organisation: '', territory: '' } }
    const command = { type: 'retract' as const, message: words(most) }
    tables.append(id(n), [
      {
        event: { seq, at, actor: 'p1', commandId: `c${at}`, command },
        ...(at % 3 === 0 ? { identity } : {}),
      },
    ])
    const page = { session: id(n), activity: 'a', name: `d${at % 20}` }
    if (at % 2 === 0) tables.appendPacked(page, pack([Buffer.from(words(most))]))
    if (at % 17 === 0)
      tables.compactDocument(page, Buffer.from(words(most)), tables.loadDocument(page).extent)
    if (at % 29 === 0) tables.forgetDocuments(id(n), 'a', [page.name])
    if (at % 5 === 0)
      db.run('UPDATE events SET command = ? WHERE session = ? AND seq = ?', words(most), id(n), 1 + upTo(seq))
  }
  db.raw.exec('COMMIT')
}

const rowsOf = (db: Database): string =>
  JSON.stringify(
    ['events', 'identities', 'updates', 'snapshots', 'sessions'].map((table) =>
      db.all(`SELECT * FROM ${table} ORDER BY 1, 2, 3`),
    ),
  )

describe('[E9] what is erased is nowhere in the file', () => {
  test('SQLite leaves words of deleted rows where rows have moved; they are overwritten, and every row stays', async () => {
    const path = join(folder, DATABASE_FILE)
    const db = openDatabase(folder, false)
    livedIn(db)
    const gone = Array.from({ length: SESSIONS / 2 }, (_, n) => n * 2)
    db.raw.exec('BEGIN')
    for (const n of gone) db.run('DELETE FROM sessions WHERE id = ?', `${(n * 7919) % 1009}-${n}`)
    scrubLater(db)
    db.raw.exec('COMMIT')
    db.raw.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    const left = () => gone.filter((n) => readFileSync(path).includes(canary(n)))
    // Else there would be nothing to do, and this test would show nothing.
    expect(left().length).toBeGreaterThan(0)
    const before = rowsOf(db)
    const scrubber = new Scrubber(db, path)
    await new Promise<void>((done) => scrubber.whenDone(done))
    expect(left()).toEqual([])
    expect(rowsOf(db)).toBe(before)
    expect(db.get('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' })
    expect(db.isScrubDue).toBe(false)

    // And what was in memory does not bring it back.
    db.raw.exec('BEGIN')
    for (let n = 1; n < SESSIONS; n += 2)
      db.run('UPDATE events SET command = ? WHERE session = ?', 'x', `${(n * 7919) % 1009}-${n}`)
    db.raw.exec('COMMIT')
    db.raw.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    expect(left()).toEqual([])
    expect(db.get('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' })
    db.raw.close()
    scrubber.close()

    // A pass that did not end begins again with the next start.
    const again = openDatabase(folder, false)
    scrubLater(again)
    again.raw.close()
    const reopened = openDatabase(folder, false)
    const second = new Scrubber(reopened, path)
    expect(reopened.isScrubDue).toBe(true)
    await new Promise<void>((done) => second.whenDone(done))
    expect(reopened.isScrubDue).toBe(false)
    reopened.raw.close()
    second.close()
  })

  test('a page that is none of rows, or makes no sense, is left alone', () => {
    const page = Buffer.alloc(4_096, 7)
    expect(unusedRanges(page, false)).toEqual([])
    page[0] = 13
    expect(unusedRanges(page, false)).toEqual([])
    const leaf = Buffer.alloc(4_096)
    leaf[0] = 13
    leaf.writeUInt16BE(1, 3)
    leaf.writeUInt16BE(4_000, 5)
    expect(unusedRanges(leaf, false)).toEqual([[10, 4_000]])
    // A chain of free blocks that comes back to itself.
    leaf.writeUInt16BE(4_010, 1)
    leaf.writeUInt16BE(4_010, 4_010)
    leaf.writeUInt16BE(10, 4_012)
    expect(unusedRanges(leaf, false)).toEqual([])
  })
})
