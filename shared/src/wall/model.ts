/**
 * A wall as a Yjs document (docs/spec/wall.md): `notes` and `stacks`, maps by id. A note's text is a Y.Text, so that two
 * people who correct the same note at the same time, or one of them without network, both keep what they wrote; everything
 * else is a plain value where the last writer wins.
 *
 * Anybody who may write a document may write rubbish into it, so reading never throws, checks every field and bounds
 * everything.
 */
import * as Y from 'yjs'
import { cleanText } from '../text/clean.ts'
import { MERGED_MAX, mapOf, type NewNote, readNote, SPATIAL_LAYOUTS, type WallNote } from './note.ts'
import { type Entries, readNotes, readOne, rootOf, STACK_ID } from './read.ts'
import { textEdit } from './text-edit.ts'

export {
  contentOf,
  notesByZone,
  readNotes,
  readOne,
  readWall,
  stackTitles,
  WALL_MAX_NOTES,
  type WallContent,
  type WallStack,
} from './read.ts'

/** Writes a note; one of the same id is replaced. The caller mints the id and tells the time. */
export function addNote(doc: Y.Doc, note: NewNote, origin?: unknown): void {
  doc.transact(() => rootOf(doc, 'notes')?.set(note.id, mapOf(note)), origin)
}

type Changeable =
  | 'text'
  | 'colour'
  | 'zone'
  | 'order'
  | 'stack'
  | 'at'
  | 'picture'
  | 'drawing'
  | 'values'
  | 'merged'
/** What is absent or undefined stays as it is. */
export type NoteChange = { readonly [F in Changeable]?: WallNote[F] | undefined }

const PLAIN_FIELDS = ['colour', 'zone', 'order', 'stack', 'picture', 'drawing'] as const

/** Changes a note; only what differs is written. Places of other layouts stay. False when there is no such note (any more). */
export function changeNote(doc: Y.Doc, id: string, change: NoteChange, origin?: unknown): boolean {
  const map = rootOf(doc, 'notes')?.get(id)
  if (!(map instanceof Y.Map)) return false
  const now = readNote(id, map)
  doc.transact(() => {
    if (change.text !== undefined) rewrite(map, change.text)
    for (const field of PLAIN_FIELDS)
      if (change[field] !== undefined && now?.[field] !== change[field]) map.set(field, change[field])
    for (const layout of SPATIAL_LAYOUTS) {
      const point = change.at?.[layout]
      const held = now?.at[layout]
      if (point && (point.x !== held?.x || point.y !== held.y)) map.set(layout, [point.x, point.y])
    }
    if (change.values !== undefined && !isSameRecord(change.values, now?.values ?? {}))
      map.set('values', { ...change.values })
    if (change.merged !== undefined) setMerged(map, now?.merged ?? [], change.merged)
  }, origin)
  return true
}

function setMerged(map: Y.Map<unknown>, held: readonly string[], merged: readonly string[]): void {
  if (held.length === merged.length && held.every((id, i) => id === merged[i])) return
  if (merged.length > 0) map.set('merged', merged.slice(0, MERGED_MAX))
  else map.delete('merged')
}

const isSameRecord = (a: WallNote['values'], b: WallNote['values']): boolean =>
  Object.keys(a).length === Object.keys(b).length &&
  Object.entries(a).every(([key, value]) => b[key] === value)

/** Replaces only the part of the text that differs, so that somebody else's words beside it stay. */
function rewrite(map: Y.Map<unknown>, text: string): void {
  const next = cleanText(text)
  const held = map.get('text')
  if (!(held instanceof Y.Text)) {
    map.set('text', new Y.Text(next))
    return
  }
  const { start, gone, come } = textEdit(held.toString(), next)
  if (gone > 0) held.delete(start, gone)
  if (come !== '') held.insert(start, come)
}

/** Takes a note off the wall; gives it back for an undo with `addNote`. */
export function removeNote(doc: Y.Doc, id: string, origin?: unknown): WallNote | undefined {
  const note = readOne(doc, id)
  doc.transact(() => rootOf(doc, 'notes')?.delete(id), origin)
  return note
}

/** Makes a stack of notes, or renames one and adds to it. Notes that are gone are left out; with none left nothing happens. */
export function stackNotes(
  doc: Y.Doc,
  stack: { readonly id: string; readonly title?: string | undefined; readonly notes: readonly string[] },
  origin?: unknown,
): boolean {
  const stacks = rootOf(doc, 'stacks')
  const present = stack.notes.filter((id) => readOne(doc, id) !== undefined)
  if (stacks === undefined || !STACK_ID.test(stack.id)) return false
  const held = stacks.get(stack.id)
  if (present.length === 0 && !(held instanceof Y.Map)) return false
  doc.transact(() => {
    const map: Entries = held instanceof Y.Map ? held : stacks.set(stack.id, new Y.Map<unknown>())
    if (stack.title !== undefined && map.get('title') !== stack.title) map.set('title', stack.title)
    for (const id of present) changeNote(doc, id, { stack: stack.id })
  }, origin)
  return true
}

/** Takes a stack apart, or only `some` notes out of it: they stand alone again, each where it was. */
export function unstack(doc: Y.Doc, id: string, some?: readonly string[], origin?: unknown): void {
  const leaving = some === undefined ? undefined : new Set(some)
  doc.transact(() => {
    const inside = readNotes(doc).filter((note) => note.stack === id)
    const out = leaving === undefined ? inside : inside.filter((note) => leaving.has(note.id))
    for (const note of out) changeNote(doc, note.id, { stack: '' })
    if (out.length === inside.length) rootOf(doc, 'stacks')?.delete(id)
  }, origin)
}

/** Takes several stacks apart, in one reading of the wall. */
export function unstackAll(doc: Y.Doc, ids: readonly string[], origin?: unknown): void {
  const gone = new Set(ids)
  doc.transact(() => {
    for (const note of readNotes(doc)) if (gone.has(note.stack)) changeNote(doc, note.id, { stack: '' })
    for (const id of ids) rootOf(doc, 'stacks')?.delete(id)
  }, origin)
}
