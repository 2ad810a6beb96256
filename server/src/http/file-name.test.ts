import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileName } from './workshop.ts'

const HOSTILE = [
  '../../etc/passwd',
  '..\\..\\windows',
  'a\u0000b',
  'a\r\nset-cookie: x',
  '\u202egpj.exe',
  'CON',
  'nul.txt',
  '"; filename=x',
  "*=UTF-8''x",
  '%2e%2e%2f',
  '~/.ssh',
  'a'.repeat(4_096),
  '...',
  '-rf',
  `${'a'.repeat(59)} b`,
  '🌱',
  '',
  ' ',
  '日本',
]

test('[H11] whatever the title, a file name is small letters, digits and dashes, and never empty', () => {
  const check = (title: string): void => {
    expect(fileName(title, 'recolte')).toMatch(/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/)
  }
  for (const title of HOSTILE) check(title)
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), check))
})

test('French letters stay readable', () => {
  expect(fileName('Récolte de l’œuvre commune : ça & là', 'x')).toBe('recolte-de-l-oeuvre-commune-ca-la')
})
