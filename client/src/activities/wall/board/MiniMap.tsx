import { NOTE_COLOURS, NOTE_SIDE, type Rect } from '@escale/shared'
import { type PointerEvent, useEffect, useRef, useState } from 'react'
import css from './Board.module.css'
import type { BoardView } from './board-view.ts'
import { centred } from './camera.ts'
import { grown, type PlacedNote } from './chunks.ts'

const WIDTH = 168
const HEIGHT = 104
/** A note is never smaller than a dot. */
const DOT_LEAST = 1.5
const REDRAW_MS = 800

interface MiniMapProps {
  readonly view: BoardView
  readonly placed: ReadonlyMap<string, PlacedNote>
  readonly extent: Rect
}

/** Where on the board one is. For eyes and a mouse only: keys, buttons and the list lead everywhere as well. */
export function MiniMap({ view, placed, extent }: MiniMapProps) {
  const paper = useRef<HTMLCanvasElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const whole = grown(extent, NOTE_SIDE)
  const scale = Math.min(WIDTH / whole.width, HEIGHT / whole.height)
  const left = (WIDTH - whole.width * scale) / 2
  const top = (HEIGHT - whole.height * scale) / 2

  // Notes that arrive one after another are drawn together.
  const [drawn, setDrawn] = useState(placed)
  const latest = useRef(placed)
  latest.current = placed
  const isStale = drawn !== placed
  // The first of them at once.
  if (isStale && drawn.size === 0) setDrawn(placed)
  useEffect(() => {
    if (!isStale) return
    const timer = setTimeout(() => setDrawn(latest.current), REDRAW_MS)
    return () => clearTimeout(timer)
  }, [isStale])
  useEffect(() => {
    const canvas = paper.current
    const context = canvas?.getContext('2d')
    if (!canvas || !context) return
    const sharp = Math.min(2, devicePixelRatio)
    canvas.width = WIDTH * sharp
    canvas.height = HEIGHT * sharp
    context.scale(sharp, sharp)
    const style = getComputedStyle(canvas)
    const papers = NOTE_COLOURS.map((_, i) => style.getPropertyValue(`--note-${i}`))
    const side = Math.max(DOT_LEAST, NOTE_SIDE * scale)
    for (const { note, x, y } of drawn.values()) {
      context.fillStyle = papers[note.colour] ?? ''
      context.fillRect(
        left + (x - whole.x) * scale - side / 2,
        top + (y - whole.y) * scale - side / 2,
        side,
        side,
      )
    }
  }, [drawn, scale, left, top, whole.x, whole.y])

  useEffect(() => {
    const show = () => {
      const box = frame.current
      if (!box) return
      const look = view.look()
      Object.assign(box.style, {
        transform: `translate(${left + (look.x - whole.x) * scale}px, ${top + (look.y - whole.y) * scale}px)`,
        width: `${look.width * scale}px`,
        height: `${look.height * scale}px`,
      })
    }
    show()
    return view.subscribe(show)
  }, [view, scale, left, top, whole.x, whole.y])

  const go = (event: PointerEvent<HTMLDivElement>) => {
    if (event.buttons !== 1) return
    const box = event.currentTarget.getBoundingClientRect()
    const point = {
      x: whole.x + (event.clientX - box.left - left) / scale,
      y: whole.y + (event.clientY - box.top - top) / scale,
    }
    view.move(centred(point, view.camera.zoom, view.size))
  }
  return (
    <div
      className={css['map']}
      style={{ width: WIDTH, height: HEIGHT }}
      data-board-control
      aria-hidden="true"
      onPointerDown={go}
      onPointerMove={go}
    >
      <canvas ref={paper} style={{ width: WIDTH, height: HEIGHT }} />
      <div ref={frame} className={css['map-frame']} />
    </div>
  )
}
