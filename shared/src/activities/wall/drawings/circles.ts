import type { DrawnShape } from '../../../wall/shapes.ts'
import { BACKGROUND_BOX, RINGS } from '../backgrounds.ts'
import type { SayPart } from '../part-words.ts'
import { label } from './label.ts'

const MIDDLE = { x: BACKGROUND_BOX.width / 2, y: BACKGROUND_BOX.height / 2 }
const LOOKS = { centre: 'ring-1', near: 'ring-2', far: 'ring-3' } as const
/** From the top of a ring to its word. */
const WORD_BELOW = 66

/** From the centre outwards. */
export const circles = (say: SayPart): DrawnShape[] => [
  ...RINGS.toReversed().map(
    ({ id, rx, ry }): DrawnShape => ({ type: 'ellipse', look: LOOKS[id], ...MIDDLE, rx, ry }),
  ),
  ...RINGS.map(({ id, ry }) => label(say(id), MIDDLE.x, MIDDLE.y - ry + WORD_BELOW, 'middle')),
  label(say('beyond'), 40, 84),
]
