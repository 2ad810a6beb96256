/** A stack is voted for as one thing (docs/spec/wall.md, M81), or its notes are, as in votes from before there was a choice. */
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addNote, readWall, stackNotes, unstack } from '../../../wall/model.ts'
import { SHARED_WALL } from '../documents.ts'
import { harvestWall } from '../harvest.ts'
import { ANN, BOB, people } from '../people.testkit.ts'
import { Booth, ROUND } from './booth.testkit.ts'
import {
  type Choice,
  choiceOf,
  choicesOf,
  choicesWith,
  choiceText,
  dotsIn,
  readChoice,
  stackChoice,
} from './choices.ts'
import { countBallots, ranked } from './count.ts'
import { VOTES, writeRound } from './documents.ts'
import { Round, VoteSettings } from './round.ts'
import { USUAL_VOTE } from './rules.ts'

const ZONES = [
  { id: 'z1', title: 'Un' },
  { id: 'z2', title: 'Deux' },
]
const S = stackChoice('s')
let booth: Booth
const wallDoc = () => booth.doc(SHARED_WALL)
const stack = (notes: readonly string[], id = 's', title = 'Outils') =>
  stackNotes(wallDoc(), { id, title, notes })

beforeEach(() => {
  booth = new Booth(people, { zones: ZONES })
  for (const [id, author, zone] of [
    ['a', 'ann', 'z1'],
    ['b', 'ann', 'z2'],
    ['c', 'bob', 'z2'],
  ] as const)
    booth.note(id, { author, zone })
})

const told = (choice: Choice | undefined) => choice && { ...choice, notes: choice.notes.map(({ id }) => id) }

describe('[M81] what is voted for', () => {
  test('each note is in one choice, and each choice is found again without reading the wall', () => {
    const stacks = fc.array(fc.constantFrom('', 's', 't', 'gone', 'n1'), { maxLength: 12 })
    fc.assert(
      fc.property(stacks, fc.boolean(), (held, whole) => {
        const doc = new Y.Doc()
        for (const id of ['s', 't', 'n1', 'empty']) doc.getMap('stacks').set(id, new Y.Map([['title', id]]))
        for (const [i, one] of held.entries())
          addNote(doc, { id: `n${i}`, text: 'x', createdAt: i, stack: one, zone: `z${i}` })
        const all = choicesOf(readWall(doc), { stacks: whole })
        expect(all.flatMap(({ notes }) => notes.map(({ id }) => id)).toSorted()).toEqual(
          held.map((_, i) => `n${i}`).toSorted(),
        )
        for (const choice of all)
          expect(told(readChoice(doc, choice.id, { stacks: whole }))).toEqual(told(choice))
        const offered = new Set(all.map(({ id }) => id))
        for (const id of [
          ...held.map((_, i) => `n${i}`),
          ...['s', 't', 'n1', 'gone', 'empty'].map(stackChoice),
        ])
          expect([id, readChoice(doc, id, { stacks: whole }) !== undefined]).toEqual([id, offered.has(id)])
      }),
    )
  })

  test('it is called by its title, else by what its first note says, and is chosen with any of its notes', () => {
    stack(['a', 'b'], 's', '')
    const all = choicesOf(readWall(wallDoc()), { stacks: true })
    expect(all.map(choiceText)).toEqual(['texte a', 'texte c'])
    stack([], 's', 'Outils')
    expect(choicesOf(readWall(wallDoc()), { stacks: true }).map(choiceText)).toEqual(['Outils', 'texte c'])
    expect(choicesWith(all, new Set(['b'])).map(({ id }) => id)).toEqual([S])
  })
})

