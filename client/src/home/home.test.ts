// @vitest-environment node
import { expect, test } from 'vitest'
import { lengthOf } from './length.ts'
import { sessionInLink } from './session-in-link.ts'

test('a whole link pasted in place of a code leads to its session', () => {
  expect(sessionInLink(' https://escale.example/p/aB3_-x ')).toBe('aB3_-x')
  expect(sessionInLink('escale.example/p/aB3#secret')).toBe('aB3')
  expect(sessionInLink('ABCD-EFGH')).toBeUndefined()
})

test('lengths are said in hours and minutes', () => {
  expect([45, 60, 65, 120].map((minutes) => lengthOf(minutes * 60_000))).toEqual([
    '45\u00a0min',
    '1\u00a0h',
    '1\u00a0h\u00a005',
    '2\u00a0h',
  ])
})
