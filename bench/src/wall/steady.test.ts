import { expect, it } from 'vitest'
import { isSteady } from './steady.ts'

it('rounds that agree are steady, from the least number on', () => {
  expect(isSteady([16.7, 16.8], 3)).toBe(false)
  expect(isSteady([16.7, 16.8, 16.7], 3)).toBe(true)
  expect(isSteady([100, 108, 95], 3)).toBe(true)
})

it('a figure that jumps is played again; one disturbed round in five is outvoted', () => {
  expect(isSteady([16.7, 50, 33], 3)).toBe(false)
  expect(isSteady([16.7, 50, 16.7, 33], 3)).toBe(false)
  expect(isSteady([16.7, 50, 16.7, 16.8, 16.7], 3)).toBe(true)
})

it('what was not measured is never steady', () => {
  expect(isSteady([16.7, Number.NaN, 16.7], 3)).toBe(false)
})
