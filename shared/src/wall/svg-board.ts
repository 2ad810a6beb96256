/** Where everything of a board stands on a page. Pure figures, as svg-layout.ts. */
import { NOTE_SIDE } from './note.ts'
import { PART_GAP, partsOfCanvas } from './svg-canvas.ts'
import { fitText } from './svg-fit.ts'
import { NOTE_WIDTH } from './svg-note.ts'
import type { Box, PictureBoard, PlacedBoard, PlacedText } from './svg-picture.ts'
import { squareNote } from './svg-square.ts'

/** A note on the board is as large as one in the columns below it. */
const SCALE = NOTE_WIDTH / NOTE_SIDE
/** Of a zone's title: its usual size, and the room between the zone's edge and its notes (board.ts). */
const TITLE = { size: 52, left: 40, top: 22, height: 92 } as const

export interface BoardLayout {
  /** On the page. */
  readonly width: number
  readonly height: number
  readonly place: (left: number, top: number) => readonly PlacedBoard[]
}

const titleOf = ({ x, y, width, title }: PictureBoard['frames'][number]): PlacedText => {
  const room = { width: width - 2 * TITLE.left, height: TITLE.height }
  const { size, leading, lines } = fitText(title, room, TITLE.size, 'bold')
  return { size, leading, lines, x: x + TITLE.left, y: y + TITLE.top + size * 0.97, bold: true, quiet: false }
}

interface Part {
  readonly board: PictureBoard
  readonly extent: Box
}

const placePart = ({ board, extent }: Part, left: number, top: number): PlacedBoard => ({
  x: left - extent.x * SCALE,
  y: top - extent.y * SCALE,
  scale: SCALE,
  paper: board.paper,
  under: board.under,
  frames: board.frames,
  titles: board.frames.map(titleOf),
  notes: board.items.map(squareNote),
})

/** `ratio`: of the room on the page. A canvas is cropped to what stands on it. */
export function layoutBoard(board: PictureBoard, ratio: number): BoardLayout {
  const { parts, areBeside } =
    board.paper === null
      ? partsOfCanvas(board, ratio)
      : { parts: [{ board, extent: board.paper }], areBeside: false }
  let [width, height] = [0, 0]
  const spots = parts.map(({ extent }, i) => {
    const gap = i === 0 ? 0 : PART_GAP
    const spot = areBeside ? { x: width + gap, y: 0 } : { x: 0, y: height + gap }
    width = Math.max(width, spot.x + extent.width)
    height = Math.max(height, spot.y + extent.height)
    return spot
  })
  return {
    width: width * SCALE,
    height: height * SCALE,
    place: (left, top) =>
      parts.map((part, i) =>
        placePart(part, left + (spots[i]?.x ?? 0) * SCALE, top + (spots[i]?.y ?? 0) * SCALE),
      ),
  }
}
