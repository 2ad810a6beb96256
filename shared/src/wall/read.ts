/** Reading a wall (`model.ts`). On its own: who only looks at a wall does not load how it is changed. */
import * as Y from 'yjs'
import { LABEL_MAX_CHARS } from '../limits.ts'
import { oneLine } from '../text/clean.ts'
import { compareNotes, readNote, type WallNote } from './note.ts'

/** More notes than this are not shown; no honest wall comes near. */
export const WALL_MAX_NOTES = 20_000
export const STACK_ID = /^[A-Za-z0-9_-]{1,40}$/

/** Notes that were put together. It stands where its first note stands, and is gone with its last. */
export interface WallStack {
  readonly id: string
  /** Empty: unnamed. */
  readonly title: string
  /** At least one, in order. */
  readonly notes: readonly string[]
}

export interface WallContent {
  /** In order. `stack` names one of `stacks`, or is empty. */
  readonly notes: readonly WallNote[]
  /** In the order of their first notes. */
  readonly stacks: readonly WallStack[]
}

export type Entries = Y.Map<unknown>

/** Undefined when somebody defined the root with another type in this very document. */
export function rootOf(doc: Y.Doc, name: 'notes' | 'stacks'): Entries | undefined {
  try {
    return doc.getMap(name)
  } catch {
    return undefined
  }
}

const titleOf = (value: unknown): string => {
  const title: unknown = value instanceof Y.Map ? value.get('title') : undefined
  return typeof title === 'string' ? oneLine(title).slice(0, LABEL_MAX_CHARS) : ''
}

/** The notes alone, in order, as the document has them. Never throws. */
export function readNotes(doc: Y.Doc): readonly WallNote[] {
  const found: WallNote[] = []
  for (const [id, value] of rootOf(doc, 'notes')?.entries() ?? []) {
    const note = readNote(id, value)
    if (note) found.push(note)
    if (found.length >= WALL_MAX_NOTES) break
  }
  return found.sort(compareNotes)
}

/** Undefined: there is no such note, or nothing in it to show. */
export const readOne = (doc: Y.Doc, id: string): WallNote | undefined =>
  readNote(id, rootOf(doc, 'notes')?.get(id))

/** Is there a stack of this id, with or without notes? */
export const hasStack = (doc: Y.Doc, id: string): boolean =>
  STACK_ID.test(id) && rootOf(doc, 'stacks')?.get(id) instanceof Y.Map

/** One stack as the wall has it, its notes in order; undefined: there is none, or no note in it. Never throws. */
export function readStack(
  doc: Y.Doc,
  id: string,
): { readonly stack: WallStack; readonly notes: readonly WallNote[] } | undefined {
  if (!hasStack(doc, id)) return undefined
  const notes: WallNote[] = []
  for (const [note, value] of rootOf(doc, 'notes')?.entries() ?? []) {
    const inside = value instanceof Y.Map && value.get('stack') === id ? readNote(note, value) : undefined
    if (inside) notes.push(inside)
  }
  if (notes.length === 0) return undefined
  notes.sort(compareNotes)
  return {
    stack: { id, title: titleOf(rootOf(doc, 'stacks')?.get(id)), notes: notes.map((note) => note.id) },
    notes,
  }
}

/** The stacks that a document knows, with or without notes, and what they are called. Never throws. */
export function stackTitles(doc: Y.Doc): ReadonlyMap<string, string> {
  const titles = new Map<string, string>()
  for (const [id, value] of rootOf(doc, 'stacks')?.entries() ?? [])
    if (STACK_ID.test(id) && value instanceof Y.Map) titles.set(id, titleOf(value))
  return titles
}

/** Notes and stacks made one: a note whose stack is gone stands alone. Untouched notes stay the same objects. */
export function contentOf(ordered: readonly WallNote[], titles: ReadonlyMap<string, string>): WallContent {
  const members = new Map<string, string[]>()
  let orphans = false
  for (const note of ordered) {
    if (note.stack === '') continue
    if (!titles.has(note.stack)) orphans = true
    else {
      const held = members.get(note.stack)
      if (held) held.push(note.id)
      else members.set(note.stack, [note.id])
    }
  }
  const isOrphan = (note: WallNote) => note.stack !== '' && !titles.has(note.stack)
  return {
    notes: orphans ? ordered.map((note) => (isOrphan(note) ? { ...note, stack: '' } : note)) : ordered,
    stacks: [...members].map(([id, inside]) => ({ id, title: titles.get(id) ?? '', notes: inside })),
  }
}

/** The wall as it is. Never throws, whatever the document holds. */
export const readWall = (doc: Y.Doc): WallContent => contentOf(readNotes(doc), stackTitles(doc))

/** Notes of each zone in the given order; first, under `''`, those of no zone or of a zone that is gone, if there are any. */
export function notesByZone(
  notes: readonly WallNote[],
  zones: readonly { readonly id: string }[],
): readonly { readonly zone: string; readonly notes: readonly WallNote[] }[] {
  const places = new Map<string, WallNote[]>([['', []]])
  for (const { id } of zones) places.set(id, [])
  for (const note of notes) (places.get(note.zone) ?? places.get(''))?.push(note)
  return [...places]
    .filter(([zone, inside]) => zone !== '' || inside.length > 0 || zones.length === 0)
    .map(([zone, inside]) => ({ zone, notes: inside }))
}
