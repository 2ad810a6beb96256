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

test('an answer is known up to its time, and forgotten as far as must be, the oldest first', async () => {
  let now = 0
  const bounds = { ms: 100, most: 3, mostBytes: 10, bytesOf: (text: string) => text.length }
  const memory = new ShortMemory<string>(bounds, () => now)
  const known = () => [...'abcdep'].filter((key) => memory.has(key)).join('')
  // What is being made is in nobody’s way, and nobody forgets it.
  void memory.get('p', () => new Promise(() => undefined))
  for (const [key, length] of [
    ['a', 4],
    ['b', 4],
    ['c', 2],
  ] as const)
    await memory.get(key, async () => 'x'.repeat(length))
  expect(known()).toBe('abcp')
  await memory.get('d', async () => 'x')
  expect(known()).toBe('bcdp')
  await memory.get('e', async () => 'x'.repeat(9))
  expect(known()).toBe('dep')
  now = 99
  expect(known()).toBe('dep')
  now = 100
  expect(known()).toBe('p')
})

test('who leaves once the answer is there takes nothing away; who has left already waits for nothing', async () => {
  const memory = new ShortMemory<number>({ ms: 1_000, most: 2 }, () => 0)
  const leaving = new AbortController()
  let signal: AbortSignal | undefined
  const make = async (nobodyWaits: AbortSignal) => {
    signal = nobodyWaits
    return 7
  }
  await memory.get('a', make, leaving.signal)
  leaving.abort()
  expect([memory.has('a'), signal?.aborted]).toEqual([true, false])
  await memory.get('b', make, leaving.signal)
  expect([memory.has('b'), signal?.aborted]).toEqual([false, true])
})

test('what fails late does not take away what was made anew meanwhile', async () => {
  const memory = new ShortMemory<number>({ ms: 1_000, most: 2 }, () => 0)
  const leaving = new AbortController()
  let fail: (error: Error) => void = () => undefined
  const first = memory.get('a', () => new Promise((_, reject) => (fail = reject)), leaving.signal)
  leaving.abort()
  expect(await memory.get('a', async () => 7)).toBe(7)
  fail(new Error('late'))
  await expect(first).rejects.toThrow('late')
  expect(memory.has('a')).toBe(true)
})
