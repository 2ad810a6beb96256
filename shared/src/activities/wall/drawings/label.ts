import type { Rect } from '../../../wall/board.ts'
import { FROM_ANCHOR, type Shape, type TextShape } from '../../../wall/shapes.ts'

/** In the drawing's unit: read from five metres when the drawing fills a projector's picture. */
const SIZE = 52

export const label = (
  text: string,
  x: number,
  y: number,
  anchor: TextShape['anchor'] = 'start',
): TextShape => ({
  type: 'text',
  text,
  ...{ x, y, anchor },
  size: SIZE,
})

/** Of its size, about: what a letter is wide, and how far a line reaches above and below its foot. */
const LETTER = { width: 0.56, above: 0.8, below: 0.25 } as const

/** About where the words of a drawing are written. */
export const wordBoxes = (shapes: readonly Shape[]): readonly Rect[] =>
  shapes
    .filter((shape) => shape.type === 'text')
    .map(({ text, x, y, anchor, size, widest = Number.POSITIVE_INFINITY }) => {
      const width = Math.min(widest, text.length * LETTER.width * size)
      return {
        ...{ x: x - width * FROM_ANCHOR[anchor], y: y - LETTER.above * size },
        ...{ width, height: (LETTER.above + LETTER.below) * size },
      }
    })
