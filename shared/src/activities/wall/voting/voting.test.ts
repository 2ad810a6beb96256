import { beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Viewer } from '../../../people/person.ts'
import { changeNote, removeNote } from '../../../wall/model.ts'
import { SHARED_WALL, SHELF } from '../documents.ts'
import { wall } from '../kind.ts'
import { ANN, BOB, FAC, people, somebody } from '../people.testkit.ts'
import { Booth, ROUND } from './booth.testkit.ts'
import { firstOf, ranked } from './count.ts'
import {
  ballotOf,
  ballotPage,
  isBallotOf,
  likesPage,
  readRound,
  VOTES,
  writeLikeCounts,
  writeRound,
} from './documents.ts'

const SCREEN: Viewer = { id: null, role: 'screen' }
const refused = (refusal: string) => ({ ok: false, refusal })
const SECRET = { id: ROUND, settings: { secret: true } }
const DONE = { ok: true, value: null }

let booth: Booth
beforeEach(() => {
  booth = new Booth(people, { zones: [{ id: 'z1', title: 'Un' }] })
  for (const id of ['a', 'b', 'c']) booth.note(id)
})

describe('starting and ending', () => {
  test('[M30] a facilitator starts it, one at a time, never under the same name again; nobody votes outside of it', () => {
    expect(booth.dot(ANN, 'a')).toEqual(refused('stale'))
    expect(booth.act({ type: 'vote-show', on: true }, ANN)).toEqual(refused('not-allowed'))
    expect(booth.start().ok).toBe(true)
    expect(booth.start({}, null, 'round002')).toEqual(refused('already'))
    expect(booth.dot(ANN, 'a')).toEqual(DONE)
    expect(booth.dot(ANN, 'a', 1, 'round002')).toEqual(refused('stale'))
    expect(booth.act({ type: 'vote-close', round: ROUND }).ok).toBe(true)
    expect(booth.dot(ANN, 'a', 2)).toEqual(refused('closed'))
    expect(booth.start()).toEqual(refused('already'))
    expect(booth.start({}, null, 'round002').ok).toBe(true)
  })

  test('[M30] it ends at its time, which is activity time, and may be lengthened while it runs', () => {
    booth.start({}, 60_000)
    booth.elapsed = 59_999
    expect(booth.act({ type: 'vote-extend', round: ROUND, ms: 30_000 }).ok).toBe(true)
    booth.elapsed = 89_999
    expect(booth.dot(ANN, 'a')).toEqual(DONE)
    booth.elapsed = 90_000
    expect(booth.dot(ANN, 'b')).toEqual(refused('closed'))
    expect(booth.act({ type: 'vote-extend', round: ROUND, ms: 30_000 })).toEqual(refused('closed'))
  })

  test('[M30] a vote on zones that are not there, or on a wall that nobody sees, is not started', () => {
    expect(booth.start({ zones: ['gone'] })).toEqual(refused('stale'))
    const hidden = new Booth(people, { flow: 'private' })
    expect(hidden.start()).toEqual(refused('not-now'))
  })

  test('[M30] a lock keeps people from writing, not from voting', () => {
    booth.start()
    booth.act({ type: 'lock' })
    expect(booth.dot(ANN, 'a')).toEqual(DONE)
  })

  test('[M37] undone: a start, the close of a named vote, more time; never the close of a secret one', () => {
    const inverse = (done: ReturnType<Booth['act']>) => (done.ok ? done.value : done.refusal)
    expect(inverse(booth.start())).toEqual({ type: 'vote-cancel', round: ROUND })
    expect(inverse(booth.act({ type: 'vote-close', round: ROUND }))).toBeUndefined()
    expect(booth.act({ type: 'vote-reopen', round: ROUND })).toEqual(refused('not-allowed'))
    booth.start({ secret: false }, 60_000, 'round002')
    booth.dot(ANN, 'a', 1, 'round002')
    const reopen = inverse(booth.act({ type: 'vote-close', round: 'round002' }))
    expect(reopen).toEqual({ type: 'vote-reopen', round: 'round002' })
    booth.elapsed = 120_000
    booth.act({ type: 'vote-reopen', round: 'round002' })
    expect(booth.dot(ANN, 'b', 2, 'round002')).toEqual(DONE)
    expect(booth.dot(ANN, 'b', 3, 'round002')).toEqual(refused('too-many'))
    expect(inverse(booth.act({ type: 'vote-cancel', round: 'round002' }))).toBeUndefined()
    expect(booth.dot(ANN, 'b', 1, 'round002')).toEqual(refused('closed'))
    // Never used again, and undoing its start has nothing left to do.
    expect(booth.start({}, null, 'round002')).toEqual(refused('already'))
    expect(booth.act({ type: 'vote-cancel', round: 'round002' })).toEqual({ ok: true, value: undefined })
  })

  test('[M37] undone after its end, a vote is out of sight with its result, and comes back with it', () => {
    booth.start()
    booth.act({ type: 'vote-close', round: ROUND })
    const rounds = () => wall.view(booth.state, 'all', booth.moment(FAC)).votes.rounds.map(({ id }) => id)
    const undone = booth.act({ type: 'vote-cancel', round: ROUND })
    expect(rounds()).toEqual([])
    expect(undone).toEqual({ ok: true, value: { type: 'vote-restore', round: ROUND } })
    booth.act({ type: 'vote-restore', round: ROUND })
    expect(rounds()).toEqual([ROUND])
    expect(booth.dot(ANN, 'a')).toEqual(refused('closed'))
  })

  test('[M33] a named vote never counts what was given in secret, under the same id neither', () => {
    const named = { id: ROUND, settings: { secret: false } }
    expect(ballotPage(named, 'ann')).not.toBe(ballotPage(SECRET, 'ann'))
    const found = ballotOf(ballotPage(SECRET, 'ann'))
    expect(found && [isBallotOf(SECRET, found), isBallotOf(named, found)]).toEqual([true, false])
  })
})

