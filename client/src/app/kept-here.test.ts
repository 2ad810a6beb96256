import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const SOURCES = join(import.meta.dirname, '..')
const sources = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter(
  (path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|testkit/.test(path),
)
const read = (path: string): string => readFileSync(join(SOURCES, path), 'utf8')

const KEEPS = /\b(localStorage|sessionStorage|indexedDB|caches|IndexeddbPersistence|onDevice|inTab)\b/
/** Names that are not written in kept-here.ts. */
const OWN_NAMES = /['"`]escale[./-]/

test('[A7] what keeps something on the device takes its name from the one place that knows all of them', () => {
  const keeping = sources.filter((path) => KEEPS.test(read(path)))
  expect(keeping.length).toBeGreaterThan(12)
  expect(
    keeping.filter((path) => !/kept-here\.ts'/.test(read(path)) && !path.endsWith('kept-here.ts')),
  ).toEqual([])
  expect(sources.filter((path) => !path.endsWith('kept-here.ts') && OWN_NAMES.test(read(path)))).toEqual([])
})
