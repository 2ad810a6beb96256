/** Each command where it must be refused, and what a refusal guards: docs/spec/session.md. */
import { describe, expect, test } from 'vitest'
import { MESSAGES_KEPT, UNDO_KEPT } from '../limits.ts'
import type { Viewer } from '../people/person.ts'
import { tallyWorkshop, testKinds } from '../testkit/tally.ts'
import { type Command, splitIdentity } from './commands.ts'
import { liveActivity } from './moment.ts'
import { mayCommand, reduceSession, replay } from './reduce.ts'
import { type Genesis, initialState, type SessionState } from './state.ts'

const GENESIS: Genesis = { createdAt: 0, seed: 'graine', workshop: tallyWorkshop('a', 'b', 'c') }
const CLAIRE: Viewer = { id: 'claire', role: 'facilitator' }
const SAMIR: Viewer = { id: 'samir', role: 'cofacilitator' }
const YANIS: Viewer = { id: 'yanis', role: 'participant' }
const SCREEN: Viewer = { id: null, role: 'screen' }

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

describe('[S8] who may command at all', () => {
  const handOver: Command = { type: 'hand-over', person: 'samir' }
  const own: Command = { type: 'rename', person: 'yanis' }
  const others: Command = { type: 'rename', person: 'claire' }
  const act: Command = { type: 'act', activity: 'a', action: {} }
  const joined: Command = { type: 'joined', person: 'x', role: 'facilitator' }
  const may = (command: Command) =>
    [null, CLAIRE, SAMIR, YANIS, SCREEN].map((actor) => mayCommand(actor, command))

  test.each<[string, Command, boolean[]]>([
    ['only who is in charge hands over', handOver, [true, true, false, false, false]],
    ['everybody renames themselves, drivers rename all', own, [true, true, true, true, false]],
    ['a participant renames nobody else', others, [true, true, true, false, false]],
    ['members act, screens never', act, [true, true, true, true, false]],
    ['nobody speaks for the server', joined, [true, false, false, false, false]],
    [
      'what has a person and is not theirs alone is for drivers',
      { type: 'remove', person: 'yanis' },
      [true, true, true, false, false],
    ],
  ])('%s', (_, command, wanted) => {
    expect(may(command)).toEqual(wanted)
  })
})

