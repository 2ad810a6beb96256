import { expect, test } from 'vitest'
import { quoted } from './escape.ts'

test('a quotation keeps its lines, and no blanks at their ends', () => {
  expect(quoted('un \t\n\n deux')).toBe('> un\n>\n>  deux')
})
