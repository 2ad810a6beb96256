import { expect, test } from 'vitest'
import { ShortMemory } from './short-memory.ts'

test('what is asked for twice at once is made once; later, anew; a failure is forgotten', async () => {
  let now = 0
  let made = 0
  const memory = new ShortMemory<number>(100, 2, () => now)
  const make = async () => ++made
  expect(await Promise.all([memory.get('a', make), memory.get('a', make)])).toEqual([1, 1])
  now = 101
  expect(await memory.get('a', make)).toBe(2)
  await expect(memory.get('b', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await memory.get('b', make)).toBe(3)
})

test('the oldest is forgotten first', async () => {
  let made = 0
  const memory = new ShortMemory<number>(1_000, 2, () => 0)
  const make = async () => ++made
  for (const key of ['a', 'b', 'c']) await memory.get(key, make)
  expect(await memory.get('c', make)).toBe(3)
  expect(await memory.get('a', make)).toBe(4)
})
