import { BACKGROUND_BOX, RINGS } from '@escale/shared/activities/wall'
import css from './Background.module.css'
import type { DrawingProps } from './drawing.ts'

const MIDDLE = { x: BACKGROUND_BOX.width / 2, y: BACKGROUND_BOX.height / 2 }

/** From the centre outwards. Each word stands at the top of its ring. */
export function Circles({ say }: DrawingProps) {
  return (
    <>
      {RINGS.toReversed().map(({ id, rx, ry }, i) => (
        <ellipse
          key={id}
          cx={MIDDLE.x}
          cy={MIDDLE.y}
          rx={rx}
          ry={ry}
          className={css[`ring-${RINGS.length - i}`]}
        />
      ))}
      {RINGS.map(({ id, ry }) => (
        <text key={id} x={MIDDLE.x} y={MIDDLE.y - ry + 66} textAnchor="middle" className={css['label']}>
          {say(id)}
        </text>
      ))}
      <text x={40} y={84} className={css['label']}>
        {say('beyond')}
      </text>
    </>
  )
}
