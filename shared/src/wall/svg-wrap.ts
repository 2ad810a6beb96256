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
  for (const piece of paragraph.split(PLACES)) {
    const last = cut.length - 1
    if (last >= 0 && OPENS.test(cut[last] ?? '')) cut[last] += piece
    else cut.push(piece)
  }
  return cut
}

/** A piece too wide for any line, cut between graphemes. */
function slices(piece: string, width: number, { size, weight }: TextStyle): string[] {
  const cut: string[] = []
  let slice = ''
  let filled = 0
  for (const grapheme of graphemes(piece)) {
    const wide = textWidth(grapheme, size, weight)
    if (slice !== '' && filled + wide > width) {
      cut.push(slice)
      slice = ''
      filled = 0
    }
    slice += grapheme
    filled += wide
  }
  return [...cut, slice]
}

function wrapParagraph(paragraph: string, width: number, style: TextStyle): TextLine[] {
  const { size, weight } = style
  const lines: TextLine[] = []
  let line = ''
  let filled = 0
  const put = (piece: string): void => {
    const visible = textWidth(piece.replace(SPACES_AT_END, ''), size, weight)
    if (line !== '' && filled + visible > width) {
      lines.push({ text: line, continues: true })
      line = ''
      filled = 0
    }
    line += piece
    filled += textWidth(piece, size, weight)
  }
  for (const piece of pieces(paragraph)) {
    const fits = textWidth(piece.replace(SPACES_AT_END, ''), size, weight) <= width
    for (const slice of fits ? [piece] : slices(piece, width, style)) put(slice)
  }
  return [...lines, { text: line, continues: false }]
}

/** Wraps text into lines no wider than `width`; the author's own line breaks (`\n`) stay. */
export const wrapText = (text: string, width: number, style: TextStyle): TextLine[] =>
  text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, width, style))

const NARROWINGS = 7

/** A title's lines, about as long as each other: no word stands alone on the last one. */
export function wrapTitle(text: string, width: number, style: TextStyle): TextLine[] {
  let best = wrapText(text, width, style)
  if (best.length === 1) return best
  let [narrow, wide] = [width / 2, width]
  for (let i = 0; i < NARROWINGS; i++) {
    const middle = (narrow + wide) / 2
    const lines = wrapText(text, middle, style)
    if (lines.length === best.length) [best, wide] = [lines, middle]
    else narrow = middle
  }
  return best
}
