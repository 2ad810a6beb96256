/** The words above a wall: which workshop, what was asked, when. */
import { type Legend, placeLegend } from './svg-legend.ts'
import type { PlacedText, WallPicture } from './svg-picture.ts'
import type { wrapText } from './svg-wrap.ts'

/** Around everything on a page. */
export const MARGIN = 56
/** Width of a page on which words outside the notes have their natural size; on a wider one they grow, more slowly. */
const NATURAL_WIDTH = 1300
const GROWTH = 0.75
const LONG_TITLE_CHARS = 60

export const scaleOf = (width: number): number => Math.max(1, width / NATURAL_WIDTH) ** GROWTH

/** The heading of a page of this width: its texts, and where the notes may begin. `wrap` breaks lines; any gives as many. */
export function heading(
  picture: WallPicture,
  width: number,
  wrap: typeof wrapText,
): { texts: PlacedText[]; legend: Legend['swatches']; bottom: number } {
  const scale = scaleOf(width)
  const texts: PlacedText[] = []
  let y = MARGIN
  const put = (text: string, size: number, bold: boolean, after: number, quiet = !bold): void => {
    if (text === '') return
    const set = { size: size * scale, leading: size * scale * 1.2, bold, quiet }
    const lines = wrap(text, width - 2 * MARGIN, { size: set.size, weight: bold ? 'bold' : 'regular' })
    texts.push({ ...set, x: MARGIN, y: y + set.size * 0.8, lines })
    y += set.leading * lines.length + after * scale
  }
  put(picture.context, 17, false, 6)
  put(picture.title, picture.title.length > LONG_TITLE_CHARS ? 29 : 36, true, 6)
  put(picture.question, 21, false, 8, false)
  put(picture.details, 17, false, 0)
  const { swatches, height } = placeLegend(picture.legend, { x: MARGIN, y, width: width - 2 * MARGIN }, scale)
  return { texts, legend: swatches, bottom: y + height + 22 * scale }
}
