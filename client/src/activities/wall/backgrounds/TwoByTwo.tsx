import css from './Background.module.css'
import type { DrawingProps } from './drawing.ts'

/** Two axes; what their ends are called stands beside them, where anybody named them. */
export function TwoByTwo({ axes }: DrawingProps) {
  const { left = '', right = '', bottom = '', top = '' } = axes ?? {}
  return (
    <>
      <rect x={10} y={10} width={780} height={430} rx={26} className={css['sunk']} />
      <rect x={810} y={10} width={780} height={430} rx={26} className={css['accent']} />
      <rect x={10} y={460} width={780} height={430} rx={26} className={css['sunk']} />
      <rect x={810} y={460} width={780} height={430} rx={26} className={css['sunk']} />
      <path className={css['line']} d="M24 450 H1576 M1558 434 L1576 450 L1558 466" />
      <path className={css['line']} d="M800 876 V24 M784 42 L800 24 L816 42" />
      <End x={28} y={432} text={left} />
      <End x={1566} y={510} text={right} isRight />
      <End x={826} y={70} text={top} />
      <End x={826} y={868} text={bottom} />
    </>
  )
}

/** The natural size, and how wide a word may become before it is written smaller. */
const SIZE = 50
const WIDEST = 700
/** About what a letter takes of its size. */
const LETTER = 0.54

interface EndProps {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly isRight?: boolean
}

function End({ x, y, text, isRight = false }: EndProps) {
  const size = Math.min(SIZE, WIDEST / (LETTER * Math.max(1, text.length)))
  return (
    <text
      x={x}
      y={y}
      textAnchor={isRight ? 'end' : 'start'}
      className={css['label']}
      style={{ fontSize: size }}
    >
      {text}
    </text>
  )
}
