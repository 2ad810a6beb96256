import { useState } from 'react'
import { keptForSession } from '../app/kept-here.ts'

const keyOf = (session: string): string => keptForSession('dismissed', session)

function kept(session: string): readonly string[] {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(keyOf(session)) ?? '[]')
    return Array.isArray(found) ? found.filter((id) => typeof id === 'string') : []
  } catch {
    return []
  }
}

/** Which messages one has put away; survives a reload of the tab. */
export function useDismissed(session: string) {
  const [dismissed, setDismissed] = useState<readonly string[]>(() => kept(session))
  const dismiss = (id: string) => {
    const next = [...dismissed, id].slice(-50)
    setDismissed(next)
    try {
      sessionStorage.setItem(keyOf(session), JSON.stringify(next))
    } catch {
      // They come back after a reload, then.
    }
  }
  return { dismissed, dismiss }
}
