import { act, renderHook } from '@testing-library/react'
import { beforeEach, expect, expectTypeOf, test, vi } from 'vitest'
import { createTexts } from './create-texts.ts'
import { chooseLanguage, currentLanguage, imposeLanguage, proposeLanguage } from './language.ts'
import { sayIn } from './wording.ts'

const useTexts = createTexts('trial', {
  fr: { greet: 'Bonjour {{name}}', notes_one: '{{count}} note', notes_other: '{{count}} notes' },
  en: { greet: 'Hello {{name}}', notes_one: '{{count}} note', notes_other: '{{count}} notes' },
})

beforeEach(() => {
  localStorage.clear()
  imposeLanguage('fr')
})

test('texts follow the language without a reload', () => {
  const { result } = renderHook(() => useTexts())
  expect(result.current('greet', { name: 'Zoé' })).toBe('Bonjour Zoé')
  act(() => chooseLanguage('en'))
  expect(result.current('greet', { name: 'Zoé' })).toBe('Hello Zoé')
  expect(document.documentElement.lang).toBe('en')
})

test('French counts zero and one and a half as one, English does not', () => {
  const { result } = renderHook(() => useTexts())
  expect(result.current('notes', { count: 0 })).toBe('0 note')
  act(() => chooseLanguage('en'))
  expect(result.current('notes', { count: 0 })).toBe('0 notes')
})

test('a form that a language does not have is said by its `other`, a text without forms by itself', () => {
  const forms = {
    notes_one: '{{count}} note',
    notes_many: '{{count}} de notes',
    notes_other: '{{count}} notes',
  }
  expect(sayIn('fr', forms, 'notes', { count: 2_000_000 })).toBe('2000000 de notes')
  expect(sayIn('fr', { notes_one: 'a', notes_other: '{{count}} notes' }, 'notes', { count: 2_000_000 })).toBe(
    '2000000 notes',
  )
  expect(sayIn('fr', { sum: 'Total : {{count}}' }, 'sum', { count: 3 })).toBe('Total : 3')
})

test('a value stands once where its name is, whatever it looks like', () => {
  const texts = { line: '{{ a }} et {{b}} et {{a}}, {{missing}}.' }
  expect(sayIn('fr', texts, 'line', { a: '{{b}}', b: '$&' })).toBe('{{b}} et $& et {{b}}, .')
})

test('a component that changes from one part’s texts to another’s says the other’s', () => {
  const useOthers = createTexts('trial-others', { fr: { name: 'Mur' }, en: { name: 'Wall' } })
  const useOnes = createTexts('trial-ones', { fr: { name: 'Rallye' }, en: { name: 'Rally' } })
  const { result, rerender } = renderHook(({ use }) => use()('name'), { initialProps: { use: useOnes } })
  rerender({ use: useOthers })
  expect(result.current).toBe('Mur')
})

test("what people write into a text stays as it is: escaping is React's", () => {
  const { result } = renderHook(() => useTexts())
  expect(result.current('greet', { name: '<b>' })).toBe('Bonjour <b>')
})

test.each([
  [['en-GB', 'fr'], 'fr', 'en'],
  [['de', 'fr-CA', 'en'], 'en', 'fr'],
  [['de', 'it'], 'en', 'en'],
  [['de', 'it'], undefined, 'fr'],
] as const)('a browser in %s, a session in %s: %s', (browser, session, spoken) => {
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(browser)
  proposeLanguage(session)
  expect(currentLanguage()).toBe(spoken)
  expect(document.documentElement.lang).toBe(spoken)
})

test("a person's own choice counts before all others, except on a screen", () => {
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['en'])
  chooseLanguage('fr')
  proposeLanguage('en')
  expect(currentLanguage()).toBe('fr')
  imposeLanguage('en')
  expect(currentLanguage()).toBe('en')
})

test('keys are typed, and English must have them all and no others', () => {
  type Key = Parameters<ReturnType<typeof useTexts>>[0]
  expectTypeOf<Key>().toEqualTypeOf<'greet' | 'notes'>()
  // @ts-expect-error a key is missing in English
  createTexts('trial-missing', { fr: { a: 'a', b: 'b' }, en: { a: 'a' } })
  // @ts-expect-error a key that French does not have
  createTexts('trial-extra', { fr: { a: 'a' }, en: { a: 'a', z: 'z' } })
  // The types are what is tested; this says that the lines above were run.
  expect(currentLanguage()).toBeDefined()
})
