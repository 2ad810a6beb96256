/** One note as the document holds it, and as everybody reads it: every field checked, everything bounded. */
import * as Y from 'yjs'
import { NOTE_MAX_CHARS } from '../limits.ts'
import { cleanText } from '../text/clean.ts'
import { isOrder, orderAt } from './order.ts'
import { NOTE_COLOURS } from './palette.ts'

/** The layouts in which a note has a place of its own. In columns and lists it has a zone and a rank instead. */
export const SPATIAL_LAYOUTS = ['canvas', 'matrix', 'picture', 'timeline'] as const
export type SpatialLayout = (typeof SPATIAL_LAYOUTS)[number]

/** On the canvas in its own unit (a note is NOTE_SIDE wide); elsewhere in fractions of the whole, from the left and from the top. */
export interface Point {
  readonly x: number
  readonly y: number
}
export const NOTE_SIDE = 200
/** Nobody finds a note that is further out. */
export const CANVAS_REACH = 100_000

/** Two people who lengthen one note at once may pass NOTE_MAX_CHARS together; beyond this it is rubbish. */
const READ_MAX_CHARS = 2 * NOTE_MAX_CHARS
export const DRAWING_MAX_CHARS = 12_000
export const DIMENSIONS_MAX = 3
const TAG_MAX_CHARS = 80
/** Notes that one note may have been made of. */
export const MERGED_MAX = 200
const NOTE_ID = /^[A-Za-z0-9_-]{1,40}$/
const REFERENCE = /^[A-Za-z0-9_-]{0,40}$/
const SEAL = /^[0-9a-f]*$/
const DRAWING = /^[0-9a-z.,;-]*$/

export interface WallNote {
  readonly id: string
  /** As written, line breaks included (`\n`); empty only beside a picture or a drawing. */
  readonly text: string
  /** Person id, or a pseudonym's; empty: anonymous. */
  readonly author: string
  /** Index into NOTE_COLOURS, and of the category where the wall has categories. */
  readonly colour: number
  /** Zone id as written: the zone may not exist any more. Empty: none. */
  readonly zone: string
  /** See order.ts. */
  readonly order: string
  /** Server time, ms, as the writer's client or the server knew it. */
  readonly createdAt: number
  /** Id of its stack; empty: none. Whether that stack exists is for `readWall` to say. */
  readonly stack: string
  /** Where it was put, by layout. Absent: nobody has put it anywhere. */
  readonly at: { readonly [L in SpatialLayout]?: Point | undefined }
  /** Id of a picture of the session; empty: none. */
  readonly picture: string
  /** Strokes (see drawing.ts); empty: none. */
  readonly drawing: string
  /** By dimension id: a number, or a tag. */
  readonly values: Readonly<Record<string, number | string>>
  /** Hash of the secret of whoever wrote it without a name: who has the secret may change it. Empty: none. */
  readonly seal: string
  /** Ids of the notes that were made one with it: what people gave to them counts for it. Absent: none. */
  readonly merged?: readonly string[] | undefined
}

/** The ids of a note and of all that were made one with it. */
export const wholeOf = ({ id, merged = [] }: Pick<WallNote, 'id' | 'merged'>): readonly string[] => [
  id,
  ...merged,
]

/** What a new note must say; all else has a default. */
export type NewNote = Pick<WallNote, 'id' | 'text' | 'createdAt'> & {
  readonly [F in keyof WallNote]?: WallNote[F] | undefined
}

const plain = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : value instanceof Y.Text && value.length <= 100 * READ_MAX_CHARS
      ? value.toString()
      : ''

const bounded = (text: string): string => {
  if (text.length <= READ_MAX_CHARS) return text
  const cut = text.slice(0, READ_MAX_CHARS)
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut
}

const matching = (value: unknown, pattern: RegExp, most = 40): string =>
  typeof value === 'string' && value.length <= most && pattern.test(value) ? value : ''

const within = (value: unknown, least: number, most: number): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : undefined

