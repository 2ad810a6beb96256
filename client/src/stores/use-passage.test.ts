import { expect, test } from 'vitest'
import { type Place, passageOf } from './use-passage.ts'

const at = (index: number): Place => ({ status: 'running', index, activity: `a${index}` })
const lobby: Place = { status: 'lobby', index: -1, activity: null }
const ended: Place = { status: 'ended', index: 2, activity: null }

test('what a session does in the order of its plan needs no word', () => {
  expect(passageOf(lobby, at(0))).toBeNull()
  expect(passageOf(at(0), at(1))).toBeNull()
  expect(passageOf(at(1), ended)).toBeNull()
  expect(passageOf(lobby, at(3))).toBeNull()
})

test('going back, leaping over something and stopping in the middle are said', () => {
  expect(passageOf(at(2), at(1))).toBe('back')
  expect(passageOf(at(0), at(2))).toBe('skip')
  expect(passageOf(at(0), lobby)).toBe('lobby')
})

test('an activity that is moved in the plan while it runs goes nowhere', () => {
  expect(passageOf(at(2), { ...at(2), index: 0 })).toBeNull()
})
