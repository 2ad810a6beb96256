/** Our own drawings, as shapes in the unit of BACKGROUND_BOX: the client, the harvest and its pictures draw the same. */
import type { DrawnShape } from '../../../wall/shapes.ts'
import type { Background } from '../backgrounds.ts'
import type { WallDefinition } from '../definition.ts'
import type { SayPart } from '../part-words.ts'
import { NO_AXES, twoByTwo } from './axes.ts'
import { circles } from './circles.ts'
import { hopesFears, keepStop } from './fields.ts'
import { tree } from './tree.ts'
import { uCurve } from './u-curve.ts'

/** `axes`: what the ends of a two-by-two are called. */
export function shapesOf(
  background: Background,
  say: SayPart,
  axes: WallDefinition['axes'] = NO_AXES,
): readonly DrawnShape[] {
  switch (background) {
    case 'two-by-two':
      return twoByTwo(axes)
    case 'keep-stop-transform-learn':
      return keepStop(say)
    case 'u-curve':
      return uCurve(say)
    case 'hopes-fears':
      return hopesFears(say)
    case 'tree':
      return tree(say)
    case 'circles':
      return circles(say)
  }
}
