import { expect, test } from 'vitest'
import { tallyWorkshop, testKinds } from '../testkit/index.ts'
import type { Command, LoggedEvent } from './commands.ts'
import { activityKinds, eventsWithout, seedsOf } from './erase.ts'
import { replay } from './reduce.ts'

const genesis = { createdAt: 1, seed: 's', workshop: tallyWorkshop('a', 'b') }
const identity = { name: 'Zoé-canari', organisation: 'canari', territory: '' }

/** A log as an old version might have left it, names included. */
function logOf(...steps: readonly (readonly [actor: string | null, command: Command])[]): LoggedEvent[] {
  return steps.map(([actor, command], index) => ({
    seq: index + 1,
    at: index,
    actor,
    commandId: null,
    command,
  }))
}

const events = logOf(
  [null, { type: 'joined', person: 'fac', role: 'facilitator' }],
  [null, { type: 'joined', person: 'co', role: 'cofacilitator' }],
  ['fac', { type: 'add-person', person: 'zoe', identity }],
  ['co', { type: 'message', message: 'm1', to: 'all', text: 'mot-canari' }],
  ['fac', { type: 'message', message: 'm2', to: 'all', text: 'bonjour' }],
  ['fac', { type: 'message', message: 'm3', to: { person: 'zoe' }, text: 'pour canari seule' }],
  ['fac', { type: 'rename', person: 'zoe', identity }],
  ['fac', { type: 'undo', seq: 7 }],
  ['fac', { type: 'go', activity: 'a' }],
  [null, { type: 'erased', person: 'zoe' }],
  [null, { type: 'erased', person: 'co' }],
)

test('[E12] a log without a person’s words and names replays to the same state but for them', () => {
  const before = replay(testKinds, genesis, events)
  const clean = ['zoe', 'co'].reduce((log, person) => {
    const now = new Map(eventsWithout(testKinds, genesis, log, person, 'retiré').map((e) => [e.seq, e]))
    return log.map((event) => now.get(event.seq) ?? event)
  }, events)
  expect(JSON.stringify(clean)).not.toContain('canari')
  const after = replay(testKinds, genesis, clean)
  expect(after).toEqual({
    ...before,
    messages: before.messages.map((m) => (m.id === 'm1' ? { ...m, text: 'retiré' } : m)),
  })
  expect(after.messages.map((m) => m.text)).toEqual(['retiré', 'bonjour'])
})

test('[E10] who is erased is out for good, and nothing that could be undone brings them back', () => {
  const state = replay(testKinds, genesis, events)
  expect(state.people['zoe']).toMatchObject({ removed: true, erased: true })
  expect(JSON.stringify([...state.undo, ...state.redo])).not.toContain('zoe')
  const more = (command: Command) =>
    replay(testKinds, genesis, [...events, { seq: 12, at: 12, actor: 'fac', commandId: null, command }])
  expect(() => more({ type: 'restore', person: 'zoe' })).toThrow('removed')
  expect(() => more({ type: 'restore-many', people: ['zoe'] })).toThrow('already')
  expect(() => more({ type: 'erased', person: 'fac' })).toThrow('not-allowed')
})

test('an activity is known by its kind after it has left the plan, and by every seed that it had', () => {
  const log = logOf(
    ['fac', { type: 'plan-duplicate', activity: 'a', as: 'c' }],
    ['fac', { type: 'go', activity: 'c' }],
    ['fac', { type: 'restart', activity: 'c' }],
    ['fac', { type: 'plan-remove', activity: 'b' }],
  )
  expect([...activityKinds(genesis, log).keys()]).toEqual(['a', 'b', 'c'])
  expect(seedsOf(genesis, log, 'c')).toEqual(['s/c/1', 's/c/2'])
})
