import css from './Background.module.css'
import type { DrawingProps } from './Background.tsx'

const CURVE = 'M330 60 C330 480 440 750 800 750 S1270 480 1270 60'
const STAGES = [
  { id: 'initiate', x: 333, y: 170, label: { x: 290, y: 184, anchor: 'end' } },
  { id: 'sense', x: 430, y: 562, label: { x: 374, y: 590, anchor: 'end' } },
  { id: 'source', x: 800, y: 750, label: { x: 800, y: 854, anchor: 'middle' } },
  { id: 'create', x: 1170, y: 562, label: { x: 1226, y: 590, anchor: 'start' } },
  { id: 'evolve', x: 1267, y: 170, label: { x: 1310, y: 184, anchor: 'start' } },
] as const

/** The way down, through the source, and up again. Its words stand outside, its inside is free for notes. */
export function UCurve({ say }: DrawingProps) {
  return (
    <>
      <path d={CURVE} className={css['valley']} />
      <path d={CURVE} className={css['path']} />
      <path d="M1246 84 L1270 56 L1294 84" className={css['path']} />
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
