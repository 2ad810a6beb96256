/** The words of people are compared in `alike.ts`, and nowhere by a way of one's own. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
/** Taking accents off, and orders of languages. */
const OWN_WAY = /localeCompare|Intl\.Collator|\\p\{M\}\/|\\p\{Mn\}\/|\\u0300-/
const MAY = ['shared/src/words/alike.ts']

test('[X1] nothing compares the words of people by a way of its own', () => {
  const files = ['shared', 'client', 'server', 'bots'].flatMap((part) =>
    readdirSync(`${ROOT}/${part}/src`, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => `${part}/src/${file.replaceAll('\\', '/')}`),
  )
  expect(files.length).toBeGreaterThan(500)
  const found = files.filter(
    (file) => !/\.(test|testkit)\./.test(file) && OWN_WAY.test(readFileSync(`${ROOT}/${file}`, 'utf8')),
  )
  expect(found.filter((file) => !MAY.includes(file))).toEqual([])
})
