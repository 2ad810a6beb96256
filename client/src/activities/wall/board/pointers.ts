/**
 * What hands do on a board: pan, pinch, drag notes, draw a lasso. Everything moves without React; what was meant is told at the
 * end. Each drag has another way (drags.ts): notes are picked up and put down, keys pan and zoom, Shift and a click select.
 */
import type { Point, Rect } from '@escale/shared'
import type { BoardView } from './board-view.ts'
import { panned, toBoard, zoomedAt } from './camera.ts'

/** A mouse that moved less than this has clicked. */
const SLOP_PX = 5
/** A finger that rests so long on a note takes it; one that moves before pans. */
const HOLD_MS = 280
/** Near the edge a dragged note pulls the board along. */
const EDGE_PX = 36
const EDGE_STEP_PX = 10
const LINE_PX = 16
/** After a drop the new place has come, or will not. */
const REFUSED_MS = 1_500
const WHEEL_ZOOM = 0.0025

export interface Intents {
  /** The notes that go along when this one is dragged; none: it stays. */
  readonly grab: (note: string) => readonly string[]
  /** By how much, in board units. */
  readonly drop: (notes: readonly string[], by: Point) => void
  readonly lasso: (area: Rect) => void
  readonly toggle: (note: string) => void
  /** A click, on a note or beside; true: it meant something, and nothing else is to come of it. */
  readonly click: (at: Point, note: string | undefined) => boolean
  readonly doubleClick: (at: Point) => void
  /** May a lasso be drawn? */
  readonly maySelect: () => boolean
  /** Is it drawn without a key? */
  readonly isSelecting: () => boolean
}

type Mode =
  | { readonly type: 'rest' }
  | {
      readonly type: 'press'
      readonly note: string
      readonly from: Point
      readonly hold?: number | undefined
    }
  | { readonly type: 'pan'; readonly from: Point; moved: boolean }
  | { readonly type: 'pinch'; distance: number; middle: Point }
  | { readonly type: 'drag'; readonly notes: readonly string[]; readonly from: Point; at: Point }
  | { readonly type: 'lasso'; readonly from: Point; at: Point }

const REST: Mode = { type: 'rest' }
const apart = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y)

