/** Where a viewer stands before the board: pure figures. Screen points are CSS pixels from the board's top left corner. */
import type { Point, Rect } from '@escale/shared'

export interface Camera {
  /** The board point at the top left corner. */
  readonly x: number
  readonly y: number
  /** CSS pixels for one board unit. */
  readonly zoom: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

/** Ten thousand notes fit on a phone. */
export const ZOOM_LEAST = 0.01
export const ZOOM_MOST = 3

export const toBoard = ({ x, y, zoom }: Camera, point: Point): Point => ({
  x: x + point.x / zoom,
  y: y + point.y / zoom,
})

export const toScreen = ({ x, y, zoom }: Camera, point: Point): Point => ({
  x: (point.x - x) * zoom,
  y: (point.y - y) * zoom,
})

/** The board follows a hand that moves so many pixels. */
export const panned = ({ x, y, zoom }: Camera, dx: number, dy: number): Camera => ({
  x: x - dx / zoom,
  y: y - dy / zoom,
  zoom,
})

/** Nearer (factor > 1) or further, with what is under this screen point staying there. */
export function zoomedAt(camera: Camera, factor: number, point: Point): Camera {
  const zoom = Math.min(ZOOM_MOST, Math.max(ZOOM_LEAST, camera.zoom * factor))
  const still = toBoard(camera, point)
  return { x: still.x - point.x / zoom, y: still.y - point.y / zoom, zoom }
}

/** The whole rectangle in the middle of a view of this size, not nearer than `most`. */
export function fitted(rect: Rect, size: Size, edge: number, most = 1): Camera {
  const wide = (size.width - 2 * edge) / Math.max(1, rect.width)
  const high = (size.height - 2 * edge) / Math.max(1, rect.height)
  const zoom = Math.min(most, ZOOM_MOST, Math.max(ZOOM_LEAST, Math.min(wide, high)))
  return centred({ x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 }, zoom, size)
}

/** With this board point in the middle. */
export const centred = ({ x, y }: Point, zoom: number, { width, height }: Size): Camera => ({
  x: x - width / zoom / 2,
  y: y - height / zoom / 2,
  zoom,
})

/** What is seen, in board units. */
export const lookOf = ({ x, y, zoom }: Camera, { width, height }: Size): Rect => ({
  x,
  y,
  width: width / zoom,
  height: height / zoom,
})
