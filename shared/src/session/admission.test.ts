import { describe, expect, test } from 'vitest'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../people/person.ts'
import { tallyWorkshop, testKinds } from '../testkit/tally.ts'
import type { Command, LoggedEvent } from './commands.ts'
import { headcount, personLines } from './projection.ts'
import { reduceSession, replay } from './reduce.ts'
import { type Genesis, initialState, roster, SessionState, waiting } from './state.ts'

const CAPACITY = 3
const workshop = tallyWorkshop('a')
const GENESIS: Genesis = {
  createdAt: 0,
  seed: 'graine',
  workshop: { ...workshop, settings: { ...workshop.settings, capacity: CAPACITY + 1 } },
}
const CLAIRE: Viewer = { id: 'claire', role: 'facilitator' }

/** A session with its facilitator and room for three. */
function open() {
  let state = initialState(GENESIS)
  const log: LoggedEvent[] = []
  const send = (actor: Viewer | null, command: Command, at = 0): Outcome<SessionState> => {
    const next = reduceSession(state, command, { kinds: testKinds, at, actor })
    if (next.ok) {
      state = next.value
      log.push({ seq: state.seq, at, actor: actor?.id ?? null, commandId: null, command })
    }
    return next
  }
  const join = (person: string, at = 0) =>
    send(null, { type: 'joined', person, role: 'participant', newcomer: true }, at)
  const seats = (change: Partial<Extract<Command, { type: 'seats' }>>) =>
    send(null, { type: 'seats', released: [], taken: [], settled: [], ...change })
  const undo = () => send(CLAIRE, { type: 'undo', seq: state.undo.at(-1)?.seq ?? 0 })
  send(null, { type: 'joined', person: 'claire', role: 'facilitator' })
  return { send, join, seats, undo, log, now: () => state, ids: () => roster(state).map((p) => p.id) }
}

const refused = (refusal: string) => ({ ok: false, refusal })

describe('[S40] asking for approval', () => {
  test('who joins then waits, is counted nowhere, and is let in by a facilitator', () => {
    const s = open()
    s.join('ada')
    expect(s.send(CLAIRE, { type: 'approval', on: true }).ok).toBe(true)
    s.join('bob', 5)
    s.join('eve', 6)
    expect(s.ids()).toEqual(['claire', 'ada'])
    expect(headcount(s.now()).joined).toBe(1)
    expect(waiting(s.now()).map((p) => p.id)).toEqual(['bob', 'eve'])
    expect(personLines(testKinds, s.now(), new Map(), 0).find((p) => p.id === 'bob')?.outside).toBe('waiting')
    expect(s.send(CLAIRE, { type: 'admit', people: ['bob'] }).ok).toBe(true)
    expect(s.ids()).toEqual(['claire', 'ada', 'bob'])
    expect(s.send(CLAIRE, { type: 'admit', people: ['bob', 'nobody'] })).toEqual(refused('already'))
  })

  test('turned off, those who wait go on waiting until somebody decides; it can be undone', () => {
    const s = open()
    s.send(CLAIRE, { type: 'approval', on: true })
    s.join('bob')
    s.send(CLAIRE, { type: 'approval', on: false })
    expect(waiting(s.now())).toHaveLength(1)
    s.join('ada')
    expect(s.ids()).toEqual(['claire', 'ada'])
    s.undo()
    expect(s.now().approval).toBe(true)
    expect(s.send(CLAIRE, { type: 'approval', on: true })).toEqual(refused('already'))
  })

  test('somebody without a device, and who drives, never waits', () => {
    const s = open()
    s.send(CLAIRE, { type: 'approval', on: true })
    s.send(CLAIRE, { type: 'add-person', person: 'paper' })
    s.send(null, { type: 'joined', person: 'co', role: 'cofacilitator' })
    expect(s.ids()).toEqual(['claire', 'paper', 'co'])
  })

  test('as many are let in as there is room for, who came first first; the line is bounded too', () => {
    const s = open()
    s.send(CLAIRE, { type: 'approval', on: true })
    for (const id of ['d', 'c', 'b', 'a']) s.join(id)
    expect(s.join('e')).toEqual(refused('full'))
    s.send(CLAIRE, { type: 'admit', people: ['a', 'b', 'c', 'd'] })
    expect(s.ids()).toEqual(['claire', 'd', 'c', 'b'])
    expect(s.send(CLAIRE, { type: 'admit', people: ['a'] })).toEqual(refused('full'))
  })

  test('who is refused is gone from the line, and back in it when that is undone', () => {
    const s = open()
    s.send(CLAIRE, { type: 'approval', on: true })
    s.join('bob')
    s.send(CLAIRE, { type: 'remove-many', people: ['bob'] })
    expect(waiting(s.now())).toEqual([])
    expect(s.send(CLAIRE, { type: 'admit', people: ['bob'] })).toEqual(refused('already'))
    s.undo()
    expect(waiting(s.now()).map((p) => p.id)).toEqual(['bob'])
  })
})

