import type { WallNote } from '@escale/shared'
import { type Dimension, fits, type ValuesPatch } from '@escale/shared/activities/wall'
import { createContext, type ReactNode, use, useState } from 'react'

const NONE: readonly Dimension[] = []
const Dimensions = createContext(NONE)

interface DimensionsProviderProps {
  readonly dimensions: readonly Dimension[]
  readonly children: ReactNode
}

/** Every note below knows what it is measured by. The same list told anew draws no note anew. */
export function DimensionsProvider({ dimensions, children }: DimensionsProviderProps) {
  const [held, setHeld] = useState(dimensions)
  const isSame = held === dimensions || JSON.stringify(held) === JSON.stringify(dimensions)
  if (!isSame) setHeld(dimensions)
  return <Dimensions value={isSame ? held : dimensions}>{children}</Dimensions>
}

export const useDimensions = (): readonly Dimension[] => use(Dimensions)

/** What must be asked for so that a note has these values; undefined: nothing, it has them. What does not fit is left out. */
export function patchFor(
  dimensions: readonly Dimension[],
  held: WallNote['values'],
  wanted: WallNote['values'],
): ValuesPatch | undefined {
  const patch: ValuesPatch = {}
  for (const dimension of dimensions) {
    const { id } = dimension
    const [before, after] = [held[id] ?? null, wanted[id] ?? null]
    if (before !== after && (after === null || fits(dimension, after))) patch[id] = after
  }
  return Object.keys(patch).length > 0 ? patch : undefined
}

/** The values of a note once a change is done. */
export function valuesAfter(held: WallNote['values'], patch: ValuesPatch): WallNote['values'] {
  const values: Record<string, number | string> = { ...held }
  for (const [id, value] of Object.entries(patch))
    if (value === null) delete values[id]
    else values[id] = value
  return values
}
