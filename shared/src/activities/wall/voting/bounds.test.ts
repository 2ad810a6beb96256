/** What a vote counts and who reads it: each bound, one by one (docs/spec/wall.md, M31 to M38). */
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Person } from '../../../people/person.ts'
import type { WallNote } from '../../../wall/note.ts'
import { voteAccessTo } from './access.ts'
import { readBallot, withDots, writeBallot } from './ballot.ts'
import { countBallots, ranked, votersOf } from './count.ts'
import {
  ballotOf,
  ballotPage,
  forgetVoter,
  isBallotOf,
  LIKES_MAX,
  likerOf,
  likesPage,
  readLikes,
  readRound,
  VOTES,
  writeLike,
  writeRound,
} from './documents.ts'
import { harvestVotes } from './harvest.ts'
import { NO_VOTES, type Round, type VoteState } from './round.ts'
import { DOTS_MAX, USUAL_VOTE } from './rules.ts'
import { tellsVoters, viewVotes } from './view.ts'

const ID = 'round001'
const round = (more: Partial<Round> = {}, settings: Partial<Round['settings']> = {}): Round => ({
  ...{ id: ID, startedAt: 0, until: null, status: 'open' as const },
  settings: { ...USUAL_VOTE, ...settings },
  ...more,
})
const votes = (...rounds: Round[]): VoteState => ({ ...NO_VOTES, rounds })
const person = (id: string, more: Partial<Person> = {}): Person => ({
  ...{ id, role: 'participant' as const, rank: 1, away: false, removed: false, hasDevice: true },
  ...more,
})

describe('[M31] a ballot', () => {
  const there = (id: string) => id !== 'gone'
  const wish = (
    held: Record<string, number>,
    note: string,
    dots: number,
    settings = { dots: 3, several: true },
  ) => {
    const done = withDots(new Map(Object.entries(held)), note, dots, settings, there)
    return done.ok ? Object.fromEntries(done.value) : done.refusal
  }

  test('the budget is spent and not one more; the same wish twice is as once', () => {
    expect(wish({}, 'a', 3)).toEqual({ a: 3 })
    expect(wish({}, 'a', 4)).toBe('too-many')
    expect(wish({ a: 2 }, 'b', 1)).toEqual({ a: 2, b: 1 })
    expect(wish({ a: 2 }, 'b', 2)).toBe('too-many')
    expect(wish({ a: 3 }, 'a', 3)).toEqual({ a: 3 })
    expect(wish({ a: 3 }, 'a', 1)).toEqual({ a: 1 })
    expect(wish({ a: 3 }, 'a', 0)).toEqual({})
  })

  test('where one dot is the most on a note, two are refused', () => {
    const single = { dots: 3, several: false }
    expect(wish({}, 'a', 1, single)).toEqual({ a: 1 })
    expect(wish({}, 'a', 2, single)).toBe('too-many')
  })

  test('[M32] what is gone gives its dots back first, and gets none', () => {
    expect(wish({ gone: 3 }, 'a', 3)).toEqual({ a: 3 })
    expect(wish({ a: 1 }, 'gone', 1)).toBe('stale')
    expect(wish({ a: 1, gone: 1 }, 'gone', 0)).toEqual({ a: 1 })
  })

  test('is read as dots, whatever was written there, and written as it is', () => {
    const doc = new Y.Doc()
    const map = doc.getMap('dots')
    for (const [note, dots] of Object.entries({ a: 2, b: 0, c: -1, d: 1.5, e: '3', f: 10 ** 6 }))
      map.set(note, dots)
    expect(Object.fromEntries(readBallot(doc))).toEqual({ a: 2, f: DOTS_MAX })
    writeBallot(doc, new Map([['a', 1]]))
    expect(map.toJSON()).toEqual({ a: 1 })
    let writes = 0
    doc.on('update', () => writes++)
    writeBallot(doc, new Map([['a', 1]]))
    expect(writes).toBe(0)
    for (let i = 0; i < DOTS_MAX + 5; i++) map.set(`n${i}`, 1)
    expect(readBallot(doc).size).toBe(DOTS_MAX)
  })
})

