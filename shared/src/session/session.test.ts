import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { TITLE_MAX_CHARS } from '../limits.ts'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../people/person.ts'
import { schedule } from '../plan/schedule.ts'
import { tallyWorkshop, testKinds } from '../testkit/tally.ts'
import { Command, type LoggedEvent } from './commands.ts'
import { liveActivity } from './moment.ts'
import { activitySlice, meSlices, nameTags, planSlice, sessionSlice } from './projection.ts'
import { reduceSession, replay } from './reduce.ts'
import { placements } from './rooms.ts'
import { type Genesis, initialState, SessionState } from './state.ts'

const GENESIS: Genesis = { createdAt: 0, seed: 'graine', workshop: tallyWorkshop('a', 'b', 'c') }
const CLAIRE: Viewer = { id: 'claire', role: 'facilitator' }
const YANIS: Viewer = { id: 'yanis', role: 'participant' }

/** A session that keeps its log, as the server does. */
function open() {
  let state = initialState(GENESIS)
  const log: LoggedEvent[] = []
  const send = (actor: Viewer | null, at: number, command: Command): Outcome<SessionState> => {
    const next = reduceSession(state, command, { kinds: testKinds, at, actor })
    if (next.ok) {
      state = next.value
      log.push({ seq: state.seq, at, actor: actor?.id ?? null, commandId: null, command })
    }
    return next
  }
  send(null, 0, { type: 'joined', person: 'claire', role: 'facilitator' })
  send(null, 0, { type: 'joined', person: 'yanis', role: 'participant' })
  return { send, log, now: () => state }
}

const undo = (session: ReturnType<typeof open>, at: number) =>
  session.send(CLAIRE, at, { type: 'undo', seq: session.now().undo.at(-1)?.seq ?? 0 })

const redo = (session: ReturnType<typeof open>, at: number) =>
  session.send(CLAIRE, at, { type: 'redo', seq: session.now().redo.at(-1)?.seq ?? 0 })

const timetable = (state: SessionState, at: number) =>
  schedule({ ...planSlice(testKinds, state, at), status: state.status }, at)

const moment = (state: SessionState, at: number) => liveActivity(testKinds, state, state.current, at)?.moment

