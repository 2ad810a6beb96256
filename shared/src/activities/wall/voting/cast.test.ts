/** What becomes of a dot and of a heart: each refusal, one by one (docs/spec/wall.md, M30 to M33, M38). */
import { beforeEach, describe, expect, test } from 'vitest'
import type { Viewer } from '../../../people/person.ts'
import type { WallNote } from '../../../wall/note.ts'
import { SHARED_WALL } from '../documents.ts'
import { ANN, BOB, FAC, people, somebody } from '../people.testkit.ts'
import { Booth, ROUND } from './booth.testkit.ts'
import { cast, isVoteEdit, namesForVote, VOTE_EDITS, type VoteEdit } from './cast.ts'
import { ballotPage, LIKES_MAX, likesPage, VOTES, writeLike, writeRound } from './documents.ts'
import { DOTS_MAX } from './rules.ts'

const SCREEN: Viewer = { id: null, role: 'screen' }
const BALLOT = { id: ROUND, settings: { secret: true } }

let booth: Booth
beforeEach(() => {
  const hall = { ...somebody('hall', 'participant', 4), hasDevice: false }
  const desk = { ...somebody('desk', 'cofacilitator', 5), hasDevice: false }
  booth = new Booth([...people, hall, desk], { zones: [{ id: 'z1', title: 'Un' }] })
  booth.note('a', { author: 'ann' })
  booth.note('b', { zone: 'z1' })
})

const dot = (more: Partial<Extract<VoteEdit, { type: 'dot' }>> = {}): VoteEdit => ({
  ...{ type: 'dot' as const, round: ROUND, note: 'a', dots: 1 },
  ...more,
})
const like = (note: string, on = true): VoteEdit => ({ type: 'like', note, on })
const names = (actor: Viewer, edit: VoteEdit) =>
  namesForVote(booth.state.votes, edit, booth.moment(actor)).toSorted()
const isTheirs = (note: WallNote, { actor }: { actor: Viewer }) => note.author === actor.id
/** What was asked, done where the vote itself does it. */
const ask = (actor: Viewer, edit: VoteEdit, hidden = false) => {
  const asked = names(actor, edit)
  const document = (name: string) => {
    if (!asked.includes(name)) throw new Error(`${name} was not asked for`)
    return booth.doc(name)
  }
  const done = cast(booth.state.votes, edit, { moment: booth.moment(actor), document, hidden, isTheirs })
  return done.ok ? 'done' : done.refusal
}

test('what is a wish of a vote is told by its name', () => {
  expect(['dot', 'like', 'put', ''].map((type) => isVoteEdit({ type }))).toEqual([true, true, false, false])
})

test('[M31] a wish is for some dots or none, never for less than none or more than anybody can have', () => {
  const [wish] = VOTE_EDITS
  const counts = [-1, 0, 0.5, 1, DOTS_MAX, DOTS_MAX + 1]
  expect(counts.filter((dots) => wish.safeParse(dot({ dots })).success)).toEqual([0, 1, DOTS_MAX])
})

describe('[M31] whose dots they are', () => {
  beforeEach(() => void booth.start())

  test('one’s own, or for who drives those of a participant without a device; no document is opened for others', () => {
    const ballot = (person: string) => [SHARED_WALL, VOTES, ballotPage(BALLOT, person)].toSorted()
    const may: readonly (readonly [Viewer, string | undefined, string | null])[] = [
      [ANN, undefined, 'ann'],
      [ANN, 'ann', null],
      [ANN, 'hall', null],
      [SCREEN, undefined, null],
      [SCREEN, 'hall', null],
      [FAC, undefined, null],
      [FAC, 'fac', null],
      [FAC, 'ann', null],
      [FAC, 'nobody', null],
      [FAC, 'desk', null],
      [FAC, 'hall', 'hall'],
    ]
    for (const [actor, person, whose] of may) {
      const edit = dot({ note: 'b', ...(person === undefined ? {} : { person }) })
      const found = [actor.id, person, names(actor, edit), ask(actor, edit)]
      expect(found).toEqual([
        actor.id,
        person,
        whose === null ? [] : ballot(whose),
        whose === null ? 'not-allowed' : 'done',
      ])
    }
    expect([booth.ballot('ann'), booth.ballot('hall')]).toEqual([{ b: 1 }, { b: 1 }])
    expect([...booth.documents.keys()].toSorted()).toEqual(
      [...new Set([...ballot('ann'), ...ballot('hall')])].toSorted(),
    )
  })

  test('[M30] of the vote that is last, and of no other', () => {
    const other = dot({ round: 'round002' })
    expect([names(ANN, other), ask(ANN, other)]).toEqual([[], 'stale'])
    booth.state = { ...booth.state, votes: { ...booth.state.votes, rounds: [] } }
    expect([names(ANN, dot()), ask(ANN, dot())]).toEqual([[], 'stale'])
  })
})