/** Listens on the board; returns how to stop. `veil`: the element that shows the lasso. */
export function followPointers(
  root: HTMLElement,
  veil: HTMLElement,
  view: BoardView,
  intents: () => Intents,
): () => void {
  const down = new Map<number, Point>()
  let mode: Mode = REST
  /** The click that ends a movement is none. */
  let swallow = false
  let edge: number | undefined

  const local = (event: { clientX: number; clientY: number }): Point => {
    const { left, top } = root.getBoundingClientRect()
    return { x: event.clientX - left, y: event.clientY - top }
  }
  const slotOf = (id: string) => root.querySelector<HTMLElement>(`[data-note="${CSS.escape(id)}"]`)
  const noteUnder = (event: Event): string | undefined =>
    event.target instanceof Element
      ? event.target.closest<HTMLElement>('[data-note]')?.dataset['note']
      : undefined
  const isControl = (event: Event) =>
    event.target instanceof Element && event.target.closest('[data-board-control]') !== null

  const dragBy = (drag: Extract<Mode, { type: 'drag' }>): Point => {
    const now = toBoard(view.camera, drag.at)
    return { x: now.x - drag.from.x, y: now.y - drag.from.y }
  }
  const showDrag = (drag: Extract<Mode, { type: 'drag' }>) => {
    const { x, y } = dragBy(drag)
    for (const id of drag.notes) {
      const slot = slotOf(id)
      if (!slot) continue
      slot.style.translate = `${x}px ${y}px`
      slot.dataset['dragged'] = ''
    }
  }
  const letGo = (notes: readonly string[]) => {
    for (const id of notes) {
      const slot = slotOf(id)
      if (!slot) continue
      delete slot.dataset['dragged']
      slot.style.translate = ''
    }
  }
  const pullAlong = () => {
    edge = undefined
    if (mode.type !== 'drag') return
    const { width, height } = view.size
    const pull = (at: number, whole: number) =>
      at < EDGE_PX ? EDGE_STEP_PX : at > whole - EDGE_PX ? -EDGE_STEP_PX : 0
    const [dx, dy] = [pull(mode.at.x, width), pull(mode.at.y, height)]
    if (dx !== 0 || dy !== 0) {
      view.move(panned(view.camera, dx, dy))
      showDrag(mode)
    }
    edge = requestAnimationFrame(pullAlong)
  }
  const startDrag = (note: string, from: Point, pointer: number) => {
    const notes = intents().grab(note)
    if (notes.length === 0) {
      mode = { type: 'pan', from, moved: false }
      return
    }
    root.setPointerCapture(pointer)
    mode = { type: 'drag', notes, from: toBoard(view.camera, from), at: from }
    showDrag(mode)
    edge ??= requestAnimationFrame(pullAlong)
  }
  const lassoRect = ({ from, at }: { from: Point; at: Point }): Rect => ({
    x: Math.min(from.x, at.x),
    y: Math.min(from.y, at.y),
    width: Math.abs(from.x - at.x),
    height: Math.abs(from.y - at.y),
  })
  const showLasso = (rect: Rect | null) => {
    veil.hidden = rect === null
    if (rect)
      Object.assign(veil.style, {
        translate: `${rect.x}px ${rect.y}px`,
        width: `${rect.width}px`,
        height: `${rect.height}px`,
      })
  }
  const cancel = () => {
    if (mode.type === 'press' && mode.hold !== undefined) clearTimeout(mode.hold)
    if (mode.type === 'drag') letGo(mode.notes)
    if (mode.type === 'lasso') showLasso(null)
    mode = REST
  }
  const startPinch = () => {
    const [a, b] = [...down.values()]
    if (!a || !b) return
    cancel()
    mode = { type: 'pinch', distance: apart(a, b), middle: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 } }
  }

  const onDown = (event: PointerEvent) => {
    if (isControl(event) || (event.pointerType === 'mouse' && event.button > 1)) return
    const at = local(event)
    down.set(event.pointerId, at)
    swallow = false
    if (down.size === 2) {
      startPinch()
      return
    }
    const note = noteUnder(event)
    const wantsLasso = event.shiftKey || intents().isSelecting()
    if (event.button === 1 || note === undefined) {
      if (event.button === 1) event.preventDefault()
      if (wantsLasso && event.button === 0 && intents().maySelect()) mode = { type: 'lasso', from: at, at }
      else mode = { type: 'pan', from: at, moved: false }
      return
    }
    const { pointerId } = event
    const hold =
      event.pointerType === 'mouse'
        ? undefined
        : window.setTimeout(() => {
            navigator.vibrate?.(12)
            startDrag(note, at, pointerId)
          }, HOLD_MS)
    mode = { type: 'press', note, from: at, hold }
  }

  const onMove = (event: PointerEvent) => {
    const before = down.get(event.pointerId)
    if (!before) return
    const at = local(event)
    down.set(event.pointerId, at)
    switch (mode.type) {
      case 'press':
        if (apart(mode.from, at) < SLOP_PX) return
        if (mode.hold === undefined) startDrag(mode.note, mode.from, event.pointerId)
        else {
          clearTimeout(mode.hold)
          mode = { type: 'pan', from: mode.from, moved: false }
        }
        return
      case 'pan':
        if (!mode.moved && apart(mode.from, at) < SLOP_PX) return
        if (!mode.moved) root.setPointerCapture(event.pointerId)
        mode.moved = true
        view.move(panned(view.camera, at.x - before.x, at.y - before.y))
        return
      case 'pinch': {
        const [a, b] = [...down.values()]
        if (!a || !b) return
        const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
        const distance = Math.max(1, apart(a, b))
        const moved = panned(view.camera, middle.x - mode.middle.x, middle.y - mode.middle.y)
        view.move(zoomedAt(moved, distance / Math.max(1, mode.distance), middle))
        mode = { type: 'pinch', distance, middle }
        return
      }
      case 'drag':
        mode.at = at
        showDrag(mode)
        return
      case 'lasso':
        mode.at = at
        if (veil.hidden) root.setPointerCapture(event.pointerId)
        showLasso(lassoRect(mode))
        return
      default:
    }
  }

  const onUp = (event: PointerEvent) => {
    if (!down.delete(event.pointerId)) return
    const ended = mode
    if (ended.type === 'drag') {
      mode = REST
      swallow = true
      for (const id of ended.notes) delete slotOf(id)?.dataset['dragged']
      intents().drop(ended.notes, dragBy(ended))
      // What was refused goes back to where it stands.
      setTimeout(() => mode.type !== 'drag' && letGo(ended.notes), REFUSED_MS)
    } else if (ended.type === 'lasso') {
      const rect = lassoRect(ended)
      cancel()
      swallow = true
      const corner = toBoard(view.camera, rect)
      const { zoom } = view.camera
      intents().lasso({ ...corner, width: rect.width / zoom, height: rect.height / zoom })
    } else if (ended.type === 'pan' || ended.type === 'pinch') {
      swallow = ended.type === 'pinch' || ended.moved
      const [rest] = down.values()
      mode = rest ? { type: 'pan', from: rest, moved: true } : REST
    } else cancel()
  }

  const onLost = (event: PointerEvent) => {
    if (!down.delete(event.pointerId)) return
    cancel()
  }

  const onClick = (event: MouseEvent) => {
    if (isControl(event)) return
    const stop = () => {
      event.preventDefault()
      event.stopPropagation()
    }
    if (swallow) {
      swallow = false
      stop()
      return
    }
    const note = noteUnder(event)
    const { toggle, click, maySelect, isSelecting } = intents()
    if (
      note !== undefined &&
      maySelect() &&
      (event.shiftKey || event.ctrlKey || event.metaKey || isSelecting())
    ) {
      stop()
      toggle(note)
    } else if (click(toBoard(view.camera, local(event)), note)) stop()
  }
  const onDoubleClick = (event: MouseEvent) => {
    if (isControl(event) || noteUnder(event) !== undefined) return
    intents().doubleClick(toBoard(view.camera, local(event)))
  }
  const onWheel = (event: WheelEvent) => {
    event.preventDefault()
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : 1
    const [dx, dy] = [event.deltaX * unit, event.deltaY * unit]
    if (event.ctrlKey || event.metaKey)
      view.move(zoomedAt(view.camera, Math.exp(-dy * WHEEL_ZOOM), local(event)))
    else if (event.shiftKey && dx === 0) view.move(panned(view.camera, -dy, 0))
    else view.move(panned(view.camera, -dx, -dy))
  }

  const stop = new AbortController()
  const { signal } = stop
  root.addEventListener('pointerdown', onDown, { signal })
  root.addEventListener('pointermove', onMove, { signal })
  root.addEventListener('pointerup', onUp, { signal })
  root.addEventListener('pointercancel', onLost, { signal })
  root.addEventListener('click', onClick, { signal, capture: true })
  root.addEventListener('dblclick', onDoubleClick, { signal })
  root.addEventListener('wheel', onWheel, { signal, passive: false })
  return () => {
    stop.abort()
    cancel()
    if (edge !== undefined) cancelAnimationFrame(edge)
  }
}