describe('the budget', () => {
  test('[M31] so many dots and no more, several on one note or not, and one may change one’s mind', () => {
    booth.start({ dots: 3 })
    expect(booth.dot(ANN, 'a', 2)).toEqual(DONE)
    expect(booth.dot(ANN, 'a', 2)).toEqual(DONE)
    expect(booth.dot(ANN, 'b', 2)).toEqual(refused('too-many'))
    expect(booth.dot(ANN, 'b', 1)).toEqual(DONE)
    expect(booth.dot(ANN, 'c', 1)).toEqual(refused('too-many'))
    expect(booth.dot(ANN, 'a', 0)).toEqual(DONE)
    expect(booth.dot(ANN, 'c', 2)).toEqual(DONE)
    expect(booth.ballot('ann')).toEqual({ b: 1, c: 2 })

    booth.act({ type: 'vote-cancel', round: ROUND })
    booth.start({ several: false }, null, 'round002')
    expect(booth.dot(ANN, 'a', 2, 'round002')).toEqual(refused('too-many'))
  })

  test('[M31] facilitators vote for nobody but people without a device, whose ballot they see', () => {
    const here = new Booth(
      [...people, somebody('hall', 'participant', 4)].map((p) => ({ ...p, hasDevice: p.id !== 'hall' })),
    )
    here.note('a')
    here.start()
    const dot = (person?: string) =>
      ({ type: 'dot', round: ROUND, note: 'a', dots: 1, ...(person ? { person } : {}) }) as const
    expect(here.ask(FAC, dot())).toEqual(refused('not-allowed'))
    expect(here.ask(FAC, dot('ann'))).toEqual(refused('not-allowed'))
    expect(here.ask(FAC, dot('fac'))).toEqual(refused('not-allowed'))
    expect(here.ask(ANN, dot('hall'))).toEqual(refused('not-allowed'))
    expect(here.ask(FAC, dot('hall'))).toEqual(DONE)
    expect(here.ballot('hall')).toEqual({ a: 1 })
    expect(here.access(FAC, ballotPage(SECRET, 'hall'))).toBe('read')
    expect(here.access(FAC, ballotPage(SECRET, 'ann'))).toBe('none')
  })
})

