/**
 * A wall as a Yjs document (docs/spec/documents.md): one map `notes`, by id. A note's text is a Y.Text, so that two people
 * who correct the same note at the same time, or one of them without network, both keep what they wrote; everything else
 * is a plain value where the last writer wins.
 *
 * Anybody who may write a document may write rubbish into it, so reading never throws, checks every field and bounds
 * everything.
 */
import * as Y from 'yjs'
import { NOTE_MAX_CHARS } from '../limits.ts'
import { isOrder, orderAt } from './order.ts'
import { NOTE_COLOURS } from './palette.ts'

/** More notes than this are not shown; no honest wall comes near. */
export const WALL_MAX_NOTES = 5_000
/** Two people who lengthen one note at once may pass NOTE_MAX_CHARS together; beyond this it is rubbish. */
const READ_MAX_CHARS = 2 * NOTE_MAX_CHARS
const NOTE_ID = /^[A-Za-z0-9_-]{1,40}$/
const ZONE_OR_PERSON = /^[A-Za-z0-9_-]{0,40}$/

export interface WallNote {
  readonly id: string
  /** As written, line breaks included (`\n`); never empty. */
  readonly text: string
  /** Person id as the writer's client gave it; empty: anonymous. */
  readonly author: string
  /** Index into NOTE_COLOURS. */
  readonly colour: number
  /** Zone id as written: the zone may not exist any more. Empty: none. */
  readonly zone: string
  /** See order.ts. */
  readonly order: string
  /** Server time, ms, as the writer's client knew it. */
  readonly createdAt: number
}

export interface WallContent {
  /** In order. */
  readonly notes: readonly WallNote[]
}

type Notes = Y.Map<unknown>
const notesOf = (doc: Y.Doc): Notes => doc.getMap('notes')

const plain = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : value instanceof Y.Text && value.length <= 100 * READ_MAX_CHARS
      ? value.toString()
      : ''

/** Line breaks made equal; controls and direction overrides, which could garble the neighbours, taken out. Nothing else. */
export const cleanText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: taking them out is the point
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '')

const bounded = (text: string): string => {
  if (text.length <= READ_MAX_CHARS) return text
  const cut = text.slice(0, READ_MAX_CHARS)
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut
}

const matching = (value: unknown, pattern: RegExp): string =>
  typeof value === 'string' && pattern.test(value) ? value : ''

function readNote(id: string, value: unknown): WallNote | undefined {
  if (!NOTE_ID.test(id) || !(value instanceof Y.Map)) return undefined
  const text = bounded(cleanText(plain(value.get('text'))))
  if (text.trim() === '') return undefined
  const colour: unknown = value.get('colour')
  const at: unknown = value.get('createdAt')
  const createdAt = typeof at === 'number' && Number.isFinite(at) && at >= 0 ? Math.floor(at) : 0
  const order: unknown = value.get('order')
  return {
    id,
    text,
    author: matching(value.get('author'), ZONE_OR_PERSON),
    colour:
      typeof colour === 'number' && Number.isInteger(colour) && colour >= 0 && colour < NOTE_COLOURS.length
        ? colour
        : 0,
    zone: matching(value.get('zone'), ZONE_OR_PERSON),
    order: isOrder(order) ? order : orderAt(createdAt),
    createdAt,
  }
}

/** Total order of notes, the same on every machine: key, then id. */
export const compareNotes = (a: WallNote, b: WallNote): number =>
  a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0

/** The wall as it is. Never throws, whatever the document holds. */
export function readWall(doc: Y.Doc): WallContent {
  const found: WallNote[] = []
  let notes: Notes
  try {
    notes = notesOf(doc)
  } catch {
    // Somebody defined `notes` with another type in this very document.
    return { notes: [] }
  }
  for (const [id, value] of notes.entries()) {
    const note = readNote(id, value)
    if (note) found.push(note)
    if (found.length >= WALL_MAX_NOTES) break
  }
  return { notes: found.sort(compareNotes) }
}

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

export type NewNote = Omit<WallNote, 'order'> & { readonly order?: string }

/** Writes a note; one of the same id is replaced. The caller mints the id and tells the time. */
export function addNote(doc: Y.Doc, note: NewNote, origin?: unknown): void {
  doc.transact(() => {
    const map = new Y.Map<unknown>()
    map.set('text', new Y.Text(cleanText(note.text)))
    map.set('author', note.author)
    map.set('colour', note.colour)
    map.set('zone', note.zone)
    map.set('order', note.order ?? orderAt(note.createdAt))
    map.set('createdAt', note.createdAt)
    notesOf(doc).set(note.id, map)
  }, origin)
}

export type NoteChange = Partial<Pick<WallNote, 'text' | 'colour' | 'zone' | 'order'>>

/** Changes a note; only what differs is written. False when there is no such note (any more). */
export function changeNote(doc: Y.Doc, id: string, change: NoteChange, origin?: unknown): boolean {
  const map = notesOf(doc).get(id)
  if (!(map instanceof Y.Map)) return false
  doc.transact(() => {
    if (change.text !== undefined) rewrite(map, change.text)
    for (const field of ['colour', 'zone', 'order'] as const)
      if (change[field] !== undefined && map.get(field) !== change[field]) map.set(field, change[field])
  }, origin)
  return true
}

/** Replaces only the part of the text that differs, so that somebody else's words beside it stay. */
function rewrite(map: Y.Map<unknown>, text: string): void {
  const next = cleanText(text)
  const held = map.get('text')
  if (!(held instanceof Y.Text)) {
    map.set('text', new Y.Text(next))
    return
  }
  const before = held.toString()
  let start = 0
  while (start < before.length && start < next.length && before[start] === next[start]) start++
  let end = 0
  const most = Math.min(before.length, next.length) - start
  while (end < most && before[before.length - 1 - end] === next[next.length - 1 - end]) end++
  // A pair that stands for one character is not torn.
  if (start > 0 && /[\ud800-\udbff]/.test(next[start - 1] ?? '')) start--
  if (end > 0 && /[\udc00-\udfff]/.test(next[next.length - end] ?? '')) end--
  const gone = before.length - end - start
  if (gone > 0) held.delete(start, gone)
  const come = next.slice(start, next.length - end)
  if (come !== '') held.insert(start, come)
}

/** Takes a note off the wall; gives it back for an undo with `addNote`. */
export function removeNote(doc: Y.Doc, id: string, origin?: unknown): WallNote | undefined {
  const notes = notesOf(doc)
  const note = readNote(id, notes.get(id))
  doc.transact(() => notes.delete(id), origin)
  return note
}
