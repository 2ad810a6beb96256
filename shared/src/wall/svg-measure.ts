/** How wide text is, without a screen: the widths of the typefaces that our pictures are drawn with. */
import { FALLBACK_RUNS, GLYPH_RUNS } from './glyph-widths.ts'

export type Weight = 'regular' | 'bold'
/** Which of our typefaces draws a grapheme: the text's own, that of emoji, or the one that has most of the rest. */
export type Face = 'text' | 'emoji' | 'other'

const EM = 1000
/** Noto Emoji: every one is as wide. */
export const EMOJI_EM = 1.27
/** What none of the typefaces is known to have: a generous guess, so that nothing leaves its note. */
const GUESS_EM = { upper: 0.78, other: 0.66, wide: 1.02 } as const

const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u
const PRESENTED = /\p{Emoji_Presentation}/u
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]/u
const INVISIBLE = /^[\p{M}\p{Cf}\p{Cc}]$/u

type Widths = ReadonlyMap<number, number>
interface Tables {
  readonly regular: Widths
  readonly bold: Widths
  readonly other: Widths
}
let made: Tables | undefined

const run = (first: number, widths: string): [number, number][] =>
  widths.split(' ').map((width, i) => [first + i, Number(width) / EM])

function tables(): Tables {
  made ??= {
    regular: new Map(GLYPH_RUNS.flatMap(([first, regular]) => run(first, regular))),
    bold: new Map(GLYPH_RUNS.flatMap(([first, , bold]) => run(first, bold))),
    other: new Map(FALLBACK_RUNS.flatMap(([first, widths]) => run(first, widths))),
  }
  return made
}

const segmenter = new Intl.Segmenter('fr', { granularity: 'grapheme' })
const SIMPLE = /^[\u0020-\u02ff\u2010-\u2027\u202f\u20ac]*$/

/** A segmenter's time grows with the square of the text: it gets so many characters at a time. */
const AT_A_TIME_CHARS = 64

const ENDS_IN_HALF = /[\ud800-\udbff]$/
const segmentsOf = (text: string): string[] => [...segmenter.segment(text)].map((s) => s.segment)

function graphemesInParts(text: string): string[] {
  const found: string[] = []
  let chars = AT_A_TIME_CHARS
  for (let from = 0; from < text.length; ) {
    const to = from + chars
    const part = text.slice(from, ENDS_IN_HALF.test(text.slice(to - 1, to)) ? to + 1 : to)
    const segments = segmentsOf(part)
    // The last one may go on in what follows.
    if (from + part.length < text.length) segments.pop()
    // One that is longer than the part.
    chars = segments.length === 0 ? 2 * chars : AT_A_TIME_CHARS
    for (const segment of segments) {
      found.push(segment)
      from += segment.length
    }
  }
  return found
}

/** What a reader takes for one character: an accent stays on its letter, a family of emoji stays together. */
export const graphemes = (text: string): string[] =>
  text.length < 2 ? text.split('') : SIMPLE.test(text) ? [...text] : graphemesInParts(text)

/** The pictures of an emoji, for who cannot put them together: a family is its members, a flag its two letters. */
export const emojiParts = (grapheme: string): string[] =>
  [...grapheme].filter((c) => !/\p{M}|\p{Cf}|\p{Emoji_Modifier}/u.test(c))

/** Is it drawn with the typeface of emoji? `©` and digits are letters, unless they ask to be emoji. */
const isEmoji = (grapheme: string): boolean =>
  EMOJI.test(grapheme) &&
  ((grapheme.codePointAt(0) ?? 0) > 0x2fff || [...grapheme].length > 1 || PRESENTED.test(grapheme))

export function faceOf(grapheme: string): Face {
  const first = grapheme.codePointAt(0) ?? 0
  if (first < 0x300 && grapheme.length === 1 && tables().regular.has(first)) return 'text'
  if (isEmoji(grapheme)) return 'emoji'
  return [...grapheme].every((c) => tables().regular.has(c.codePointAt(0) ?? 0)) ? 'text' : 'other'
}

function charWidth(char: string, own: Widths): number {
  const code = char.codePointAt(0) ?? 0
  const known = own.get(code) ?? tables().other.get(code)
  if (known !== undefined) return known
  if (INVISIBLE.test(char)) return 0
  if (WIDE.test(char)) return GUESS_EM.wide
  return /\p{Lu}/u.test(char) ? GUESS_EM.upper : GUESS_EM.other
}

/** Of those that were met, in em: there are few different ones in a wall. Begun anew when a hostile one has many. */
const met: Readonly<Record<Weight, Map<string, number>>> = { regular: new Map(), bold: new Map() }
const MET_MAX = 4_000

function graphemeWidth(grapheme: string, weight: Weight): number {
  const known = met[weight].get(grapheme)
  if (known !== undefined) return known
  const own = tables()[weight]
  const width =
    grapheme.charCodeAt(0) > 0xff && isEmoji(grapheme)
      ? EMOJI_EM * emojiParts(grapheme).length
      : [...grapheme].reduce((sum, char) => sum + charWidth(char, own), 0)
  if (met[weight].size >= MET_MAX) met[weight].clear()
  met[weight].set(grapheme, width)
  return width
}

/** Width of text on one line, in the unit of `size` (its font size). Kerning is left out: it only narrows. */
export function textWidth(text: string, size: number, weight: Weight = 'regular'): number {
  let sum = 0
  for (const grapheme of graphemes(text)) sum += graphemeWidth(grapheme, weight)
  return sum * size
}
