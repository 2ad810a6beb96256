/** The shapes under the notes of a board as SVG, on paper: each look by day, as the client's Background.module.css has it. */

import { FROM_ANCHOR, type Shape, type ShapeLook, type TextShape, transformOf } from './shapes.ts'
import { lineSpans } from './svg-letters.ts'
import { textWidth } from './svg-measure.ts'
import { boxOf, figure, xmlText } from './svg-xml.ts'

export const BOARD_PAPER = '#fffdf9'
export const BOARD_EDGE = '#ddd3c1'
const WORDS = '#534b3d'
const LINE = '#857965'
const ACCENT = '#0e5a63'
const WASH = {
  good: '#e0eed8',
  danger: '#f9e0dc',
  warm: '#fae6d8',
  accent: '#dcecea',
  sunk: '#f1ebdf',
} as const

interface Paint {
  readonly attributes: string
  /** Of its line, where the shape says nothing else. */
  readonly thickness?: number
}

const fill = (colour: string, opacity = 1): Paint => ({
  attributes: `fill="${colour}"${opacity === 1 ? '' : ` fill-opacity="${opacity}"`}`,
})
const line = (colour: string, thickness: number, more = ''): Paint => ({
  attributes: `fill="none" stroke="${colour}" stroke-linecap="round" stroke-linejoin="round"${more}`,
  thickness,
})

const LOOKS: Readonly<Record<ShapeLook, Paint>> = {
  line: line(LINE, 4),
  axis: line(LINE, 6),
  hair: line(LINE, 3, ' stroke-dasharray="2 14"'),
  sunk: fill(WASH.sunk),
  good: fill(WASH.good),
  'good-mark': line('#2c6636', 5),
  danger: fill(WASH.danger),
  'danger-mark': line('#a12631', 5),
  warm: fill(WASH.warm),
  'warm-mark': line('#8c3a1a', 5),
  accent: fill(WASH.accent),
  'accent-mark': line(ACCENT, 5),
  'mood-warm': fill('#ececb8', 0.5),
  'mood-cool': fill('#b8c4c1', 0.45),
  fruit: fill('#cb9781', 0.7),
  bark: fill('#e5c3b1'),
  root: line('#e5c3b1', 20),
  'ring-1': fill('#d0e3e1'),
  'ring-2': fill(WASH.accent, 0.75),
  'ring-3': fill(WASH.accent, 0.4),
  valley: line(WASH.accent, 64),
  path: line(ACCENT, 5),
  stage: { attributes: `fill="${BOARD_PAPER}" stroke="${ACCENT}"`, thickness: 5 },
}

function paintOf(look: ShapeLook, thickness = LOOKS[look].thickness): string {
  const { attributes } = LOOKS[look]
  return thickness === undefined ? attributes : `${attributes} stroke-width="${figure(thickness)}"`
}

/** Letters are placed one typeface after the other, so that a line begins at its left whatever its anchor is. */
function textSvg(shape: TextShape, transform: string, pinned: boolean): string {
  const { text, x, y, anchor, widest = Number.POSITIVE_INFINITY } = shape
  const line = text.replaceAll('\n', ' ').trim()
  if (line === '') return ''
  const natural = textWidth(line, shape.size, 'bold')
  const size = shape.size * Math.min(1, widest / natural)
  const width = natural * (size / shape.size)
  const left = x - width * FROM_ANCHOR[anchor]
  const spans = lineSpans(line, { x: left, y, right: left + width, size, weight: 'bold' }, pinned)
  return `<text font-size="${figure(size)}" font-weight="700" fill="${WORDS}"${transform}>${spans}</text>`
}

export function shapeSvg(shape: Shape, pinned: boolean): string {
  const move = transformOf(shape)
  const transform = move === undefined ? '' : ` transform="${move}"`
  switch (shape.type) {
    case 'rect':
      return `<rect ${boxOf(shape)} rx="${figure(shape.radius)}" ${paintOf(shape.look)}${transform}/>`
    case 'ellipse':
      return `<ellipse cx="${figure(shape.x)}" cy="${figure(shape.y)}" rx="${figure(shape.rx)}" ry="${figure(shape.ry)}" ${paintOf(shape.look)}/>`
    case 'path':
      return `<path d="${xmlText(shape.d)}" ${paintOf(shape.look, shape.thickness)}${transform}/>`
    case 'text':
      return textSvg(shape, transform, pinned)
    case 'picture':
      return `<image ${boxOf(shape)} href="${xmlText(shape.picture)}"/>`
  }
}
