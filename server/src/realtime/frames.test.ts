/** Who is told what, in which frame: docs/spec/protocol.md. */
import {
  type Command,
  type Frame,
  initialState,
  reduceSession,
  type SessionState,
  type Viewer,
  withChanges,
} from '@escale/shared'
import { tallyWorkshop, testKinds } from '@escale/shared/testkit'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { TestClock } from '../testkit/test-clock.ts'
import { linkVisio } from '../visio/link/link.ts'
import { type Connection, Frames } from './frames.ts'

const CLAIRE: Viewer = { id: 'claire', role: 'facilitator' }
const YANIS: Viewer = { id: 'yanis', role: 'participant' }
const LEA: Viewer = { id: 'lea', role: 'participant' }
const SCREEN: Viewer = { id: null, role: 'screen' }

/** A session with its rooms: whoever is in one hears what is sent there, unless left out. */
function house() {
  const clock = new TestClock()
  let state: SessionState = initialState({ createdAt: 0, seed: 's', workshop: tallyWorkshop('a', 'b') })
  const identities = new Map([['yanis', { name: 'Yanis', organisation: '', territory: '' }]])
  const rooms = new Map<string, Set<Connection>>()
  const source = {
    get state() {
      return state
    },
    identities,
  }
  const heard = new Map<Connection, Frame[]>()
  const sent: { audience: string; frame: Frame; to: number }[] = []
  const frames = new Frames(testKinds, linkVisio, source, clock, (audience, frame, except) => {
    const to = [...(rooms.get(audience) ?? [])].filter((one) => !except.includes(one))
    sent.push({ audience, frame, to: to.length })
    for (const one of to) heard.get(one)?.push(frame)
  })
  const open = (viewer: Viewer, takesChanges: boolean) => {
    let room: string | undefined
    const got: Frame[] = []
    const connection: Connection = {
      viewer: () => viewer,
      takesChanges,
      send: (frame) => got.push(frame),
      enter: (audience) => {
        if (room !== undefined) rooms.get(room)?.delete(connection)
        room = audience
        if (room !== undefined) rooms.set(room, (rooms.get(room) ?? new Set()).add(connection))
      },
    }
    heard.set(connection, got)
    frames.add(connection)
    return { connection, got, last: () => got.at(-1), room: () => room }
  }
  const connect = (viewer: Viewer) => open(viewer, true)
  /** Who does not know of changes. */
  const connectOld = (viewer: Viewer) => open(viewer, false)
  const command = (given: Command, actor: Viewer | null = CLAIRE) => {
    const next = reduceSession(state, given, { kinds: testKinds, at: clock.now(), actor })
    if (!next.ok) throw new Error(next.refusal)
    state = next.value
  }
  for (const { id, role } of [CLAIRE, YANIS, LEA]) command({ type: 'joined', person: id ?? '', role }, null)
  return { clock, frames, connect, connectOld, command, sent, identities }
}

describe('the first frame', () => {
  test('[P3] is whole, and tells each what is theirs: drivers the plan and the people, others neither', () => {
    const { connect } = house()
    const [claire, yanis, screen] = [CLAIRE, YANIS, SCREEN].map(connect)
    expect(claire?.got).toHaveLength(1)
    expect(claire?.last()).toMatchObject({ frame: 1, whole: true, me: { id: 'claire' } })
    expect(claire?.last()?.plan?.workshop.plan).toHaveLength(2)
    expect(claire?.last()?.people).toMatchObject({ whole: true, gone: [] })
    expect(claire?.last()?.people?.set.map(({ id }) => id)).toEqual(['claire', 'yanis', 'lea'])
    for (const other of [yanis, screen]) {
      expect(other?.last()).toMatchObject({ frame: 1, whole: true, headcount: { here: 2, joined: 2 } })
      expect(Object.keys(other?.last() ?? {})).not.toContain('plan')
      expect(Object.keys(other?.last() ?? {})).not.toContain('people')
    }
    expect(yanis?.last()?.me?.name).toBe('Yanis')
    expect(screen?.last()?.me?.id).toBeNull()
  })

  test('[P3] of somebody who comes later has the number at which their room is', () => {
    const { connect, command, frames } = house()
    const yanis = connect(YANIS)
    command({ type: 'door', locked: true })
    frames.flush(true)
    expect(yanis.last()).toMatchObject({ frame: 2, whole: false, session: { locked: true } })
    const lea = connect(LEA)
    expect(lea.last()).toMatchObject({ frame: 2, whole: true, session: { locked: true } })
    command({ type: 'door', locked: false })
    frames.flush(true)
    expect([yanis.last(), lea.last()].map((frame) => [frame?.frame, frame?.session?.locked])).toEqual([
      [3, false],
      [3, false],
    ])
  })
})

