import { DRAWING_HEIGHT, DRAWING_WIDTH, drawingPaths } from '@escale/shared'
import css from './NotePaper.module.css'

/** A drawing, as wide as its place. */
export const Drawn = ({ drawing, label }: { readonly drawing: string; readonly label: string }) => (
  <svg
    className={css['drawn']}
    viewBox={`0 0 ${DRAWING_WIDTH} ${DRAWING_HEIGHT}`}
    role="img"
    aria-label={label}
  >
    {drawingPaths(drawing).map(({ width, d }) => (
      <path key={width} d={d} strokeWidth={width} />
    ))}
  </svg>
)
