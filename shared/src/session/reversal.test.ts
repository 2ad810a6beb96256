/** What is planned, taken back, replayed: where it is refused, and what stays (docs/spec/session.md). */
import { describe, expect, test } from 'vitest'
import { UNDO_KEPT } from '../limits.ts'
import type { Viewer } from '../people/person.ts'
import { tallyWorkshop, testKinds } from '../testkit/tally.ts'
import { type Command, splitIdentity } from './commands.ts'
import { liveActivity } from './moment.ts'
import { reduceSession, replay } from './reduce.ts'
import { type Genesis, initialState, type SessionState } from './state.ts'

const GENESIS: Genesis = { createdAt: 0, seed: 'graine', workshop: tallyWorkshop('a', 'b', 'c') }
const CLAIRE: Viewer = { id: 'claire', role: 'facilitator' }
const SAMIR: Viewer = { id: 'samir', role: 'cofacilitator' }
const YANIS: Viewer = { id: 'yanis', role: 'participant' }

function open() {
  let state = initialState(GENESIS)
  const send = (command: Command, { at = 0, actor = CLAIRE as Viewer | null } = {}) => {
    const next = reduceSession(state, command, { kinds: testKinds, at, actor })
    if (next.ok) state = next.value
    return next.ok ? 'ok' : next.refusal
  }
  const join = (person: string, role: Viewer['role']) =>
    send({ type: 'joined', person, role }, { actor: null })
  join('claire', 'facilitator')
  join('samir', 'cofacilitator')
  join('yanis', 'participant')
  return {
    send,
    join,
    now: () => state,
    put: (part: Partial<SessionState>) => {
      state = { ...state, ...part }
    },
    live: (at: number) => liveActivity(testKinds, state, state.current, at),
  }
}

describe('the plan', () => {
  test('what a kind does not understand is not put in, nor edited in', () => {
    const s = open()
    const [first] = GENESIS.workshop.plan as [SessionState['workshop']['plan'][number]]
    const before = s.now().workshop
    const wrong = { ...first, id: 'x', definition: { secret: 4 } }
    expect(s.send({ type: 'plan-add', activity: wrong, after: null })).toBe('invalid')
    expect(s.send({ type: 'plan-edit', activity: 'a', patch: { definition: { secret: 4 } } })).toBe('invalid')
    expect(s.send({ type: 'plan-add', activity: first, after: null })).not.toBe('ok')
    expect(s.send({ type: 'plan-add', activity: { ...first, id: 'x' }, after: 'nowhere' })).not.toBe('ok')
    expect(s.send({ type: 'plan-move', activity: 'a', after: 'nowhere' })).not.toBe('ok')
    expect(s.now().workshop).toBe(before)
  })

  test('what an edit does not name stays, and what it leaves undefined too', () => {
    const s = open()
    const definition = { secret: 'autre', step: 2, more: 'not of the kind' }
    s.send({ type: 'plan-edit', activity: 'a', patch: { title: undefined, durationMs: 5_000, definition } })
    expect(s.now().workshop.plan[0]).toEqual({
      ...GENESIS.workshop.plan[0],
      durationMs: 5_000,
      definition: { secret: 'autre', step: 2 },
    })
    s.send({ type: 'plan-edit', activity: 'b', patch: { title: 'Autre' } })
    expect(s.now().workshop.plan[1]).toEqual({ ...GENESIS.workshop.plan[1], title: 'Autre' })
    s.send({ type: 'settings', patch: { title: undefined, harvestShared: true } })
    expect(s.now().workshop.settings).toEqual({ ...GENESIS.workshop.settings, harvestShared: true })
  })
})