describe('what changed', () => {
  test('[P3] is told once, to all of a room in one sending, and what did not change is left out', () => {
    const { connect, command, frames, sent } = house()
    const people = [connect(YANIS), connect(LEA)]
    command({ type: 'door', locked: true })
    frames.flush(true)
    expect(sent).toHaveLength(1)
    expect(sent[0]?.to).toBe(2)
    for (const { got, last } of people) {
      expect(got).toHaveLength(2)
      expect(Object.keys(last() ?? {}).toSorted()).toEqual(['frame', 'seq', 'session', 'whole'])
    }
    frames.flush(true)
    expect(sent).toHaveLength(1)
  })

  test('a driver hears of people and the plan; participants hear of neither', () => {
    const { connect, command, frames } = house()
    const [claire, yanis] = [connect(CLAIRE), connect(YANIS)]
    command({ type: 'joined', person: 'eve', role: 'participant' }, null)
    command({ type: 'plan-edit', activity: 'b', patch: { privateNote: 'canari' } })
    frames.flush(true)
    expect(claire.last()?.people).toMatchObject({ whole: false, gone: [] })
    expect(claire.last()?.people?.set.map(({ id }) => id)).toEqual(['eve'])
    expect(JSON.stringify(claire.last())).toContain('canari')
    expect(JSON.stringify(yanis.got)).not.toMatch(/canari|eve/)
    expect(yanis.last()).toMatchObject({ headcount: { here: 3, joined: 3 } })
  })

  test('a driver hears of whoever came meanwhile also when somebody connects before it is told', () => {
    const { connect, command, frames } = house()
    const claire = connect(CLAIRE)
    command({ type: 'joined', person: 'eve', role: 'participant' }, null)
    connect(YANIS)
    frames.flush(true)
    expect(claire.last()?.people?.set.map(({ id }) => id)).toEqual(['eve'])
  })

  test('rosters and counts wait for a calm moment, all else does not', () => {
    const { connect, command, frames } = house()
    const [claire, yanis] = [connect(CLAIRE), connect(YANIS)]
    command({ type: 'joined', person: 'eve', role: 'participant' }, null)
    frames.flush(false)
    expect(yanis.got).toHaveLength(1)
    command({ type: 'door', locked: true })
    frames.flush(false)
    expect(Object.keys(yanis.last() ?? {})).toContain('session')
    expect(Object.keys(yanis.last() ?? {})).not.toContain('headcount')
    expect(Object.keys(claire.last() ?? {})).not.toContain('people')
    frames.flush(true)
    expect(yanis.last()).toMatchObject({ headcount: { joined: 3 } })
    expect(claire.last()?.people?.set.map(({ id }) => id)).toEqual(['eve'])
  })

  test('what concerns one person goes to that person, under the number that all of the room have', () => {
    const { connect, command, frames, identities, sent } = house()
    const [yanis, lea] = [connect(YANIS), connect(LEA)]
    identities.set('yanis', { name: 'Yan', organisation: '', territory: '' })
    frames.flush(true)
    expect(yanis.last()).toMatchObject({ frame: 2, me: { name: 'Yan' } })
    expect(lea.last()).toEqual({ frame: 2, whole: false, seq: 3 })
    expect(sent).toHaveLength(1)
    expect(sent[0]?.to).toBe(1)
    command({ type: 'door', locked: true })
    frames.flush(true)
    expect(yanis.last()).toMatchObject({ frame: 3, session: { locked: true } })
    expect(Object.keys(yanis.last() ?? {})).not.toContain('me')
    // With what concerns all: both at once, and nobody else is sent anything where nobody else is.
    frames.remove(lea.connection)
    identities.set('yanis', { name: 'Yanis', organisation: '', territory: '' })
    command({ type: 'door', locked: false })
    frames.flush(true)
    expect(yanis.last()).toMatchObject({ frame: 4, session: { locked: false }, me: { name: 'Yanis' } })
    expect(sent).toHaveLength(2)
  })

  test('[P3] who is erased is gone from the list that drivers have, and is told as that alone', () => {
    const { connect, command, frames } = house()
    const claire = connect(CLAIRE)
    command({ type: 'erased', person: 'lea' }, null)
    frames.flush(true)
    expect(claire.last()?.people).toEqual({ whole: false, set: [], gone: ['lea'] })
  })

  test('where nothing has changed a driver hears nothing either', () => {
    const { connect, frames } = house()
    const claire = connect(CLAIRE)
    frames.flush(true)
    expect(claire.got).toHaveLength(1)
  })

  test('[S54] a message to one person, or to several rooms, leaves for nobody else: not one byte', () => {
    const { connect, command, frames } = house()
    const [claire, yanis, lea, screen] = [connect(CLAIRE), connect(YANIS), connect(LEA), connect(SCREEN)]
    command({ type: 'go', activity: 'a' })
    frames.flush(true)
    command({ type: 'message', message: 'm1', to: { person: 'lea' }, text: 'canari-lea' })
    command({ type: 'message', message: 'm2', to: { rooms: ['g2', 'g3'] }, text: 'canari-g2-g3' })
    frames.flush(true)
    const sent = (who: typeof lea) => JSON.stringify(who.got)
    expect([yanis, screen].map((who) => sent(who).includes('canari'))).toEqual([false, false])
    expect(lea.last()?.me?.messages.map(({ text }) => text)).toContain('canari-lea')
    // Who drives sees what was written to whom.
    expect(['canari-lea', 'canari-g2-g3'].map((text) => sent(claire).includes(text))).toEqual([true, true])
    // Taken back at once, wherever it was.
    command({ type: 'retract', message: 'm1' })
    frames.flush(true)
    expect(lea.last()?.me?.messages.map(({ text }) => text)).not.toContain('canari-lea')
  })

  test('a message to one room is told there, and nobody else is sent one byte of it', () => {
    const { connect, command, frames, clock } = house()
    const people = [connect(CLAIRE), connect(YANIS), connect(SCREEN)]
    command({ type: 'go', activity: 'a' })
    frames.flush(true)
    command({ type: 'message', message: 'm1', to: 'g1', text: 'canari-g1' })
    command({ type: 'message', message: 'm2', to: 'g2', text: 'canari-g2' })
    frames.flush(true)
    const [, yanis, screen] = people
    expect(yanis?.last()?.me?.messages.map(({ text }) => text)).toEqual(['canari-g1'])
    expect(JSON.stringify(yanis?.got)).not.toContain('canari-g2')
    expect(JSON.stringify(screen?.got)).not.toContain('canari')
    clock.advance(60_000)
    frames.flush(true)
    expect(yanis?.last()?.me).toMatchObject({ room: 'plenary', messages: [] })
  })
})

