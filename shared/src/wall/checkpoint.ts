/**
 * A wall kept as it was at one moment, shelf included, and made so again (docs/spec/wall.md, M50 to M52). Whatever is on the
 * wall or on the shelf stays on one of the two: what came since goes to the shelf.
 */
import type * as Y from 'yjs'
import {
  addNote,
  changeNote,
  readNotes,
  readOne,
  readWall,
  removeNote,
  stackNotes,
  unstack,
} from './model.ts'
import { mapOf, readNote, type WallNote } from './note.ts'

/** A wall's two documents: what everybody sees, and what a facilitator took out of sight. */
export interface WallDocs {
  readonly wall: Y.Doc
  readonly shelf: Y.Doc
}

/** Whose name may stand on a note that comes back; what it answers is written. */
export type AuthorFor = (author: string) => string

const shelfOf = (kept: Y.Doc): Y.Map<unknown> => kept.getMap('shelf')
/** Which notes were taken off the wall by whoever wrote them. */
const withdrawals = (wall: Y.Doc): Y.Map<unknown> => wall.getMap('withdrawn')

/** Says that a note was taken off by its own author: it is not put before everybody again behind their back. */
export function withdraw(wall: Y.Doc, id: string): void {
  withdrawals(wall).set(id, true)
}

/** Says that it was put there again, by its author or by a facilitator who knows what they do. */
export function unwithdraw(wall: Y.Doc, id: string): void {
  if (withdrawals(wall).has(id)) withdrawals(wall).delete(id)
}

/** Copies the wall and its shelf into `kept`, which must be empty. Returns how many notes were on the wall. */
export function keepWall({ wall, shelf }: WallDocs, kept: Y.Doc, authorFor: AuthorFor): number {
  const { notes, stacks } = readWall(wall)
  kept.transact(() => {
    for (const note of notes) addNote(kept, { ...note, author: authorFor(note.author) })
    for (const stack of stacks) stackNotes(kept, stack)
    const aside = shelfOf(kept)
    for (const note of readNotes(shelf))
      aside.set(note.id, mapOf({ ...note, author: authorFor(note.author) }))
  })
  return notes.length
}

/** Empties a document that holds a kept wall. */
export function emptyKept(kept: Y.Doc): void {
  kept.transact(() => {
    for (const root of ['notes', 'stacks', 'shelf']) kept.getMap(root).clear()
  })
}

/** Before everybody, or out of sight. */
type Place = 'shown' | 'aside'

/** Of notes and what they are made of. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const [left, right] = [a, b] as Readonly<Record<string, unknown>>[]
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => isSame(left?.[key], right?.[key]))
}

/** Where one note goes when a kept wall is made again. */
export interface StepBack {
  /** As it will be. */
  readonly note: WallNote
  readonly to: Place
  /** Where it is now; null: it had been removed altogether. */
  readonly from: Place | null
  /** It is in its place already, and will say or stand otherwise. */
  readonly isChanged: boolean
}

const byId = (notes: readonly WallNote[]): ReadonlyMap<string, WallNote> =>
  new Map(notes.map((note) => [note.id, note]))

function keptShelf(kept: Y.Doc): ReadonlyMap<string, WallNote> {
  return byId([...shelfOf(kept)].flatMap(([id, value]) => readNote(id, value) ?? []))
}

/** What making the kept wall again does: one step for each note that moves, comes back or changes. Changes nothing. */
export function stepsBack({ wall, shelf }: WallDocs, kept: Y.Doc, authorFor: AuthorFor): readonly StepBack[] {
  const now = byId(readNotes(wall))
  const aside = byId(readNotes(shelf))
  const was = byId(readWall(kept).notes)
  const wasAside = keptShelf(kept)
  const withdrawn = withdrawals(wall)
  const ids = new Set([...was.keys(), ...now.keys(), ...aside.keys(), ...wasAside.keys()])
  return [...ids].flatMap((id): StepBack[] => {
    const present = now.get(id) ?? aside.get(id)
    const isBack = was.has(id) && (now.has(id) || !withdrawn.has(id))
    const then = (isBack ? was.get(id) : undefined) ?? wasAside.get(id) ?? present ?? was.get(id)
    if (then === undefined) return []
    const to = isBack ? 'shown' : 'aside'
    const from = now.has(id) ? 'shown' : aside.has(id) ? 'aside' : null
    // Whose a note is now is not for the past to say.
    const { author, seal } = present ?? then
    const note = { ...then, author: from === to ? author : authorFor(author), seal }
    const isChanged = to === from && !isSame(note, present)
    return from !== to || isChanged ? [{ note, to, from, isChanged }] : []
  })
}

/** Writes only what differs, so that what people see does not flicker, and what is sent is no more than what has changed. */
function put(doc: Y.Doc, note: WallNote): void {
  changeNote(doc, note.id, note)
  // A place that is to be nowhere again cannot be changed to, only written anew.
  if (!isSame(readOne(doc, note.id), note)) addNote(doc, note)
}

/** Makes the wall and its shelf as they were kept. */
export function restoreWall(docs: WallDocs, kept: Y.Doc, authorFor: AuthorFor): void {
  const { wall, shelf } = docs
  const steps = stepsBack(docs, kept, authorFor)
  const { stacks } = readWall(kept)
  const known = new Set(stacks.map((stack) => stack.id))
  // First what goes to the shelf, in case the two cannot be stored together.
  shelf.transact(() => {
    for (const { note, to } of steps) if (to === 'aside') put(shelf, note)
    for (const { note, to, from } of steps) if (to === 'shown' && from === 'aside') removeNote(shelf, note.id)
  })
  wall.transact(() => {
    for (const stack of readWall(wall).stacks) if (!known.has(stack.id)) unstack(wall, stack.id)
    for (const { note, to, from } of steps) {
      if (to === 'shown') put(wall, note)
      else if (from === 'shown') removeNote(wall, note.id)
    }
    for (const stack of stacks) stackNotes(wall, stack)
  })
}
