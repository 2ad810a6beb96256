import { describe, expect, test } from 'vitest'
import { FairQueue, type Turn } from './fair-queue.ts'

const turn = (session: string, person: string, first = false): Turn => ({ session, person, first })

function played(queue: FairQueue<string>): string[] {
  const order: string[] = []
  for (let next = queue.take(); next !== undefined; next = queue.take()) order.push(next)
  return order
}

describe('[L2] whose turn it is', () => {
  test('a session that asks for much waits behind its own wishes only', () => {
    const queue = new FairQueue<string>()
    for (const n of [1, 2, 3]) queue.push(turn('a', 'x'), `a${n}`)
    queue.push(turn('b', 'y'), 'b1')
    expect(played(queue)).toEqual(['a1', 'b1', 'a2', 'a3'])
  })

  test('and so does a person in a session', () => {
    const queue = new FairQueue<string>()
    for (const n of [1, 2, 3]) queue.push(turn('a', 'x'), `x${n}`)
    queue.push(turn('a', 'y'), 'y1')
    expect(played(queue)).toEqual(['x1', 'y1', 'x2', 'x3'])
  })

  test('facilitators come first in their session, also when what waits becomes theirs', () => {
    const queue = new FairQueue<string>()
    const late = turn('a', 'z')
    queue.push(turn('a', 'x'), 'x1')
    queue.push(turn('a', 'y'), 'y1')
    queue.push(late, 'z1')
    late.first = true
    queue.push(turn('a', 'claire', true), 'c1')
    expect(played(queue)).toEqual(['z1', 'c1', 'x1', 'y1'])
  })

  test('what is taken out is never done', () => {
    const queue = new FairQueue<string>()
    queue.push(turn('a', 'x'), 'x1')
    expect(queue.remove('x1')).toBe(true)
    expect(queue.remove('x1')).toBe(false)
    expect(queue.size).toBe(0)
    expect(queue.take()).toBeUndefined()
  })
})
