import { createRandom } from '@escale/shared'
import { describe, expect, it } from 'vitest'
import { type GroupSight, intention, situation } from './group-turn.ts'

const seat = (person: string, more: Partial<GroupSight['seats'][number]> = {}) => ({
  person,
  checkedIn: true,
  passes: 0,
  ...more,
})
const group: GroupSight = {
  key: 'g1',
  stage: 'tour',
  seats: [seat('a'), seat('b'), seat('c')],
  turn: { person: 'a', startedAt: 1_000, extraMs: 0 },
  turnMs: 60_000,
  gone: [],
  pages: ['g1-page'],
}
const wants = (sight: GroupSight, me: string, at = 1_000) => intention(sight, me, at, createRandom('turn'))

describe('a member of a group', () => {
  it('speaks within the turn and then says so', () => {
    const wanted = wants(group, 'a')
    expect(wanted?.action).toEqual({ type: 'done', group: 'g1', speaker: 'a' })
    expect(wanted?.toMs).toBeLessThan(group.turnMs)
  })

  it('passes the word on only well after the end of a turn that nobody ends', () => {
    const wanted = wants(group, 'b', 11_000)
    expect(wanted?.action).toEqual({ type: 'done', group: 'g1', speaker: 'a' })
    expect(wanted?.dueMs).toBeGreaterThan(50_000)
  })

  it('skips a speaker who is gone, after the delay that the rule wants', () => {
    const wanted = wants({ ...group, gone: ['a'] }, 'b', 1_000)
    expect(wanted?.action).toEqual({ type: 'skip', group: 'g1', speaker: 'a' })
    expect(wanted?.dueMs).toBeGreaterThan(10_000)
  })

  it('arrives first and lets the first of those present begin', () => {
    const arriving = { ...group, stage: 'check-in' as const, turn: null }
    expect(wants({ ...arriving, seats: [seat('a', { checkedIn: false })] }, 'a')?.action).toMatchObject({
      type: 'check-in',
    })
    const [first, second] = [wants(arriving, 'a'), wants(arriving, 'b')]
    expect(first?.action).toMatchObject({ type: 'begin' })
    expect(first?.toMs).toBeLessThan(second?.toMs ?? 0)
  })

  it('wants nothing in the free talk, nor in a group that is not theirs', () => {
    expect(wants({ ...group, stage: 'free', turn: null }, 'a')).toBeUndefined()
    expect(wants(group, 'stranger')).toBeUndefined()
  })

  it('sees a new situation with every turn and every extension', () => {
    const turn = { person: 'a', startedAt: 1_000, extraMs: 30_000 }
    expect(situation({ ...group, turn }, 'b')).not.toBe(situation(group, 'b'))
    expect(situation({ ...group }, 'b')).toBe(situation(group, 'b'))
  })
})
