import css from './Background.module.css'
import type { DrawingProps } from './drawing.ts'

const CURVE = 'M400 60 C400 480 490 750 800 750 S1200 480 1200 60'
const STAGES = [
  { id: 'initiate', x: 402, y: 170, label: { x: 352, y: 188, anchor: 'end' } },
  { id: 'sense', x: 484, y: 562, label: { x: 424, y: 596, anchor: 'end' } },
  { id: 'source', x: 800, y: 750, label: { x: 800, y: 860, anchor: 'middle' } },
  { id: 'create', x: 1116, y: 562, label: { x: 1176, y: 596, anchor: 'start' } },
  { id: 'evolve', x: 1198, y: 170, label: { x: 1248, y: 188, anchor: 'start' } },
] as const

/** The way down, through the source, and up again. Its words stand outside, its inside is free for notes. */
export function UCurve({ say }: DrawingProps) {
  return (
    <>
      <path d={CURVE} className={css['valley']} />
      <path d={CURVE} className={css['path']} />
      <path d="M1176 84 L1200 56 L1224 84" className={css['path']} />
      {STAGES.map(({ id, x, y, label }) => (
        <g key={id}>
          <circle cx={x} cy={y} r={15} className={css['stage']} />
          <text x={label.x} y={label.y} textAnchor={label.anchor} className={css['label']}>
            {say(id)}
          </text>
        </g>
      ))}
    </>
  )
}
