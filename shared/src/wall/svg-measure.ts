/** How wide text is, without a screen: the widths of the typeface that our pictures are drawn with. */
import { GLYPH_RUNS } from './glyph-widths.ts'

export type Weight = 'regular' | 'bold'

const EM = 1000
/** Noto Emoji, which draws the emoji of our pictures: every one is as wide. */
const EMOJI_EM = 1.27
/** What the typeface lacks is drawn by another one: a generous guess, so that nothing leaves its note. */
const FALLBACK_EM = { upper: 0.78, other: 0.64, wide: 1.02 } as const

const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]/u
const INVISIBLE = /^[\p{M}\p{Cf}]$/u
/** Spaces that the typeface lacks, and one that it has and that is as wide. */
const NARROW_SPACE = 0x2009
const NARROW_SPACES = new Set([0x202f, 0x2006, 0x2008, 0x200a])

type Widths = ReadonlyMap<number, number>
let tables: Readonly<Record<Weight, Widths>> | undefined

function widths(weight: Weight): Widths {
  if (tables === undefined) {
    const read = (column: 1 | 2): Widths =>
      new Map(
        GLYPH_RUNS.flatMap((run) =>
          run[column].split(' ').map((width, i) => [run[0] + i, Number(width) / EM] as const),
        ),
      )
    tables = { regular: read(1), bold: read(2) }
  }
  return tables[weight]
}

const segmenter = new Intl.Segmenter('fr', { granularity: 'grapheme' })
const SIMPLE = /^[\u0020-\u02ff\u2010-\u2027\u202f\u20ac]*$/

/** What a reader takes for one character: an accent stays on its letter, a family of emoji stays together. */
export const graphemes = (text: string): string[] =>
  SIMPLE.test(text) ? [...text] : [...segmenter.segment(text)].map((s) => s.segment)

function codeWidth(code: number, char: string, table: Widths): number {
  const known = table.get(NARROW_SPACES.has(code) ? NARROW_SPACE : code)
  if (known !== undefined) return known
  if (INVISIBLE.test(char)) return 0
  if (WIDE.test(char)) return FALLBACK_EM.wide
  return /\p{Lu}/u.test(char) ? FALLBACK_EM.upper : FALLBACK_EM.other
}

/** Width of one grapheme in em. */
function graphemeWidth(grapheme: string, table: Widths): number {
  if (grapheme.length > 0 && EMOJI.test(grapheme) && (grapheme.codePointAt(0) ?? 0) > 0xff) return EMOJI_EM
  let sum = 0
  for (const char of grapheme) sum += codeWidth(char.codePointAt(0) ?? 0, char, table)
  return sum
}

/** Width of text on one line, in the unit of `size` (its font size). Kerning is left out: it only narrows. */
export function textWidth(text: string, size: number, weight: Weight = 'regular'): number {
  const table = widths(weight)
  let sum = 0
  for (const grapheme of graphemes(text)) sum += graphemeWidth(grapheme, table)
  return sum * size
}