describe('flow', () => {
  test('[S1] going to an activity starts it; going on pauses what one leaves; coming back resumes it', () => {
    const s = open()
    s.send(CLAIRE, 1_000, { type: 'go', activity: 'a' })
    s.send(CLAIRE, 21_000, { type: 'go', activity: 'b' })
    s.send(CLAIRE, 50_000, { type: 'go', activity: 'a' })
    expect(moment(s.now(), 60_000)?.elapsed).toBe(30_000)
    expect(s.now().status).toBe('running')
  })

  test('[S2] +1 min lengthens the phase that runs; −1 min never takes more than is left', () => {
    const s = open()
    s.send(CLAIRE, 0, { type: 'go', activity: 'a' })
    s.send(CLAIRE, 10_000, { type: 'adjust', ms: 60_000 })
    expect(moment(s.now(), 10_000)?.location.left).toBe(110_000)
    s.send(CLAIRE, 10_000, { type: 'adjust', ms: -600_000 })
    expect(moment(s.now(), 10_000)?.location.phase.id).toBe('over')
  })

  test('[S2] +1 min after the end opens the phase again for one minute', () => {
    const s = open()
    s.send(CLAIRE, 0, { type: 'go', activity: 'a' })
    s.send(CLAIRE, 75_000, { type: 'adjust', ms: 60_000 })
    expect(moment(s.now(), 75_000)?.location).toMatchObject({ left: 60_000, phase: { id: 'open' } })
  })

  test('[S3] what happened during a pause takes no time', () => {
    const s = open()
    s.send(CLAIRE, 0, { type: 'go', activity: 'a' })
    s.send(CLAIRE, 10_000, { type: 'pause' })
    s.send(CLAIRE, 500_000, { type: 'resume' })
    expect(moment(s.now(), 501_000)?.elapsed).toBe(11_000)
  })

  test('[S4] an ended session refuses to go on until it is reopened', () => {
    const s = open()
    s.send(CLAIRE, 0, { type: 'go', activity: 'a' })
    s.send(CLAIRE, 5_000, { type: 'finish' })
    expect(s.send(CLAIRE, 6_000, { type: 'go', activity: 'b' })).toEqual({ ok: false, refusal: 'ended' })
    expect(s.send(YANIS, 6_000, { type: 'act', activity: 'a', action: { type: 'add' } })).toEqual({
      ok: false,
      refusal: 'ended',
    })
    s.send(CLAIRE, 7_000, { type: 'reopen' })
    expect(moment(s.now(), 8_000)?.elapsed).toBe(6_000)
  })

  test('[S21] what concerns only one’s own is done in an activity that is over, and after the end too', () => {
    const s = open()
    const aside = (activity: string, word: string) =>
      s.send(YANIS, 30_000, { type: 'act', activity, action: { type: 'aside', word } })
    s.send(CLAIRE, 0, { type: 'go', activity: 'a' })
    s.send(CLAIRE, 10_000, { type: 'go', activity: 'b' })
    expect(aside('a', 'après').ok).toBe(true)
    expect(aside('c', 'pas commencée')).toEqual({ ok: false, refusal: 'not-now' })
    s.send(CLAIRE, 20_000, { type: 'finish' })
    expect(aside('a', 'après la fin').ok).toBe(true)
    expect(s.now().runs['a']?.state).toMatchObject({ aside: { yanis: 'après la fin' } })
    expect(aside('c', 'pas commencée')).toEqual({ ok: false, refusal: 'ended' })
    expect(replay(testKinds, GENESIS, s.log)).toEqual(s.now())
  })

  test('[S25] a copy has the title that its maker gives it, and in logs from before that of its original', () => {
    const s = open()
    s.send(CLAIRE, 0, { type: 'plan-duplicate', activity: 'b', as: 'b2', title: 'b (copie)' })
    s.send(CLAIRE, 0, { type: 'plan-duplicate', activity: 'b', as: 'b3' })
    const titleOf = (id: string) => s.now().workshop.plan.find((a) => a.id === id)?.title
    expect(titleOf('b2')).toBe('b (copie)')
    expect(titleOf('b3')).toBe(titleOf('b'))
    const long = 'x'.repeat(TITLE_MAX_CHARS + 1)
    expect(Command.safeParse({ type: 'plan-duplicate', activity: 'b', as: 'b4', title: long }).success).toBe(
      false,
    )
  })

  test('[S5] the running activity cannot be removed from the plan', () => {
    const s = open()
    s.send(CLAIRE, 0, { type: 'go', activity: 'a' })
    expect(s.send(CLAIRE, 1, { type: 'plan-remove', activity: 'a' })).toEqual({
      ok: false,
      refusal: 'not-now',
    })
  })
})

