import {
  extentOf,
  FRAME,
  FRAME_EDGE,
  type Point,
  placeNotes,
  type Rect,
  type SpatialLayout,
  type WallNote,
  type WallStack,
  zoneFrames,
} from '@escale/shared'
import type { WallView } from '@escale/shared/activities/wall'
import {
  type ReactNode,
  use,
  useDeferredValue,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { classNames } from '../../../styles/class-names.ts'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { useMeanings } from '../categories.tsx'
import type { Beginning } from '../kept-notes.ts'
import { ArrangeTools } from './ArrangeTools.tsx'
import { Backdrop } from './Backdrop.tsx'
import css from './Board.module.css'
import { BoardTools } from './BoardTools.tsx'
import { BoardView } from './board-view.ts'
import type { BoardWall } from './board-wall.ts'
import { CardsLayer } from './CardsLayer.tsx'
import { zoomedAt } from './camera.ts'
import { type Chunks, inChunks, type PlacedNote, placeAll } from './chunks.ts'
import { InPlace } from './InPlace.tsx'
import { MiniMap } from './MiniMap.tsx'
import { NotesLayer, type RenderNote } from './NotesLayer.tsx'
import { SelectedCards } from './SelectedCards.tsx'
import { useBoardTexts } from './texts.ts'
import { useBoardHands } from './use-board-hands.ts'
import { useCalm } from './use-calm.ts'
import { NEAR_SIDE, useNear } from './use-near.ts'
import { BoardControlContext } from './viewport.ts'

interface BoardProps {
  readonly layout: SpatialLayout
  readonly view: Pick<WallView, 'zones' | 'axes' | 'background'>
  readonly wall: BoardWall
  /** One note, on a square of NOTE_SIDE. Must stay the same function while nothing changed. */
  readonly render: RenderNote
  readonly stacks?: readonly WallStack[]
  readonly renderStack?: (stack: WallStack) => ReactNode
  readonly colour?: number
  /** The note that the viewer wrote last: the board goes there. Empty: none. */
  readonly newest?: string
  /** Begins a note where its category has to be chosen, which cannot be done in its place. */
  readonly onWrite?: ((beginning: Beginning) => void) | undefined
  /** For a room: no tools, and always the whole. */
  readonly isStill?: boolean
}

const NO_STACKS: readonly WallStack[] = []
/** On a phone everything at once is too small to be read: one begins nearer, at the middle. */
const FIRST_ZOOM_LEAST = 0.3
const FRAME_RECT: Rect = {
  x: -FRAME_EDGE,
  y: -FRAME_EDGE,
  width: FRAME.width + 2 * FRAME_EDGE,
  height: FRAME.height + 2 * FRAME_EDGE,
}
const EMPTY_BOARD: Rect = { x: 0, y: 0, width: 1_400, height: 800 }

/** Where everything stands now, with as little made anew as possible. */
function usePlaces(
  notes: readonly WallNote[],
  layout: SpatialLayout,
  zones: WallView['zones'],
  carried: { readonly id: string; readonly at: Point } | null,
) {
  const heldNotes = useRef<ReadonlyMap<string, PlacedNote>>(new Map())
  const heldChunks = useRef<Chunks>(new Map())
  const points = useMemo(() => placeNotes(notes, layout, zones), [notes, layout, zones])
  const placed = useMemo(() => {
    const shown = carried ? new Map(points).set(carried.id, carried.at) : points
    return placeAll(notes, shown, heldNotes.current)
  }, [notes, points, carried])
  heldNotes.current = placed
  const chunks = useMemo(
    () => inChunks(placed.values(), NEAR_SIDE, heldChunks.current, points),
    [placed, points],
  )
  heldChunks.current = chunks
  const frames = useMemo(
    () => (layout === 'canvas' ? zoneFrames(notes, zones, points) : []),
    [layout, notes, zones, points],
  )
  const extent = useMemo(
    () => extentOf(points.values(), layout === 'canvas' ? frames : [FRAME_RECT]) ?? EMPTY_BOARD,
    [points, layout, frames],
  )
  return { placed, chunks, frames, extent }
}

/** The size of the element, told to the view before anything is painted. `fit` at first, and while nobody has looked elsewhere. */
function useSized(root: React.RefObject<HTMLElement | null>, view: BoardView, fit: () => void): void {
  const latest = useRef(fit)
  latest.current = fit
  useLayoutEffect(() => {
    const element = root.current
    if (!element || typeof ResizeObserver === 'undefined') return
    let isKnown = false
    const look = () => {
      const { clientWidth: width, clientHeight: height } = element
      if (width === 0 || height === 0) return
      view.resize({ width, height })
      if (!isKnown || view.isFitted) latest.current()
      isKnown = true
    }
    look()
    const observer = new ResizeObserver(look)
    observer.observe(element)
    return () => observer.disconnect()
  }, [root, view])
}

/** Notes on a surface: a canvas without edge, a matrix, a picture or a timeline. */
export function Board(props: BoardProps) {
  const {
    layout,
    view,
    wall,
    render,
    stacks = NO_STACKS,
    renderStack,
    colour = 0,
    newest = '',
    onWrite,
    isStill = false,
  } = props
  const t = useBoardTexts()
  const id = useId()
  const root = useRef<HTMLDivElement>(null)
  const world = useRef<HTMLDivElement>(null)
  const veil = useRef<HTMLDivElement>(null)
  const [camera] = useState(() => new BoardView())
  const control = use(BoardControlContext)

  // What others write is put in its place between two frames: a hand that moves the board comes first.
  const all = useDeferredValue(useCalm(wall.notes, camera))
  const inside = useMemo(() => new Set(stacks.flatMap((stack) => stack.notes.slice(1))), [stacks])
  const leaders = useMemo(() => new Map(stacks.map((stack) => [stack.notes[0], stack])), [stacks])
  const notes = useMemo(
    () => (inside.size === 0 ? all : all.filter((note) => !inside.has(note.id))),
    [all, inside],
  )
  const stackOf = (first: string) => leaders.get(first)
  const asksMore = useMeanings().size > 0
  const onBegin = asksMore ? onWrite : undefined
  const hands = useBoardHands({ layout, wall, camera, root, veil, isStill, stackOf, onBegin })
  const { placed, chunks, frames, extent } = usePlaces(notes, layout, view.zones, hands.carried)
  hands.know(placed, frames, extent)
  const near = useNear(camera, chunks, isStill)
  useLayoutEffect(hands.keepFocus)
  const renderOne = useMemo<RenderNote>(
    () => (note) => {
      const stack = leaders.get(note.id)
      return stack && renderStack ? renderStack(stack) : render(note)
    },
    [leaders, render, renderStack],
  )

  useLayoutEffect(() => {
    camera.attach(world.current)
    control.current = camera
    return () => {
      camera.attach(null)
      if (control.current === camera) control.current = null
    }
  }, [camera, control])
  const begin = () => {
    camera.fit(layout === 'canvas' ? extent : FRAME_RECT, false)
    if (isStill || camera.camera.zoom >= FIRST_ZOOM_LEAST) return
    const { width, height } = camera.size
    camera.move(
      zoomedAt(camera.camera, FIRST_ZOOM_LEAST / camera.camera.zoom, { x: width / 2, y: height / 2 }),
      'program',
    )
    hands.see(newest)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each note that the viewer writes
  useEffect(() => {
    if (camera.size.width > 0) hands.see(newest)
  }, [newest, placed.has(newest)])
  useSized(root, camera, begin)
  // The notes may come after the board; and a room always sees all of them.
  const { x, y, width, height } = extent
  const isFilled = wall.ready && notes.length > 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: begins once, when there is something
  useEffect(() => {
    if (isFilled && camera.size.width > 0) begin()
  }, [isFilled, layout])
  useEffect(() => {
    // A room looks at what is placed; what waits beside the frame would make that smaller.
    if (isStill && camera.size.width > 0)
      camera.fit(layout === 'canvas' ? { x, y, width, height } : FRAME_RECT, true)
  }, [isStill, camera, layout, x, y, width, height])

  // A room does not see what waits (above), and no word of it.
  const hasTray = !isStill && layout !== 'canvas' && notes.some((note) => note.at[layout] === undefined)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a board is no set of form fields
    <div
      ref={root}
      className={classNames(css['board'], isStill && css['still'])}
      role="group"
      aria-label={t('board')}
      aria-describedby={isStill ? undefined : `${id}-keys`}
      tabIndex={isStill ? undefined : 0}
      data-board=""
      data-far={!near.hasLetters || undefined}
      data-picking={hands.isPicking || undefined}
      {...(isStill ? {} : { onKeyDown: hands.onKeyDown, onFocus: hands.onFocus })}
      onScroll={(event) => event.currentTarget.scrollTo(0, 0)}
    >
      {isStill ? null : (
        <VisuallyHidden>
          <p id={`${id}-keys`}>{t('keys')}</p>
        </VisuallyHidden>
      )}
      <div ref={world} className={css['world']}>
        <Backdrop layout={layout} view={view} frames={frames} hasTray={hasTray} />
        <CardsLayer placed={placed} isCovered={near.hasLetters && near.isWhole} />
        {near.hasLetters ? null : <SelectedCards placed={placed} />}
        {near.hasLetters ? (
          <NotesLayer
            chunks={chunks}
            keys={near.keys}
            render={renderOne}
            label={t('board')}
            carried={hands.carried?.id ?? null}
          />
        ) : null}
        {hands.writing ? (
          <InPlace
            at={hands.writing}
            colour={colour}
            onSend={(text) => hands.write(text, colour)}
            onClose={hands.endWriting}
          />
        ) : null}
      </div>
      <div ref={veil} className={css['lasso']} hidden />
      {hands.isPicking ? (
        <p className={css['hint']} role="status">
          {t(hands.carried ? 'put-down' : 'pick-one')}
        </p>
      ) : null}
      {isStill ? null : (
        <>
          <BoardTools
            onZoom={hands.zoom}
            onFit={() => camera.fit(extent, true, 'me')}
            onWrite={wall.mayWrite ? hands.writeHere : undefined}
            picking={
              notes.some(hands.mayLift) ? { isOn: hands.isPicking, toggle: hands.togglePicking } : undefined
            }
          />
          {wall.mayMoveAll ? <ArrangeTools layout={layout} placed={placed} onArrange={hands.putAll} /> : null}
          <MiniMap view={camera} placed={placed} extent={extent} />
        </>
      )}
    </div>
  )
}
