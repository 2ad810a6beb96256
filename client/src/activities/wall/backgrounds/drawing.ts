import type { SayPart, WallDefinition } from '@escale/shared/activities/wall'

export type BackgroundOf = WallDefinition['background']

/** What every drawing is given. */
export interface DrawingProps {
  readonly say: SayPart
  /** What the ends of a two-by-two are called. */
  readonly axes: WallDefinition['axes'] | undefined
}
