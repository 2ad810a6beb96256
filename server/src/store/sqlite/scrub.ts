/**
 * Overwrites what erased rows left in the database file where SQLite itself does not (unused-bytes.ts), a slice of the file
 * at a time, so that commits wait for some milliseconds at most. What is due is written in the database: a pass that was
 * interrupted begins again at the next start.
 */
import { closeSync, fstatSync, openSync, readSync, statSync, writeSync } from 'node:fs'
import type { Database } from './database.ts'
import { MAX_PAGES, unusedRanges } from './unused-bytes.ts'

/** How much of the file is looked at in one go. */
const SLICE_BYTES = 4 * 1024 * 1024
/** A pass begins this long after something was erased: what is erased in one breath is scrubbed in one pass. */
export const SCRUB_AFTER_MS = 2_000
/** What is erased all the time, as when people correct what they write, is scrubbed this often. */
const SCRUB_ANYWAY_MS = 10 * 60 * 1_000
/** After each slice the thread belongs to commits for this many times as long, within bounds. */
const REST = 8
const REST_MIN_MS = 1
const REST_MAX_MS = 400
/** Somebody else reads the log just now, as a backup does. */
const AGAIN_MS = 500

/** As long as the largest page. */
const NOTHING = Buffer.alloc(65_536)

/** To be called inside the transaction that erases, where that can wait for the next pass (SCRUB_ANYWAY_MS). */
export function scrubSomeday(db: Database): void {
  db.run('INSERT INTO scrub (id, asked) VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET asked = asked + 1')
}

/** To be called inside the transaction that erases: what was asked to be erased is gone within a minute. */
export function scrubLater(db: Database): void {
  scrubSomeday(db)
  db.isScrubDue = true
}

const asked = (db: Database): number => db.get<{ asked: number }>('SELECT asked FROM scrub')?.asked ?? 0

export class Scrubber {
  readonly #db: Database
  readonly #path: string
  readonly #pageBytes: number
  // Closed after the database only: closing any handle on its file gives up the locks that SQLite holds on it.
  readonly #file: number
  readonly #anyway: NodeJS.Timeout
  #timer: NodeJS.Timeout | undefined
  /** Where the pass is in the file; what had been asked for when it began. */
  #pass: { at: number; readonly asked: number } | undefined
  #waiting: { readonly asked: number; readonly then: () => void }[] = []

  constructor(db: Database, path: string) {
    this.#db = db
    this.#path = path
    this.#file = openSync(path, 'r+')
    this.#pageBytes = (db.get('PRAGMA page_size') as { page_size: number }).page_size
    this.#anyway = setInterval(() => this.#look(), SCRUB_ANYWAY_MS)
    this.#look()
  }

  /** To be called after anything that may have erased. */
  wake(): void {
    if (this.#db.isScrubDue && this.#timer === undefined) this.#later(SCRUB_AFTER_MS)
  }

  /** Calls back once what is due now is done. */
  whenDone(then: () => void): void {
    this.#waiting.push({ asked: asked(this.#db), then })
    this.#look()
    if (this.#timer === undefined) this.#settle(0)
    else this.#later(0)
  }

  /** To be called once the database is closed. */
  close(): void {
    clearTimeout(this.#timer)
    clearInterval(this.#anyway)
    closeSync(this.#file)
  }

  #look(): void {
    this.#db.isScrubDue = asked(this.#db) > 0
    this.wake()
  }

  #later(ms: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#step(), ms)
  }

  #settle(done: number): void {
    const settled = this.#waiting.filter((one) => one.asked <= done)
    this.#waiting = this.#waiting.filter((one) => one.asked > done)
    for (const { then } of settled) then()
  }

  #step(): void {
    const began = performance.now()
    this.#timer = undefined
    let isFree = false
    try {
      isFree = this.#slice()
    } catch {
      // A full or failing disk: commits say so, and this comes back.
    }
    if (!isFree) this.#later(AGAIN_MS)
    else if (this.#pass !== undefined)
      this.#later(
        this.#waiting.length > 0
          ? 0
          : Math.min(REST_MAX_MS, Math.max(REST_MIN_MS, REST * (performance.now() - began))),
      )
    else if (this.#db.isScrubDue) this.#later(this.#waiting.length > 0 ? 0 : SCRUB_AFTER_MS)
  }

  /** Scrubs the next slice. False: not now. */
  #slice(): boolean {
    const { raw } = this.#db
    this.#pass ??= { at: 0, asked: asked(this.#db) }
    // What stands in the log would be written over what is scrubbed here.
    const { busy } = raw.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() as { busy: number }
    if (busy !== 0) return false
    const { size } = fstatSync(this.#file)
    if (size / this.#pageBytes <= MAX_PAGES) {
      // Nobody writes while this runs, not even another process: else a page could change between looking and overwriting.
      raw.exec('BEGIN IMMEDIATE')
      try {
        if (statSync(`${this.#path}-wal`).size > 0) return false
        this.#overwrite(this.#pass.at, size)
      } finally {
        raw.exec('ROLLBACK')
        // Pages as they were before must not be written back.
        raw.exec('PRAGMA shrink_memory')
      }
    }
    this.#pass.at += SLICE_BYTES
    if (this.#pass.at >= size) this.#end(this.#pass.asked)
    return true
  }

  #overwrite(from: number, size: number): void {
    const slice = Buffer.alloc(Math.min(SLICE_BYTES, size - from))
    readSync(this.#file, slice, 0, slice.byteLength, from)
    for (let at = 0; at + this.#pageBytes <= slice.byteLength; at += this.#pageBytes) {
      const page = slice.subarray(at, at + this.#pageBytes)
      for (const [start, end] of unusedRanges(page, from + at === 0)) {
        const bytes = page.subarray(start, end)
        const zeros = NOTHING.subarray(0, bytes.byteLength)
        if (!bytes.equals(zeros)) writeSync(this.#file, zeros, 0, zeros.byteLength, from + at + start)
      }
    }
  }

  /** What was erased while the pass ran may stand in a part that it had passed. */
  #end(done: number): void {
    this.#pass = undefined
    this.#db.run('DELETE FROM scrub WHERE asked = ?', done)
    this.#db.isScrubDue = asked(this.#db) > 0
    this.#settle(done)
  }
}
