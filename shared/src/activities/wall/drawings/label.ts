import type { TextShape } from '../../../wall/shapes.ts'

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