/** Undefined: not a point at all. What lies outside is brought to the edge. */
export function pointIn(layout: SpatialLayout, raw: unknown): Point | undefined {
  if (!Array.isArray(raw)) return undefined
  const [least, most] = layout === 'canvas' ? [-CANVAS_REACH, CANVAS_REACH] : [0, 1]
  const [x, y] = [within(raw[0], least, most), within(raw[1], least, most)]
  return x === undefined || y === undefined ? undefined : { x, y }
}

const NOWHERE: WallNote['at'] = {}
function placesOf(map: Y.Map<unknown>): WallNote['at'] {
  let at: Partial<Record<SpatialLayout, Point>> | undefined
  for (const layout of SPATIAL_LAYOUTS) {
    const point = pointIn(layout, map.get(layout))
    if (point === undefined) continue
    at ??= {}
    at[layout] = point
  }
  return at ?? NOWHERE
}

const NO_VALUES: WallNote['values'] = {}
function valuesOf(raw: unknown): WallNote['values'] {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return NO_VALUES
  const values = Object.entries(raw).filter(
    ([id, value]) =>
      NOTE_ID.test(id) &&
      (typeof value === 'number'
        ? Number.isFinite(value)
        : typeof value === 'string' && value.length <= TAG_MAX_CHARS),
  )
  return values.length === 0 ? NO_VALUES : Object.fromEntries(values.slice(0, DIMENSIONS_MAX))
}

function mergedIn(raw: unknown): Pick<WallNote, 'merged'> | undefined {
  if (!Array.isArray(raw)) return undefined
  const merged = raw.slice(0, MERGED_MAX).filter((id) => typeof id === 'string' && NOTE_ID.test(id))
  return merged.length > 0 ? { merged } : undefined
}

/** Undefined: nothing that could be shown. Never throws. */
export function readNote(id: string, value: unknown): WallNote | undefined {
  if (!NOTE_ID.test(id) || !(value instanceof Y.Map)) return undefined
  const text = bounded(cleanText(plain(value.get('text'))))
  const picture = matching(value.get('picture'), REFERENCE)
  const drawing = matching(value.get('drawing'), DRAWING, DRAWING_MAX_CHARS)
  if (text.trim() === '' && picture === '' && drawing === '') return undefined
  const colour: unknown = value.get('colour')
  const at: unknown = value.get('createdAt')
  const createdAt = typeof at === 'number' && Number.isFinite(at) && at >= 0 ? Math.floor(at) : 0
  const order: unknown = value.get('order')
  return {
    id,
    text,
    author: matching(value.get('author'), REFERENCE),
    colour:
      typeof colour === 'number' && Number.isInteger(colour) && colour >= 0 && colour < NOTE_COLOURS.length
        ? colour
        : 0,
    zone: matching(value.get('zone'), REFERENCE),
    order: isOrder(order) ? order : orderAt(createdAt),
    createdAt,
    stack: matching(value.get('stack'), REFERENCE),
    at: placesOf(value),
    picture,
    drawing,
    values: valuesOf(value.get('values')),
    seal: matching(value.get('seal'), SEAL, 64),
    ...mergedIn(value.get('merged')),
  }
}

/** A note's map, to be put into a document. What is as it would be read anyway is left out: a wall of thousands is that much smaller. */
export function mapOf(note: NewNote): Y.Map<unknown> {
  const map = new Y.Map<unknown>()
  map.set('text', new Y.Text(cleanText(note.text)))
  map.set('createdAt', note.createdAt)
  for (const field of ['author', 'zone', 'stack', 'picture', 'drawing', 'seal'] as const)
    if (note[field]) map.set(field, note[field])
  if (note.colour) map.set('colour', note.colour)
  if (note.order !== undefined && note.order !== orderAt(note.createdAt)) map.set('order', note.order)
  for (const layout of SPATIAL_LAYOUTS) {
    const point = note.at?.[layout]
    if (point) map.set(layout, [point.x, point.y])
  }
  if (note.values && Object.keys(note.values).length > 0) map.set('values', { ...note.values })
  if (note.merged && note.merged.length > 0) map.set('merged', note.merged.slice(0, MERGED_MAX))
  return map
}

/** Total order of notes, the same on every machine: key, then id. */
export const compareNotes = (a: WallNote, b: WallNote): number =>
  a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0
