import type { DrawnShape } from '../../../wall/shapes.ts'
import type { SayPart } from '../part-words.ts'
import { label } from './label.ts'

const CURVE = 'M400 60 C400 480 490 750 800 750 S1200 480 1200 60'
const ARROW = 'M1176 84 L1200 56 L1224 84'
const DOT = 15
const STAGES = [
  { id: 'initiate', x: 402, y: 170, label: { x: 352, y: 188, anchor: 'end' } },
  { id: 'sense', x: 484, y: 562, label: { x: 424, y: 596, anchor: 'end' } },
  { id: 'source', x: 800, y: 750, label: { x: 800, y: 860, anchor: 'middle' } },
  { id: 'create', x: 1116, y: 562, label: { x: 1176, y: 596, anchor: 'start' } },
  { id: 'evolve', x: 1198, y: 170, label: { x: 1248, y: 188, anchor: 'start' } },
] as const

/** The way down, through the source, and up again. Its words stand outside, its inside is free for notes. */
export const uCurve = (say: SayPart): DrawnShape[] => [
  { type: 'path', look: 'valley', d: CURVE },
  { type: 'path', look: 'path', d: CURVE },
  { type: 'path', look: 'path', d: ARROW },
  ...STAGES.flatMap(({ id, x, y, label: at }): DrawnShape[] => [
    { type: 'ellipse', look: 'stage', x, y, rx: DOT, ry: DOT },
    label(say(id), at.x, at.y, at.anchor),
  ]),
]