describe('[M33] counting', () => {
  const count = (settings: Partial<Round['settings']>, ballots: Record<string, Record<string, number>>) => {
    const { voted, totals, voters } = countBallots(
      { ...USUAL_VOTE, ...settings },
      Object.entries(ballots).map(([who, dots]) => [who, new Map(Object.entries(dots))] as const),
      (note) => note !== 'gone',
    )
    return { voted, totals: Object.fromEntries(totals), voters: Object.fromEntries(voters) }
  }

  test('nobody counts for more than the budget, whatever their page says', () => {
    expect(count({ dots: 3 }, { ann: { a: 2, b: 2, c: 2 } })).toMatchObject({
      voted: 1,
      totals: { a: 2, b: 1 },
    })
    expect(count({ several: false }, { ann: { a: 3, b: 1 } })).toMatchObject({ totals: { a: 1, b: 1 } })
    // Nor is anybody named for what did not count.
    expect(count({ dots: 3, secret: false }, { ann: { a: 2, b: 2, c: 2 } })).toEqual({
      voted: 1,
      totals: { a: 2, b: 1 },
      voters: { a: { ann: 2 }, b: { ann: 1 } },
    })
  })

  test('a dot on nothing is none, and takes nothing from the rest; its giver has voted', () => {
    expect(count({ dots: 3 }, { ann: { gone: 3, a: 3 }, bob: { gone: 1 }, eve: {} })).toEqual({
      voted: 2,
      totals: { a: 3 },
      voters: {},
    })
  })

  test('who gave how many is told of a signed vote only', () => {
    const ballots = { ann: { a: 2 }, bob: { a: 1 } }
    expect(count({ secret: true }, ballots)).toEqual({ voted: 2, totals: { a: 3 }, voters: {} })
    expect(count({ secret: false }, ballots).voters).toEqual({ a: { ann: 2, bob: 1 } })
  })

  test('[M36] what was made one is added up, and nothing without dots has a rank', () => {
    const note = (id: string, merged?: string[]) => ({ id, merged })
    const totals = new Map([
      ['a', 1],
      ['b', 2],
      ['c', 3],
      ['d', 3],
    ])
    const all = ranked([note('a', ['b']), note('c'), note('d'), note('e')], totals)
    expect(all.map(({ choice: { id }, dots, rank, tied }) => [id, dots, rank, tied])).toEqual([
      ['a', 3, 1, true],
      ['c', 3, 1, true],
      ['d', 3, 1, true],
    ])
    const voters = new Map([
      ['a', { ann: 1 }],
      ['b', { ann: 1, bob: 1 }],
    ])
    expect(votersOf(note('a', ['b']), voters)).toEqual({ ann: 2, bob: 1 })
  })
})

