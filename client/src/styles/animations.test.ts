// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const SOURCES = fileURLToPath(new URL('..', import.meta.url))
const sheets = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.css'))
  .map((file) => ({
    file: file.replaceAll('\\', '/'),
    css: readFileSync(`${SOURCES}${file}`, 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, ''),
  }))

/** File → what it has of it. */
const found = (pattern: RegExp) =>
  Object.fromEntries(
    sheets.flatMap(({ file, css }) => {
      const all = [...css.matchAll(pattern)].map(([whole]) => whole.trim())
      return all.length > 0 ? [[file, all]] : []
    }),
  )

test('there are style sheets to be looked at', () => {
  expect(sheets.length).toBeGreaterThan(100)
})

// Its element stays a layer of its own for as long as it is there: of a wall of notes, that is a thousand layers.
test('no animation stays in effect once it has ended', () => {
  expect(found(/animation(?:-fill-mode)?\s*:[^;}]*\b(?:both|forwards)\b[^;}]*/g)).toEqual({})
})

// One element that is moved in each frame, and nothing that there are many of.
test('layers of their own are asked for in a closed list of places', () => {
  expect(found(/(?:will-change|backface-visibility)\s*:[^;}]*|translate3d|translateZ/g)).toEqual({
    'activities/wall/board/Board.module.css': ['will-change: transform'],
  })
})
