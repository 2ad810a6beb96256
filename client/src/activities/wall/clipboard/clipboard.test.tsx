import fc from 'fast-check'
import { expect, test } from 'vitest'
import { GOLDEN } from './golden.testkit.ts'
import { choicesFor, guessSecond, notesOf, type Places } from './place-rows.ts'
import { readClipboard } from './read-clipboard.ts'
import { readCells, readPlain } from './read-plain.ts'

test.each(GOLDEN)('[M81] $from', ({ plain, html, rows }) => {
  expect(readClipboard({ html, plain })).toEqual(rows)
})

test.each(GOLDEN.filter(({ plain }) => plain.includes('\t')))(
  '[M81] its plain text alone says the same: $from',
  ({ plain, rows }) => expect(readClipboard({ html: '', plain })).toEqual(rows),
)

test('[M81] cells as Excel writes them are read as they were, whatever is in them', () => {
  const cell = fc.array(fc.constantFrom('a', 'é', ' ', '"', '""', '\n', '\t', '\n"', "'"), { maxLength: 6 })
  const written = (text: string) => (/["\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (given) => {
      const table = given.map((row) => row.map((parts) => parts.join('')))
      expect(readCells(table.map((row) => row.map(written).join('\t')).join('\n'))).toEqual(table)
    }),
  )
})

test('[M81] of plain lines no word is lost, whatever they are', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 12 })), (lines) => {
      const words = (text: string) => text.replace(/[^\p{L}]/gu, '')
      const plain = lines.map((line) => `mot ${line}`).join('\n')
      expect(words(readPlain(plain).flat().join(''))).toBe(words(plain))
    }),
  )
})

const places: Places = {
  zones: [
    { id: 'z1', title: 'À garder' },
    { id: 'z2', title: 'À changer' },
  ],
  meanings: new Map([[3, { letter: 'A', label: 'Idée' }]]),
}

test('[M81] the second column is taken for what most of its cells are called, and can be anything that there is here', () => {
  expect(
    guessSecond(
      [
        ['x', 'a garder'],
        ['y', 'À CHANGER'],
        ['z', '?'],
      ],
      places,
    ),
  ).toBe('zone')
  expect(guessSecond([['x', 'idée'], ['y']], places)).toBe('category')
  expect(
    guessSecond(
      [
        ['x', 'ailleurs'],
        ['y', 'Idée'],
      ],
      places,
    ),
  ).toBe('text')
  expect(guessSecond([['x'], ['y']], places)).toBe('text')
  expect(choicesFor(places)).toEqual(['text', 'zone', 'category'])
  expect(choicesFor({ zones: [], meanings: new Map() })).toEqual(['text'])
})

test('[M81] a cell that names nothing here goes on with its note', () => {
  const rows = [['Jardin', 'À changer', 'en mai'], ['Fête', 'nulle part'], ['Seul']]
  expect(notesOf(rows, 'zone', places)).toEqual([
    { text: 'Jardin\nen mai', zone: 'z2' },
    { text: 'Fête\nnulle part' },
    { text: 'Seul' },
  ])
  expect(notesOf([['Jardin', 'IDÉE']], 'category', places)).toEqual([{ text: 'Jardin', colour: 3 }])
  expect(notesOf([['Jardin', 'Idée']], 'text', places)).toEqual([{ text: 'Jardin\nIdée' }])
})
