/** What hands and keys mean on a board: moving notes, picking several, writing in place. */
import {
  keptPoint,
  type Point,
  type Rect,
  type SpatialLayout,
  STEP,
  type WallNote,
  type WallStack,
  type ZoneFrame,
  zoneUnder,
} from '@escale/shared'
import { type FocusEvent, type KeyboardEvent, type RefObject, use, useEffect, useRef, useState } from 'react'
import { announce } from '../../../ui/announce.ts'
import type { Beginning } from '../kept-notes.ts'
import { SelectionContext } from '../selection/selection.ts'
import type { Placing } from './arrange.ts'
import type { BoardView } from './board-view.ts'
import type { BoardWall } from './board-wall.ts'
import { centred, panned, toBoard, zoomedAt } from './camera.ts'
import { neighbour, type PlacedNote } from './chunks.ts'
import { type Move, withPiles } from './pile.ts'
import { followPointers, type Intents } from './pointers.ts'
import { useBoardTexts } from './texts.ts'

/** Notes put down by hand on the canvas stand on a grid this fine, so that rows are rows. */
const SNAP = STEP / 11
/** So long after it was put down a note is given the focus back, ms. */
const FOCUS_HELD_MS = 2_000
const KEY_STEP_PX = 80
const ZOOM_KEY = 1.25
/** What one goes to from far away is large enough to be read. */
const READING_ZOOM = 0.6
const EXCERPT_CHARS = 60

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

interface Known {
  readonly placed: ReadonlyMap<string, PlacedNote>
  readonly frames: readonly ZoneFrame[]
  readonly extent: Rect
}
const NOTHING: Known = { placed: new Map(), frames: [], extent: { x: 0, y: 0, width: 1, height: 1 } }

interface HandsProps {
  readonly layout: SpatialLayout
  readonly wall: BoardWall
  readonly camera: BoardView
  readonly root: RefObject<HTMLElement | null>
  readonly veil: RefObject<HTMLElement | null>
  readonly isStill: boolean
  /** The stack that stands where this note stands. */
  readonly stackOf: (first: string) => WallStack | undefined
  /** Given: a note is begun elsewhere, with its place. */
  readonly onBegin: ((beginning: Beginning) => void) | undefined
}

const snapped = (layout: SpatialLayout, { x, y }: Point): Point =>
  layout === 'canvas' ? { x: Math.round(x / SNAP) * SNAP, y: Math.round(y / SNAP) * SNAP } : { x, y }

const noteOf = (target: EventTarget): string | undefined =>
  target instanceof Element ? target.closest<HTMLElement>('[data-note]')?.dataset['note'] : undefined
const isField = (target: EventTarget): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')

/** Puts notes where they were put; on the canvas the zone under a note becomes its own. */
function usePutting({ layout, wall, stackOf }: HandsProps, known: RefObject<Known>) {
  const place = ({ note, middle, stands = middle }: Move) => {
    const at = keptPoint(layout, snapped(layout, middle))
    const zone = layout === 'canvas' ? zoneUnder(known.current.frames, stands) : undefined
    return { at, ...(zone === undefined || zone === note.zone ? {} : { zone }) }
  }
  return (wanted: readonly Move[]) => {
    const moved = withPiles(wanted, stackOf, (id) => wall.notes.find((note) => note.id === id))
    const [only] = moved
    if (moved.length === 1 && only) {
      const { at, ...zone } = place(only)
      wall.move(only.note, { at: { [layout]: at }, ...zone })
    } else
      wall.arrange(
        layout,
        moved.map((one) => {
          const { at, ...zone } = place(one)
          return { id: one.note.id, ...at, ...zone }
        }),
      )
  }
}