describe('undo', () => {
  const reversible: Command[] = [
    { type: 'pause' },
    { type: 'adjust', ms: 300_000 },
    { type: 'end-phase' },
    { type: 'plan-remove', activity: 'b' },
    { type: 'plan-move', activity: 'c', after: null },
    { type: 'plan-edit', activity: 'b', patch: { title: 'autre', durationMs: 5_000 } },
    { type: 'plan-duplicate', activity: 'b', as: 'b2' },
    { type: 'plan-duplicate', activity: 'b', as: 'b2', title: 'b (copie)' },
    { type: 'settings', patch: { title: 'Nouveau titre' } },
    { type: 'door', locked: true },
    { type: 'remove', person: 'yanis' },
    { type: 'message', message: 'm1', to: 'all', text: 'Bonjour' },
    { type: 'act', activity: 'a', action: { type: 'set', total: 12 } },
    { type: 'finish' },
  ]
  test.each(reversible)('[S6] $type is taken back as if it had not been', (command) => {
    const s = open()
    s.send(CLAIRE, 0, { type: 'go', activity: 'a' })
    const before = s.now()
    expect(s.send(CLAIRE, 10_000, command).ok).toBe(true)
    expect(undo(s, 10_000).ok).toBe(true)
    const { workshop, people, locked, current, status, messages } = s.now()
    expect({ workshop, people, locked, current, status, messages }).toEqual({
      workshop: before.workshop,
      people: before.people,
      locked: before.locked,
      current: before.current,
      status: before.status,
      messages: before.messages,
    })
    expect(moment(s.now(), 20_000)?.location.left).toBe(moment(before, 20_000)?.location.left)
    expect(s.now().runs['a']?.state).toEqual(before.runs['a']?.state)
  })

  test.each(reversible.filter((c) => c.type !== 'message'))(
    '[S24] $type that was undone is done again',
    (command) => {
      const s = open()
      s.send(CLAIRE, 0, { type: 'go', activity: 'a' })
      s.send(CLAIRE, 10_000, command)
      const done = s.now()
      undo(s, 10_000)
      expect(redo(s, 10_000).ok).toBe(true)
      const { workshop, people, locked, current, status, undo: kept } = s.now()
      expect({ workshop, people, locked, current, status }).toEqual({
        workshop: done.workshop,
        people: done.people,
        locked: done.locked,
        current: done.current,
        status: done.status,
      })
      expect(moment(s.now(), 20_000)?.location.left).toBe(moment(done, 20_000)?.location.left)
      expect(s.now().runs['a']?.state).toEqual(done.runs['a']?.state)
      expect(kept.map((e) => [e.did, e.detail])).toEqual(done.undo.map((e) => [e.did, e.detail]))
      expect(s.now().redo).toEqual([])
      expect(undo(s, 10_000).ok).toBe(true)
    },
  )

  test('[S24] what is done anew ends what could be done again; what participants do does not', () => {
    const s = open()
    s.send(CLAIRE, 0, { type: 'go', activity: 'a' })
    s.send(CLAIRE, 1, { type: 'door', locked: true })
    undo(s, 2)
    s.send(YANIS, 3, { type: 'act', activity: 'a', action: { type: 'add' } })
    expect(s.now().redo).toHaveLength(1)
    s.send(CLAIRE, 4, { type: 'pause' })
    expect(s.now().redo).toEqual([])
    expect(redo(s, 5)).toEqual({ ok: false, refusal: 'stale' })
  })

  test('[S24] what was taken back is said again in the same words', () => {
    const s = open()
    s.send(CLAIRE, 0, { type: 'go', activity: 'a' })
    s.send(CLAIRE, 1, { type: 'adjust', ms: 60_000 })
    s.send(CLAIRE, 2, { type: 'plan-remove', activity: 'b' })
    const line = () => planSlice(testKinds, s.now(), 3)
    expect(line().undo).toMatchObject({ did: 'plan-remove', target: 'b', title: 'Titre b' })
    undo(s, 3)
    expect(line().redo).toMatchObject({ did: 'plan-remove', target: 'b' })
    expect(line().undo).toMatchObject({ did: 'adjust', ms: 60_000 })
    undo(s, 3)
    expect(line().redo).toMatchObject({ did: 'adjust', ms: 60_000 })
    redo(s, 4)
    expect(line().undo).toMatchObject({ did: 'adjust', ms: 60_000 })
    s.send(CLAIRE, 5, { type: 'door', locked: true })
    expect(line().undo).toMatchObject({ did: 'door', detail: 'locked' })
    s.send(CLAIRE, 6, { type: 'act', activity: 'a', action: { type: 'set', total: 12 } })
    expect(line().undo).toMatchObject({ did: 'act', target: 'a', detail: 'set' })
  })

  test('[S7] two facilitators who undo at once undo one thing', () => {
    const s = open()
    s.send(CLAIRE, 0, { type: 'door', locked: true })
    s.send(CLAIRE, 1, { type: 'settings', patch: { title: 'X' } })
    const { seq } = s.now().undo.at(-1) ?? { seq: 0 }
    expect(s.send(CLAIRE, 2, { type: 'undo', seq }).ok).toBe(true)
    expect(s.send(CLAIRE, 3, { type: 'undo', seq })).toEqual({ ok: false, refusal: 'stale' })
    expect(s.now().locked).toBe(true)
  })
})

