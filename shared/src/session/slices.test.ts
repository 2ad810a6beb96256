/** What each viewer is told, and nothing else: docs/spec/session.md. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PLENARY } from '../room-key.ts'
import { tallyWorkshop, testKinds, testSettings } from '../testkit/tally.ts'
import type { Command, MessageTo } from './commands.ts'
import {
  activitySlice,
  audienceKey,
  headcount,
  meSlices,
  nameInSession,
  nameTags,
  personLines,
  planSlice,
  publicPart,
  sessionSlice,
} from './projection.ts'
import { reduceSession } from './reduce.ts'
import { placements, roomNumber, visioAddress } from './rooms.ts'
import { initialState, roster, type SessionState } from './state.ts'

const CLAIRE = { id: 'claire', role: 'facilitator' } as const
const YANIS = { id: 'yanis', role: 'participant' } as const
const SCREEN = { id: null, role: 'screen' } as const
const IDENTITIES = new Map([
  ['claire', { name: 'Claire', organisation: '', territory: '' }],
  ['yanis', { name: 'Yanis', organisation: 'Orga', territory: 'Terre' }],
])

const after = (...commands: [Command, number?][]): SessionState =>
  (
    [
      [{ type: 'joined', person: 'claire', role: 'facilitator' }],
      [{ type: 'joined', person: 'yanis', role: 'participant' }],
      [{ type: 'joined', person: 'lea', role: 'participant' }],
      ...commands,
    ] as [Command, number?][]
  ).reduce(
    (state, [command, at = 0]) => {
      const isOwn = command.type === 'joined' || command.type === 'presence'
      const next = reduceSession(state, command, { kinds: testKinds, at, actor: isOwn ? null : CLAIRE })
      if (!next.ok) throw new Error(`${command.type}: ${next.refusal}`)
      return next.value
    },
    initialState({ createdAt: 0, seed: 's', workshop: tallyWorkshop('a', 'b') }),
  )

const me = (state: SessionState, viewer: Parameters<ReturnType<typeof meSlices>>[0], at = 0) =>
  meSlices(testKinds, state, IDENTITIES, at)(viewer)

describe('me', () => {
  test('one is told one’s own name, rank and room; what one did not say is left out', () => {
    const state = after([{ type: 'go', activity: 'a' }])
    expect(me(state, YANIS)).toEqual({
      id: 'yanis',
      role: 'participant',
      name: 'Yanis',
      organisation: 'Orga',
      territory: 'Terre',
      rank: 2,
      room: 'g1',
      roomUntil: 60_000,
      visioPlenary: 'https://visio.example/p',
      visioRoom: 'https://visio.example/1',
      messages: [],
      own: [],
    })
    expect(Object.keys(me(state, CLAIRE))).not.toContain('organisation')
    expect(me(state, { id: 'lea', role: 'participant' })).toMatchObject({ name: '', rank: 3 })
  })

  test('a screen is nobody, in the plenary, until further notice', () => {
    const state = after([{ type: 'go', activity: 'a' }])
    expect(me(state, SCREEN)).toMatchObject({
      id: null,
      name: '',
      rank: 0,
      room: PLENARY,
      roomUntil: null,
      own: [],
    })
  })

  test('a message to one room is told there and nowhere else; the last five are', () => {
    const say = (n: number, to: string): [Command] => [
      { type: 'message', message: `m${n}`, to, text: `${n}` },
    ]
    const state = after(
      [{ type: 'go', activity: 'a' }],
      say(1, 'g1'),
      say(2, 'g2'),
      say(3, 'plenary'),
      ...[4, 5, 6, 7, 8].map((n) => say(n, 'all')),
    )
    const heard = (viewer: typeof YANIS | typeof SCREEN, at = 0) =>
      me(state, viewer, at).messages.map(({ id }) => id)
    expect(heard(YANIS)).toEqual(['m4', 'm5', 'm6', 'm7', 'm8'])
    const few = after(
      [{ type: 'go', activity: 'a' }],
      say(1, 'g1'),
      say(2, 'g2'),
      say(3, 'plenary'),
      say(4, 'all'),
    )
    const ids = (viewer: typeof YANIS | typeof SCREEN, at: number) =>
      me(few, viewer, at).messages.map(({ id }) => id)
    expect(ids(YANIS, 0)).toEqual(['m1', 'm4'])
    expect(ids(SCREEN, 0)).toEqual(['m3', 'm4'])
    // The room is over: who was in it is back in the plenary.
    expect(ids(YANIS, 60_000)).toEqual(['m3', 'm4'])
  })
})

const GO: [Command] = [{ type: 'go', activity: 'a' }]

test('[S54] whoever a message is for has it, and nobody else, whatever it is for', () => {
  // Where each is while the rooms are open (a screen has no room but the plenary).
  const rooms = new Map([YANIS, CLAIRE, SCREEN].map((viewer) => [viewer, me(after(GO), viewer).room]))
  const room = fc.constantFrom('plenary', 'g1', 'g2')
  const to: fc.Arbitrary<MessageTo> = fc.oneof(
    fc.constant('all'),
    room,
    fc.record({ rooms: fc.uniqueArray(room, { minLength: 1 }) }),
    fc.record({ person: fc.constantFrom('yanis', 'claire', 'lea') }),
  )
  fc.assert(
    fc.property(to, (receivers) => {
      const state = after(GO, [{ type: 'message', message: 'm', to: receivers, text: 'canari' }])
      const named = JSON.stringify(receivers)
      for (const [viewer, where] of rooms) {
        const isNamed =
          receivers === 'all' || named.includes(`"${where}"`) || named.includes(`"person":"${viewer.id}"`)
        expect(JSON.stringify(me(state, viewer)).includes('canari')).toBe(isNamed)
      }
      // Who drives has all of them in the plan, to call them back.
      expect(planSlice(testKinds, state, 0).messages.map(({ to }) => to)).toEqual([receivers])
    }),
  )
})

describe('activity', () => {
  test('without a running one there is nothing to tell, and nobody to tell apart', () => {
    const state = after()
    expect(activitySlice(testKinds, state, YANIS, IDENTITIES, 0)).toBeNull()
    expect(audienceKey(testKinds, state, YANIS, 0)).toBe('')
    const running = after([{ type: 'go', activity: 'a' }])
    expect(audienceKey(testKinds, running, YANIS, 0)).toBe('a/all')
    expect(audienceKey(testKinds, running, CLAIRE, 0)).toBe('a/drivers')
  })

  test('what is for facilitators stays with them, named or not', () => {
    const [activity] = tallyWorkshop('a').plan
    if (activity === undefined) throw new Error('no activity')
    expect(Object.keys(publicPart({ ...activity, later: 'private' } as never)).toSorted()).toEqual([
      'durationMs',
      'id',
      'instructions',
      'kind',
      'title',
    ])
  })
})

describe('session and people', () => {
  test('[S22] where the session is in its plan; before it began, nowhere', () => {
    expect(sessionSlice(after())).toMatchObject({ index: -1, count: 2, status: 'lobby' })
    expect(sessionSlice(after([{ type: 'go', activity: 'b' }]))).toMatchObject({
      index: 1,
      status: 'running',
    })
  })

  test('the headcount counts participants who are there, of those who joined, and nobody who drives', () => {
    const state = after(
      [{ type: 'joined', person: 'samir', role: 'cofacilitator' }],
      [{ type: 'joined', person: 'eve', role: 'participant' }],
      [{ type: 'presence', away: ['yanis', 'claire'], back: [] }],
      [{ type: 'remove', person: 'eve' }],
    )
    expect(headcount(state)).toEqual({ here: 1, joined: 2 })
  })

  test('the roster is by arrival, without those who were removed', () => {
    const state = after([{ type: 'remove', person: 'yanis' }])
    expect(roster(state).map(({ id }) => id)).toEqual(['claire', 'lea'])
    expect(roster(state)).toBe(roster(state))
    // Numbers as ids would else come first, whoever has them.
    const odd = after([{ type: 'joined', person: '7', role: 'participant' }])
    expect(roster(odd).map(({ id }) => id)).toEqual(['claire', 'yanis', 'lea', '7'])
  })

  test('[X3] namesakes are told apart in the list of people, and in an activity where both are mentioned', () => {
    const labels = { name: 'Camille', organisation: '' }
    const identities = new Map([
      ['yanis', { ...labels, territory: 'Littoral' }],
      ['lea', { ...labels, territory: 'Bocage' }],
      ['claire', { name: 'Claire', organisation: '', territory: 'Littoral' }],
    ])
    const state = after()
    const lines = personLines(testKinds, state, identities, 0)
    expect(lines.map(({ id, name, apart }) => [id, name, apart])).toEqual([
      ['claire', 'Claire', undefined],
      ['yanis', 'Camille', '· Littoral'],
      ['lea', 'Camille', '· Bocage'],
    ])
    const called = (people: readonly string[]) =>
      Object.values(nameTags(state, identities, people)).map(({ name }) => name)
    expect(called(['yanis', 'lea', 'claire'])).toEqual(['Camille · Littoral', 'Camille · Bocage', 'Claire'])
    expect(called(['yanis', 'claire'])).toEqual(['Camille', 'Claire'])
    expect(['yanis', 'claire'].map((id) => nameInSession(state, identities, id))).toEqual([
      'Camille · Littoral',
      'Claire',
    ])
  })

  test('a facilitator sees everybody, removed or without a name too', () => {
    const lines = personLines(
      testKinds,
      after([{ type: 'go', activity: 'a' }], [{ type: 'remove', person: 'lea' }]),
      IDENTITIES,
      0,
    )
    expect(
      lines.map(({ id, name, organisation, removed, room }) => [id, name, organisation, removed, room]),
    ).toEqual([
      ['claire', 'Claire', '', false, 'g1'],
      ['yanis', 'Yanis', 'Orga', false, 'g1'],
      ['lea', '', '', true, 'plenary'],
    ])
  })

  test('the plan tells the time of what was started and is still in it', () => {
    const state = after(
      [{ type: 'go', activity: 'a' }],
      [{ type: 'go', activity: 'b' }],
      [{ type: 'plan-remove', activity: 'a' }],
      [{ type: 'remove', person: 'lea' }],
    )
    const plan = planSlice(testKinds, state, 0)
    expect(Object.keys(plan.runs)).toEqual(['b'])
    expect(plan.undo).toMatchObject({ did: 'remove', target: 'lea', title: null, ms: null })
    expect(planSlice(testKinds, after([{ type: 'door', locked: true }]), 0).undo).toMatchObject({
      target: null,
    })
  })
})

describe('rooms', () => {
  test('the address of a room is the one that its number has', () => {
    const { visio } = testSettings
    const list = { ...visio, groups: { mode: 'list' as const, addresses: ['eins', 'zwei'] } }
    expect(['g1', 'g2', 'g3', PLENARY].map((room) => visioAddress(list, room))).toEqual([
      'eins',
      'zwei',
      '',
      visio.plenary,
    ])
    expect(visioAddress({ ...visio, groups: { mode: 'none' } }, 'g1')).toBe('')
    expect(visioAddress({ ...visio, groups: { mode: 'pattern', pattern: '{n}/{n}' } }, 'g12')).toBe('12/12')
  })

  test('a room’s number is the digits of its name', () => {
    expect(['g12', 'g3', 'g', PLENARY].map(roomNumber)).toEqual([12, 3, undefined, undefined])
  })

  test('after the end, and before the start, everybody is in the plenary', () => {
    const ended = after([{ type: 'go', activity: 'a' }], [{ type: 'finish' }])
    expect(placements(testKinds, ended, 0)('yanis')).toEqual({ room: PLENARY, until: null })
    expect(placements(testKinds, after(), 0)('yanis')).toEqual({ room: PLENARY, until: null })
    expect(placements(testKinds, after([{ type: 'go', activity: 'a' }]), 0)('nobody').room).toBe(PLENARY)
  })
})
