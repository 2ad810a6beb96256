/**
 * The geometry of our own drawings to work on: which part of one a point lies in, and a good place in each part. The client
 * draws them from the same figures, so that « Garder » on the wall is « Garder » in the list and in the harvest.
 */
import type { Point } from '../../wall/note.ts'
import { type BACKGROUNDS, PART_IDS, type PartId } from './part-words.ts'

export type Background = (typeof BACKGROUNDS)[number]

/** What drawings are drawn in; places of notes are fractions of it. */
export const BACKGROUND_BOX = { width: 1600, height: 900 } as const

/** Where the parts of the tree meet, from the top, in the drawing's unit. */
export const TREE = { trunkFrom: 440, rootsFrom: 650 } as const
/** Half axes of the rings around the middle, from the inside, in the drawing's unit. */
export const RINGS = [
  { id: 'centre', rx: 270, ry: 150 },
  { id: 'near', rx: 510, ry: 285 },
  { id: 'far', rx: 745, ry: 418 },
] as const

/** A point of the drawing, in its unit, near which notes of a part stand. */
const SPOTS: Readonly<Record<PartId, Point>> = {
  'top-left': { x: 400, y: 240 },
  'top-right': { x: 1200, y: 240 },
  'bottom-left': { x: 400, y: 660 },
  'bottom-right': { x: 1200, y: 660 },
  keep: { x: 400, y: 260 },
  stop: { x: 1200, y: 260 },
  transform: { x: 400, y: 640 },
  learn: { x: 1200, y: 640 },
  initiate: { x: 560, y: 190 },
  sense: { x: 620, y: 500 },
  source: { x: 800, y: 640 },
  create: { x: 980, y: 500 },
  evolve: { x: 1040, y: 190 },
  hopes: { x: 400, y: 480 },
  fears: { x: 1200, y: 480 },
  fruits: { x: 800, y: 230 },
  trunk: { x: 800, y: 545 },
  roots: { x: 800, y: 765 },
  centre: { x: 800, y: 490 },
  near: { x: 800, y: 665 },
  far: { x: 800, y: 800 },
  beyond: { x: 110, y: 820 },
}

const quadrant = <T extends PartId>(
  { x, y }: Point,
  topLeft: T,
  topRight: T,
  bottomLeft: T,
  bottomRight: T,
): T => {
  const isLeft = x < BACKGROUND_BOX.width / 2
  return y < BACKGROUND_BOX.height / 2 ? (isLeft ? topLeft : topRight) : isLeft ? bottomLeft : bottomRight
}

const nearest = (parts: readonly PartId[], { x, y }: Point): PartId =>
  parts.reduce((best, part) => {
    const away = (id: PartId) => Math.hypot(SPOTS[id].x - x, SPOTS[id].y - y)
    return away(part) < away(best) ? part : best
  })

const ringAt = ({ x, y }: Point): PartId => {
  const [dx, dy] = [x - BACKGROUND_BOX.width / 2, y - BACKGROUND_BOX.height / 2]
  return RINGS.find(({ rx, ry }) => (dx / rx) ** 2 + (dy / ry) ** 2 <= 1)?.id ?? 'beyond'
}

/** The part in which a place lies, given in fractions of the drawing, from the left and from the top. */
export function partAt(background: Background, place: Point): PartId {
  const point = { x: place.x * BACKGROUND_BOX.width, y: place.y * BACKGROUND_BOX.height }
  switch (background) {
    case 'two-by-two':
      return quadrant(point, 'top-left', 'top-right', 'bottom-left', 'bottom-right')
    case 'keep-stop-transform-learn':
      return quadrant(point, 'keep', 'stop', 'transform', 'learn')
    case 'u-curve':
      return nearest(PART_IDS['u-curve'], point)
    case 'hopes-fears':
      return point.x < BACKGROUND_BOX.width / 2 ? 'hopes' : 'fears'
    case 'tree':
      return point.y < TREE.trunkFrom ? 'fruits' : point.y < TREE.rootsFrom ? 'trunk' : 'roots'
    case 'circles':
      return ringAt(point)
  }
}

/** A good place for a note of this part, in fractions of the drawing. */
export const spotOf = (part: PartId): Point => ({
  x: SPOTS[part].x / BACKGROUND_BOX.width,
  y: SPOTS[part].y / BACKGROUND_BOX.height,
})
