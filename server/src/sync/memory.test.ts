/** How much the open documents may take [D22], to the byte. */
import { expect, test } from 'vitest'
import type { SharedDocument } from './document.ts'
import { MEMORY_LIMITS, Memory } from './memory.ts'

/** All that is asked of a document here: whose it is, and what it weighs now. */
const weighing = (session: string, weight: number) =>
  ({ key: { session, activity: 'a', name: 'n' }, weight }) as SharedDocument & { weight: number }

const full = (memory: Memory) => ['s', 't', 'u'].filter((session) => memory.isFull(session))

test('[D22] a session has its part, and all together theirs: what is full is over it', () => {
  const memory = new Memory({ session: 100, process: 250 })
  const [one, two, other] = [weighing('s', 60), weighing('s', 40), weighing('t', 100)]
  for (const document of [one, two, other]) memory.note(document)
  expect(full(memory)).toEqual([])
  Object.assign(two, { weight: 41 })
  expect(full(memory)).toEqual([])
  memory.note(two)
  expect(full(memory)).toEqual(['s'])
  // What is lighter than it was makes room again; what is noted twice counts once.
  Object.assign(one, { weight: 10 })
  memory.note(one)
  memory.note(one)
  expect(full(memory)).toEqual([])
  const third = weighing('u', 99)
  memory.note(third)
  expect(full(memory)).toEqual([])
  Object.assign(third, { weight: 100 })
  memory.note(third)
  expect(full(memory)).toEqual(['s', 't', 'u'])
})

test('[D22] what is forgotten weighs nothing, and all of its weight when it comes back', () => {
  const memory = new Memory({ session: 100, process: 250 })
  const [one, two] = [weighing('s', 70), weighing('s', 70)]
  for (const document of [one, two]) memory.note(document)
  expect(full(memory)).toEqual(['s'])
  memory.forget(one)
  expect(full(memory)).toEqual([])
  memory.forget(one)
  memory.note(one)
  expect(full(memory)).toEqual(['s'])
  memory.forget(two)
  memory.forget(one)
  const heavy = weighing('s', 100)
  memory.note(heavy)
  expect(full(memory)).toEqual([])
})

test('[D22] a session has 192 MiB, and no session takes the 320 of all', () => {
  const MIB = 1024 ** 2
  expect(MEMORY_LIMITS).toEqual({ session: 192 * MIB, process: 320 * MIB })
})
