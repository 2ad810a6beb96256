/** What the colours of a wall mean, above its notes: papers with their letters, beside each other as long as there is room. */
import { textWidth } from './svg-measure.ts'
import type { LegendEntry, PlacedSwatch } from './svg-picture.ts'
import { wrapText } from './svg-wrap.ts'

/** On a page of natural width. */
const SIZE = 17
const LEADING = 1.25
const SIDE = 26
const BESIDE_LABEL = 9
const BETWEEN = 28
const BETWEEN_ROWS = 9
const ABOVE = 12
/** From the middle of a line down to its letters' foot, in their size. */
const MIDDLE_EM = 0.36

export interface Legend {
  readonly swatches: readonly PlacedSwatch[]
  /** With the room above it; 0: there is nothing to say. */
  readonly height: number
}

interface Spot {
  readonly x: number
  readonly y: number
  readonly width: number
}

/** `scale`: how much larger than natural the words of this page are. */
export function placeLegend(legend: readonly LegendEntry[], spot: Spot, scale: number): Legend {
  const [size, side, gap] = [SIZE * scale, SIDE * scale, BESIDE_LABEL * scale]
  const style = { size, leading: size * LEADING, quiet: false }
  let x = spot.x
  let y = spot.y + ABOVE * scale
  let row = 0
  const swatches = legend.map(({ colour, letter, label }): PlacedSwatch => {
    const lines = wrapText(label, spot.width - side - gap, { size, weight: 'regular' })
    const wide = Math.max(...lines.map((line) => textWidth(line.text.trimEnd(), size)))
    const whole = side + gap + wide
    if (x > spot.x && x + whole > spot.x + spot.width) {
      x = spot.x
      y += row + BETWEEN_ROWS * scale
      row = 0
    }
    row = Math.max(row, side, lines.length * style.leading)
    const foot = y + side / 2 + size * MIDDLE_EM
    const centred = x + (side - textWidth(letter, size, 'bold')) / 2
    const placed = {
      ...{ colour, x, y, width: side, height: side, right: x + whole },
      letter: { ...style, x: centred, y: foot, bold: true, lines: [{ text: letter, continues: false }] },
      label: { ...style, x: x + side + gap, y: foot, bold: false, lines },
    }
    x += whole + BETWEEN * scale
    return placed
  })
  return { swatches, height: swatches.length === 0 ? 0 : y + row - spot.y }
}
