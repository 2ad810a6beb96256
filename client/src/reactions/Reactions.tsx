import type { Applause as Given } from '@escale/shared'
import { lazy, Suspense, use, useEffect, useState } from 'react'
import { CompanyContext } from '../activities/kit/company.ts'

const Applause = lazy(() => import('./Applause.tsx'))

/** What people give each other, over whatever is shown. Loaded when the first is given. `isSilent`: is not read out here. */
export function Reactions({ isSilent = false }: { readonly isSilent?: boolean }) {
  const { onApplause } = use(CompanyContext)
  const [first, setFirst] = useState<Given | null>(null)
  useEffect(() => (first ? undefined : onApplause(setFirst)), [first, onApplause])
  if (first === null) return null
  return (
    <Suspense fallback={null}>
      <Applause first={first} isSilent={isSilent} />
    </Suspense>
  )
}
