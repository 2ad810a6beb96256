import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FIT_LEADING, FIT_PADDING, FIT_SIZES, fontFor } from './fit.ts'
import { NOTE_SIDE } from './note.ts'
import { wrapText } from './svg-wrap.ts'

const SIDE = NOTE_SIDE - 2 * FIT_PADDING
const heightOf = (text: string, size: number): number =>
  wrapText(text, SIDE, { size, weight: 'regular' }).length * size * FIT_LEADING

const SENTENCE =
  'Relier les initiatives des territoires, reconnaître celles et ceux qui font, et se donner le temps de se rencontrer vraiment. '

test('[M59] a text of up to five hundred characters fits its note, measured with the letters that draw it', () => {
  const words = fc
    .array(
      fc.constantFrom(
        'lien',
        'à',
        'reconnaissance',
        'Territoires',
        'MURMURER',
        '« oui »',
        'l’action',
        'www.exemple.fr/une-page',
        'intergénérationnel',
        '👍',
        'mmmm',
        'ii',
        '\n',
      ),
      { minLength: 1, maxLength: 90 },
    )
    .map((all) => all.join(' ').slice(0, 500))
    // Thirty lines of one word each are no text of a note; the smallest letters are all one can do.
    .filter((text) => text.split('\n').length <= 10)
  fc.assert(
    fc.property(words, (text) => {
      expect(heightOf(text, fontFor(text))).toBeLessThanOrEqual(SIDE)
    }),
    { numRuns: 150 },
  )
  const longest = SENTENCE.repeat(5).slice(0, 500)
  expect(heightOf(longest, fontFor(longest))).toBeLessThanOrEqual(SIDE)
})

test('[M59] the fewer words, the larger; the step is one of a few', () => {
  const sizes = [4, 30, 90, 180, 300, 500].map((chars) => fontFor(SENTENCE.repeat(5).slice(0, chars)))
  expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
  expect(new Set(sizes).size).toBeGreaterThan(4)
  for (const size of sizes) expect(FIT_SIZES).toContain(size)
  expect(fontFor('Oui')).toBe(FIT_SIZES[0])
  expect(fontFor(SENTENCE, { width: SIDE, height: SIDE / 2 })).toBeLessThan(fontFor(SENTENCE))
  expect(fontFor('\n'.repeat(400).concat('fin').padStart(450, 'x\n'))).toBe(FIT_SIZES.at(-1))
})
