import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { keepWall } from '../../wall/checkpoint.ts'
import { addNote, readNotes } from '../../wall/model.ts'
import { countNote, readTally, SHARED_WALL, SHELF, TALLY } from './documents.ts'
import { pseudonymOf } from './edits.ts'
import { eraseFromWall } from './erase.ts'
import { checkpointName } from './history/documents.ts'
import { readRound, VOTES, writeRound } from './voting/documents.ts'

const sealOf = (secret: string) => [...secret].map((c) => c.charCodeAt(0).toString(16)).join('')
const erased = (signed: 'unsigned' | 'removed') => ({ person: 'zoe', signed, seeds: ['s1', 's2'], sealOf })

function wallOf(): Y.Doc {
  const doc = new Y.Doc()
  addNote(doc, { id: 'named', text: 'un', createdAt: 1, author: 'zoe', picture: 'img' })
  addNote(doc, { id: 'alias', text: 'deux', createdAt: 2, author: pseudonymOf(sealOf, 's1', 'zoe') })
  addNote(doc, { id: 'other', text: 'trois', createdAt: 3, author: 'lea' })
  addNote(doc, { id: 'nobody', text: 'quatre', createdAt: 4 })
  return doc
}
const authors = (doc: Y.Doc) => readNotes(doc).map(({ id, author }) => [id, author])

test('[E11] notes stay without their author, or go with their picture, on the wall and wherever it was kept', () => {
  for (const name of [SHARED_WALL, SHELF]) {
    const left = wallOf()
    expect(eraseFromWall(left, name, erased('unsigned'))).toEqual([])
    expect(authors(left)).toEqual([
      ['named', ''],
      ['alias', ''],
      ['other', 'lea'],
      ['nobody', ''],
    ])
    const gone = wallOf()
    expect(eraseFromWall(gone, name, erased('removed'))).toEqual(['img'])
    expect(authors(gone)).toEqual([
      ['other', 'lea'],
      ['nobody', ''],
    ])
  }
  const kept = new Y.Doc()
  keepWall({ wall: wallOf(), shelf: wallOf() }, kept, (author) => author)
  expect(eraseFromWall(kept, checkpointName('c'), erased('removed'))).toEqual(['img', 'img'])
  expect(authors(kept)).toEqual([
    ['other', 'lea'],
    ['nobody', ''],
  ])
  expect([...kept.getMap('shelf').keys()].sort()).toEqual(['nobody', 'other'])
})

test('[E11] what was voted is counted still, and does not say that it was theirs', () => {
  const votes = new Y.Doc()
  const voters = new Map([
    ['n1', { zoe: 2, lea: 1 }],
    ['n2', { lea: 1 }],
  ])
  writeRound(votes, 'round-01', { voted: 2, final: true, totals: new Map([['n1', 3]]), voters })
  eraseFromWall(votes, VOTES, erased('removed'))
  expect(readRound(votes, 'round-01').totals).toEqual(new Map([['n1', 3]]))
  expect(Object.fromEntries(readRound(votes, 'round-01').voters)).toEqual({ n1: { lea: 1 }, n2: { lea: 1 } })
  const tally = new Y.Doc()
  countNote(tally, 'zoe', 1)
  countNote(tally, 'lea', 1)
  eraseFromWall(tally, TALLY, erased('removed'))
  expect(readTally(tally)).toEqual({ notes: 1, people: 1 })
})
