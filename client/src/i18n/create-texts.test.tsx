import { act, renderHook } from '@testing-library/react'
import { beforeEach, expect, expectTypeOf, test } from 'vitest'
import { createTexts } from './create-texts.ts'
import { chooseLanguage, currentLanguage, imposeLanguage, proposeLanguage } from './language.ts'

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

test("what people write into a text stays as it is: escaping is React's", () => {
  const { result } = renderHook(() => useTexts())
  expect(result.current('greet', { name: '<b>' })).toBe('Bonjour <b>')
})

test("a person's own choice counts before the session's language, except on a screen", () => {
  proposeLanguage('en')
  expect(currentLanguage()).toBe('en')
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
})