describe('audiences', () => {
  test('[S12] a secret that drivers see does not leave for others, whoever was asked for first', () => {
    for (const first of [CLAIRE, YANIS]) {
      const { connect, command, frames, clock } = house()
      const people = [first, first === CLAIRE ? YANIS : CLAIRE].map((viewer) => ({
        viewer,
        ...connect(viewer),
      }))
      command({ type: 'go', activity: 'a' })
      frames.flush(true)
      const secretOf = (who: Viewer) => {
        const got = people.find(({ viewer }) => viewer === who)?.got ?? []
        const view = got.findLast((frame) => frame.activity)?.activity?.view
        return (view as { secret: unknown } | undefined)?.secret
      }
      expect([secretOf(CLAIRE), secretOf(YANIS)]).toEqual(['sésame', null])
      clock.advance(30_000)
      frames.flush(true)
      expect(secretOf(YANIS)).toBe('sésame')
    }
  })

  test('who comes to drive changes rooms, is told all of it at once, and nothing twice', () => {
    const { connect, command, frames, sent } = house()
    command({ type: 'joined', person: 'samir', role: 'cofacilitator' }, null)
    let role: Viewer['role'] = 'participant'
    const moving = {
      get role() {
        return role
      },
      id: 'yanis',
    } as Viewer
    const [yanis, lea] = [connect(moving), connect(LEA)]
    const samir = connect({ id: 'samir', role: 'cofacilitator' })
    const before = yanis.room()
    role = 'cofacilitator'
    command({ type: 'door', locked: true })
    frames.flush(true)
    expect(yanis.room()).not.toBe(before)
    expect(yanis.got).toHaveLength(2)
    expect(yanis.last()).toMatchObject({ whole: true, frame: 2, session: { locked: true } })
    expect(yanis.room()).toBe(samir.room())
    expect(yanis.last()?.plan).toBeDefined()
    expect(lea.last()).toMatchObject({ frame: 2, whole: false, session: { locked: true } })
    expect(lea.room()).toBe(before)
    // Whoever moved is left out of what the new room is told, and is there for the next.
    expect(sent.map(({ to }) => to)).toEqual([1, 1])
    command({ type: 'door', locked: false })
    frames.flush(true)
    expect(yanis.last()).toMatchObject({ whole: false, frame: 3, session: { locked: false } })
    expect(frames.count).toBe(3)
  })

  test('[S12] who stays behind is told nothing of what somebody sees who was the first of the room and drives now', () => {
    const { connect, command, frames } = house()
    const viewer: { id: string; role: Viewer['role'] } = { id: 'yanis', role: 'participant' }
    const [yanis, lea] = [connect(viewer as Viewer), connect(LEA)]
    command({ type: 'go', activity: 'a' })
    frames.flush(true)
    viewer.role = 'cofacilitator'
    frames.flush(true)
    command({ type: 'act', activity: 'a', action: { type: 'add' } })
    frames.flush(true)
    expect(JSON.stringify(yanis.got)).toContain('sésame')
    expect(lea.last()?.activity).toBeDefined()
    expect(JSON.stringify(lea.got)).not.toContain('sésame')
  })

  test('who has left hears nothing; a room that was empty begins anew', () => {
    const { connect, command, frames, sent } = house()
    const yanis = connect(YANIS)
    expect([...frames.connections]).toEqual([yanis.connection])
    command({ type: 'door', locked: true })
    frames.flush(true)
    frames.remove(yanis.connection)
    expect([frames.count, yanis.room()]).toEqual([0, undefined])
    command({ type: 'door', locked: false })
    frames.flush(true)
    expect([yanis.got.length, sent.length]).toEqual([2, 1])
    frames.resend(yanis.connection)
    frames.remove(yanis.connection)
    expect(yanis.got).toHaveLength(2)
    expect(connect(YANIS).last()).toMatchObject({ frame: 1, session: { locked: false } })
  })

  test('[P3] asked for again, all is told again, under the number at which the room is', () => {
    const { connect, command, frames } = house()
    const yanis = connect(YANIS)
    command({ type: 'door', locked: true })
    frames.flush(true)
    frames.resend(yanis.connection)
    expect(yanis.last()).toMatchObject({
      frame: 2,
      whole: true,
      session: { locked: true },
      me: { id: 'yanis' },
    })
    frames.flush(true)
    expect(yanis.got).toHaveLength(3)
  })
})