describe('which notes', () => {
  test('[M32] only those of the wall, of the zones, of the selection; one’s own only where that may be', () => {
    booth.note('in-zone', { zone: 'z1' })
    booth.note('of-ann', { zone: 'z1', author: 'ann' })
    booth.start({ zones: ['z1'], own: false })
    expect(booth.dot(ANN, 'never-was')).toEqual(refused('stale'))
    expect(booth.dot(ANN, 'a')).toEqual(refused('not-allowed'))
    expect(booth.dot(ANN, 'of-ann')).toEqual(refused('not-allowed'))
    expect(booth.dot(BOB, 'of-ann')).toEqual(DONE)
    expect(booth.dot(ANN, 'in-zone')).toEqual(DONE)
    booth.act({ type: 'vote-close', round: ROUND })
    booth.start({ notes: ['b', 'c'] }, null, 'round002')
    expect(booth.dot(ANN, 'a', 1, 'round002')).toEqual(refused('not-allowed'))
    expect(booth.dot(ANN, 'b', 1, 'round002')).toEqual(DONE)
  })

  test('[M32] a note that is gone gives its dots back: no vote is on nothing, and what comes back in time counts again', () => {
    booth.start({ dots: 2 })
    for (const who of [ANN, BOB]) booth.dot(who, 'a', 2)
    booth.ask(FAC, { type: 'shelve', from: SHARED_WALL, notes: ['a'] })
    expect(booth.count()).toMatchObject({ voted: 2, totals: new Map() })
    // Ann spends again what she has back, Bob has not moved when the note returns.
    expect(booth.dot(ANN, 'b', 2)).toEqual(DONE)
    booth.ask(FAC, { type: 'place', from: SHELF, notes: ['a'] })
    expect(booth.ballot('ann')).toEqual({ b: 2 })
    expect([...booth.count().totals].sort()).toEqual([
      ['a', 2],
      ['b', 2],
    ])
    removeNote(booth.doc(SHARED_WALL), 'b')
    expect([...booth.count().totals]).toEqual([['a', 2]])
  })

  test('[M32] a note that leaves the zones of the vote gives its dots back too', () => {
    booth.note('in-zone', { zone: 'z1' })
    booth.start({ zones: ['z1'], dots: 1 })
    booth.dot(ANN, 'in-zone')
    booth.ask(FAC, { type: 'move', id: 'in-zone', zone: '' })
    expect(booth.count().totals.size).toBe(0)
    booth.note('other', { zone: 'z1' })
    expect(booth.dot(ANN, 'other')).toEqual(DONE)
  })
})

describe('who is told what', () => {
  test('[M33] a ballot is its voter’s alone, while the vote runs; what is told is everybody’s to read and nobody’s to write', () => {
    booth.start()
    const page = ballotPage(SECRET, 'ann')
    const rights = () => [FAC, ANN, BOB, SCREEN].map((viewer) => booth.access(viewer, page))
    expect(rights()).toEqual(['none', 'read', 'none', 'none'])
    expect([FAC, ANN, BOB, SCREEN].map((viewer) => booth.access(viewer, VOTES))).toEqual(
      Array(4).fill('read'),
    )
    booth.act({ type: 'vote-close', round: ROUND })
    expect(rights()).toEqual(['none', 'none', 'none', 'none'])
  })

  test('[M33] counts of a secret vote name nobody; of a named one, who put how many', () => {
    booth.start({ secret: true })
    booth.dot(ANN, 'a', 2)
    expect(booth.count()).toEqual({ voted: 1, totals: new Map([['a', 2]]), voters: new Map() })
    booth.act({ type: 'vote-close', round: ROUND })
    booth.start({ secret: false }, null, 'round002')
    booth.dot(ANN, 'a', 2, 'round002')
    booth.dot(BOB, 'a', 1, 'round002')
    expect(booth.count().voters.get('a')).toEqual({ ann: 2, bob: 1 })
  })

  test('[M33] names are sent where a vote tells who voted, also on a wall without names', () => {
    const anonymous = new Booth(people, { identity: 'anonymous' })
    const told = () => wall.view(anonymous.state, 'all', anonymous.moment(FAC)).people
    anonymous.start()
    expect(told()).toEqual([])
    anonymous.act({ type: 'vote-close', round: ROUND })
    anonymous.start({ secret: false }, null, 'round002')
    expect(told()).toEqual(['fac', 'ann', 'bob'])
  })
})

