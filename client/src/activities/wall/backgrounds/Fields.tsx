import css from './Background.module.css'
import type { DrawingProps } from './drawing.ts'

const FIELD = { width: 780, height: 430, rx: 26 } as const

/** Pictograms of 56 units, from their top left corner. */
const MARKS = {
  keep: 'M28 50 C6 36 2 24 6 14 C10 5 23 5 28 15 C33 5 46 5 50 14 C54 24 50 36 28 50 Z',
  stop: 'M8 28 A20 20 0 1 0 48 28 A20 20 0 1 0 8 28 M14 14 L42 42',
  transform: 'M8 24 A20 20 0 0 1 44 16 M44 4 V17 H31 M48 32 A20 20 0 0 1 12 40 M12 52 V39 H25',
  learn: 'M28 52 V24 M28 30 C28 16 38 8 50 8 C50 22 42 30 28 30 M28 38 C28 26 20 18 8 18 C8 30 16 38 28 38',
} as const

const CORNERS = [
  { id: 'keep', x: 10, y: 10, wash: 'good', labelY: 84 },
  { id: 'stop', x: 810, y: 10, wash: 'danger', labelY: 84 },
  { id: 'transform', x: 10, y: 460, wash: 'warm', labelY: 858 },
  { id: 'learn', x: 810, y: 460, wash: 'accent', labelY: 858 },
] as const

/** Four fields; their words stand at the outer edges, so that the middle is free for notes. */
export function KeepStop({ say }: DrawingProps) {
  return CORNERS.map(({ id, x, y, wash, labelY }) => (
    <g key={id}>
      <rect {...FIELD} x={x} y={y} className={css[wash]} />
      <path d={MARKS[id]} className={css[`${wash}-mark`]} transform={`translate(${x + 30} ${labelY - 46})`} />
      <text x={x + 106} y={labelY} className={css['label']}>
        {say(id)}
      </text>
    </g>
  ))
}

/** A sun that rises, a cloud that passes. */
export function HopesFears({ say }: DrawingProps) {
  return (
    <>
      <rect x={10} y={10} width={780} height={880} rx={26} className={css['good']} />
      <path d="M155 890 A250 250 0 0 1 645 890 Z" className={css['mood-warm']} />
      {[-60, -30, 0, 30, 60].map((turn) => (
        <rect
          key={turn}
          x={388}
          y={560}
          width={24}
          height={80}
          rx={12}
          className={css['mood-warm']}
          transform={`rotate(${turn} 400 940)`}
        />
      ))}
      <rect x={810} y={10} width={780} height={880} rx={26} className={css['accent']} />
      <path
        className={css['mood-cool']}
        d="M960 850 a80 80 0 0 1 10 -160 a130 130 0 0 1 245 -45 a100 100 0 0 1 165 70 a70 70 0 0 1 20 135 z"
      />
      <text x={400} y={96} textAnchor="middle" className={css['label']}>
        {say('hopes')}
      </text>
      <text x={1200} y={96} textAnchor="middle" className={css['label']}>
        {say('fears')}
      </text>
    </>
  )
}
