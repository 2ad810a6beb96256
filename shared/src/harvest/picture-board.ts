import type { Shape } from '../wall/shapes.ts'
import type { BoardItem, PictureBoard, PictureZone } from '../wall/svg-picture.ts'
import type { HarvestBoard, HarvestNote, HarvestZone } from './blocks.ts'
import { type Drawn, pictureNote } from './picture-notes.ts'
import { type NoteRun, stacksAndRest } from './stacks.ts'

/** The stacks of a wall by the ids of their first notes: where those stand, they stand. */
function pilesOf(
  zones: readonly HarvestZone[],
  notes: ReadonlyMap<string, HarvestNote>,
): ReadonlyMap<string, NoteRun> {
  return new Map(
    zones.flatMap(({ stacks = [] }) =>
      stacks.map((stack) => [
        stack.notes[0] ?? '',
        { ...stack, notes: stack.notes.flatMap((id) => notes.get(id) ?? []) },
      ]),
    ),
  )
}

/** A zone as it is drawn: each of its stacks as a panel of its own, and one for all that is in none. */
export function panelsOf(drawn: Drawn, zone: HarvestZone): readonly PictureZone[] {
  const panel = (title: string, within: string, run: Pick<NoteRun, 'notes' | 'votes'>): PictureZone => ({
    title,
    within,
    count: drawn.words.size(run),
    notes: run.notes.map((note) => pictureNote(drawn, note)),
  })
  const { stacks, rest } = stacksAndRest(zone)
  return [
    ...stacks.map((stack) => panel(stack.title || drawn.words.stack, zone.title, stack)),
    ...(rest.length > 0 || stacks.length === 0 ? [panel(zone.title, '', { notes: rest })] : []),
  ]
}

function underOf(drawn: Drawn, { unit, shapes }: HarvestBoard['under']): PictureBoard['under'] {
  return {
    unit,
    shapes: shapes.flatMap((shape): Shape[] => {
      if (shape.type !== 'picture') return [shape]
      const href = drawn.pictures.get(shape.picture)?.href
      return href === undefined ? [] : [{ ...shape, picture: href }]
    }),
  }
}

/**
 * A board, and what stands below it: its stacks, opened, and the notes that nobody has put anywhere. Each note is in one of
 * these places.
 */
export function pictureBoard(
  drawn: Drawn,
  zones: readonly HarvestZone[],
  board: HarvestBoard,
): { readonly board: PictureBoard; readonly zones: readonly PictureZone[] } {
  const { words } = drawn
  const notes = new Map(zones.flatMap((zone) => zone.notes.map((note) => [note.id, note])))
  const piles = pilesOf(zones, notes)
  const shown = new Set<string>()
  const opened: PictureZone[] = []
  const items = board.places.flatMap(({ note: id, x, y }): BoardItem[] => {
    const note = notes.get(id)
    if (note === undefined || shown.has(id)) return []
    const pile = piles.get(id)
    shown.add(id)
    if (pile === undefined) return [{ x, y, note: pictureNote(drawn, note), isPile: false }]
    for (const inside of pile.notes) shown.add(inside.id)
    const title = pile.title || words.stack
    const count = words.size(pile)
    opened.push({ title, within: '', count, notes: pile.notes.map((inside) => pictureNote(drawn, inside)) })
    return [{ x, y, note: { text: title, colour: note.colour, author: count }, isPile: true }]
  })
  const waiting: HarvestZone = {
    title: board.waiting,
    notes: zones.flatMap((zone) => zone.notes.filter(({ id }) => !shown.has(id))),
    stacks: zones.flatMap(({ stacks = [] }) => stacks),
  }
  return {
    board: { paper: board.paper, frames: board.frames, under: underOf(drawn, board.under), items },
    zones: [...opened, ...(waiting.notes.length > 0 ? panelsOf(drawn, waiting) : [])],
  }
}