describe('documents', () => {
  test('[M33] a name says whose ballot of which vote, secret or not; nothing else is one', () => {
    for (const secret of [true, false]) {
      const name = ballotPage({ id: ID, settings: { secret } }, 'p-1')
      expect(ballotOf(name)).toEqual({ round: ID, secret, person: 'p-1' })
    }
    for (const name of [
      'ballot-short-p',
      `ballot-${ID}-`,
      `xballot-${ID}-p`,
      `voted-${ID}-p`,
      `ballot-${'x'.repeat(21)}-p`,
      `ballot-${ID}-p\nq`,
      VOTES,
    ])
      expect([name, ballotOf(name)]).toEqual([name, undefined])
    const ballot = { round: ID, secret: true, person: 'p' }
    expect(isBallotOf(round(), ballot)).toBe(true)
    expect(isBallotOf(round({}, { secret: false }), ballot)).toBe(false)
    expect(isBallotOf(round({ id: 'round002' }), ballot)).toBe(false)
  })

  test('[M38] a page of likes names its person; so many are read and no more', () => {
    expect([likerOf(likesPage('ann')), likerOf('likes-'), likerOf('dislikes-ann')]).toEqual([
      'ann',
      undefined,
      undefined,
    ])
    const page = new Y.Doc()
    for (let i = 0; i < LIKES_MAX + 3; i++) writeLike(page, `n${i}`, true)
    expect(readLikes(page).size).toBe(LIKES_MAX)
    let writes = 0
    page.on('update', () => writes++)
    writeLike(page, 'n0', true)
    writeLike(page, 'never', false)
    expect(writes).toBe(0)
    writeLike(page, 'n0', false)
    expect([writes, readLikes(page).has('n0')]).toEqual([1, false])
  })

  test('what is told is read as it was written; what is no longer true is taken away', () => {
    const doc = new Y.Doc()
    expect(readRound(doc, ID)).toEqual({ voted: 0, final: false, totals: null, voters: new Map() })
    const told = { voted: 2, final: true, totals: new Map([['a', 3]]), voters: new Map([['a', { ann: 3 }]]) }
    writeRound(doc, ID, told)
    expect(readRound(doc, ID)).toEqual(told)
    let writes = 0
    doc.on('update', () => writes++)
    writeRound(doc, ID, told)
    expect(writes).toBe(0)
    writeRound(doc, ID, { ...told, totals: null, voters: new Map() })
    expect(readRound(doc, ID)).toEqual({ ...told, totals: null, voters: new Map() })
    expect(doc.getMap(`totals-${ID}`).size + doc.getMap(`voters-${ID}`).size).toBe(0)
    for (const [id, odd] of Object.entries({ text: 'x', digits: '3', none: 0, less: -1, part: 1.5 }))
      doc.getMap(`totals-${ID}`).set(id, odd)
    writeRound(new Y.Doc(), ID, told)
    doc.getMap('rounds').set(ID, { voted: 2, told: true, final: true })
    expect(readRound(doc, ID).totals).toEqual(new Map())
  })
})

test('[M39] the récolte has no weights where nothing was told, and none of a vote whose totals are not', () => {
  const note = { id: 'a', text: 'x', zone: '', createdAt: 1, stack: '' } as WallNote
  const wallOf = (one: WallNote) => ({ notes: [one], stacks: [] })
  const state = votes(round({ status: 'closed' }))
  const nothing = harvestVotes(state, undefined, wallOf(note))
  expect([nothing.weightOf(note), nothing.rankings]).toEqual([{}, []])
  const doc = new Y.Doc()
  writeRound(doc, ID, { voted: 2, final: true, totals: null, voters: new Map() })
  const { weightOf, rankings } = harvestVotes(state, doc, wallOf(note))
  expect([weightOf(note), rankings]).toMatchObject([{ votes: 0 }, [{ voted: 2, entries: [] }]])
  // A note that no vote was about has no weight; one that has left its zone since keeps what it got.
  const about = votes(round({ status: 'closed' }, { zones: ['z1'] }))
  expect(harvestVotes(about, doc, wallOf(note)).weightOf(note)).toEqual({})
  writeRound(doc, ID, { voted: 1, final: true, totals: new Map([['a', 2]]), voters: new Map() })
  expect(harvestVotes(about, doc, wallOf(note)).weightOf(note)).toEqual({ votes: 2 })
})

