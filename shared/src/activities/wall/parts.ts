/** In which named part of the wall a note stands, as the wall is looked at now. */
import type { WallNote } from '../../wall/note.ts'
import { partAt } from './backgrounds.ts'
import type { WallDefinition } from './definition.ts'
import { PART_IDS, type PartId, type SayPart } from './part-words.ts'

/** What decides how notes are laid out. */
export type Look = Pick<WallDefinition, 'layout' | 'background' | 'axes'>

export interface Part {
  readonly id: PartId
  readonly name: string
}

/** The drawing whose parts count: a matrix is a two-by-two. Undefined: this wall has no parts. */
export const drawingOf = ({ layout, background }: Look) =>
  layout === 'matrix'
    ? 'two-by-two'
    : layout === 'picture' && typeof background === 'string'
      ? background
      : undefined

const ENDS = {
  'top-left': ['left', 'top'],
  'top-right': ['right', 'top'],
  'bottom-left': ['left', 'bottom'],
  'bottom-right': ['right', 'bottom'],
} as const
const isQuadrant = (part: PartId): part is keyof typeof ENDS => Object.hasOwn(ENDS, part)

/** A quadrant is called after the ends of the axes between which it lies, where they have names. */
function nameOf(part: PartId, axes: Look['axes'], say: SayPart): string {
  const ends = isQuadrant(part) ? ENDS[part].map((end) => axes[end].trim()).filter((end) => end !== '') : []
  return ends.length > 0 ? ends.join(' · ') : say(part)
}

/** The parts of a wall in the order in which one reads them; none: the layout has no parts. */
export function partsOfWall(look: Look, say: SayPart): readonly Part[] {
  const drawing = drawingOf(look)
  return drawing === undefined
    ? []
    : PART_IDS[drawing].map((id) => ({ id, name: nameOf(id, look.axes, say) }))
}

/** The part in which a note stands; undefined: the wall has no parts, or nobody has put the note anywhere yet. */
export function partOfNote(look: Look, note: Pick<WallNote, 'at'>): PartId | undefined {
  const drawing = drawingOf(look)
  const place = look.layout === 'matrix' ? note.at.matrix : note.at.picture
  return drawing === undefined || place === undefined ? undefined : partAt(drawing, place)
}