describe('undo', () => {
  test('only what drivers do can be taken back', () => {
    const s = open()
    s.send({ type: 'rename', person: 'yanis' }, { actor: YANIS })
    s.send({ type: 'door', locked: true }, { actor: null })
    expect(s.now().undo).toEqual([])
    expect(s.send({ type: 'undo', seq: 1 })).toBe('nothing-to-undo')
    expect(s.send({ type: 'redo', seq: 1 })).toBe('stale')
  })

  test('what others changed meanwhile is not overwritten: an undo that no longer fits is refused and kept', () => {
    const s = open()
    s.send({ type: 'go', activity: 'a' })
    s.send({ type: 'go', activity: 'b' })
    s.send({ type: 'plan-remove', activity: 'a' })
    // Back to `a` is one step further: first what was done last.
    const [, toB, removal] = s.now().undo
    expect(s.send({ type: 'undo', seq: toB?.seq ?? 0 })).toBe('stale')
    s.put({ undo: s.now().undo.slice(0, 2) })
    const before = s.now()
    expect(s.send({ type: 'undo', seq: toB?.seq ?? 0 })).toBe('unknown-activity')
    expect(s.now()).toBe(before)
    expect(removal?.did).toBe('plan-remove')
  })

  test('what was undone says who undid it, under the number of that', () => {
    const s = open()
    s.send({ type: 'door', locked: true })
    const { seq } = s.now()
    s.send({ type: 'undo', seq }, { actor: SAMIR })
    expect(s.now().redo).toMatchObject([{ seq: seq + 1, actor: 'samir', did: 'door' }])
    expect(s.now().seq).toBe(seq + 1)
  })

  test('what nothing reverses cannot be done again', () => {
    const s = open()
    s.send({ type: 'message', message: 'm', to: 'all', text: 'Bonjour' })
    s.send({ type: 'undo', seq: s.now().seq })
    expect([s.now().messages, s.now().undo, s.now().redo]).toEqual([[], [], []])
  })

  test('as many as are kept, and no more', () => {
    const s = open()
    for (let n = 0; n < UNDO_KEPT + 3; n++) s.send({ type: 'door', locked: n % 2 === 0 })
    expect(s.now().undo).toHaveLength(UNDO_KEPT)
    for (let n = 0; n < UNDO_KEPT; n++)
      expect(s.send({ type: 'undo', seq: s.now().undo.at(-1)?.seq ?? 0 })).toBe('ok')
    expect([s.now().undo.length, s.now().redo.length]).toEqual([0, UNDO_KEPT])
  })

  test('an action without a type is done and has no name', () => {
    const s = open()
    s.send({ type: 'go', activity: 'a' })
    s.send({ type: 'pause' })
    expect(s.now().undo.map(({ did, detail }) => [did, detail])).toEqual([
      ['go', null],
      ['pause', null],
    ])
  })
})

describe('replay', () => {
  const locked = (seq: number, isLocked: boolean) => ({
    seq,
    at: 0,
    actor: null,
    commandId: null,
    command: { type: 'door', locked: isLocked } as const,
  })

  test('[S15] goes on from a state with what comes after it, and takes nothing twice', () => {
    const log = [locked(1, true), locked(2, false), locked(3, true)]
    const half = replay(testKinds, GENESIS, log.slice(0, 2))
    expect(half).toMatchObject({ seq: 2, locked: false })
    expect(replay(testKinds, GENESIS, log, half)).toEqual(replay(testKinds, GENESIS, log))
    expect(replay(testKinds, GENESIS, [], half)).toBe(half)
  })

  test('[S15] throws on a log that cannot be: better no session than a wrong one', () => {
    expect(() => replay(testKinds, GENESIS, [locked(1, false)])).toThrow(/seq 1: already \(door\)/)
    const stranger = { ...locked(1, true), actor: 'stranger' }
    expect(() => replay(testKinds, GENESIS, [stranger])).toThrow(/not-allowed/)
  })
})

test('[S18] what is personal is taken out before anything is logged, and of nothing else', () => {
  const identity = { name: 'Ada', organisation: 'Orga', territory: 'Terre' }
  for (const type of ['rename', 'add-person'] as const)
    expect(splitIdentity({ type, person: 'p', identity })).toEqual({
      logged: { type, person: 'p' },
      identity,
    })
  const act = { type: 'act', activity: 'a', action: 1, identity } as Command
  expect(splitIdentity(act)).toEqual({ logged: act, identity: undefined })
})
