import type { DrawnShape } from '../../../wall/shapes.ts'
import { TREE } from '../backgrounds.ts'
import type { SayPart } from '../part-words.ts'
import { label } from './label.ts'

const CROWN = [
  [800, 210, 300, 190],
  [520, 250, 230, 165],
  [1080, 250, 230, 165],
  [660, 130, 200, 110],
  [950, 130, 200, 110],
] as const
const FRUITS = [
  [430, 190],
  [560, 330],
  [690, 110],
  [800, 320],
  [910, 180],
  [1040, 330],
  [1180, 200],
] as const
const ROOTS = [
  ['M760 650 C740 760 560 740 430 850', 26],
  ['M785 650 C785 750 720 790 660 870', 20],
  ['M815 650 C815 750 880 790 940 870', 20],
  ['M840 650 C860 760 1040 740 1170 850', 26],
] as const
const TRUNK =
  'M735 650 C765 560 765 470 720 370 L770 410 L800 350 L830 410 L880 370 C835 470 835 560 865 650 Z'

/** Roots, trunk and fruits, one above the other over the whole width: a note beside the trunk belongs to the trunk. */
export function tree(say: SayPart): DrawnShape[] {
  const { trunkFrom, rootsFrom } = TREE
  const ground = `M10 ${rootsFrom} H1590 V864 a26 26 0 0 1 -26 26 H36 a26 26 0 0 1 -26 -26 Z`
  return [
    { type: 'path', look: 'sunk', d: ground },
    ...CROWN.map(([x, y, rx, ry]): DrawnShape => ({ type: 'ellipse', look: 'good', x, y, rx, ry })),
    ...FRUITS.map(([x, y]): DrawnShape => ({ type: 'ellipse', look: 'fruit', x, y, rx: 17, ry: 17 })),
    { type: 'path', look: 'bark', d: TRUNK },
    ...ROOTS.map(([d, thickness]): DrawnShape => ({ type: 'path', look: 'root', d, thickness })),
    { type: 'path', look: 'hair', d: `M20 ${trunkFrom} H1580` },
    { type: 'path', look: 'line', d: `M20 ${rootsFrom} H1580` },
    label(say('fruits'), 50, 92),
    label(say('trunk'), 50, trunkFrom + 72),
    label(say('roots'), 50, rootsFrom + 72),
  ]
}
