import {
  type Category,
  type Dimension,
  type Look,
  type Meaning,
  meaningsOf,
} from '@escale/shared/activities/wall'
import { createContext, type ReactNode, use, useMemo } from 'react'
import { LookProvider } from './backgrounds/look.tsx'
import { DimensionsProvider } from './dimensions/dimensions.tsx'

const Meanings = createContext<ReadonlyMap<number, Meaning>>(new Map())

/** Every note below knows what its colour means, and what it is measured by. */
export function CategoriesProvider({
  categories,
  dimensions,
  look = null,
  children,
}: {
  readonly categories: readonly Category[]
  readonly dimensions: readonly Dimension[]
  readonly look?: Look | null
  readonly children: ReactNode
}) {
  const meanings = useMemo(() => meaningsOf(categories), [categories])
  return (
    <Meanings value={meanings}>
      <LookProvider value={look}>
        <DimensionsProvider dimensions={dimensions}>{children}</DimensionsProvider>
      </LookProvider>
    </Meanings>
  )
}

/** By colour; empty: colours mean nothing here. */
export const useMeanings = (): ReadonlyMap<number, Meaning> => use(Meanings)
