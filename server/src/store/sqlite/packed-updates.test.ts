import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DATABASE_FILE, openDatabase } from './database.ts'
import { MIGRATIONS } from './migrations.ts'
import { pack, unpack } from './packed-updates.ts'
import { createTables } from './tables.ts'

test('what is packed comes out as it went in', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 400 })), (updates) => {
      expect(unpack(pack(updates)).map((u) => [...u])).toEqual(updates.map((u) => [...u]))
    }),
  )
})

test('a row that is cut short is not taken for a whole one', () => {
  const packed = pack([Uint8Array.of(1, 2, 3), Uint8Array.of(4, 5)])
  for (let length = 1; length < packed.byteLength; length++)
    if (length !== 7) expect(() => unpack(packed.subarray(0, length))).toThrow(RangeError)
})

test('documents of a store of version 1 are read as before', () => {
  const folder = mkdtempSync(join(tmpdir(), 'escale-version-'))
  try {
    const old = new DatabaseSync(join(folder, DATABASE_FILE))
    old.exec(MIGRATIONS[0] as string)
    old.exec('PRAGMA user_version = 1')
    old.exec("INSERT INTO sessions VALUES ('s', 'CODE', '{}', 1, NULL)")
    const updates = [Uint8Array.of(0), Uint8Array.from({ length: 70_000 }, (_, i) => i), new Uint8Array()]
    for (const update of updates)
      old
        .prepare("INSERT INTO updates (session, activity, name, bytes) VALUES ('s', 'a', 'wall', ?)")
        .run(update)
    old.close()
    const db = openDatabase(folder, false)
    const read = createTables(db).loadDocument({ session: 's', activity: 'a', name: 'wall' })
    db.raw.close()
    expect(read.updates.map((u) => Buffer.from(u).equals(Buffer.from(updates.shift() ?? [])))).toEqual([
      true,
      true,
      true,
    ])
    expect(read.extent.upTo).toBe(3)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
