import * as z from 'zod/mini'
import { ANCHORS, SHAPE_LOOKS } from '../wall/shapes.ts'

const point = { x: z.number(), y: z.number() }
const rect = { ...point, width: z.number(), height: z.number() }
const look = z.enum(SHAPE_LOOKS)
const turn = z.optional(z.object({ ...point, by: z.number() }))

/** `Shape` (wall/shapes.ts), for whoever reads a file. */
const shape = z.discriminatedUnion('type', [
  z.object({ type: z.literal('rect'), look, ...rect, radius: z.number(), turn }),
  z.object({ type: z.literal('ellipse'), look, ...point, rx: z.number(), ry: z.number() }),
  z.object({
    type: z.literal('path'),
    look,
    d: z.string(),
    thickness: z.optional(z.number()),
    from: z.optional(z.object(point)),
  }),
  z.object({
    type: z.literal('text'),
    ...point,
    text: z.string(),
    anchor: z.enum(ANCHORS),
    size: z.number(),
    widest: z.optional(z.number()),
    turn,
  }),
  z.object({ type: z.literal('picture'), ...rect, picture: z.string() }),
])

/** `HarvestBoard` (blocks.ts), for whoever reads a file. */
export const Board = z.object({
  paper: z.nullable(z.object(rect)),
  frames: z.array(z.object({ ...rect, title: z.string() })),
  under: z.object({ unit: z.number(), shapes: z.array(shape) }),
  places: z.array(z.object({ ...point, note: z.string() })),
  waiting: z.string(),
})
