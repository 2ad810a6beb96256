/** Places on the canvas are kept from the moment on when somebody begins to put notes somewhere: from then on nothing moves by itself. */
import type * as Y from 'yjs'
import { freePlace, keptPoint, placeNotes } from '../../wall/board.ts'
import { changeNote, readNotes } from '../../wall/model.ts'
import type { WallNote } from '../../wall/note.ts'
import type { WallDefinition } from './definition.ts'

/** Gives every note that stands in a cell of the canvas because nobody has put it anywhere that cell as its place. */
export function holdPlaces({ zones }: WallDefinition, wall: Y.Doc): void {
  const notes = readNotes(wall)
  const loose = notes.filter((note) => note.at.canvas === undefined)
  if (loose.length === 0) return
  const placed = placeNotes(notes, 'canvas', zones)
  wall.transact(() => {
    for (const { id } of loose) {
      const middle = placed.get(id)
      if (middle) changeNote(wall, id, { at: { canvas: keptPoint('canvas', middle) } })
    }
  })
}

/** Where a new note goes on a wall that is a canvas, when its writer does not say. */
export function newPlace(
  { layout, zones }: WallDefinition,
  wall: Y.Doc,
  note: { readonly zone: string; readonly at?: WallNote['at'] | undefined },
): Pick<WallNote, 'at'> | Record<string, never> {
  if (layout !== 'canvas' || note.at?.canvas) return {}
  const canvas = keptPoint('canvas', freePlace(readNotes(wall), zones, note.zone))
  return { at: { ...note.at, canvas } }
}
