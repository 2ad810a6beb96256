/**
 * The camera of one board on one page. It moves the board's world by one CSS transform and tells whoever listens, at most once
 * a frame: panning and zooming touch no React component as long as the same notes are to be seen.
 *
 * The browser is not told that the world will move (`will-change`): as a layer of its own it is as large as all notes, and
 * without a graphics card all of it is drawn and copied in each frame (p95 of a frame while panning: over a second).
 */
import type { Rect } from '@escale/shared'
import { type Camera, fitted, lookOf, type Size } from './camera.ts'
import type { Look, ViewportControl } from './viewport.ts'

/** Without movement for so long it is calm. */
const SETTLE_MS = 150
const GLIDE_MS = 320
const EDGE_PX = 24

const eased = (part: number): number => 1 - (1 - part) ** 3
const between = (from: number, to: number, part: number) => from + (to - from) * part

type By = 'me' | 'program'

export class BoardView implements ViewportControl {
  #camera: Camera = { x: 0, y: 0, zoom: 1 }
  #size: Size = { width: 0, height: 0 }
  #world: HTMLElement | null = null
  #frame: number | undefined
  #glide: number | undefined
  #settle: ReturnType<typeof setTimeout> | undefined
  #by: By = 'program'
  #isMoving = false
  #isFitted = false
  readonly #listeners = new Set<(by: By) => void>()

  get camera(): Camera {
    return this.#camera
  }

  get size(): Size {
    return this.#size
  }

  /** Within the last moment it moved. */
  get isMoving(): boolean {
    return this.#isMoving
  }

  /** Nobody has looked elsewhere since everything was fitted into the view. */
  get isFitted(): boolean {
    return this.#isFitted
  }

  attach(world: HTMLElement | null): void {
    this.#world = world
    if (world) this.#apply()
    else this.#stop()
  }

  /** What was in the middle stays there. */
  resize(size: Size): void {
    const { x, y, zoom } = this.#camera
    const before = this.#size
    this.#size = size
    if (before.width > 0)
      this.#camera = {
        x: x + (before.width - size.width) / zoom / 2,
        y: y + (before.height - size.height) / zoom / 2,
        zoom,
      }
    this.#moved('program')
  }

  // A control is handed on piece by piece: these know whose they are.
  readonly look = (): Look => lookOf(this.#camera, this.#size)

  readonly subscribe = (changed: (by: By) => void): (() => void) => {
    this.#listeners.add(changed)
    return () => this.#listeners.delete(changed)
  }

  /** The viewer's own movement ends whatever glides. */
  move(camera: Camera, by: By = 'me'): void {
    this.#endGlide()
    this.#camera = camera
    this.#moved(by)
  }

  readonly show = (look: Look, smooth: boolean): void => {
    this.#isFitted = false
    this.#go(fitted(look, this.#size, 0, Number.POSITIVE_INFINITY), smooth, 'program')
  }

  /** The whole rectangle with a margin, not larger than life. */
  fit(rect: Rect, smooth: boolean, by: By = 'program'): void {
    this.#go(fitted(rect, this.#size, EDGE_PX), smooth, by)
    this.#isFitted = true
  }

  go(camera: Camera, smooth: boolean): void {
    this.#go(camera, smooth, 'me')
  }

  #go(to: Camera, smooth: boolean, by: By): void {
    this.#endGlide()
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
    if (!smooth || isStill || this.#size.width === 0) {
      this.#camera = to
      this.#moved(by)
      return
    }
    const from = this.#camera
    const began = performance.now()
    const step = (now: number) => {
      const part = Math.min(1, Math.max(0, (now - began) / GLIDE_MS))
      const way = eased(part)
      // Zoom by ratio and the middle by distance: the eye follows both evenly.
      const zoom = from.zoom * (to.zoom / from.zoom) ** way
      const { width, height } = this.#size
      const middle = (c: Camera) => ({ x: c.x + width / c.zoom / 2, y: c.y + height / c.zoom / 2 })
      const [a, b] = [middle(from), middle(to)]
      this.#camera = {
        x: between(a.x, b.x, way) - width / zoom / 2,
        y: between(a.y, b.y, way) - height / zoom / 2,
        zoom,
      }
      this.#glide = part < 1 ? requestAnimationFrame(step) : undefined
      this.#moved(by)
    }
    this.#glide = requestAnimationFrame(step)
  }

  #endGlide(): void {
    if (this.#glide !== undefined) cancelAnimationFrame(this.#glide)
    this.#glide = undefined
  }

  #moved(by: By): void {
    if (by === 'me') {
      this.#by = 'me'
      this.#isFitted = false
    }
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = undefined
      const who = this.#by
      this.#by = 'program'
      this.#apply()
      this.#tell(who)
    })
  }

  #tell(by: By): void {
    for (const listener of [...this.#listeners]) listener(by)
  }

  #apply(): void {
    const world = this.#world
    if (!world) return
    const { x, y, zoom } = this.#camera
    // Whole pixels: what is drawn already is moved as it is, without being smoothed between two of them.
    world.style.transform = `translate(${Math.round(-x * zoom)}px, ${Math.round(-y * zoom)}px) scale(${zoom})`
    this.#isMoving = true
    clearTimeout(this.#settle)
    this.#settle = setTimeout(() => {
      this.#isMoving = false
      // It is calm: what was put off while it moved comes now.
      this.#tell('program')
    }, SETTLE_MS)
  }

  #stop(): void {
    this.#endGlide()
    this.#isMoving = false
    clearTimeout(this.#settle)
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame)
    this.#frame = undefined
  }
}
