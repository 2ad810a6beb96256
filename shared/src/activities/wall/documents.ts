/**
 * The documents of a wall. All hold notes in the same form (docs/spec/wall.md); they differ in who may read them. Participants
 * write in none of them: they ask, and the server writes (`edits.ts`).
 */
import type * as Y from 'yjs'
import type { PersonId } from '../../ids.ts'
import { addNote, readNotes } from '../../wall/model.ts'
import { compareNotes, type WallNote } from '../../wall/note.ts'
import type { WallDefinition } from './definition.ts'

/** What everybody sees. */
export const SHARED_WALL = 'wall'
/** Notes that a facilitator has not placed yet. */
export const INBOX = 'inbox'
/** Notes that a facilitator has taken out of sight. */
export const SHELF = 'shelf'
/** What is written in private without a name: one page for all, which nobody may read. */
export const VEILED = 'veiled'
/** How many notes were written in private: numbers only, for facilitators and the screen. */
export const TALLY = 'tally'
const PRIVATE_PAGE = 'mine-'
/** Key of the tally under which notes without a name are counted; no person has it. */
const UNNAMED = '-'
/** Ids of the notes that are there from the start begin with this. */
const STARTER = 'starter-'

/** What one person writes in private under their name. */
export const privatePage = (person: PersonId): string => `${PRIVATE_PAGE}${person}`
/** Whose private page a name stands for; undefined: it is another document. */
export const ownerOf = (name: string): PersonId | undefined =>
  name.startsWith(PRIVATE_PAGE) ? name.slice(PRIVATE_PAGE.length) : undefined
/** Does this document hold what was written in private? */
export const isPrivate = (name: string): boolean => name === VEILED || ownerOf(name) !== undefined

export interface Tally {
  readonly notes: number
  /** null: it is not known, because nobody is. */
  readonly people: number | null
}

/** Counts a note that was written in private, or taken away again (-1). `author` empty: nobody in particular. */
export function countNote(doc: Y.Doc, author: PersonId | '', by: 1 | -1): void {
  const counts = doc.getMap('counts')
  const key = author === '' ? UNNAMED : author
  const before = counts.get(key)
  counts.set(key, Math.max(0, (typeof before === 'number' ? before : 0) + by))
}

export function readTally(doc: Y.Doc): Tally {
  const counts = [...doc.getMap('counts').entries()].flatMap(([who, n]) =>
    typeof n === 'number' && n > 0 ? [{ who, n }] : [],
  )
  return {
    notes: counts.reduce((sum, { n }) => sum + n, 0),
    people: counts.some(({ who }) => who === UNNAMED) ? null : counts.length,
  }
}

/** Which notes have been taken out of private pages: those taken off the wall later must not come back. */
const released = (wall: Y.Doc): Y.Map<unknown> => wall.getMap('released')

/** What waits on private pages, the oldest first. */
const waitingOn = (pages: readonly Y.Doc[], wall: Y.Doc): readonly WallNote[] =>
  pages
    .flatMap(readNotes)
    .filter((note) => !released(wall).has(note.id))
    .toSorted(compareNotes)

function put(wall: Y.Doc, notes: readonly WallNote[], signed: boolean): void {
  const taken = new Set(readNotes(wall).map((note) => note.id))
  for (const note of notes) {
    released(wall).set(note.id, true)
    // An id that stands on the wall already is somebody's own note there: it is not written over.
    if (!taken.has(note.id)) addNote(wall, signed ? note : { ...note, author: '' })
  }
}

/**
 * Puts what was written in private on the wall, each note once ever. `signed`: with its author; else without, whatever it
 * says. Returns how many were new.
 */
export function release(pages: readonly Y.Doc[], wall: Y.Doc, signed: boolean): number {
  const fresh = waitingOn(pages, wall)
  if (fresh.length > 0) wall.transact(() => put(wall, fresh, signed))
  return fresh.length
}

/** Of notes that are shown one by one: how many turns have been played, and whose turn was the last. */
const turnsOf = (wall: Y.Doc): Y.Map<unknown> => wall.getMap('turns')

/** As `release`, but no more than one note for each of the `turns` (all that there ever were) that was not played yet. */
export function releaseInTurn(pages: readonly Y.Doc[], wall: Y.Doc, signed: boolean, turns: number): void {
  const played = turnsOf(wall).get('played')
  const due = turns - (typeof played === 'number' ? played : 0)
  if (due <= 0) return
  const next = waitingOn(pages, wall).slice(0, due)
  wall.transact(() => {
    put(wall, next, signed)
    turnsOf(wall).set('played', turns)
    const last = next.at(-1)
    if (last) turnsOf(wall).set('last', last.id)
  })
}

/** The note that was shown last, where they are shown one by one; null: none. */
export function lastInTurn(wall: Y.Doc): string | null {
  const last = turnsOf(wall).get('last')
  return typeof last === 'string' ? last : null
}

/** How many of the notes that were written in private are on the wall, or were. */
export const countReleased = (wall: Y.Doc): number =>
  [...released(wall).keys()].filter((id) => !id.startsWith(STARTER)).length

/** Puts the notes on the wall that are there from the start, each once ever. */
export function putStarters(wall: Y.Doc, starters: WallDefinition['starters']): void {
  const done = released(wall)
  starters.forEach((starter, index) => {
    const id = `${STARTER}${index}`
    if (done.has(id)) return
    wall.transact(() => {
      done.set(id, true)
      addNote(wall, { id, ...starter, createdAt: index })
    })
  })
}
