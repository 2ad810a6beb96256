/** The wall as a board, for the harvest: what the screens show under the notes, and where those stand (client: board/Backdrop.tsx). */
import type { HarvestBoard } from '../../harvest/blocks.ts'
import { FRAME, FRAME_EDGE, placeNotes, zoneFrames } from '../../wall/board.ts'
import { notesOf, wallItems } from '../../wall/items.ts'
import type { WallContent } from '../../wall/model.ts'
import type { SpatialLayout } from '../../wall/note.ts'
import { BACKGROUND_BOX } from './backgrounds.ts'
import type { WallDefinition } from './definition.ts'
import { matrixAxes, timelineAxis } from './drawings/axes.ts'
import { shapesOf } from './drawings/shapes-of.ts'
import type { SayPart } from './part-words.ts'

type Under = HarvestBoard['under']

const PAPER = {
  x: -FRAME_EDGE,
  y: -FRAME_EDGE,
  width: FRAME.width + 2 * FRAME_EDGE,
  height: FRAME.height + 2 * FRAME_EDGE,
}

function underPicture({ background, axes }: WallDefinition, say: SayPart): Under {
  if (background === null) return { unit: 1, shapes: [] }
  return typeof background === 'string'
    ? { unit: FRAME.width / BACKGROUND_BOX.width, shapes: shapesOf(background, say, axes) }
    : { unit: 1, shapes: [{ type: 'picture', x: 0, y: 0, ...FRAME, picture: background.picture }] }
}

function under(layout: SpatialLayout, wall: WallDefinition, say: SayPart): Under {
  switch (layout) {
    case 'canvas':
      return { unit: 1, shapes: [] }
    case 'matrix':
      return { unit: 1, shapes: matrixAxes(wall.axes) }
    case 'timeline':
      return { unit: 1, shapes: timelineAxis(wall.axes, say) }
    case 'picture':
      return underPicture(wall, say)
  }
}

/** Undefined: columns, or nobody has put anything anywhere. */
export function harvestBoard(
  wall: WallDefinition,
  content: WallContent,
  say: SayPart,
): HarvestBoard | undefined {
  const { layout, zones } = wall
  if (layout === 'columns') return undefined
  const isCanvas = layout === 'canvas'
  // A stack stands where its first note does.
  const notes = wallItems(content.notes, content.stacks).flatMap((item) => notesOf(item)[0] ?? [])
  const placed = placeNotes(notes, layout, zones)
  const standing = isCanvas ? notes : notes.filter((note) => note.at[layout] !== undefined)
  if (standing.length === 0) return undefined
  const titles = new Map(zones.map((zone) => [zone.id, zone.title]))
  return {
    paper: isCanvas ? null : PAPER,
    frames: isCanvas
      ? zoneFrames(notes, zones, placed).map(({ zone, ...frame }) => ({
          ...frame,
          title: titles.get(zone) || say('no-zone'),
        }))
      : [],
    under: under(layout, wall, say),
    places: standing.flatMap((note) => {
      const middle = placed.get(note.id)
      return middle ? [{ note: note.id, x: Math.round(middle.x), y: Math.round(middle.y) }] : []
    }),
    waiting: say('unplaced'),
  }
}
