import { expect, test } from 'vitest'
import { ShortMemory } from './short-memory.ts'

test('what is asked for twice at once is made once; later, anew; a failure is forgotten', async () => {
  let now = 0
  let made = 0
  const memory = new ShortMemory<number>({ ms: 100, most: 2 }, () => now)
  const make = async () => ++made
  expect(await Promise.all([memory.get('a', make), memory.get('a', make)])).toEqual([1, 1])
  expect(memory.has('a')).toBe(true)
  now = 101
  expect(memory.has('a')).toBe(false)
  expect(await memory.get('a', make)).toBe(2)
  await expect(memory.get('b', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await memory.get('b', make)).toBe(3)
})

test('the oldest is forgotten first, by number and by bytes', async () => {
  let made = 0
  const bounds = { ms: 1_000, most: 2, mostBytes: 10, bytesOf: (text: string) => text.length }
  const memory = new ShortMemory<string>(bounds, () => 0)
  const make = (text: string) => async () => `${text}${++made}`
  for (const key of ['a', 'b', 'c']) await memory.get(key, make(''))
  expect(await memory.get('c', make(''))).toBe('3')
  expect(memory.has('a')).toBe(false)
  expect(await memory.get('long', make('123456789'))).toBe('1234567894')
  expect(memory.has('c')).toBe(false)
  expect(memory.has('long')).toBe(true)
  expect(await memory.get('longer', make('1234567890'))).toBe('12345678905')
  expect(memory.has('longer')).toBe(false)
})

test('it is given up when nobody waits any more, and not before', async () => {
  const memory = new ShortMemory<number>({ ms: 1_000, most: 2 }, () => 0)
  const [first, second] = [new AbortController(), new AbortController()]
  const signals: AbortSignal[] = []
  const make = (nobodyWaits: AbortSignal) => {
    signals.push(nobodyWaits)
    return new Promise<number>((_, reject) => {
      nobodyWaits.addEventListener('abort', () => reject(new Error('given up')))
    })
  }
  const asked = [first, second].map(({ signal }) => memory.get('a', make, signal))
  first.abort()
  expect(signals.map(({ aborted }) => aborted)).toEqual([false])
  second.abort()
  await expect(Promise.all(asked)).rejects.toThrow('given up')
  // Whoever comes next has it made anew.
  expect(await memory.get('a', async () => 7)).toBe(7)
})
