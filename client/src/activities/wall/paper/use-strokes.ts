import {
  DRAWING_HEIGHT,
  DRAWING_WIDTH,
  decodeDrawing,
  encodeDrawing,
  type Pen,
  pathOf,
  type Spot,
  STROKES_MAX,
  type Stroke,
} from '@escale/shared'
import { type PointerEvent, type RefObject, useRef, useState } from 'react'

type Strokes = readonly Stroke[]

interface Handlers {
  readonly onPointerDown: (event: PointerEvent<SVGSVGElement>) => void
  readonly onPointerMove: (event: PointerEvent<SVGSVGElement>) => void
  readonly onPointerUp: (event: PointerEvent<SVGSVGElement>) => void
  readonly onPointerCancel: (event: PointerEvent<SVGSVGElement>) => void
}

export interface Drawing {
  readonly strokes: Strokes
  /** One more stroke would be left out. */
  readonly isFull: boolean
  readonly canUndo: boolean
  /** Takes back the last stroke, or the clearing of all. */
  readonly undo: () => void
  readonly clear: () => void
  readonly encoded: () => string
  readonly handlers: Handlers
}

/** Where on the sheet a pointer is. Undefined: the sheet is nowhere yet. */
function spotOf(sheet: SVGSVGElement, x: number, y: number): Spot | undefined {
  const box = sheet.getBoundingClientRect()
  if (box.width === 0 || box.height === 0) return undefined
  return {
    x: ((x - box.left) / box.width) * DRAWING_WIDTH,
    y: ((y - box.top) / box.height) * DRAWING_HEIGHT,
  }
}

/** The strokes of a sheet. The one that is being drawn goes to `live` without React: it must keep up with the hand. */
export function useStrokes(before: string, pen: Pen, live: RefObject<SVGPathElement | null>): Drawing {
  const [history, setHistory] = useState<readonly Strokes[]>(() => [decodeDrawing(before)])
  const strokes = history.at(-1) ?? []
  const isFull = strokes.length >= STROKES_MAX
  const hand = useRef<{ readonly pointer: number; readonly points: Spot[] } | null>(null)
  const show = (points: readonly Spot[]) => live.current?.setAttribute('d', pathOf([{ points }]))

  const draw = (event: PointerEvent<SVGSVGElement>) => {
    if (hand.current?.pointer !== event.pointerId) return
    const { points } = hand.current
    const passed = event.nativeEvent.getCoalescedEvents?.() ?? []
    for (const { clientX, clientY } of passed.length > 0 ? passed : [event.nativeEvent]) {
      const spot = spotOf(event.currentTarget, clientX, clientY)
      if (spot) points.push(spot)
    }
    show(points)
  }
  const end = (event: PointerEvent<SVGSVGElement>) => {
    if (hand.current?.pointer !== event.pointerId) return
    const { points } = hand.current
    hand.current = null
    show([])
    if (points.length > 0) setHistory((all) => [...all, [...(all.at(-1) ?? []), { pen, points }]])
  }
  return {
    strokes,
    isFull,
    canUndo: history.length > 1,
    undo: () => setHistory((all) => (all.length > 1 ? all.slice(0, -1) : all)),
    clear: () => setHistory((all) => (all.at(-1)?.length ? [...all, []] : all)),
    encoded: () => encodeDrawing(strokes),
    handlers: {
      onPointerDown: (event) => {
        // The second finger, and every button of a mouse but the first, are not for drawing.
        if (hand.current !== null || event.button !== 0 || isFull) return
        event.preventDefault()
        event.currentTarget.setPointerCapture?.(event.pointerId)
        hand.current = { pointer: event.pointerId, points: [] }
        draw(event)
      },
      onPointerMove: draw,
      onPointerUp: end,
      // A call comes in, the hand rests on the glass: what was drawn until then stays.
      onPointerCancel: end,
    },
  }
}
