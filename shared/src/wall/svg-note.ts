import { DRAWING_HEIGHT, DRAWING_WIDTH, drawingPaths } from './drawing.ts'
import type { PictureNote, PlacedArt, PlacedNote } from './svg-picture.ts'
import { type TextLine, wrapText } from './svg-wrap.ts'

export const NOTE_WIDTH = 256
const PADDING = 16
const INSIDE = NOTE_WIDTH - 2 * PADDING
const AUTHOR = { size: 14, leading: 18, gap: 8 } as const
const LEADING = 1.3

/** The fewer words, the larger they are written, as with a felt pen. Longest text in characters → font size. */
const SIZES: readonly (readonly [chars: number, size: number])[] = [
  [28, 26],
  [70, 23],
  [140, 20.5],
  [Number.POSITIVE_INFINITY, 18.5],
]

/** A picture fills the note's width, unless it is taller than this, in widths. */
const TALLEST = 1.5
const ART_GAP = 10

type Art = Pick<PlacedArt, 'width' | 'height' | 'content'>

/** As wide as the note, never cut. */
function artOf({ picture, drawing }: PictureNote): Art[] {
  const art: Art[] = []
  if (picture && picture.width > 0 && picture.height > 0) {
    const width = Math.min(INSIDE, (TALLEST * INSIDE * picture.width) / picture.height)
    art.push({ width, height: (width * picture.height) / picture.width, content: { href: picture.href } })
  }
  const paths = drawing === undefined ? [] : drawingPaths(drawing)
  if (paths.length > 0)
    art.push({ width: INSIDE, height: (INSIDE * DRAWING_HEIGHT) / DRAWING_WIDTH, content: { paths } })
  return art
}

/** A note with its lines broken: all but its place. */
export interface NoteSize {
  readonly note: PictureNote
  readonly size: number
  readonly lines: readonly TextLine[]
  /** Above the text, one below the other. */
  readonly art: readonly Art[]
  readonly author: readonly TextLine[]
  readonly height: number
}

/** Several empty lines in a row are drawn as one: a note of returns must not push the others off the wall. */
export const calm = (text: string): string => text.trim().replace(/\n(?:[ \t]*\n){2,}/g, '\n\n')

/** Of pictures and drawings, with the gap to what is below. */
const heightOf = (art: readonly Art[], lines: readonly TextLine[]): number =>
  art.reduce((sum, { height }) => sum + height + ART_GAP, art.length > 0 && lines.length === 0 ? -ART_GAP : 0)

export function sizeNote(note: PictureNote): NoteSize {
  const text = calm(note.text)
  const size = SIZES.find(([chars]) => text.length <= chars)?.[1] ?? 18.5
  const art = artOf(note)
  const lines = text === '' && art.length > 0 ? [] : wrapText(text, INSIDE, { size, weight: 'regular' })
  const author =
    note.author === null ? [] : wrapText(note.author, INSIDE, { size: AUTHOR.size, weight: 'regular' })
  const signature = author.length === 0 ? 0 : AUTHOR.gap + author.length * AUTHOR.leading
  return {
    note,
    size,
    lines,
    art,
    author,
    height: 2 * PADDING + heightOf(art, lines) + lines.length * size * LEADING + signature,
  }
}

export function placeNote(sized: NoteSize, x: number, y: number): PlacedNote {
  const { size, lines, height } = sized
  const leading = size * LEADING
  const head = y + PADDING
  let below = head
  const art = sized.art.map((one): PlacedArt => {
    const placed = { ...one, x: x + PADDING + (INSIDE - one.width) / 2, y: below }
    below += one.height + ART_GAP
    return placed
  })
  const top = head + heightOf(sized.art, lines)
  const style = { x: x + PADDING, bold: false }
  const signatureAt = top + lines.length * leading + AUTHOR.gap + AUTHOR.size
  return {
    x,
    y,
    width: NOTE_WIDTH,
    height,
    colour: sized.note.colour,
    isPile: false,
    art,
    text: { ...style, y: top + size * 0.98, size, leading, quiet: false, lines },
    author:
      sized.author.length === 0
        ? null
        : {
            ...style,
            y: signatureAt,
            size: AUTHOR.size,
            leading: AUTHOR.leading,
            quiet: true,
            lines: sized.author,
          },
  }
}
