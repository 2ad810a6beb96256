/**
 * What lies under the notes of a board, as shapes that any renderer can draw. A look is a name: whoever draws a shape
 * knows what its look is like, by day, at night and on paper.
 */
import type { Rect } from './board.ts'
import type { Point } from './note.ts'

export const SHAPE_LOOKS = [
  'line',
  'axis',
  'hair',
  'sunk',
  'good',
  'good-mark',
  'danger',
  'danger-mark',
  'warm',
  'warm-mark',
  'accent',
  'accent-mark',
  'mood-warm',
  'mood-cool',
  'fruit',
  'bark',
  'root',
  'ring-1',
  'ring-2',
  'ring-3',
  'valley',
  'path',
  'stage',
] as const
export type ShapeLook = (typeof SHAPE_LOOKS)[number]

/** Degrees, clockwise, about a point. */
export interface Turn extends Point {
  readonly by: number
}

export const ANCHORS = ['start', 'middle', 'end'] as const
/** Which share of a text stands to the left of its point. */
export const FROM_ANCHOR = { start: 0, middle: 0.5, end: 1 } as const

export interface TextShape extends Point {
  readonly type: 'text'
  readonly text: string
  /** Which point of its baseline stands at `x`. */
  readonly anchor: (typeof ANCHORS)[number]
  readonly size: number
  /** What would be wider is written smaller. Absent: it is known to be short. */
  readonly widest?: number
  readonly turn?: Turn
}

/** A shape that needs nothing but itself. */
export type DrawnShape =
  | (Rect & {
      readonly type: 'rect'
      readonly look: ShapeLook
      /** Of its corners. */
      readonly radius: number
      readonly turn?: Turn
    })
  | (Point & {
      readonly type: 'ellipse'
      readonly look: ShapeLook
      readonly rx: number
      readonly ry: number
    })
  | {
      readonly type: 'path'
      readonly look: ShapeLook
      /** As in SVG. */
      readonly d: string
      /** Of its line, where the look does not say it. */
      readonly thickness?: number
      /** Where its own origin is. */
      readonly from?: Point
    }
  | TextShape

interface PictureShape extends Rect {
  readonly type: 'picture'
  /** A picture of the session. Shown whole, in the middle of its rectangle. */
  readonly picture: string
}

export type Shape = DrawnShape | PictureShape

/** How a shape is turned or moved, for SVG; undefined: not at all. */
export function transformOf(shape: Shape): string | undefined {
  if ('turn' in shape && shape.turn) return `rotate(${shape.turn.by} ${shape.turn.x} ${shape.turn.y})`
  if ('from' in shape && shape.from) return `translate(${shape.from.x} ${shape.from.y})`
  return undefined
}