describe('[M30] when', () => {
  test('while it is open and seen; in secret also not once it is counted for good, whatever the clock says', () => {
    booth.start({}, 10_000)
    expect(ask(ANN, dot(), true)).toBe('closed')
    booth.elapsed = 9_999
    expect(ask(ANN, dot())).toBe('done')
    const told = { voted: 1, totals: new Map(), voters: new Map() }
    writeRound(booth.doc(VOTES), ROUND, { ...told, final: true })
    expect(ask(ANN, dot({ dots: 2 }))).toBe('closed')
    writeRound(booth.doc(VOTES), ROUND, { ...told, final: false })
    expect(ask(ANN, dot({ dots: 2 }))).toBe('done')
    booth.elapsed = 10_000
    expect(ask(ANN, dot())).toBe('closed')
    expect(booth.ballot('ann')).toEqual({ a: 2 })
  })

  test('a named vote that was counted may be opened again', () => {
    booth.start({ secret: false })
    writeRound(booth.doc(VOTES), ROUND, { voted: 1, final: true, totals: new Map(), voters: new Map() })
    expect(ask(ANN, dot())).toBe('done')
  })
})

describe('[M32] on what', () => {
  test('one’s own only where that may be, by the voter and not by who fills it in; taken back always', () => {
    booth.note('of-hall', { author: 'hall' })
    booth.start({ own: false })
    expect(ask(ANN, dot())).toBe('not-allowed')
    expect(ask(BOB, dot())).toBe('done')
    expect(ask(FAC, dot({ note: 'of-hall', person: 'hall' }))).toBe('not-allowed')
    expect(ask(ANN, dot({ dots: 0 }))).toBe('done')
    expect([booth.ballot('ann'), booth.ballot('bob'), booth.ballot('hall')]).toEqual([{}, { a: 1 }, {}])
  })

  test('in its zones only, and what left them gives its dots back', () => {
    booth.start({ zones: ['z1'], dots: 1 })
    expect(ask(BOB, dot())).toBe('not-allowed')
    expect(ask(BOB, dot({ dots: 0 }))).toBe('done')
    expect(ask(BOB, dot({ note: 'gone' }))).toBe('stale')
    expect(ask(BOB, dot({ note: 'gone', dots: 0 }))).toBe('done')
    expect(ask(BOB, dot({ note: 'b' }))).toBe('done')
    booth.note('c', { zone: 'z1' })
    expect(ask(BOB, dot({ note: 'c' }))).toBe('too-many')
    booth.ask(FAC, { type: 'move', id: 'b', zone: '' })
    expect(ask(BOB, dot({ note: 'c' }))).toBe('done')
    expect(booth.ballot('bob')).toEqual({ c: 1 })
  })
})

describe('[M38] a heart', () => {
  const held = () => [...booth.doc(likesPage('ann')).getMap('notes').keys()]
  const likes = () => void booth.act({ type: 'likes', on: true })

  test('is put on one’s own page, where hearts are and the wall is seen, by somebody', () => {
    expect(names(ANN, like('a'))).toEqual([likesPage('ann'), SHARED_WALL].toSorted())
    expect([names(SCREEN, like('a')), ask(SCREEN, like('a'))]).toEqual([[], 'not-allowed'])
    expect(ask(ANN, like('a'))).toBe('not-now')
    likes()
    expect(ask(SCREEN, like('a'))).toBe('not-allowed')
    expect(ask(ANN, like('a'), true)).toBe('closed')
    expect(ask(FAC, like('a'))).toBe('done')
    expect(held()).toEqual([])
    expect(ask(ANN, like('a'))).toBe('done')
    expect(held()).toEqual(['a'])
  })

  test('is on a note that is there, may be taken off one that is not, and there are so many and no more', () => {
    likes()
    expect(ask(ANN, like('gone'))).toBe('stale')
    expect(ask(ANN, like('gone', false))).toBe('done')
    const page = booth.doc(likesPage('ann'))
    for (let i = 1; i < LIKES_MAX; i++) writeLike(page, `n${i}`, true)
    expect(ask(ANN, like('a'))).toBe('done')
    expect(held()).toHaveLength(LIKES_MAX)
    expect(ask(ANN, like('b'))).toBe('too-many')
    // Once more what is liked already, and what is taken off, are none more.
    expect(ask(ANN, like('a'))).toBe('done')
    expect(ask(ANN, like('b', false))).toBe('done')
    expect(ask(ANN, like('n1', false))).toBe('done')
    expect(ask(ANN, like('b'))).toBe('done')
    expect(held()).toHaveLength(LIKES_MAX)
    expect(ask(ANN, like('b', false))).toBe('done')
    expect(held()).not.toContain('b')
  })
})
