import { useState } from 'react'
import { inTab, keptForSession } from '../app/kept-here.ts'

const keyOf = (session: string): string => keptForSession('dismissed', session)

function kept(session: string): readonly string[] {
  const found = inTab.readJson(keyOf(session))
  return Array.isArray(found) ? found.filter((id) => typeof id === 'string') : []
}

/** Which messages one has put away; survives a reload of the tab. */
export function useDismissed(session: string) {
  const [dismissed, setDismissed] = useState<readonly string[]>(() => kept(session))
  const dismiss = (id: string) => {
    const next = [...dismissed, id].slice(-50)
    setDismissed(next)
    // Not kept: they come back after a reload, then.
    inTab.write(keyOf(session), JSON.stringify(next))
  }
  return { dismissed, dismiss }
}
