/** Text in a room that does not grow: smaller until it fits, and never cut. */
import { FIT_LEADING, type Room, WHOLE_WORDS_FROM } from './fit.ts'
import { graphemes, textWidth, type Weight } from './svg-measure.ts'
import { type TextLine, wrapText } from './svg-wrap.ts'

export interface FittedText {
  readonly size: number
  readonly leading: number
  readonly lines: readonly TextLine[]
  readonly height: number
}

/** Each step is smaller by this at least; a text that is far too long takes larger ones. */
const STEP_DOWN = 0.96

const widest = (parts: readonly string[], weight: Weight): number =>
  Math.max(...parts.map((part) => textWidth(part, 1, weight)))

/** At most so large, what one reads as one letter has room in a line, and words that need not be broken stay whole. */
function largest(text: string, width: number, from: number, weight: Weight): number {
  const word = widest(text.split(/\s+/), weight)
  const whole = width / word
  if (word === 0 || whole >= from) return from
  return whole < WHOLE_WORDS_FROM ? Math.min(from, width / widest(graphemes(text), weight)) : whole
}

/** `from`: the size to begin with. In the unit of the note, NOTE_SIDE wide. */
export function fitText(text: string, room: Room, from: number, weight: Weight = 'regular'): FittedText {
  for (let size = largest(text, room.width, from, weight); ; ) {
    const lines = wrapText(text, room.width, { size, weight })
    const leading = size * FIT_LEADING
    const height = lines.length * leading
    if (height <= room.height) return { size, leading, lines, height }
    // Letters of half the size take a quarter of the room.
    size *= Math.min(STEP_DOWN, Math.sqrt(room.height / height))
  }
}
