/** A data folder has one user: the lock is the system’s [S17]. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { DataFolderError } from './data-folder-error.ts'
import { LOCK_FILE, lockFolder } from './folder-lock.ts'

const root = mkdtempSync(join(tmpdir(), 'escale-lock-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

test('whoever comes second waits a moment and is refused, until the first has gone', () => {
  // Made when there is none, with the folders around it.
  const folder = join(root, 'not', 'yet')
  const lock = lockFolder(folder)
  expect(readdirSync(folder)).toContain(LOCK_FILE)
  const began = performance.now()
  expect(() => lockFolder(folder)).toThrow(DataFolderError)
  expect(performance.now() - began).toBeGreaterThan(1_500)
  // Another folder is somebody else’s.
  lockFolder(join(root, 'other')).release()
  lock.release()
  lockFolder(folder).release()
})

test('what is wrong otherwise is not taken for another server', () => {
  const folder = mkdtempSync(join(root, 'data-'))
  writeFileSync(join(folder, LOCK_FILE), 'ceci n’est pas un verrou, '.repeat(100))
  let error: unknown
  try {
    lockFolder(folder)
  } catch (thrown) {
    error = thrown
  }
  expect(error).toBeInstanceOf(Error)
  expect(error).not.toBeInstanceOf(DataFolderError)
})
