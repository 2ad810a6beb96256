/** When what was erased is overwritten, and who waits for whom. What is overwritten: scrub.test.ts. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { DATABASE_FILE, type Database, openDatabase } from './database.ts'
import { SCRUB_AFTER_MS, Scrubber, scrubLater, scrubSomeday } from './scrub.ts'
import { createTables } from './tables.ts'

const folder = mkdtempSync(join(tmpdir(), 'escale-scrub-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('[E9] when it is overwritten', () => {
  let db: Database
  let scrubber: Scrubber
  let path: string
  let count = 0
  const WORDS = 'CANARI-EFFACE '.repeat(40)
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
    const own = join(folder, `when-${count++}`)
    path = join(own, DATABASE_FILE)
    db = openDatabase(own, false)
    // Whoever reads the log is not waited for inside SQLite: that would stop this test's clock.
    db.raw.exec('PRAGMA busy_timeout = 0')
    scrubber = new Scrubber(db, path)
    // A new database asks for a first pass itself.
    vi.advanceTimersByTime(SCRUB_AFTER_MS)
  })
  afterEach(() => {
    db.raw.close()
    scrubber.close()
    // Nothing goes on once it is closed.
    expect(vi.getTimerCount()).toBe(0)
    vi.useRealTimers()
  })

  const session = (id: string, seed = WORDS) =>
    createTables(db).createSession({
      id,
      code: id,
      genesis: { createdAt: 1, seed, workshop: { settings: {}, plan: [] } as never },
      endedAt: null,
    })
  /** Rows that lie side by side, one of which goes: what was in it stays in the page where rows have moved. */
  function erase(ask: (db: Database) => void): void {
    for (const id of ['a', 'b', 'c']) session(id)
    db.run("DELETE FROM sessions WHERE id IN ('a', 'b', 'c')")
    ask(db)
    scrubber.wake()
  }
  const longerThanASlice = () => {
    for (let n = 0; n < 6; n++) session(`l${n}`, 'x'.repeat(1024 * 1024))
  }
  const told = () => {
    const then = vi.fn()
    scrubber.whenDone(then)
    return () => then.mock.calls.length > 0
  }

  test('two seconds after it was asked for, once; where nothing was, nothing is looked at', () => {
    expect(SCRUB_AFTER_MS).toBe(2_000)
    scrubber.wake()
    // The look of every ten minutes, and nothing else.
    expect(vi.getTimerCount()).toBe(1)
    erase(scrubLater)
    scrubber.wake()
    expect(vi.getTimerCount()).toBe(2)
    vi.advanceTimersByTime(1_999)
    expect(db.isScrubDue).toBe(true)
    vi.advanceTimersByTime(1)
    expect(db.isScrubDue).toBe(false)
    expect(db.get('SELECT * FROM scrub')).toBeUndefined()
    expect(vi.getTimerCount()).toBe(1)
  })

  test('what can wait waits for the look of every ten minutes', () => {
    erase(scrubSomeday)
    // Of the ten minutes two seconds have passed.
    vi.advanceTimersByTime(597_999)
    expect(db.isScrubDue).toBe(false)
    expect(db.get('SELECT asked FROM scrub')).toEqual({ asked: 1 })
    vi.advanceTimersByTime(1)
    expect(db.isScrubDue).toBe(true)
    vi.advanceTimersByTime(SCRUB_AFTER_MS)
    expect(db.get('SELECT * FROM scrub')).toBeUndefined()
  })

  test('whoever asks for it hears at once when nothing is due, and else once it is done, in no time', () => {
    expect(told()()).toBe(true)
    erase(scrubLater)
    const isTold = told()
    expect(isTold()).toBe(false)
    vi.advanceTimersByTime(0)
    expect(isTold()).toBe(true)
    expect(db.isScrubDue).toBe(false)
  })

  test('not while somebody else reads what stands in the log; it comes back until they have read it', () => {
    erase(scrubLater)
    const reader = new DatabaseSync(path)
    reader.exec('BEGIN')
    reader.prepare('SELECT count(*) FROM sessions').get()
    session('later')
    const isTold = told()
    vi.advanceTimersByTime(5_000)
    expect([isTold(), db.isScrubDue]).toEqual([false, true])
    reader.exec('COMMIT')
    reader.close()
    vi.advanceTimersByTime(499)
    vi.advanceTimersByTime(1)
    expect([isTold(), db.isScrubDue]).toEqual([true, false])
  })

  test('what is erased while a pass runs has a pass of its own, and who asked before it hears before it', () => {
    longerThanASlice()
    erase(scrubLater)
    const first = told()
    vi.advanceTimersToNextTimer()
    expect(first()).toBe(false)
    erase(scrubLater)
    const second = told()
    vi.advanceTimersToNextTimer()
    expect([first(), second(), db.isScrubDue]).toEqual([true, false, true])
    vi.advanceTimersToNextTimer()
    vi.advanceTimersToNextTimer()
    expect([second(), db.isScrubDue]).toEqual([true, false])
    expect(readFileSync(path).includes('CANARI-EFFACE')).toBe(false)
  })

  test('between two slices the thread belongs to commits, unless somebody waits', () => {
    longerThanASlice()
    erase(scrubLater)
    vi.advanceTimersByTime(SCRUB_AFTER_MS)
    expect(db.isScrubDue).toBe(true)
    vi.advanceTimersByTime(0)
    expect(db.isScrubDue).toBe(true)
    vi.advanceTimersByTime(400)
    expect(db.isScrubDue).toBe(false)
  })
})
