import { FRAME, FRAME_EDGE } from '../../../wall/board.ts'
import type { DrawnShape, TextShape } from '../../../wall/shapes.ts'
import type { WallDefinition } from '../definition.ts'
import type { SayPart } from '../part-words.ts'
import { QUARTER } from './fields.ts'

type Axes = WallDefinition['axes']
export const NO_AXES: Axes = { left: '', right: '', bottom: '', top: '' }
type End = Omit<TextShape, 'type' | 'text' | 'size' | 'widest'> & { readonly of: keyof Axes }

const named = (
  ends: readonly End[],
  axes: Axes,
  set: { readonly size: number; readonly widest: number },
): DrawnShape[] =>
  ends.flatMap(({ of, ...end }): DrawnShape[] =>
    axes[of].trim() === '' ? [] : [{ type: 'text', ...end, ...set, text: axes[of] }],
  )

const ENDS_WITHIN: readonly End[] = [
  { of: 'left', x: 28, y: 432, anchor: 'start' },
  { of: 'right', x: 1566, y: 510, anchor: 'end' },
  { of: 'top', x: 826, y: 70, anchor: 'start' },
  { of: 'bottom', x: 826, y: 868, anchor: 'start' },
]

/** A drawing: two axes; what their ends are called stands beside them, where anybody named them. */
export const twoByTwo = (axes: Axes): DrawnShape[] => [
  { ...QUARTER, look: 'sunk', x: 10, y: 10 },
  { ...QUARTER, look: 'accent', x: 810, y: 10 },
  { ...QUARTER, look: 'sunk', x: 10, y: 460 },
  { ...QUARTER, look: 'sunk', x: 810, y: 460 },
  { type: 'path', look: 'line', d: 'M24 450 H1576 M1558 434 L1576 450 L1558 466' },
  { type: 'path', look: 'line', d: 'M800 876 V24 M784 42 L800 24 L816 42' },
  ...named(ENDS_WITHIN, axes, { size: 50, widest: 700 }),
]

const { width, height } = FRAME
const ACROSS = `M0 ${height / 2} H${width}`
const UPWARDS = `M${width / 2} 0 V${height}`

/** On the paper around the frame, in board units: where no note hides them. */
const BASELINE = height + FRAME_EDGE - 44
const UPRIGHT = -FRAME_EDGE + 82
const ENDS_AROUND: readonly End[] = [
  { of: 'left', x: 0, y: BASELINE, anchor: 'start' },
  { of: 'right', x: width, y: BASELINE, anchor: 'end' },
  { of: 'top', x: UPRIGHT, y: 0, anchor: 'end', turn: { by: -90, x: UPRIGHT, y: 0 } },
  { of: 'bottom', x: UPRIGHT, y: height, anchor: 'start', turn: { by: -90, x: UPRIGHT, y: height } },
]
const SIZE = 56
/** So that the two ends of an axis leave room between them. */
const SHARE = 0.48
const [ALONG, UP] = [ENDS_AROUND.slice(0, 2), ENDS_AROUND.slice(2)]

/** What lies under the notes of a matrix, in board units. */
export const matrixAxes = (axes: Axes): DrawnShape[] => [
  { type: 'path', look: 'axis', d: `${ACROSS} ${UPWARDS}` },
  ...named(ALONG, axes, { size: SIZE, widest: SHARE * width }),
  ...named(UP, axes, { size: SIZE, widest: SHARE * height }),
]

/** What lies under the notes of a timeline, in board units. */
export const timelineAxis = ({ left, right, ...axes }: Axes, say: SayPart): DrawnShape[] => [
  { type: 'path', look: 'axis', d: ACROSS },
  ...named(
    ALONG,
    { ...axes, left: left || say('from'), right: right || say('to') },
    { size: SIZE, widest: SHARE * width },
  ),
]
