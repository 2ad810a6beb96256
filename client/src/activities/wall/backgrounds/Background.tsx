import { type DrawnShape, transformOf } from '@escale/shared'
import { BACKGROUND_BOX, shapesOf, type WallDefinition } from '@escale/shared/activities/wall'
import { usePictureAddress } from '../../kit/session-id.ts'
import css from './Background.module.css'
import { useBackgroundTexts } from './texts.ts'

export type BackgroundOf = WallDefinition['background']

interface BackgroundProps {
  readonly of: BackgroundOf
  /** What the ends of a two-by-two are called. */
  readonly axes?: WallDefinition['axes']
  /** Without words: so small that nobody could read them. */
  readonly isSmall?: boolean
}

/**
 * What lies under the notes: fills its parent, says nothing to screen readers (`partsOf` is for them) and catches no pointer.
 * Keeps its proportions: a parent of another shape has room at the sides.
 */
export function Background({ of: background, axes, isSmall = false }: BackgroundProps) {
  const say = useBackgroundTexts()
  const address = usePictureAddress()
  if (background === null) return null
  if (typeof background === 'object')
    return <img className={css['picture']} src={address(background.picture)} alt="" draggable={false} />
  const { width, height } = BACKGROUND_BOX
  const shapes = shapesOf(background, say, axes)
  return (
    <svg
      className={css['drawing']}
      viewBox={`0 0 ${width} ${height}`}
      data-small={isSmall || undefined}
      aria-hidden="true"
      focusable="false"
    >
      {(isSmall ? shapes.filter(({ type }) => type !== 'text') : shapes).map((shape, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the shapes of a drawing are always the same
        <Drawn key={i} shape={shape} />
      ))}
    </svg>
  )
}

/** About what a letter takes of its size. */
const LETTER_EM = 0.54

function Drawn({ shape }: { readonly shape: DrawnShape }) {
  const transform = transformOf(shape)
  switch (shape.type) {
    case 'rect': {
      const { x, y, width, height, radius, look } = shape
      return <rect {...{ x, y, width, height, transform }} rx={radius} className={css[look]} />
    }
    case 'ellipse':
      return <ellipse cx={shape.x} cy={shape.y} rx={shape.rx} ry={shape.ry} className={css[shape.look]} />
    case 'path':
      return (
        <path d={shape.d} strokeWidth={shape.thickness} transform={transform} className={css[shape.look]} />
      )
    case 'text': {
      const { text, size, widest = Number.POSITIVE_INFINITY } = shape
      const fontSize = Math.min(size, widest / (LETTER_EM * Math.max(1, text.length)))
      return (
        <text x={shape.x} y={shape.y} textAnchor={shape.anchor} className={css['label']} style={{ fontSize }}>
          {text}
        </text>
      )
    }
  }
}
