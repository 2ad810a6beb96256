/** What people at one activity tell each other in passing. In a preview one is alone, and what one says goes nowhere. */
import type { ActivityId } from '@escale/shared'
import { createContext, use } from 'react'
import { useStore } from 'zustand'
import { ALONE, type CompanyLine, type CompanyState, createCompanyStore } from '../../stores/company-store.ts'

export const NO_COMPANY: CompanyLine = {
  store: createCompanyStore(),
  signal: () => undefined,
  onApplause: () => () => undefined,
}

export const CompanyContext = createContext<CompanyLine>(NO_COMPANY)

/** Part of what is known in passing at this activity. */
export function useCompany<T>(activity: ActivityId, select: (state: CompanyState) => T): T {
  const { store } = use(CompanyContext)
  return useStore(store, (state) =>
    select(state.activity === activity ? state : { ...ALONE, cursor: state.cursor }),
  )
}

export const useSignal = (): CompanyLine['signal'] => use(CompanyContext).signal
