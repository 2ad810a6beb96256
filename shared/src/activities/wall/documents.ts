/** The documents of a wall: the wall that everybody shares, and one page of each person for the time of writing in private. */
import * as Y from 'yjs'
import type { PersonId } from '../../ids.ts'
import { addNote, readWall } from '../../wall/model.ts'

export const SHARED_WALL = 'wall'
const PRIVATE_PAGE = 'mine-'

export const privatePage = (person: PersonId): string => `${PRIVATE_PAGE}${person}`
/** Whose private page a name stands for; undefined: it is another document. */
export const ownerOf = (name: string): PersonId | undefined =>
  name.startsWith(PRIVATE_PAGE) ? name.slice(PRIVATE_PAGE.length) : undefined

/** Which notes of private pages have been put on the wall: those taken off it later must not come back. */
const released = (wall: Y.Doc): Y.Map<unknown> => wall.getMap('released')

/**
 * Puts the notes of a private page on the wall, each once ever. `owner` is who may read and write that page, so they are
 * the author, whatever the notes say; empty: not to be told. Returns how many were new.
 */
export function release(page: Y.Doc, wall: Y.Doc, owner: PersonId | '', origin?: unknown): number {
  const done = released(wall)
  const fresh = readWall(page).notes.filter((note) => !done.has(note.id))
  if (fresh.length === 0) return 0
  const taken = new Set(readWall(wall).notes.map((note) => note.id))
  wall.transact(() => {
    for (const note of fresh) {
      done.set(note.id, true)
      // An id that stands on the wall already is somebody's own note there: it is not written over.
      if (!taken.has(note.id)) addNote(wall, { ...note, author: owner })
    }
  }, origin)
  return fresh.length
}

/** A copy of a document to change in peace, and how to bring the change home. */
export interface Branch {
  readonly doc: Y.Doc
  /** Merges what was changed here into the document, with whatever happened there meanwhile. */
  merge(origin?: unknown): void
}

/**
 * A branch writes under a Yjs client id of its own: an edit that took a minute is merged with what others wrote in that
 * minute, and the notes of one person cannot be linked to each other by the ids in the document.
 */
export function branch(doc: Y.Doc): Branch {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  const before = Y.encodeStateVector(copy)
  return {
    doc: copy,
    merge: (origin) => {
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(copy, before), origin)
      copy.destroy()
    },
  }
}
