import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wordKey, wordOrder, wordSearch } from './alike.ts'

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc
    .array(
      fc.constantFrom(
        'L',
        '’',
        "'",
        '´',
        'É',
        'e\u0301',
        'œ',
        'OE',
        'Æ',
        'ß',
        ' ',
        '\u00a0',
        '\u202f',
        '\t',
        'ı',
        'Σ',
        '-',
        '\u2011',
        '\u00ad',
      ),
      { maxLength: 20 },
    )
    .map((parts) => parts.join('')),
)
const sameAs = (write: (plain: string) => string) =>
  fc.assert(
    fc.property(text, (one) => {
      expect(wordKey(write(one))).toBe(wordKey(one))
    }),
  )

describe('[X1] the words of people are compared in one way', () => {
  test('a key is the key of itself', () => sameAs(wordKey))
  test.each<[string, (plain: string) => string]>([
    ['composed', (one) => one.normalize('NFC')],
    ['decomposed', (one) => one.normalize('NFD')],
    ['with other apostrophes', (one) => one.replaceAll("'", '’')],
    ['with ligatures', (one) => one.replaceAll('oe', 'œ').replaceAll('AE', 'Æ')],
    ['with no-break spaces', (one) => one.replaceAll(' ', '\u00a0')],
    ['with narrow ones', (one) => one.replaceAll(' ', '\u202f')],
    ['with blanks twice and around', (one) => `  ${one.replaceAll(' ', ' \t ')}\n`],
    ['with hyphens that do not break', (one) => one.replaceAll('-', '\u2011')],
    ['with a byte-order mark', (one) => `\ufeff${one}`],
  ])('%s, it says the same', (_, write) => sameAs(write))
  test('in capitals, the letters of Europe say the same', () => {
    const letter = fc.constantFrom(...'aàâäåãbcçčdeéèêëfghiîïjklłmnñoôöøœæpqrsßtuùûüvwxyÿzž0 -’'.split(''))
    fc.assert(
      fc.property(fc.array(letter, { maxLength: 20 }), (letters) => {
        const word = letters.join('')
        expect(wordKey(word.toUpperCase())).toBe(wordKey(word))
      }),
    )
  })

  test.each([
    ['L’Haÿ-les-Roses', "l'hay les roses".replaceAll(' les ', '-les-')],
    ['L´Haÿ', "L'HAŸ"],
    ['Œuvre  Æterna', 'oeuvre aeterna'],
    ['Łódź', 'lodz'],
    ['ΟΔΟΣ', 'οδος'],
    ['İSTANBUL', 'istanbul'],
    ['coopé\u00adration', 'cooperation'],
    ['❤️', '❤'],
  ])('« %s » is « %s »', (one, other) => expect(wordKey(one)).toBe(wordKey(other)))

  test.each([
    ['कि', 'का'],
    ['が', 'か'],
    ['กิน', 'กัน'],
    ['👍🏽', '👎🏽'],
    ['a b', 'ab'],
    ['', '-'],
  ])('« %s » is not « %s »', (one, other) => expect(wordKey(one)).not.toBe(wordKey(other)))
})

test('[X1] whoever looks for words finds them in any order, in any spelling', () => {
  expect(wordSearch('  l’hay camille ')('Camille', "L'Haÿ")).toBe(true)
  expect(wordSearch('soizic 5')('Soizic 5')).toBe(true)
  expect(wordSearch('soizic 6')('Soizic 5')).toBe(false)
  expect(wordSearch('\u00a0')('anything')).toBe(true)
})

describe('[X2] the order of words', () => {
  const order = wordOrder('fr')
  test('is that of a dictionary, numbers by their size', () => {
    const given = ['Zoé', 'Groupe 10', 'élan', 'groupe 2', 'Emma', 'œuf', 'Émile', 'ouf']
    expect(given.toSorted(order)).toEqual([
      'élan',
      'Émile',
      'Emma',
      'groupe 2',
      'Groupe 10',
      'œuf',
      'ouf',
      'Zoé',
    ])
  })
  test('is an order, and its equals are the same words', () => {
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        expect(Math.sign(order(a, b))).toBe(-Math.sign(order(b, a)) + 0)
        expect(order(a, b) === 0).toBe(wordKey(a) === wordKey(b))
        if (order(a, b) <= 0 && order(b, c) <= 0) expect(order(a, c)).toBeLessThanOrEqual(0)
      }),
    )
  })
})