describe('rights and people', () => {
  test('[S8] a participant can neither drive nor speak for the server', () => {
    const s = open()
    const forbidden: Command[] = [
      { type: 'go', activity: 'a' },
      { type: 'finish' },
      { type: 'undo', seq: 1 },
      { type: 'redo', seq: 1 },
      { type: 'joined', person: 'x', role: 'facilitator' },
      { type: 'presence', away: ['claire'], back: [] },
      { type: 'rename', person: 'claire' },
    ]
    for (const command of forbidden)
      expect(s.send(YANIS, 0, command)).toEqual({ ok: false, refusal: 'not-allowed' })
  })

  test('[S9] a full session refuses participants, never facilitators', () => {
    const s = open()
    s.send(CLAIRE, 0, { type: 'settings', patch: { capacity: 2 } })
    expect(s.send(null, 0, { type: 'joined', person: 'z', role: 'participant' })).toEqual({
      ok: false,
      refusal: 'full',
    })
    expect(s.send(null, 0, { type: 'joined', person: 'samir', role: 'cofacilitator' }).ok).toBe(true)
  })

  test('[S10] handing over swaps the roles', () => {
    const s = open()
    s.send(null, 0, { type: 'joined', person: 'samir', role: 'cofacilitator' })
    expect(s.send(CLAIRE, 0, { type: 'hand-over', person: 'samir' }).ok).toBe(true)
    expect(s.now().people['samir']?.role).toBe('facilitator')
    expect(s.now().people['claire']?.role).toBe('cofacilitator')
  })

  test('[S11] a kind follows the roster, and rooms end by themselves', () => {
    const s = open()
    s.send(CLAIRE, 0, { type: 'go', activity: 'a' })
    s.send(null, 1, { type: 'joined', person: 'lea', role: 'participant' })
    expect(s.now().runs['a']?.state).toMatchObject({ here: 3 })
    expect(placements(testKinds, s.now(), 59_999)('lea').room).toBe('g1')
    expect(placements(testKinds, s.now(), 60_000)('lea').room).toBe('plenary')
  })
})

describe('projection', () => {
  test('[S12] no slice but the plan carries a private note, and secrets leave at most 2 s early', () => {
    const s = open()
    s.send(CLAIRE, 0, { type: 'go', activity: 'a' })
    const names = new Map()
    const slices = (at: number) =>
      JSON.stringify([
        sessionSlice(s.now()),
        activitySlice(testKinds, s.now(), YANIS, names, at),
        meSlices(testKinds, s.now(), names, at)(YANIS),
      ])
    expect(slices(27_999)).not.toContain('sésame')
    expect(slices(28_000)).toContain('sésame')
    expect(slices(28_000)).not.toContain('note privée')
    expect(JSON.stringify(planSlice(testKinds, s.now(), 0))).toContain('note privée')
  })

  test('whoever drives without a name is told to be the team, and not one more anonymous', () => {
    const s = open()
    const people = ['claire', 'yanis', 'nobody']
    expect(nameTags(s.now(), new Map(), people)).toEqual({
      claire: { name: '', rank: 1, isTeam: true },
      yanis: { name: '', rank: 2 },
    })
    const known = new Map([['claire', { name: 'Claire' }]])
    expect(nameTags(s.now(), known as never, people)['claire']).toEqual({ name: 'Claire', rank: 1 })
  })

  test('[S22] one is told what one has of one’s own in activities that are over, nobody else is', () => {
    const s = open()
    const ownOf = (viewer: Viewer) => meSlices(testKinds, s.now(), new Map(), 50_000)(viewer).own
    const aside = { activity: 'a', kind: 'tally', title: 'Titre a', own: 'à moi' }
    s.send(CLAIRE, 0, { type: 'go', activity: 'a' })
    s.send(YANIS, 1, { type: 'act', activity: 'a', action: { type: 'aside', word: 'à moi' } })
    expect(ownOf(YANIS)).toEqual([])
    s.send(CLAIRE, 10_000, { type: 'go', activity: 'b' })
    expect(ownOf(YANIS)).toEqual([aside])
    expect([ownOf(CLAIRE), ownOf({ id: null, role: 'screen' })]).toEqual([[], []])
    s.send(CLAIRE, 20_000, { type: 'go', activity: 'a' })
    expect(ownOf(YANIS)).toEqual([])
    s.send(CLAIRE, 30_000, { type: 'finish' })
    expect(ownOf(YANIS)).toEqual([aside])
  })

  test('[S22] the kinds of the plan are told, each once, in no order of the plan', () => {
    const plan = ['z', 'a', 'z'].map((kind, i) => ({ ...tallyWorkshop(`x${i}`).plan[0], kind }))
    const state = initialState({ ...GENESIS, workshop: { ...GENESIS.workshop, plan: plan as never } })
    expect(sessionSlice(state).kinds).toEqual(['a', 'z'])
  })

  test('[S13] the address of the room where one belongs follows the room', () => {
    const s = open()
    s.send(CLAIRE, 0, { type: 'go', activity: 'a' })
    expect(meSlices(testKinds, s.now(), new Map(), 10)(YANIS).visioRoom).toBe('https://visio.example/1')
    expect(meSlices(testKinds, s.now(), new Map(), 70_000)(YANIS).visioRoom).toBe('https://visio.example/p')
  })

  test('[S14] the schedule says how late we are', () => {
    const s = open()
    s.send(CLAIRE, 0, { type: 'go', activity: 'a' })
    expect(timetable(s.now(), 30_000)).toMatchObject({ endsAt: 180_000, behindMs: 0 })
    expect(timetable(s.now(), 90_000)).toMatchObject({ endsAt: 210_000, behindMs: 30_000 })
    s.send(CLAIRE, 90_000, { type: 'go', activity: 'b' })
    expect(timetable(s.now(), 90_000).rows.map((r) => r.status)).toEqual(['done', 'now', 'next'])
  })
})