test('[E11] somebody who is erased is taken out of who voted for what; what was counted, and the others, stay', () => {
  const doc = new Y.Doc()
  const told = (voters: Record<string, Record<string, number>>, totals: Record<string, number>) => ({
    ...{ voted: 2, final: true },
    totals: new Map(Object.entries(totals)),
    voters: new Map(Object.entries(voters)),
  })
  writeRound(doc, ID, told({ a: { ann: 1, bob: 2 }, b: { bob: 1 } }, { a: 3, b: 1 }))
  writeRound(doc, 'round002', told({ c: { ann: 1 } }, { c: 1 }))
  forgetVoter(doc, 'ann')
  expect(readRound(doc, ID)).toEqual(told({ a: { bob: 2 }, b: { bob: 1 } }, { a: 3, b: 1 }))
  expect(readRound(doc, 'round002')).toEqual(told({ c: {} }, { c: 1 }))
  let writes = 0
  doc.on('update', () => writes++)
  forgetVoter(doc, 'ann')
  expect(writes).toBe(0)
})

describe('[M33] who reads what', () => {
  const FAC = { id: 'fac', role: 'facilitator' } as const
  const ANN = { id: 'ann', role: 'participant' } as const
  const BOB = { id: 'bob', role: 'participant' } as const
  const SCREEN = { id: null, role: 'screen' } as const
  const people = [person('ann'), person('bob'), person('old', { hasDevice: false })]
  const read = (state: VoteState, name: string) =>
    [FAC, ANN, BOB, SCREEN].map((viewer) => voteAccessTo(state, name, viewer, { people } as never))

  test('what is told, everybody; a page of likes, its person; nobody writes', () => {
    expect(read(NO_VOTES, VOTES)).toEqual(['read', 'read', 'read', 'read'])
    expect(read(NO_VOTES, likesPage('ann'))).toEqual(['none', 'read', 'none', 'none'])
    expect(read(NO_VOTES, 'wall')).toEqual([undefined, undefined, undefined, undefined])
  })

  test('a ballot, its voter while the vote runs; that of somebody without a device, who drives', () => {
    const state = votes(round())
    expect(read(state, ballotPage(round(), 'ann'))).toEqual(['none', 'read', 'none', 'none'])
    expect(read(state, ballotPage(round(), 'old'))).toEqual(['read', 'none', 'none', 'none'])
    for (const other of [
      NO_VOTES,
      votes(round({ status: 'closed' })),
      votes(round({ id: 'round002' })),
      votes(round(), round({ id: 'round002' })),
      votes(round({}, { secret: false })),
    ])
      expect(read(other, ballotPage(round(), 'ann'))).toEqual(['none', 'none', 'none', 'none'])
  })

  test('of votes it is told how many could vote, and for whom others may; of earlier ones no selection', () => {
    const everybody = [
      ...people,
      person('away', { away: true }),
      person('fac', { role: 'facilitator', hasDevice: false }),
    ]
    const view = (state: VoteState, elapsed = 0) => viewVotes(state, { people: everybody, elapsed } as never)
    expect(view(votes(round({ until: 10 })))).toMatchObject({ voters: 3, withoutDevice: ['old'] })
    expect(view(votes(round({ until: 10 })), 10)).toMatchObject({ voters: 0, withoutDevice: [] })
    expect(view(NO_VOTES)).toMatchObject({ voters: 0, withoutDevice: [], rounds: [] })
    const [first, second] = [
      round({ id: 'round000', status: 'closed' }, { notes: ['a'] }),
      round({}, { notes: ['b'] }),
    ]
    expect(view(votes(first, second)).rounds.map(({ settings }) => settings.notes)).toEqual([[], ['b']])
    // One that was restricted to nothing is not told as if it had been.
    const free = round({ id: 'round000', status: 'closed' })
    expect(view(votes(free, second)).rounds.map(({ settings }) => settings.notes)).toEqual([null, ['b']])
    const gone = round({ id: 'round009', status: 'withdrawn' })
    expect(view(votes(gone, second)).rounds).toEqual([second])
    expect([tellsVoters(votes(round())), tellsVoters(votes(round({}, { secret: false })))]).toEqual([
      false,
      true,
    ])
    expect(tellsVoters(votes(round({ status: 'cancelled' }, { secret: false })))).toBe(false)
  })
})
