/** How large a text is written on a note of fixed size: as large as fits, in a few steps, so that neighbours look alike. */
import { NOTE_SIDE } from './note.ts'

/** In the unit of the note, NOTE_SIDE wide. */
export const FIT_SIZES = [30, 26, 22, 19, 16.5, 14.5, 13, 11.5, 10.25, 9, 8] as const
export const FIT_LEADING = 1.25
/** Around the text, on each side. */
export const FIT_PADDING = 12

export interface Room {
  readonly width: number
  readonly height: number
}
const WHOLE: Room = { width: NOTE_SIDE - 2 * FIT_PADDING, height: NOTE_SIDE - 2 * FIT_PADDING }

/** Of a letter, in em; a little more than in the middle of a French text, so that the guess errs to the safe side. */
const LETTER_EM = 0.53
/** Letters that are broader than most, in letters. */
const broad = (code: number): number =>
  code >= 0x2e80 ? (code >= 0xd800 && code <= 0xdfff ? 1.25 : 2) : code >= 0x41 && code <= 0x5a ? 1.3 : 1

const lengthOf = (word: string): number => {
  let sum = 0
  for (let i = 0; i < word.length; i++) sum += broad(word.charCodeAt(i))
  return sum
}

/** Large letters never break a word: it is written smaller instead, as one would by hand. */
export const WHOLE_WORDS_FROM = 11.5

type Words = readonly (readonly number[])[]

/** The lines of paragraphs whose words are so long, with so many letters to a line. */
function linesOf(paragraphs: Words, perLine: number): number {
  let lines = 0
  for (const words of paragraphs) {
    let filled = 0
    lines += 1
    for (const word of words) {
      if (filled > 0 && filled + 1 + word > perLine) {
        lines += 1
        filled = 0
      }
      filled += (filled > 0 ? 1 : 0) + word
      // A word that is longer than a line goes on in the next ones.
      if (filled > perLine) {
        lines += Math.ceil(filled / perLine) - 1
        filled %= perLine
      }
    }
  }
  return lines
}

/**
 * The size of the letters with which the text fits into a room, the whole note unless something else is on it, too. The
 * smallest when none does: then it takes more room than there is, and whoever shows it must let it be read some other way.
 */
export function fontFor(text: string, room: Room = WHOLE): number {
  const paragraphs = text.split('\n').map((paragraph) => paragraph.split(/[ \t]+/).map(lengthOf))
  const longest = Math.max(...paragraphs.flat())
  for (const size of FIT_SIZES) {
    const perLine = room.width / (size * LETTER_EM)
    if (size >= WHOLE_WORDS_FROM && longest > perLine) continue
    const lines = linesOf(paragraphs, perLine)
    if (lines * size * FIT_LEADING <= room.height) return size
  }
  return FIT_SIZES[FIT_SIZES.length - 1] ?? 8
}
