// @vitest-environment node
import type { Frame } from '@escale/shared'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyFrame, NOTHING_RECEIVED, newConnection, type Received } from './frames.ts'

const frame = (n: number, part: Partial<Frame> = {}): Frame => ({ frame: n, whole: n === 1, seq: n, ...part })
const count = (here: number) => ({ headcount: { here, joined: here } })

const applied = (received: Received, next: Frame): Received => {
  const result = applyFrame(received, next)
  if (result === 'gap') throw new Error('a gap where none was expected')
  return result
}

test('[P3] a slice that is absent has not changed', () => {
  const first = applied(NOTHING_RECEIVED, frame(1, count(3)))
  const second = applied(first, frame(2, { activity: null }))
  expect(second.slices.headcount).toEqual({ here: 3, joined: 3 })
  expect(second.slices.headcount).toBe(first.slices.headcount)
})

test('[P3] a whole frame replaces everything', () => {
  const first = applied(NOTHING_RECEIVED, frame(1, count(3)))
  expect(applied(first, frame(9, { whole: true })).slices.headcount).toBeNull()
})

test('[P3] a missing frame is noticed, and a whole one heals it', () => {
  const first = applied(NOTHING_RECEIVED, frame(1))
  expect(applyFrame(first, frame(3))).toBe('gap')
  expect(applied(first, frame(4, { whole: true })).frame).toBe(4)
})

test('[P30] what has changed in a slice is put into it; what has not stays the same object', () => {
  const groups = [
    { key: 'g1', seats: ['awa'] },
    { key: 'g2', seats: ['ben'] },
  ]
  const first = applied(NOTHING_RECEIVED, frame(1, { activity: { view: { groups } } } as Partial<Frame>))
  const changes = { activity: [{ at: ['view', 'groups', 1, 'seats', 0], to: 'zoé' }] }
  const second = applied(first, frame(2, { changes }))
  expect(second.slices.activity?.view).toEqual({ groups: [groups[0], { key: 'g2', seats: ['zoé'] }] })
  const view = second.slices.activity?.view as { groups: unknown[] } | undefined
  expect(view?.groups[0]).toBe(groups[0])
  expect(applied(second, frame(3, count(3))).slices.activity).toBe(second.slices.activity)
})

test('a new connection counts from one again and keeps what is shown', () => {
  const before = applied(NOTHING_RECEIVED, frame(1, count(3)))
  const after = newConnection(before)
  expect(after.slices).toBe(before.slices)
  expect(applied(after, frame(1, count(4))).slices.headcount?.here).toBe(4)
})

test('whatever is lost on the way, what is shown after a gap was asked for is what the server last said', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(100), fc.boolean()), { maxLength: 30 }), (steps) => {
      let received = applied(NOTHING_RECEIVED, frame(1, count(0)))
      let last = 0
      steps.forEach(([here, arrives], at) => {
        last = here
        if (!arrives) return
        const next = applyFrame(received, frame(at + 2, count(here)))
        received = next === 'gap' ? applied(received, frame(at + 2, { whole: true, ...count(here) })) : next
        expect(received.slices.headcount?.here).toBe(last)
      })
    }),
  )
})

test('[P3] a frame that was seen already changes nothing, whatever it says', () => {
  const second = applied(applied(NOTHING_RECEIVED, frame(1, count(3))), frame(2, count(4)))
  for (const n of [2, 1]) expect(applyFrame(second, { ...frame(n, count(9)), whole: false })).toBe(second)
  expect(applied(second, frame(3, count(5))).slices.headcount?.here).toBe(5)
})

test('[P3] each slice is kept until it is told anew; an activity is taken away by saying so', () => {
  const slices = {
    session: { status: 'running' },
    activity: { id: 'a' },
    me: { id: 'p' },
    plan: { current: 'a' },
    headcount: { here: 1, joined: 1 },
  } as unknown as Partial<Frame>
  const first = applied(NOTHING_RECEIVED, frame(1, slices))
  expect(first).toEqual({ frame: 1, seq: 1, slices })
  const second = applied(first, frame(2))
  expect(second).toEqual({ frame: 2, seq: 2, slices })
  expect(applied(second, frame(3, { activity: null })).slices).toEqual({ ...slices, activity: null })
  expect(applied(second, frame(9, { whole: true })).slices).toEqual({
    ...{ session: null, activity: null, me: null, plan: null, headcount: null },
  })
})

test('[P3] a new connection takes its first frame, and misses none silently', () => {
  const before = applied(applied(NOTHING_RECEIVED, frame(1, count(3))), frame(2))
  expect(newConnection(before)).toMatchObject({ frame: 0, seq: 2 })
  expect(applyFrame(newConnection(before), { ...frame(2), whole: false })).toBe('gap')
})
