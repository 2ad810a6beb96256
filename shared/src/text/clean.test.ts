import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanText, cleanTexts, isBlank, oneLine } from './clean.ts'

const range = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i))
/** All of C0, DEL and C1. */
const CONTROLS = [...range(0, 0x1f), ...range(0x7f, 0x9f)]
const BREAKS = ['\n', '\r', '\r\n', '\v', '\f', '\u001c', '\u001d', '\u001e', '\u0085', '\u2028', '\u2029']
const FILLERS = ['\u115f', '\u1160', '\u2800', '\u3164', '\uffa0']
const NOTHINGS = [
  '\u00ad',
  '\u180e',
  '\u200b',
  '\u2060',
  '\u2063',
  '\ufeff',
  '\ufff9',
  '\uffff',
  '\ud800',
  '\u{e0041}',
]
const BENDS = [...range(0x202a, 0x202e), ...range(0x2066, 0x2069)]

const piece = fc.oneof(
  fc.constantFrom(...CONTROLS, ...BREAKS, ...FILLERS, ...NOTHINGS, ...BENDS, '\u200c', '\u200d', '\u200e'),
  fc.constantFrom('a', 'é', ' ', '\u00a0', 'é', '👨‍👩‍👧', '🏴󠁧󠁢󠁷󠁬󠁳󠁿', 'می‌خواهم', '각', '\t'),
  fc.string({ unit: 'binary', maxLength: 4 }),
)
const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''))

test('[P22] what a program put between two words never glues them together', () => {
  for (const char of [...CONTROLS, ...BREAKS, ...FILLERS])
    expect([char, cleanText(`un${char}deux`).split(/\s/u)]).toEqual([char, ['un', 'deux']])
})

test('a break of whatever kind is a line break, and one only', () => {
  for (const char of BREAKS) expect([char, cleanText(`un${char}deux`)]).toEqual([char, 'un\ndeux'])
  expect(cleanText('\tun\n')).toBe('\tun\n')
})

test('what shows nothing goes, and nothing else with it', () => {
  for (const char of [...NOTHINGS, ...BENDS]) expect([char, cleanText(`u${char}n`)]).toEqual([char, 'un'])
})

test('what is made of several stays whole: joined emoji, flags, Persian, Hangul of before, direction marks', () => {
  for (const whole of ['👩‍🚒', '❤️‍🔥', '🏴󠁧󠁢󠁷󠁬󠁳󠁿', 'می‌خواهم', 'क्‍ष', 'ᄀᅠᆨ', 'a\u200eb', '10\u202fk€', 'e\u0301'])
    expect(cleanText(whole)).toBe(whole)
  expect(cleanText('a \u200db\u200c')).toBe('a b')
})

test('cleaning twice is as cleaning once, makes nothing longer, and leaves nothing to be cleaned', () => {
  fc.assert(
    fc.property(text, (given) => {
      const clean = cleanText(given)
      expect(cleanText(clean)).toBe(clean)
      expect(clean.length).toBeLessThanOrEqual(given.length)
      expect(clean.replace(/[\t\n]/g, '')).not.toMatch(
        /[\p{Cc}\u200b\u2028-\u202e\u2060-\u2069\u3164\ufeff]/u,
      )
      expect(clean).not.toMatch(/\p{Cs}/u)
    }),
  )
})

test('words that are seen are all still there, in their order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('idée', '中文', '👍🏽', 'l’été')),
      fc.array(piece),
      (words, between) => {
        const given = words.map((word, i) => `${word}${between[i] ?? ''}\n`).join('')
        let from = 0
        for (const word of words) {
          from = cleanText(given).indexOf(word, from)
          expect(from).toBeGreaterThanOrEqual(0)
          from += word.length
        }
      },
    ),
  )
})

test('a name is one line', () => {
  expect(oneLine('  Zoé\u2028 \u202eB.\u0000\tMartin\u00a0 ')).toBe('Zoé B. Martin')
  fc.assert(
    fc.property(text, (given) => {
      expect(oneLine(oneLine(given))).toBe(oneLine(given))
    }),
  )
})

test('a text that shows nothing is blank; a figure, an emoji or a letter of any script is not', () => {
  for (const none of [
    '',
    ' \n',
    '\u200b',
    '\u3164',
    '\u2800',
    '\u200e\u200d',
    '\u0301',
    '\u{e0041}',
    '\ufe0f',
  ])
    expect([none, isBlank(none)]).toEqual([none, true])
  for (const some of ['a', '7', '-', '🎉', '中', 'ا', '각', '\u3164x'])
    expect([some, isBlank(some)]).toEqual([some, false])
  fc.assert(
    fc.property(text, (given) => {
      expect(isBlank(given)).toBe(isBlank(oneLine(given)))
    }),
  )
})

test('every text of a message is cleaned, its keys and what is no text stay', () => {
  const sent = { a: ['x\u2028y', 1, null], 'k\u200b': { b: 'z\u0000' }, c: true }
  expect(cleanTexts(sent)).toEqual({ a: ['x\ny', 1, null], 'k\u200b': { b: 'z ' }, c: true })
  const clean = { a: ['x', { b: 'y' }] }
  expect(cleanTexts(clean)).toBe(clean)
  const odd = JSON.parse('{"__proto__":{"p":"a\\u200b"},"x":"y"}') as object
  expect(Object.getPrototypeOf(cleanTexts(odd))).toBe(Object.prototype)
  expect(Object.hasOwn(cleanTexts(odd) as object, '__proto__')).toBe(true)
})

test('[L4] a message of nothing but brackets costs no more than its depth', () => {
  const nested = JSON.parse(`${'['.repeat(200_000)}${']'.repeat(200_000)}`) as unknown
  expect(cleanTexts(nested)).toBe(nested)
})
