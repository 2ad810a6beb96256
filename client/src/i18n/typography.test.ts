import { expect, test } from 'vitest'
import { registeredTexts } from './create-texts.ts'
import type { Language } from './wording.ts'

// Every texts file of the client, the kinds' included: importing one registers its texts.
const files = import.meta.glob(['../**/texts.ts', '../**/*-texts.ts', '../**/texts/*.ts'], { eager: true })

const textsOf = (language: Language): (readonly [string, string])[] =>
  [...registeredTexts()].flatMap(([namespace, texts]) =>
    Object.entries(texts[language]).map(([key, text]) => [`${namespace}.${key}`, text] as const),
  )

/** What French typography forbids: an ordinary space, or none, where a no-break one belongs. */
const MISTAKES: readonly (readonly [string, RegExp])[] = [
  ['an ordinary space before ; ! ?', / [;!?]/],
  ['an ordinary space before :', / :/],
  ['no space before ? or !', /[\p{L}\p{N})»][?!]/u],
  ['no narrow no-break space before ;', /[\p{L}»];/u],
  ['no no-break space before :', /[\p{L}\p{N})}»]:(?!\/\/|[\w-]*\}\})(?=\s|$)/u],
  ['« without a no-break space after it', /«(?!\u00a0|\u202f)/],
  ['» without a no-break space before it', /(?<!\u00a0|\u202f)»/],
  ['a straight apostrophe', /\p{L}'\p{L}/u],
  ['three dots instead of an ellipsis', /\.\.\./],
  ['English quotation marks', /[“”"]/],
]

test('texts were found, those of the kinds too', () => {
  expect(Object.keys(files).some((path) => path.startsWith('../activities/'))).toBe(true)
  expect(textsOf('fr').length).toBeGreaterThan(200)
})

test.each(MISTAKES)('no French text has %s', (_, mistake) => {
  expect(textsOf('fr').filter(([, text]) => mistake.test(text))).toEqual([])
})

test('no text is empty or has two spaces in a row', () => {
  const all = [...textsOf('fr'), ...textsOf('en')]
  expect(all.filter(([, text]) => text.trim() === '' || / {2}/.test(text))).toEqual([])
})

test('both languages name the same values', () => {
  const values = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map((m) => m[1]).sort()
  const english = new Map(textsOf('en'))
  expect(
    textsOf('fr').filter(([key, text]) => {
      const other = english.get(key)
      return other !== undefined && values(text).join() !== values(other).join()
    }),
  ).toEqual([])
})

test('undo and cancel are two verbs, in both languages', () => {
  const english = new Map(textsOf('en'))
  const pairs = textsOf('fr').map(([key, french]) => ({ key, french, english: english.get(key) ?? '' }))
  const undone = pairs.filter((pair) => /\bundo/i.test(pair.english))
  expect(undone.length).toBeGreaterThan(10)
  expect(undone.filter(({ french }) => !/défai/i.test(french))).toEqual([])
  const isCancel = (key: string) => key.endsWith('.cancel')
  expect(pairs.filter(({ key, french }) => /annul/i.test(french) && !isCancel(key))).toEqual([])
  expect(pairs.filter((pair) => /cancel/i.test(pair.english) && !isCancel(pair.key))).toEqual([])
})