describe('flow', () => {
  test('what is there already is refused, so that two presses do one thing', () => {
    const s = open()
    expect(s.send({ type: 'pause' })).toBe('not-now')
    expect(s.send({ type: 'go', activity: null })).toBe('already')
    expect(s.send({ type: 'go', activity: 'a' })).toBe('ok')
    expect(s.send({ type: 'go', activity: 'a' })).toBe('already')
    expect(s.send({ type: 'resume' })).toBe('already')
    expect(s.send({ type: 'pause' })).toBe('ok')
    expect(s.send({ type: 'pause' })).toBe('already')
    expect(s.send({ type: 'resume' })).toBe('ok')
    expect(s.send({ type: 'reopen' })).toBe('already')
    expect(s.send({ type: 'finish' })).toBe('ok')
    expect(s.send({ type: 'finish' })).toBe('already')
  })

  test('to the lobby everybody goes together, and what ran is paused', () => {
    const s = open()
    s.send({ type: 'go', activity: 'a' })
    expect(s.send({ type: 'go', activity: null }, { at: 4_000 })).toBe('ok')
    expect(s.now()).toMatchObject({ status: 'lobby', current: null })
    expect(s.now().runs['a']?.run.pauses).toEqual([{ from: 4_000, to: null }])
    expect(s.send({ type: 'pause' })).toBe('not-now')
  })

  test('[S4] after the end nothing moves, and why is told', () => {
    const s = open()
    s.send({ type: 'go', activity: 'a' })
    s.send({ type: 'finish' }, { at: 3_000 })
    expect(s.now().runs['a']?.run.pauses).toEqual([{ from: 3_000, to: null }])
    const commands: Command[] = [
      { type: 'go', activity: 'b' },
      { type: 'go', activity: null },
      { type: 'pause' },
      { type: 'resume' },
      { type: 'adjust', ms: 1 },
      { type: 'end-phase' },
      { type: 'restart', activity: 'a' },
      { type: 'act', activity: 'a', action: { type: 'add' } },
    ]
    const before = s.now()
    for (const command of commands) expect([command, s.send(command)]).toEqual([command, 'ended'])
    expect(s.now()).toBe(before)
  })

  test('reopened, it is where it was: in the lobby, or running', () => {
    const s = open()
    s.send({ type: 'finish' })
    expect(s.send({ type: 'reopen' })).toBe('ok')
    expect(s.now().status).toBe('lobby')
    s.send({ type: 'go', activity: 'a' })
    s.send({ type: 'finish' })
    s.send({ type: 'reopen' })
    expect(s.now().status).toBe('running')
  })

  test('what is not in the plan, and what no kind knows, is refused by name', () => {
    const s = open()
    for (const activity of ['nowhere', '__proto__', 'toString']) {
      const commands: Command[] = [
        { type: 'go', activity },
        { type: 'restart', activity },
        { type: 'act', activity, action: { type: 'add' } },
        { type: 'adjust-phase', activity, phase: 'open', ms: 1 },
        { type: 'plan-remove', activity },
        { type: 'plan-move', activity, after: null },
        { type: 'plan-edit', activity, patch: { title: 'x' } },
        { type: 'plan-duplicate', activity, as: 'new' },
      ]
      for (const command of commands)
        expect([command, s.send(command)]).toEqual([command, 'unknown-activity'])
    }
    expect(s.send({ type: 'act', activity: 'b', action: { type: 'add' } })).toBe('not-now')
    const [first] = GENESIS.workshop.plan as [SessionState['workshop']['plan'][number]]
    for (const kind of ['nothing', 'toString', '__proto__']) {
      expect(s.send({ type: 'plan-add', activity: { ...first, id: 'x', kind }, after: null })).toBe(
        'unknown-kind',
      )
      const workshop = { ...s.now().workshop, plan: [{ ...first, id: 'x', kind }] }
      const odd = open()
      odd.put({ workshop })
      expect(odd.send({ type: 'go', activity: 'x' })).toBe('unknown-kind')
      expect(odd.now().runs).toEqual({})
      odd.put({ current: 'x', status: 'running' })
      expect(odd.live(0)).toBeUndefined()
    }
  })

  test('started anew, what is not current waits paused; what is current runs', () => {
    const s = open()
    s.send({ type: 'go', activity: 'a' })
    s.send({ type: 'restart', activity: 'b' }, { at: 5_000 })
    s.send({ type: 'restart', activity: 'a' }, { at: 7_000 })
    expect(s.now().runs['b']?.run.pauses).toEqual([{ from: 5_000, to: null }])
    expect(s.now().runs['a']?.run).toEqual({ startedAt: 7_000, pauses: [], adjustments: [] })
  })

  test('[S2] time is changed where there is some: in the phase that runs, or in the timed one that has just run out', () => {
    const s = open()
    s.send({ type: 'go', activity: 'a' })
    // Nothing can be taken from the open phase, and its end is not a moment that one can bring forward.
    expect(s.send({ type: 'adjust', ms: -1 }, { at: 70_000 })).toBe('not-now')
    expect(s.send({ type: 'adjust', ms: 0 }, { at: 70_000 })).toBe('not-now')
    expect(s.send({ type: 'end-phase' }, { at: 70_000 })).toBe('not-now')
    expect(s.send({ type: 'adjust', ms: 10_000 }, { at: 70_000 })).toBe('ok')
    expect(s.live(70_000)?.moment.location).toMatchObject({ phase: { id: 'open' }, left: 10_000 })
    expect(s.send({ type: 'end-phase' }, { at: 72_000 })).toBe('ok')
    expect(s.live(72_000)?.moment.location).toMatchObject({ phase: { id: 'over' }, into: 0 })
    expect(s.now().undo.at(-1)?.inverse).toMatchObject({ type: 'adjust-phase', activity: 'a', ms: 8_000 })
  })

  test('an action belongs to somebody, and a kind that refuses is heard', () => {
    const s = open()
    s.send({ type: 'go', activity: 'a' })
    const add: Command = { type: 'act', activity: 'a', action: { type: 'add' } }
    expect(s.send(add, { actor: null })).toBe('not-allowed')
    expect(s.send(add, { at: 90_000 })).toBe('closed')
    expect(s.send({ ...add, action: 'nonsense' })).toBe('invalid')
    expect(s.now().runs['a']?.state).toMatchObject({ total: 0 })
  })
})

