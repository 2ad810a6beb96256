import {
  BACKGROUND_BOX,
  type Background as Drawing,
  type SayPart,
  type WallDefinition,
} from '@escale/shared/activities/wall'
import type { ComponentType } from 'react'
import { usePictureAddress } from '../../kit/session-id.ts'
import css from './Background.module.css'
import { Circles } from './Circles.tsx'
import type { BackgroundOf, DrawingProps } from './drawing.ts'
import { HopesFears, KeepStop } from './Fields.tsx'
import { Tree } from './Tree.tsx'
import { TwoByTwo } from './TwoByTwo.tsx'
import { useBackgroundTexts } from './texts.ts'
import { UCurve } from './UCurve.tsx'

const DRAWINGS: Readonly<Record<Drawing, ComponentType<DrawingProps>>> = {
  'two-by-two': TwoByTwo,
  'keep-stop-transform-learn': KeepStop,
  'u-curve': UCurve,
  'hopes-fears': HopesFears,
  tree: Tree,
  circles: Circles,
}

const nothing: SayPart = () => ''

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
  const Drawing = DRAWINGS[background]
  const { width, height } = BACKGROUND_BOX
  return (
    <svg
      className={css['drawing']}
      viewBox={`0 0 ${width} ${height}`}
      data-small={isSmall || undefined}
      aria-hidden="true"
      focusable="false"
    >
      <Drawing say={isSmall ? nothing : say} axes={isSmall ? undefined : axes} />
    </svg>
  )
}
