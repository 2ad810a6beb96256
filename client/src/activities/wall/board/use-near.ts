/** Which squares of the board are in the page now: a few more than are seen, brought in a few notes at a time. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { BoardView } from './board-view.ts'
import { type Chunks, grown, keysWithin } from './chunks.ts'

/** Side of a square, board units: three or four notes of a full grid. */
export const NEAR_SIDE = 400
/** Further away no letter can be read, and nothing is laid out but papers. */
const LETTERS_ZOOM = 0.24
/** In a room nobody can come nearer, and the letters are large. */
const LETTERS_ZOOM_STILL = 0.12
/** More papers than this in one view hide each other's words. */
const LETTERS_NOTES_MAX = 480
/** Brought in this far beyond the edge, and let go further out: a hand that trembles at an edge costs nothing. */
const AHEAD = 300
const KEPT = 1_600
/** So many notes come into the page in one frame: fewer while a hand moves the board, whose frames come first. */
const NOTES_A_FRAME = 16
const NOTES_A_FRAME_MOVING = 3

export interface Near {
  /** False: too far away for letters. */
  readonly hasLetters: boolean
  readonly keys: ReadonlySet<string>
  /** Everything that is seen is there. */
  readonly isWhole: boolean
}

const NOTHING: Near = { hasLetters: false, keys: new Set(), isWhole: false }

const countIn = (chunks: Chunks, keys: readonly string[]): number =>
  keys.reduce((sum, key) => sum + (chunks.get(key)?.notes.length ?? 0), 0)

const isSame = (a: Near, b: Near): boolean =>
  a.hasLetters === b.hasLetters &&
  a.isWhole === b.isWhole &&
  a.keys.size === b.keys.size &&
  [...a.keys].every((key) => b.keys.has(key))

/** The next step from what is in the page to what ought to be. */
export function nextNear(
  before: Near,
  view: Pick<BoardView, 'look' | 'camera' | 'isMoving'>,
  chunks: Chunks,
  isStill = false,
): Near {
  if (view.camera.zoom < (isStill ? LETTERS_ZOOM_STILL : LETTERS_ZOOM)) return NOTHING
  const look = view.look()
  const seen = keysWithin(look, NEAR_SIDE).filter((key) => chunks.has(key))
  if (countIn(chunks, seen) > LETTERS_NOTES_MAX) return NOTHING
  const kept = new Set(keysWithin(grown(look, KEPT), NEAR_SIDE))
  const keys = new Set([...before.keys].filter((key) => kept.has(key) && chunks.has(key)))
  const ahead = keysWithin(grown(look, AHEAD), NEAR_SIDE).filter((key) => chunks.has(key))
  let budget = view.isMoving ? NOTES_A_FRAME_MOVING : NOTES_A_FRAME
  let isWhole = true
  for (const key of [...seen, ...ahead]) {
    if (keys.has(key)) continue
    if (budget <= 0) {
      isWhole = false
      break
    }
    budget -= chunks.get(key)?.notes.length ?? 0
    keys.add(key)
  }
  // Whether papers are drawn below the words changes all that is seen: not while a hand moves the board.
  return { hasLetters: true, keys, isWhole: isWhole && (before.isWhole || !view.isMoving) }
}

export function useNear(view: BoardView, chunks: Chunks, isStill = false): Near {
  const [near, setNear] = useState(NOTHING)
  const latest = useRef({ near, chunks })
  latest.current = { near, chunks }
  const step = useCallback(() => {
    const next = nextNear(latest.current.near, view, latest.current.chunks, isStill)
    if (!isSame(next, latest.current.near)) setNear(next)
  }, [view, isStill])
  useEffect(() => view.subscribe(step), [view, step])
  // Goes on for as long as a square is missing, and when notes come.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is near and what there is are why it looks again
  useEffect(() => {
    const frame = requestAnimationFrame(step)
    return () => cancelAnimationFrame(frame)
  }, [near, chunks, step])
  return near
}