describe('[S41] many at once', () => {
  test('are removed and restored together, never those who drive, and undone in one go', () => {
    const s = open()
    for (const id of ['a', 'b', 'c']) s.join(id)
    s.send(null, { type: 'joined', person: 'co', role: 'cofacilitator' })
    s.send(CLAIRE, { type: 'remove-many', people: ['a', 'c', 'c', 'co', 'claire', 'nobody'] })
    expect(s.ids()).toEqual(['claire', 'b', 'co'])
    s.undo()
    expect(s.ids()).toEqual(['claire', 'a', 'b', 'c', 'co'])
    expect(s.send(CLAIRE, { type: 'remove-many', people: ['co'] })).toEqual(refused('already'))
    // Somebody removed before does not come back with the others.
    s.send(CLAIRE, { type: 'remove', person: 'a' })
    s.send(CLAIRE, { type: 'remove-many', people: ['a', 'b'] })
    s.undo()
    expect(s.ids()).not.toContain('a')
  })
})

describe('[S42] seats', () => {
  test('of newcomers only are released; they are theirs again when there is room', () => {
    const s = open()
    for (const id of ['a', 'b', 'c']) s.join(id)
    expect(s.join('d')).toEqual(refused('full'))
    s.seats({ settled: ['a'] })
    expect(s.seats({ released: ['a'] })).toEqual(refused('already'))
    expect(s.seats({ released: ['b'] }).ok).toBe(true)
    expect(s.join('d').ok).toBe(true)
    expect(s.ids()).toEqual(['claire', 'a', 'c', 'd'])
    // The facilitators’ list is not filled by those who never came.
    expect(personLines(testKinds, s.now(), new Map(), 0).map((p) => p.id)).not.toContain('b')
    expect(s.seats({ taken: ['b'] })).toEqual(refused('full'))
    s.send(CLAIRE, { type: 'remove', person: 'c' })
    expect(s.seats({ taken: ['b'] }).ok).toBe(true)
    expect(s.ids()).toContain('b')
  })

  test('of those who drive, and of people from before there were newcomers, are never released', () => {
    const s = open()
    s.send(null, { type: 'joined', person: 'old', role: 'participant' })
    s.send(null, { type: 'joined', person: 'co', role: 'cofacilitator', newcomer: true })
    expect(s.seats({ released: ['old', 'co', 'claire', 'nobody'] })).toEqual(refused('already'))
  })

  test('who settles and is released in the same breath goes; nobody is in two states', () => {
    const s = open()
    s.join('a')
    s.seats({ released: ['a'], settled: ['a'], taken: ['a'] })
    expect(s.now().people['a']).toMatchObject({ outside: 'released', newcomer: true })
    expect(SessionState.safeParse(s.now()).success).toBe(true)
  })

  test('[S15] all of it is the replay of its log', () => {
    const s = open()
    s.send(CLAIRE, { type: 'approval', on: true })
    s.join('a', 7)
    s.send(CLAIRE, { type: 'admit', people: ['a'] })
    s.send(CLAIRE, { type: 'approval', on: false })
    s.join('b')
    s.seats({ released: ['b'], settled: ['a'] })
    s.send(CLAIRE, { type: 'remove-many', people: ['a'] })
    s.undo()
    const written = JSON.parse(JSON.stringify(s.log)) as LoggedEvent[]
    expect(replay(testKinds, GENESIS, written)).toEqual(s.now())
    expect(s.now().people['a']?.joinedAt).toBe(7)
  })
})
