import type { WallNote } from '@escale/shared'
import { lazy, Suspense } from 'react'
import { useDimensions } from './dimensions.tsx'

/** Most walls measure nothing: participants download the fields only where one does. */
const ValuesFields = lazy(async () => ({ default: (await import('./ValuesFields.tsx')).ValuesFields }))

interface ValuesProps {
  readonly values: WallNote['values'] | undefined
  readonly onChange: (values: WallNote['values']) => void
  /** On a note's own paper: what is written around the fields needs a ground on which it can be read. */
  readonly isOnPaper?: boolean
}

const NO_VALUES: WallNote['values'] = {}

/** The fields of a note's values; nothing on a wall without dimensions. */
export function Values({ values = NO_VALUES, onChange, isOnPaper = false }: ValuesProps) {
  return useDimensions().length === 0 ? null : (
    <Suspense fallback={<span aria-busy="true" />}>
      <ValuesFields values={values} onChange={onChange} isOnPaper={isOnPaper} />
    </Suspense>
  )
}