export function useBoardHands(props: HandsProps) {
  const { layout, wall, camera, root, veil, isStill } = props
  const t = useBoardTexts()
  const selection = use(SelectionContext)
  const known = useRef<Known>(NOTHING)
  const put = usePutting(props, known)
  const [writing, setWriting] = useState<Point | null>(null)
  const [isPicking, setPicking] = useState(false)
  const held = useRef<string | null>(null)
  const [carried, setCarried] = useState<{ readonly id: string; readonly at: Point } | null>(null)

  /** A stack belongs to several: whoever may move all notes moves it. */
  const mayLift = (note: WallNote) => (props.stackOf(note.id) ? wall.mayMoveAll : wall.mayMove(note))
  const middle = () => ({ x: camera.size.width / 2, y: camera.size.height / 2 })
  const zoom = (factor: number) => camera.go(zoomedAt(camera.camera, factor, middle()), true)
  /** Where no zone is, none is chosen. */
  const whereOf = (point: Point) => ({
    zone: zoneUnder(known.current.frames, point) ?? '',
    at: { [layout]: keptPoint(layout, snapped(layout, point)) },
  })
  const writeAt = (point: Point) => {
    if (!wall.mayWrite) return
    if (props.onBegin) return props.onBegin(whereOf(point))
    if (camera.camera.zoom < READING_ZOOM) camera.go(centred(point, READING_ZOOM, camera.size), true)
    setWriting(point)
  }
  const focusOn = (note: string) => {
    const stop = root.current?.querySelector<HTMLElement>(`[data-note="${CSS.escape(note)}"] button`)
    stop?.focus({ preventScroll: true })
  }
  /** At its new place a note is another element, which comes into the page in a moment: the keys go there with it. */
  const holdFocus = (note: string) => {
    held.current = note
    requestAnimationFrame(() => focusOn(note))
    setTimeout(() => {
      if (held.current === note) held.current = null
    }, FOCUS_HELD_MS)
  }
  const pickUp = (id: string) => {
    const here = known.current.placed.get(id)
    if (!here || !mayLift(here.note)) return
    setPicking(true)
    setCarried({ id, at: { x: here.x, y: here.y } })
    announce(t('picked-up', { text: here.note.text.slice(0, EXCERPT_CHARS) }))
  }
  const putDown = (at: Point | null) => {
    const here = carried && known.current.placed.get(carried.id)
    if (here && at) put([{ note: here.note, middle: at }])
    announce(t(at ? 'put-down-done' : 'put-down-not'))
    setCarried(null)
    setPicking(false)
    if (carried) holdFocus(carried.id)
  }

  /** Goes there, unless it is in sight. */
  const see = (id: string) => {
    const here = known.current.placed.get(id)
    if (!here) return
    const look = camera.look()
    const isSeen =
      Math.abs(here.x - look.x - look.width / 2) < look.width / 2 - STEP / 2 &&
      Math.abs(here.y - look.y - look.height / 2) < look.height / 2 - STEP / 2
    if (!isSeen) camera.go(centred(here, camera.camera.zoom, camera.size), true)
  }

  const intents: Intents = {
    grab: (id) => {
      const here = known.current.placed.get(id)
      if (!here || !mayLift(here.note)) return []
      const picked = selection?.getState().ids
      return picked?.has(id) && wall.mayMoveAll
        ? [...picked].filter((one) => known.current.placed.has(one))
        : [id]
    },
    drop: (ids, by) =>
      put(
        ids.flatMap((id) => {
          const here = known.current.placed.get(id)
          return here ? [{ note: here.note, middle: { x: here.x + by.x, y: here.y + by.y } }] : []
        }),
      ),
    lasso: (area) =>
      selection
        ?.getState()
        .add(
          [...known.current.placed.values()].flatMap(({ note, x, y }) =>
            x >= area.x && x <= area.x + area.width && y >= area.y && y <= area.y + area.height
              ? [note.id]
              : [],
          ),
        ),
    toggle: (id) => selection?.getState().toggle(id),
    click: (at, note) => {
      if (carried) {
        putDown(at)
        return true
      }
      if (isPicking && note !== undefined) {
        pickUp(note)
        return true
      }
      const isFar = root.current?.dataset['far'] !== undefined
      if (!isFar) return false
      camera.go(centred(at, READING_ZOOM, camera.size), true)
      return true
    },
    doubleClick: writeAt,
    maySelect: () => selection !== null,
    isSelecting: () => selection?.getState().isOn ?? false,
  }
  const latest = useRef(intents)
  latest.current = intents
  useEffect(() => {
    if (isStill || !root.current || !veil.current) return
    return followPointers(root.current, veil.current, camera, () => latest.current)
  }, [isStill, root, veil, camera])

  const carryBy = ([dx, dy]: readonly [number, number], isFine: boolean) => {
    if (!carried) return
    const step = isFine ? SNAP : 5 * SNAP
    const at = { x: carried.at.x + dx * step, y: carried.at.y + dy * step }
    setCarried({ ...carried, at })
    camera.go(centred(at, camera.camera.zoom, camera.size), true)
  }
  const onCarryKey = (event: KeyboardEvent): boolean => {
    const arrow = ARROWS[event.key]
    if (arrow) carryBy(arrow, event.shiftKey)
    else if (event.key === 'Enter' || event.key === ' ') putDown(carried?.at ?? null)
    else if (event.key === 'Escape') putDown(null)
    else return false
    return true
  }
  const onNoteKey = (event: KeyboardEvent, id: string): boolean => {
    const here = known.current.placed.get(id)
    const arrow = ARROWS[event.key]
    if (arrow && here) {
      const reachable = [...known.current.placed.values()].filter(
        ({ note }) => wall.mayEdit(note) || wall.mayMove(note),
      )
      const next = neighbour(reachable, here, arrow)
      if (next) goTo(next)
    } else if (event.key === 'm') pickUp(id)
    else return false
    return true
  }
  const goTo = ({ note }: PlacedNote) => {
    see(note.id)
    // What comes into the page only now can be reached a moment later.
    const unsubscribe = camera.subscribe(() => focusOn(note.id))
    focusOn(note.id)
    setTimeout(unsubscribe, 600)
  }
  const onBoardKey = (event: KeyboardEvent): boolean => {
    const arrow = ARROWS[event.key]
    if (arrow) camera.move(panned(camera.camera, -arrow[0] * KEY_STEP_PX, -arrow[1] * KEY_STEP_PX))
    else if (event.key === '+' || event.key === '=') zoom(ZOOM_KEY)
    else if (event.key === '-') zoom(1 / ZOOM_KEY)
    else if (event.key === '0') camera.fit(known.current.extent, true, 'me')
    else if (event.key === 'n' && wall.mayWrite) writeAt(toBoard(camera.camera, middle()))
    else return false
    return true
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return
    const note = noteOf(event.target)
    const isDone = carried
      ? onCarryKey(event)
      : (note !== undefined && onNoteKey(event, note)) || onBoardKey(event)
    if (!isDone) return
    event.preventDefault()
    event.stopPropagation()
  }
  const onFocus = (event: FocusEvent) => {
    const here = known.current.placed.get(noteOf(event.target) ?? '')
    if (here && event.target.matches(':focus-visible')) goTo(here)
  }

  return {
    writing,
    isPicking,
    carried,
    onKeyDown,
    onFocus,
    zoom,
    mayLift,
    know: (placed: Known['placed'], frames: Known['frames'], extent: Rect) => {
      known.current = { placed, frames, extent }
    },
    writeHere: () => writeAt(toBoard(camera.camera, middle())),
    write: (text: string, colour: number) => {
      if (!writing) return
      wall.add({ text, colour, ...whereOf(writing) })
    },
    putAll: (places: readonly Placing[]) =>
      put(
        places.flatMap(({ id, x, y }) => {
          const here = known.current.placed.get(id)
          return here ? [{ note: here.note, middle: { x, y } }] : []
        }),
      ),
    endWriting: () => setWriting(null),
    /** To be called whenever something may have come into the page, or left it. */
    keepFocus: () => {
      if (held.current !== null && document.activeElement === document.body) focusOn(held.current)
    },
    togglePicking: () => {
      if (isPicking) putDown(null)
      else setPicking(true)
    },
    see,
  }
}