describe('[M81] a vote for stacks', () => {
  test('its dots are its own; a note inside gets none, and the budget holds over both', () => {
    stack(['a', 'b'])
    booth.start({ stacks: true })
    expect(booth.dot(ANN, S, 2).ok).toBe(true)
    expect(booth.dot(ANN, 'a')).toEqual({ ok: false, refusal: 'stale' })
    expect(booth.dot(ANN, 'c', 2)).toEqual({ ok: false, refusal: 'too-many' })
    expect(booth.dot(ANN, 'c').ok).toBe(true)
    expect(booth.ballot('ann')).toEqual({ [S]: 2, c: 1 })
    expect(Object.fromEntries(booth.count().totals)).toEqual({ [S]: 2, c: 1 })
  })

  test('what becomes a stack, or is none any more, gives its dots back', () => {
    booth.start({ stacks: true })
    booth.dot(ANN, 'a', 3)
    stack(['a', 'b'])
    expect(booth.dot(ANN, S, 3).ok).toBe(true)
    unstack(wallDoc(), 's')
    expect([...booth.count().totals]).toEqual([])
    expect(booth.dot(ANN, 'b', 3).ok).toBe(true)
    expect(booth.ballot('ann')).toEqual({ b: 3 })
  })

  test('it stands in the zone of its first note, and is one’s own only if all of it is', () => {
    stack(['a', 'c'])
    booth.start({ stacks: true, own: false, zones: ['z1'] })
    expect(booth.dot(ANN, S).ok).toBe(true)
    expect(booth.dot(ANN, 'b')).toEqual({ ok: false, refusal: 'not-allowed' })
    unstack(wallDoc(), 's')
    stack(['a', 'b'])
    expect(booth.dot(ANN, S)).toEqual({ ok: false, refusal: 'not-allowed' })
    expect(booth.dot(BOB, S).ok).toBe(true)
  })

  test('a second round may be about stacks', () => {
    stack(['a', 'b'])
    booth.start({ stacks: true, notes: [S] })
    expect(booth.dot(ANN, S).ok).toBe(true)
    expect(booth.dot(ANN, 'c')).toEqual({ ok: false, refusal: 'not-allowed' })
  })
})

test('[M81] where notes are voted for, a stack is none of the choices; a vote from before is such a vote', () => {
  stack(['a', 'b'])
  const { ...before } = USUAL_VOTE
  expect(VoteSettings.parse(before)).toEqual(before)
  booth.start()
  expect(booth.dot(ANN, S)).toEqual({ ok: false, refusal: 'stale' })
  expect(booth.dot(ANN, 'a').ok).toBe(true)
  expect(Object.fromEntries(booth.count().totals)).toEqual({ a: 1 })
})

test('[M81] once told, what was given to notes counts for the stack they are put into, and goes with them out of it', () => {
  const totals = new Map([
    ['a', 2],
    [S, 3],
    ['c', 1],
  ])
  const rank = () =>
    ranked(choicesOf(readWall(wallDoc()), { stacks: true }), totals).map(({ choice, dots }) => [
      choice.id,
      dots,
    ])
  stack(['a', 'b'])
  expect(rank()).toEqual([
    [S, 5],
    ['c', 1],
  ])
  unstack(wallDoc(), 's', ['a'])
  expect(rank()).toEqual([
    [S, 3],
    ['a', 2],
    ['c', 1],
  ])
})

test('[M81] a stack has nothing of a vote for notes, a note in a stack nothing of its own of a vote for stacks', () => {
  stack(['a', 'b'])
  const [pile, alone] = choicesOf(readWall(wallDoc()), { stacks: true })
  const [a] = pile?.notes ?? []
  const item = pile?.stack && { id: 's', stack: pile.stack, notes: pile.notes }
  if (!item || !a || !alone?.notes[0]) throw new Error('no stack')
  expect(choiceOf(item)).toEqual(pile)
  const whole = { zones: [], notes: null, stacks: true }
  const each = { zones: [], notes: null }
  const totals = new Map([[S, 3]])
  expect([dotsIn(whole, totals, item), dotsIn(each, totals, item)]).toEqual([3, undefined])
  expect([dotsIn(whole, totals, a), dotsIn(each, totals, a)]).toEqual([undefined, 0])
  expect([dotsIn(whole, totals, alone.notes[0]), dotsIn({ ...whole, zones: ['z9'] }, totals, item)]).toEqual([
    0, 3,
  ])
})

test('[M81] the récolte ranks it as one thing, and tells its dots with it', () => {
  stack(['a', 'b'])
  const settings = { ...USUAL_VOTE, stacks: true }
  const round = Round.parse({ id: ROUND, startedAt: 0, until: null, status: 'closed', settings })
  const { totals } = countBallots(
    settings,
    [
      [
        'ann',
        new Map([
          [S, 2],
          ['c', 1],
        ]),
      ],
    ],
    () => true,
  )
  writeRound(booth.doc(VOTES), ROUND, { voted: 1, final: true, totals, voters: new Map() })
  const [notes, ranking] = harvestWall({
    ...booth.moment(ANN),
    state: { ...booth.state, votes: { ...booth.state.votes, rounds: [round] } },
    document: (name: string) => booth.doc(name),
    language: 'fr',
  } as never)
  expect(notes).toMatchObject({
    zones: [
      { title: 'Un', stacks: [{ title: 'Outils', notes: ['a', 'b'], votes: 2 }] },
      { title: 'Deux', notes: [{ id: 'c', votes: 1 }] },
    ],
  })
  expect(ranking).toMatchObject({
    entries: [
      { note: 'a', text: 'Outils', votes: 2, stack: { title: 'Outils', notes: ['a', 'b'] } },
      { note: 'c', text: 'texte c', votes: 1 },
    ],
  })
})
