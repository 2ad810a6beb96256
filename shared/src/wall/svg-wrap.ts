import { graphemes, textWidth, type Weight } from './svg-measure.ts'

export interface TextStyle {
  /** Font size, in the unit of the width. */
  readonly size: number
  readonly weight: Weight
}

export interface TextLine {
  /** With the spaces at its end, so that all lines of a text, put together, are the text. */
  readonly text: string
  /** False: the author ended the line here, or the text ends. */
  readonly continues: boolean
}

/**
 * Places where a line may end: after spaces, after a hyphen or a slash between letters, between ideograms. Never before
 * the French high punctuation, also when its space is a plain one.
 */
const PLACES =
  /(?<=[ \t\u2000-\u2006\u2008-\u200b])(?=[^ \t\u2000-\u200b;:!?»%€])|(?<=\p{L}[-‐/])(?=\p{L})|(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/u
const OPENS = /«[ \t\u00a0\u202f]*$/
const SPACES_AT_END = /(?<![ \t\u2000-\u200b])[ \t\u2000-\u200b]+$/

/** A paragraph cut where it may be cut; an opening « keeps what follows. */
function pieces(paragraph: string): string[] {
  const cut: string[] = []
  let isOpen = false
  for (const piece of paragraph.split(PLACES)) {
    const last = cut.length - 1
    if (isOpen) cut[last] += piece
    else cut.push(piece)
    isOpen = OPENS.test(piece)
  }
  return cut
}

/** A piece with its width, without and with the spaces at its end. */
interface Measured {
  readonly text: string
  readonly visible: number
  readonly full: number
}

function measured(text: string, { size, weight }: TextStyle): Measured {
  const bare = text.replace(SPACES_AT_END, '')
  const visible = textWidth(bare, size, weight)
  return { text, visible, full: visible + textWidth(text.slice(bare.length), size, weight) }
}

const NOTHING: Measured = { text: '', visible: 0, full: 0 }

/** A piece too wide for any line, cut between graphemes. */
function slices(piece: string, width: number, { size, weight }: TextStyle): Measured[] {
  const cut: Measured[] = []
  let slice = NOTHING
  for (const grapheme of graphemes(piece)) {
    const wide = textWidth(grapheme, size, weight)
    if (slice.text !== '' && slice.full + wide > width) {
      cut.push(slice)
      slice = NOTHING
    }
    const full = slice.full + wide
    const visible = SPACES_AT_END.test(grapheme) ? slice.visible : full
    slice = { text: slice.text + grapheme, visible, full }
  }
  return [...cut, slice]
}

function wrapPieces(pieces: readonly Measured[], width: number, style: TextStyle): TextLine[] {
  const lines: TextLine[] = []
  let line = ''
  let filled = 0
  const put = ({ text, visible, full }: Measured): void => {
    if (line !== '' && filled + visible > width) {
      lines.push({ text: line, continues: true })
      line = ''
      filled = 0
    }
    line += text
    filled += full
  }
  for (const piece of pieces)
    if (piece.visible <= width) put(piece)
    else for (const slice of slices(piece.text, width, style)) put(slice)
  return [...lines, { text: line, continues: false }]
}

/** The pieces of each of the author's own lines (`\n`), measured once. */
const measuredLines = (text: string, style: TextStyle): Measured[][] =>
  text.split('\n').map((paragraph) => pieces(paragraph).map((piece) => measured(piece, style)))

const wrapLines = (lines: readonly (readonly Measured[])[], width: number, style: TextStyle): TextLine[] =>
  lines.flatMap((line) => wrapPieces(line, width, style))

/** Wraps text into lines no wider than `width`; the author's own line breaks (`\n`) stay. */
export const wrapText = (text: string, width: number, style: TextStyle): TextLine[] =>
  wrapLines(measuredLines(text, style), width, style)

const NARROWINGS = 7

/** A title's lines, about as long as each other: no word stands alone on the last one. */
export function wrapTitle(text: string, width: number, style: TextStyle): TextLine[] {
  const whole = measuredLines(text, style)
  let best = wrapLines(whole, width, style)
  if (best.length === 1) return best
  let [narrow, wide] = [width / 2, width]
  for (let i = 0; i < NARROWINGS; i++) {
    const middle = (narrow + wide) / 2
    const lines = wrapLines(whole, middle, style)
    if (lines.length === best.length) [best, wide] = [lines, middle]
    else narrow = middle
  }
  return best
}
