import type { PictureNote, PlacedNote } from './svg-picture.ts'
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

/** A note with its lines broken: all but its place. */
export interface NoteSize {
  readonly note: PictureNote
  readonly size: number
  readonly lines: readonly TextLine[]
  readonly author: readonly TextLine[]
  readonly height: number
}

/** Several empty lines in a row are drawn as one: a note of returns must not push the others off the wall. */
const calm = (text: string): string => text.trim().replace(/\n(?:[ \t]*\n){2,}/g, '\n\n')

export function sizeNote(note: PictureNote): NoteSize {
  const text = calm(note.text)
  const size = SIZES.find(([chars]) => text.length <= chars)?.[1] ?? 18.5
  const lines = wrapText(text, INSIDE, { size, weight: 'regular' })
  const author =
    note.author === null ? [] : wrapText(note.author, INSIDE, { size: AUTHOR.size, weight: 'regular' })
  const signature = author.length === 0 ? 0 : AUTHOR.gap + author.length * AUTHOR.leading
  return {
    note,
    size,
    lines,
    author,
    height: 2 * PADDING + lines.length * size * LEADING + signature,
  }
}

export function placeNote(sized: NoteSize, x: number, y: number): PlacedNote {
  const { size, lines, height } = sized
  const leading = size * LEADING
  const top = y + PADDING
  const style = { x: x + PADDING, bold: false }
  const signatureAt = top + lines.length * leading + AUTHOR.gap + AUTHOR.size
  return {
    x,
    y,
    width: NOTE_WIDTH,
    height,
    colour: sized.note.colour,
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
