import type { Category, Dimension, Look } from '@escale/shared/activities/wall'
import { createContext, type ReactNode, use, useMemo } from 'react'
import { LookProvider } from './backgrounds/look.tsx'
import { DimensionsProvider } from './dimensions/dimensions.tsx'

/** What a colour means on this wall, with the letter that says the same to whoever does not see the colour. */
export interface Meaning {
  readonly letter: string
  readonly label: string
}

const LETTERS = 'ABCDEFGH'
const NO_MEANINGS: ReadonlyMap<number, Meaning> = new Map()
const Meanings = createContext(NO_MEANINGS)

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
  const meanings = useMemo(
    () =>
      categories.length === 0
        ? NO_MEANINGS
        : new Map(categories.map(({ colour, label }, i) => [colour, { letter: LETTERS.charAt(i), label }])),
    [categories],
  )
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