describe('replay', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd')
  const person = fc.constantFrom('claire', 'yanis', 'lea', 'nobody')
  const commands: fc.Arbitrary<Command> = fc.oneof(
    fc.record({ type: fc.constant('go' as const), activity: fc.option(id) }),
    fc.constantFrom<Command>(
      { type: 'pause' },
      { type: 'resume' },
      { type: 'end-phase' },
      { type: 'finish' },
      { type: 'reopen' },
    ),
    fc.record({ type: fc.constant('adjust' as const), ms: fc.integer({ min: -400_000, max: 400_000 }) }),
    fc.record({ type: fc.constant('restart' as const), activity: id }),
    fc.record({ type: fc.constant('plan-remove' as const), activity: id }),
    fc.record({ type: fc.constant('plan-move' as const), activity: id, after: fc.option(id) }),
    fc.record({ type: fc.constant('plan-duplicate' as const), activity: id, as: id }),
    fc.record({ type: fc.constant('remove' as const), person }),
    fc.record({ type: fc.constant('restore' as const), person }),
    fc.record({ type: fc.constant('joined' as const), person, role: fc.constant('participant' as const) }),
    fc.record({
      type: fc.constantFrom('undo' as const, 'redo' as const),
      seq: fc.integer({ min: 0, max: 60 }),
    }),
    fc.record({
      type: fc.constant('act' as const),
      activity: id,
      action: fc.oneof(fc.constant({ type: 'add' }), fc.jsonValue()),
    }),
  )
  const senders = fc.constantFrom<Viewer | null>(null, CLAIRE, YANIS)

  test('[S15] the state is the replay of the log, refusals change nothing, and the state is always well-formed', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(senders, fc.nat(40_000), commands), { maxLength: 60 }), (steps) => {
        const s = open()
        let at = 0
        for (const [sender, gap, command] of steps) {
          at += gap
          const before = s.now()
          const result = s.send(sender, at, command)
          if (!result.ok) expect(s.now()).toBe(before)
        }
        expect(replay(testKinds, GENESIS, JSON.parse(JSON.stringify(s.log)))).toEqual(s.now())
        expect(SessionState.safeParse(JSON.parse(JSON.stringify(s.now()))).success).toBe(true)
        if (s.now().current !== null)
          expect(s.now().workshop.plan.some((a) => a.id === s.now().current)).toBe(true)
      }),
    )
  })
})
