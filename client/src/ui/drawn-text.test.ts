import { expect, test } from 'vitest'
import { drawnText } from './drawn-text.ts'

test('a blank before a high sign, or inside French quotes, does not break the line', () => {
  expect(drawnText('Et demain ? « Oui » : vite ; bien !')).toBe(
    'Et demain\u00a0? «\u00a0Oui\u00a0»\u00a0: vite\u00a0; bien\u00a0!',
  )
})

test('every other blank, and every line, stays what it was', () => {
  expect(drawnText(' !a\n ?b')).toBe(' !a\n ?b')
  expect(drawnText('a b\n? c, d. 10:30 https://x.fr?a=b')).toBe('a b\n? c, d. 10:30 https://x.fr?a=b')
})