describe('people', () => {
  test('nobody comes in twice, nor after the end unless to drive', () => {
    const s = open()
    expect(s.join('yanis', 'participant')).toBe('already')
    s.send({ type: 'finish' })
    expect(s.join('late', 'participant')).toBe('ended')
    expect(s.join('lea', 'cofacilitator')).toBe('ok')
  })

  test('[S9] a session holds its capacity and not one more; who was removed has given the seat back', () => {
    const s = open()
    s.send({ type: 'settings', patch: { capacity: 4 } })
    expect(s.join('four', 'participant')).toBe('ok')
    expect(s.join('five', 'participant')).toBe('full')
    expect(s.send({ type: 'add-person', person: 'five' })).toBe('full')
    s.send({ type: 'remove', person: 'four' })
    expect(s.join('five', 'participant')).toBe('ok')
  })

  test('[S10] who is in charge is never removed, by nobody; others once', () => {
    const s = open()
    for (const actor of [CLAIRE, SAMIR])
      expect(s.send({ type: 'remove', person: 'claire' }, { actor })).toBe('not-allowed')
    expect(s.send({ type: 'restore', person: 'claire' })).toBe('not-allowed')
    expect(s.send({ type: 'restore', person: 'yanis' })).toBe('already')
    expect(s.send({ type: 'remove', person: 'yanis' })).toBe('ok')
    expect(s.now().people['yanis']?.removed).toBe(true)
    expect(s.send({ type: 'remove', person: 'yanis' })).toBe('already')
    expect(s.send({ type: 'restore', person: 'yanis' })).toBe('ok')
    expect(s.now().people['yanis']?.removed).toBe(false)
  })

  test('[S10] it is handed over to somebody who drives and is there; one is in charge, before and after', () => {
    const s = open()
    expect(s.send({ type: 'hand-over', person: 'yanis' })).toBe('not-now')
    expect(s.send({ type: 'hand-over', person: 'claire' })).toBe('not-now')
    s.send({ type: 'remove', person: 'samir' })
    expect(s.send({ type: 'hand-over', person: 'samir' })).toBe('not-now')
    s.send({ type: 'restore', person: 'samir' })
    expect(s.send({ type: 'hand-over', person: 'samir' })).toBe('ok')
    const roles = Object.values(s.now().people).map(({ id, role }) => [id, role])
    expect(roles).toEqual([
      ['claire', 'cofacilitator'],
      ['samir', 'facilitator'],
      ['yanis', 'participant'],
    ])
  })

  test('somebody unknown is unknown, whatever they are called', () => {
    const s = open()
    for (const person of ['nobody', '__proto__', 'constructor'])
      for (const type of ['rename', 'remove', 'restore', 'hand-over'] as const)
        expect(s.send({ type, person })).toBe('unknown-person')
  })

  test('the door is open or locked, and a second press says that it is so already', () => {
    const s = open()
    expect(s.send({ type: 'door', locked: false })).toBe('already')
    expect(s.send({ type: 'door', locked: true })).toBe('ok')
    expect(s.send({ type: 'door', locked: true })).toBe('already')
    expect(s.now().undo.at(-1)?.detail).toBe('locked')
    s.send({ type: 'door', locked: false })
    expect(s.now().undo.at(-1)?.detail).toBe('unlocked')
  })

  test('[S19] who has a device is away and back; who has none never is', () => {
    const s = open()
    s.send({ type: 'add-person', person: 'hybrid' })
    const presence = (away: string[], back: string[]) =>
      s.send({ type: 'presence', away, back }, { actor: null })
    presence(['yanis', 'hybrid', 'nobody'], [])
    const away = () => Object.values(s.now().people).flatMap((p) => (p.away ? [p.id] : []))
    expect(away()).toEqual(['yanis'])
    expect(Object.keys(s.now().people)).not.toContain('nobody')
    presence([], ['yanis', 'hybrid'])
    expect(away()).toEqual([])
    expect([s.now().people['hybrid']?.hasDevice, s.now().people['yanis']?.hasDevice]).toEqual([false, true])
  })

  test('only activities whose kind looks at people follow them', () => {
    const s = open()
    s.send({ type: 'go', activity: 'a' })
    const run = s.now().runs['a']
    s.send({ type: 'rename', person: 'yanis' })
    s.send({ type: 'presence', away: ['yanis'], back: [] }, { actor: null })
    expect(s.now().runs['a']).toBe(run)
    s.send({ type: 'remove', person: 'yanis' })
    expect(s.now().runs['a']?.state).toMatchObject({ here: 2 })
    // One that left the plan is left as it is, and harms nobody.
    s.send({ type: 'go', activity: 'b' })
    s.send({ type: 'plan-remove', activity: 'a' })
    expect(s.send({ type: 'restore', person: 'yanis' })).toBe('ok')
    expect(s.now().runs['a']?.state).toMatchObject({ here: 2 })
  })

  test('a message is said once, by somebody, and the last ones are kept', () => {
    const s = open()
    const say = (message: string, actor: Viewer | null = CLAIRE) =>
      s.send({ type: 'message', message, to: 'all', text: 'Bonjour' }, { actor })
    expect(say('m0', null)).toBe('not-allowed')
    for (let n = 0; n <= MESSAGES_KEPT; n++) expect(say(`m${n}`)).toBe('ok')
    expect(say('m7')).toBe('already')
    expect(s.now().messages).toHaveLength(MESSAGES_KEPT)
    expect([s.now().messages[0]?.id, s.now().messages.at(-1)?.id]).toEqual(['m1', `m${MESSAGES_KEPT}`])
    s.send({ type: 'retract', message: 'm7' })
    expect(s.now().messages.map(({ id }) => id)).not.toContain('m7')
    expect(s.now().messages).toHaveLength(MESSAGES_KEPT - 1)
  })
})

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