test('[M36] most dots first; who is tied shares a rank, and the first so many include all who are tied', () => {
  const notes = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id }))
  const totals = new Map(Object.entries({ a: 1, b: 5, c: 3, d: 3, gone: 9 }))
  const all = ranked(notes, totals)
  expect(all.map(({ choice, rank, tied }) => [choice.id, rank, tied])).toEqual([
    ['b', 1, false],
    ['c', 2, true],
    ['d', 2, true],
    ['a', 4, false],
  ])
  expect(firstOf(all, 2).map(({ choice }) => choice.id)).toEqual(['b', 'c', 'd'])
})

test('[M38] one heart per person and note, where there are hearts; nobody reads whose', () => {
  const like = (note: string, on = true) => ({ type: 'like', note, on }) as const
  expect(booth.ask(ANN, like('a'))).toEqual(refused('not-now'))
  booth.act({ type: 'likes', on: true })
  for (let again = 0; again < 2; again++) expect(booth.ask(ANN, like('a'))).toEqual(DONE)
  expect(booth.ask(ANN, like('gone'))).toEqual(refused('stale'))
  expect([...booth.doc(likesPage('ann')).getMap('notes').keys()]).toEqual(['a'])
  expect(booth.ask(ANN, like('a', false))).toEqual(DONE)
  expect(booth.doc(likesPage('ann')).getMap('notes').size).toBe(0)
  expect([FAC, ANN, BOB, SCREEN].map((viewer) => booth.access(viewer, likesPage('ann')))).toEqual([
    'none',
    'read',
    'none',
    'none',
  ])
})

test('[M29] [M39] the récolte weighs notes by the last vote they were in, and ranks each vote that is over', () => {
  const told = booth.doc(VOTES)
  const result = { voted: 2, final: true, voters: new Map() }
  booth.start()
  writeRound(told, ROUND, { ...result, totals: new Map(Object.entries({ a: 3, b: 1 })) })
  booth.act({ type: 'vote-close', round: ROUND })
  booth.start({ notes: ['a'], secret: false }, null, 'round002')
  writeRound(told, 'round002', {
    ...result,
    totals: new Map([['a', 1]]),
    voters: new Map([['a', { ann: 1 }]]),
  })
  writeLikeCounts(told, new Map([['c', 4]]))
  const harvest = () => {
    const { state } = booth
    const source = {
      ...booth.moment(FAC),
      language: 'fr' as const,
      state,
      documentNames: [],
      document: (name: string) => booth.doc(name),
    }
    return wall.harvest(source)
  }
  const [notes, first, second] = harvest()
  expect(
    notes?.type === 'notes' && notes.zones[0]?.notes.map(({ id, votes, likes }) => [id, votes, likes]),
  ).toEqual([
    ['a', 1, undefined],
    ['b', 1, undefined],
    ['c', 0, 4],
  ])
  expect(first).toMatchObject({
    type: 'ranking',
    round: 1,
    entries: [{ note: 'a', votes: 3, people: [] }, { note: 'b' }],
  })
  expect(second).toMatchObject({
    type: 'ranking',
    round: 2,
    entries: [{ note: 'a', votes: 1, people: ['ann'] }],
  })
  // Made one since: what was voted for either counts.
  changeNote(booth.doc(SHARED_WALL), 'c', { merged: ['a', 'b'] })
  for (const id of ['a', 'b']) removeNote(booth.doc(SHARED_WALL), id)
  expect(harvest()[1]).toMatchObject({ type: 'ranking', entries: [{ note: 'c', votes: 4, tied: false }] })
  expect(harvest()[2]).toMatchObject({ entries: [{ note: 'c', votes: 1, people: ['ann'] }] })
  // What is still open is in no récolte, whatever the document says already.
  writeRound(told, 'round002', { ...result, final: false, totals: new Map([['a', 1]]) })
  expect(harvest()).toHaveLength(2)
})

test('what is told is read as it was written, and written only where it differs', () => {
  const doc = new Y.Doc()
  const told = {
    voted: 3,
    final: false,
    totals: new Map([['a', 2]]),
    voters: new Map([['a', { ann: 2 }]]),
  }
  writeRound(doc, ROUND, told)
  expect(readRound(doc, ROUND)).toEqual(told)
  const before = Y.encodeStateVector(doc)
  writeRound(doc, ROUND, told)
  expect(Y.encodeStateVector(doc)).toEqual(before)
  writeRound(doc, ROUND, { ...told, totals: null, voters: new Map() })
  expect(readRound(doc, ROUND)).toEqual({ ...told, totals: null, voters: new Map() })
})
