/** Each command where it must be refused, and what a refusal guards: docs/spec/session.md. */
import { describe, expect, test } from 'vitest'
import { seal } from '../activities/kit/seal.ts'
import { MESSAGES_KEPT } from '../limits.ts'
import type { Viewer } from '../people/person.ts'
import { tally, tallyWorkshop, testKinds } from '../testkit/tally.ts'
import { Command } from './commands.ts'
import { liveActivity } from './moment.ts'
import { mayCommand, reduceSession } from './reduce.ts'
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

  test('[S2] time is added to the last phase too, once it has run out: so long from now', () => {
    const kinds = {
      tally: seal({
        ...tally,
        phases: (_, { durationMs }) => [
          { id: 'open', ms: durationMs },
          { id: 'last', ms: 20_000 },
        ],
      } as typeof tally),
    }
    const go = (state: SessionState, at: number, command: Command) => {
      const next = reduceSession(state, command, { kinds, at, actor: CLAIRE })
      if (!next.ok) throw new Error(next.refusal)
      return next.value
    }
    const running = go(open().now(), 0, { type: 'go', activity: 'a' })
    const here = (state: SessionState, at: number) => liveActivity(kinds, state, 'a', at)?.moment.location
    // In the first phase it is the first that changes; over its end, the second.
    expect(here(go(running, 59_999, { type: 'adjust', ms: 5_000 }), 59_999)).toMatchObject({
      index: 0,
      left: 5_001,
    })
    expect(here(go(running, 60_000, { type: 'adjust', ms: 5_000 }), 60_000)).toMatchObject({
      index: 1,
      left: 25_000,
    })
    expect(here(go(running, 100_000, { type: 'adjust', ms: 5_000 }), 100_000)).toMatchObject({
      index: 1,
      left: 5_000,
    })
    const ended = reduceSession(running, { type: 'end-phase' }, { kinds, at: 100_000, actor: CLAIRE })
    expect(ended).toEqual({ ok: false, refusal: 'not-now' })
    expect(reduceSession(running, { type: 'end-phase' }, { kinds, at: 79_999, actor: CLAIRE })).toMatchObject(
      { ok: true },
    )
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

  test('[S54] a message to one person is for somebody who is in the session', () => {
    const s = open()
    const say = (person: string) =>
      s.send({ type: 'message', message: `for-${person}`, to: { person }, text: 'Bonjour' })
    expect([say('yanis'), say('nobody')]).toEqual(['ok', 'unknown-person'])
    s.send({ type: 'remove', person: 'lea' })
    expect(say('lea')).toBe('unknown-person')
    expect(s.now().messages.map(({ id }) => id)).toEqual(['for-yanis'])
    // Of the message's own making: nobody else may be named beside, and no list is empty.
    const isTaken = (to: unknown) =>
      Command.safeParse({ type: 'message', message: 'm', to, text: 'x' }).success
    const refused = [{ rooms: [] }, { person: 'yanis', rooms: ['g1'] }, {}, null, ['g1'], { person: 7 }]
    expect(refused.filter(isTaken)).toEqual([])
    expect([{ rooms: ['g1', 'g2'] }, { person: 'yanis' }, 'all'].map(isTaken)).toEqual([true, true, true])
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