describe('changes of what is long', () => {
  /** What a connection knows, frame by frame, as a client puts it together. */
  const seen = (got: readonly Frame[]) =>
    got.reduce<{ activity?: unknown; plan?: unknown }>(
      (held, { whole, changes, activity, plan }) =>
        whole
          ? { activity, plan }
          : {
              activity: withChanges(activity ?? held.activity, changes?.activity ?? []),
              plan: withChanges(plan ?? held.plan, changes?.plan ?? []),
            },
      {},
    )

  test('[P30] they are told to those who take them, and the whole to those who do not', () => {
    const { connect, connectOld, command, frames } = house()
    const [claire, old] = [connect(CLAIRE), connectOld(CLAIRE)]
    command({ type: 'plan-edit', activity: 'b', patch: { privateNote: 'canari' } })
    frames.flush(true)
    expect(claire.last()?.plan).toBeUndefined()
    expect(claire.last()?.changes?.plan).toContainEqual({
      at: ['workshop', 'plan', 1, 'privateNote'],
      to: 'canari',
    })
    expect(old.last()?.changes).toBeUndefined()
    expect(old.last()?.plan?.workshop.plan[1]?.privateNote).toBe('canari')
    expect(claire.room()).not.toBe(old.room())
  })

  test('[P30] who came between two tellings, when it is again as it was: they are told, and all others hear nothing of it', () => {
    const { connect, command, frames } = house()
    const write = (privateNote: string) =>
      command({ type: 'plan-edit', activity: 'b', patch: { privateNote } })
    const early = connect(CLAIRE)
    write('un')
    frames.flush(true)
    write('deux')
    const late = connect(CLAIRE)
    write('un')
    frames.flush(true)
    const noteIn = (got: readonly Frame[]) =>
      (seen(got).plan as Frame['plan'] | undefined)?.workshop.plan[1]?.privateNote
    expect([noteIn(early.got), noteIn(late.got)]).toEqual(['un', 'un'])
    expect(late.got).toHaveLength(2)
    expect(Object.keys(late.last() ?? {})).not.toContain('me')
    expect(JSON.stringify(early.last())).not.toContain('privateNote')
    // From then on they hear what all hear.
    write('trois')
    frames.flush(true)
    expect(late.last()).toEqual(early.last())
  })

  test('[P30] whoever comes, asks again or goes, before or after something is told: all know the same in the end', () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('edit' as const), note: fc.constantFrom('un', 'deux', 'trois') }),
      fc.record({ do: fc.constantFrom('flush' as const, 'calm' as const, 'come' as const, 'old' as const) }),
      fc.record({ do: fc.constantFrom('again' as const, 'leave' as const), who: fc.nat({ max: 3 }) }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const { connect, connectOld, command, frames } = house()
        let here = [connect(CLAIRE)]
        for (const one of steps) {
          if (one.do === 'edit')
            command({ type: 'plan-edit', activity: 'b', patch: { privateNote: one.note } })
          else if (one.do === 'flush' || one.do === 'calm') frames.flush(one.do === 'calm')
          else if (one.do === 'come' || one.do === 'old')
            here.push((one.do === 'come' ? connect : connectOld)(CLAIRE))
          else {
            const who = 'who' in one ? here[one.who] : undefined
            if (who === undefined) continue
            if (one.do === 'again') frames.resend(who.connection)
            else {
              frames.remove(who.connection)
              here = here.filter((other) => other !== who)
            }
          }
        }
        frames.flush(true)
        const fresh = connect(CLAIRE)
        for (const { got } of here) {
          const { plan, activity } = seen(got)
          expect(JSON.parse(JSON.stringify({ plan, activity }))).toEqual(
            JSON.parse(JSON.stringify({ plan: fresh.last()?.plan, activity: fresh.last()?.activity })),
          )
          // No gap: each frame that is not whole follows the one before.
          for (const [i, frame] of got.entries())
            if (!frame.whole) expect(frame.frame).toBe((got[i - 1]?.frame ?? 0) + 1)
        }
      }),
      { numRuns: 300 },
    )
  })
})
