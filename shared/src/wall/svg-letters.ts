/** The letters of one line as SVG. */
import { EMOJI_EM, emojiParts, type Face, faceOf, graphemes, textWidth, type Weight } from './svg-measure.ts'
import { figure, xmlText } from './svg-xml.ts'

/** In this order; the picture of a renderer that has the first three is the same everywhere. */
export const PICTURE_FONTS: Readonly<Record<Face, readonly string[]>> = {
  text: ['Atkinson Hyperlegible Next', 'Noto Emoji', 'DejaVu Sans', 'sans-serif'],
  emoji: ['Noto Emoji', 'DejaVu Sans', 'sans-serif'],
  other: ['DejaVu Sans', 'sans-serif'],
}

export const fontFamily = (face: Face): string =>
  PICTURE_FONTS[face].map((f) => (f.includes(' ') ? `'${f}'` : f)).join(', ')

export interface LineSpot {
  readonly x: number
  readonly y: number
  /** Where a line that is read from right to left begins. */
  readonly right: number
  readonly size: number
  readonly weight: Weight
}

const RIGHT_TO_LEFT =
  /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
const HAS_RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
const BLANK = /^\s$/

/** Neighbours of one typeface; a space stays with what is before it. */
function facesOf(line: string): { face: Face; text: string }[] {
  const runs: { face: Face; text: string }[] = []
  for (const grapheme of graphemes(line)) {
    const last = runs.at(-1)
    const face = last && last.face !== 'emoji' && BLANK.test(grapheme) ? last.face : faceOf(grapheme)
    if (last?.face === face && face !== 'emoji') last.text += grapheme
    else runs.push({ face, text: grapheme })
  }
  return runs
}

const span = (attributes: string, text: string): string => `<tspan ${attributes}>${xmlText(text)}</tspan>`

/** Every run of one typeface says its typeface and its place, and emoji come one by one. */
function pinnedSpans(line: string, { x, y, size, weight }: LineSpot): string {
  let at = x
  const spans: string[] = []
  for (const { face, text } of facesOf(line)) {
    const family = face === 'text' ? '' : ` font-family="${fontFamily(face)}"`
    for (const part of face === 'emoji' ? emojiParts(text) : [text]) {
      spans.push(span(`x="${figure(at)}" y="${figure(y)}"${family}`, part))
      at += face === 'emoji' ? EMOJI_EM * size : textWidth(part, size, weight)
    }
  }
  return spans.join('')
}

/**
 * `pinned`: for a renderer that has our typefaces but takes the letters of a line apart badly. A line with letters that
 * are read from right to left is left whole: only the renderer knows their order.
 */
export function lineSpans(line: string, spot: LineSpot, pinned: boolean): string {
  const y = `y="${figure(spot.y)}"`
  if (HAS_RIGHT_TO_LEFT.test(line)) {
    const text = pinned
      ? graphemes(line)
          .map((g) => (faceOf(g) === 'emoji' ? (emojiParts(g)[0] ?? '') : g))
          .join('')
      : line
    const family = pinned ? ` font-family="${fontFamily('other')}"` : ''
    const rtl = RIGHT_TO_LEFT.test(line)
    return span(
      rtl
        ? `x="${figure(spot.right)}" ${y} text-anchor="end"${family}`
        : `x="${figure(spot.x)}" ${y}${family}`,
      text,
    )
  }
  return pinned ? pinnedSpans(line, spot) : span(`x="${figure(spot.x)}" ${y}`, line)
}
