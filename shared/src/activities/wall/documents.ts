/**
 * The documents of a wall. All hold notes in the same form (docs/spec/wall.md); they differ in who may read them. Participants
 * write in none of them: they ask, and the server writes (`edits.ts`).
 */
import type * as Y from 'yjs'
import type { PersonId } from '../../ids.ts'
import { addNote, readNotes } from '../../wall/model.ts'
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

/**
 * Puts what was written in private on the wall, each note once ever. `signed`: with its author; else without, whatever it
 * says. Returns how many were new.
 */
export function release(page: Y.Doc, wall: Y.Doc, signed: boolean): number {
  const done = released(wall)
  const fresh = readNotes(page).filter((note) => !done.has(note.id))
  if (fresh.length === 0) return 0
  const taken = new Set(readNotes(wall).map((note) => note.id))
  wall.transact(() => {
    for (const note of fresh) {
      done.set(note.id, true)
      // An id that stands on the wall already is somebody's own note there: it is not written over.
      if (!taken.has(note.id)) addNote(wall, signed ? note : { ...note, author: '' })
    }
  })
  return fresh.length
}

/** Puts the notes on the wall that are there from the start, each once ever. */
export function putStarters(wall: Y.Doc, starters: WallDefinition['starters']): void {
  const done = released(wall)
  starters.forEach((starter, index) => {
    const id = `starter-${index}`
    if (done.has(id)) return
    wall.transact(() => {
      done.set(id, true)
      addNote(wall, { id, ...starter, createdAt: index })
    })
  })
}
