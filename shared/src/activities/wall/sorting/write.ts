/** Does to several notes at once what people ask, or says why not. All of it or nothing: what is refused has changed nothing. */
import type * as Y from 'yjs'
import { NOTE_MAX_CHARS } from '../../../limits.ts'
import { accept, type Outcome, refuse } from '../../../outcome.ts'
import { addNote, changeNote, type NoteChange, readNotes, readOne, removeNote } from '../../../wall/model.ts'
import { type WallNote, wholeOf } from '../../../wall/note.ts'
import { mergeTexts } from '../../../wall/text-edit.ts'
import type { EditMoment } from '../../kit/kind.ts'
import type { WallDefinition } from '../definition.ts'
import { SHARED_WALL, SHELF } from '../documents.ts'
import type { WallEdit } from '../edits.ts'
import { mayChange, mayWithAll } from '../may.ts'
import { holdPlaces } from '../places.ts'
import { settled, type WallState } from '../state.ts'
import { mergedText } from './likeness.ts'

type Moment = EditMoment<WallDefinition>
type Doc = (name: string) => Y.Doc
type Edit<T extends WallEdit['type']> = Extract<WallEdit, { readonly type: T }>

const DONE: Outcome<null> = accept(null)
const ALL = ['edit', 'move', 'remove'] as const

interface Wish {
  readonly id: string
  readonly secret?: string | undefined
}

/** The notes that are still there; refused when one of them is not theirs to change in this way. */
function found<W extends Wish>(
  way: 'edit' | 'move',
  wishes: readonly W[],
  state: WallState,
  moment: Moment,
  wall: Y.Doc,
): Outcome<readonly W[]> {
  const reach = settled(moment.definition, state).rights[way]
  const here: W[] = []
  for (const wish of wishes) {
    const note = readOne(wall, wish.id)
    if (note === undefined) continue
    if (!mayChange(reach, note, moment, wish.secret)) return refuse('not-allowed')
    here.push(wish)
  }
  return here.length > 0 ? accept(here) : refuse('stale')
}

/** Puts notes elsewhere, or gives them another paper. */
export function changeMany(
  state: WallState,
  edit: Edit<'reorder' | 'paint'>,
  moment: Moment,
  doc: Doc,
): Outcome<null> {
  const wall = doc(SHARED_WALL)
  const way = edit.type === 'paint' ? 'edit' : 'move'
  const here = found<Wish & NoteChange>(way, edit.notes, state, moment, wall)
  if (!here.ok) return here
  const definition = settled(moment.definition, state)
  const onCanvas = here.value.some(
    ({ at, zone }) => at?.canvas !== undefined || (zone !== undefined && definition.layout === 'canvas'),
  )
  wall.transact(() => {
    if (onCanvas) holdPlaces(definition, wall)
    for (const { id, colour, zone, order, at } of here.value)
      changeNote(wall, id, { colour, zone, order, at })
  })
  return DONE
}

/** Which notes lie on the shelf because they were made one with another, and with which. */
const mergedInto = (shelf: Y.Doc): Y.Map<unknown> => shelf.getMap('merged')

/** A note comes onto the shelf otherwise: what it was made one with is the past. */
export const forgetMerge = (shelf: Y.Doc, id: string): void => {
  if (mergedInto(shelf).has(id)) mergedInto(shelf).delete(id)
}

/** Notes from the shelf stand on the wall for themselves again: what people gave to them counts for them. */
export function partAgain(wall: Y.Doc, shelf: Y.Doc, ids: readonly string[]): void {
  const parted = ids.filter((id) => mergedInto(shelf).has(id))
  if (parted.length === 0) return
  for (const id of parted) forgetMerge(shelf, id)
  const own = new Set(parted.flatMap((id) => wholeOf(readOne(wall, id) ?? { id })))
  for (const { id, merged } of readNotes(wall))
    if (!parted.includes(id) && merged?.some((one) => own.has(one)))
      changeNote(wall, id, { merged: merged.filter((one) => !own.has(one)) })
}

const firstOf = (notes: readonly WallNote[], field: 'picture' | 'drawing'): string =>
  notes.find((note) => note[field] !== '')?.[field] ?? ''

/** Makes several notes one. The others lie on the shelf as they were: nothing is lost. */
export function merge(state: WallState, edit: Edit<'merge'>, moment: Moment, doc: Doc): Outcome<null> {
  if (!mayWithAll(ALL, state, moment)) return refuse('not-allowed')
  const [wall, shelf] = [doc(SHARED_WALL), doc(SHELF)]
  const into = readOne(wall, edit.into)
  if (into === undefined) return refuse('stale')
  const others = [...new Set(edit.notes)].flatMap((id) => (id === edit.into ? [] : (readOne(wall, id) ?? [])))
  // Done already, or taken away meanwhile.
  if (others.length === 0) return DONE
  const all = [into, ...others]
  const text = mergedText(all.map((note) => note.text))
  if (text.length > NOTE_MAX_CHARS && text !== into.text) return refuse('too-large')
  wall.transact(() => {
    changeNote(wall, into.id, {
      text,
      picture: firstOf(all, 'picture'),
      drawing: firstOf(all, 'drawing'),
      merged: all.flatMap(wholeOf).slice(1),
    })
    for (const note of others) removeNote(wall, note.id)
  })
  shelf.transact(() => {
    for (const note of others) {
      addNote(shelf, note)
      mergedInto(shelf).set(note.id, into.id)
    }
  })
  return DONE
}

/** Takes a merge back: the notes it took away stand where they stood. Nothing else leaves the shelf this way. */
export function unmerge(state: WallState, edit: Edit<'unmerge'>, moment: Moment, doc: Doc): Outcome<null> {
  if (!mayWithAll(ALL, state, moment)) return refuse('not-allowed')
  const [wall, shelf] = [doc(SHARED_WALL), doc(SHELF)]
  const back = edit.notes.flatMap((id) =>
    mergedInto(shelf).get(id) === edit.into ? (readOne(shelf, id) ?? []) : [],
  )
  if (back.length === 0)
    return edit.notes.every((id) => readOne(wall, id) !== undefined) ? DONE : refuse('stale')
  const unnamed = settled(moment.definition, state).identity === 'anonymous' ? { author: '' } : {}
  wall.transact(() => {
    for (const note of back) addNote(wall, { ...note, ...unnamed })
    const into = readOne(wall, edit.into)
    if (into === undefined) return
    const gone = new Set(back.flatMap(wholeOf))
    changeNote(wall, into.id, { merged: into.merged?.filter((id) => !gone.has(id)) })
    // Words that somebody has added since stay.
    const text = mergeTexts(edit.base, edit.text, into.text)
    if (text.trim() !== '' || into.picture !== '' || into.drawing !== '') changeNote(wall, into.id, { text })
  })
  shelf.transact(() => {
    for (const { id } of back) {
      removeNote(shelf, id)
      mergedInto(shelf).delete(id)
    }
  })
  return DONE
}
