import type { DrawnShape } from '../../../wall/shapes.ts'
import type { SayPart } from '../part-words.ts'
import { label } from './label.ts'

const RADIUS = 26
export const QUARTER = { type: 'rect', width: 780, height: 430, radius: RADIUS } as const
const HALF = { type: 'rect', y: 10, width: 780, height: 880, radius: RADIUS } as const

/** Pictograms of 56 units, from their top left corner. */
const MARKS = {
  keep: 'M28 50 C6 36 2 24 6 14 C10 5 23 5 28 15 C33 5 46 5 50 14 C54 24 50 36 28 50 Z',
  stop: 'M8 28 A20 20 0 1 0 48 28 A20 20 0 1 0 8 28 M14 14 L42 42',
  transform: 'M8 24 A20 20 0 0 1 44 16 M44 4 V17 H31 M48 32 A20 20 0 0 1 12 40 M12 52 V39 H25',
  learn: 'M28 52 V24 M28 30 C28 16 38 8 50 8 C50 22 42 30 28 30 M28 38 C28 26 20 18 8 18 C8 30 16 38 28 38',
} as const

const CORNERS = [
  { id: 'keep', x: 10, y: 10, look: 'good', labelY: 84 },
  { id: 'stop', x: 810, y: 10, look: 'danger', labelY: 84 },
  { id: 'transform', x: 10, y: 460, look: 'warm', labelY: 858 },
  { id: 'learn', x: 810, y: 460, look: 'accent', labelY: 858 },
] as const

/** Four fields; their words stand at the outer edges, so that the middle is free for notes. */
export const keepStop = (say: SayPart): DrawnShape[] =>
  CORNERS.flatMap(({ id, x, y, look, labelY }): DrawnShape[] => [
    { ...QUARTER, look, x, y },
    { type: 'path', look: `${look}-mark`, d: MARKS[id], from: { x: x + 30, y: labelY - 46 } },
    label(say(id), x + 106, labelY),
  ])

const SUN = 'M155 890 A250 250 0 0 1 645 890 Z'
const RAY = { type: 'rect', x: 388, y: 560, width: 24, height: 80, radius: 12 } as const
const RAYS = [-60, -30, 0, 30, 60] as const
const CLOUD =
  'M960 850 a80 80 0 0 1 10 -160 a130 130 0 0 1 245 -45 a100 100 0 0 1 165 70 a70 70 0 0 1 20 135 z'

/** A sun that rises, a cloud that passes. */
export const hopesFears = (say: SayPart): DrawnShape[] => [
  { ...HALF, look: 'good', x: 10 },
  { type: 'path', look: 'mood-warm', d: SUN },
  ...RAYS.map((by): DrawnShape => ({ ...RAY, look: 'mood-warm', turn: { by, x: 400, y: 940 } })),
  { ...HALF, look: 'accent', x: 810 },
  { type: 'path', look: 'mood-cool', d: CLOUD },
  label(say('hopes'), 400, 96, 'middle'),
  label(say('fears'), 1200, 96, 'middle'),
]
