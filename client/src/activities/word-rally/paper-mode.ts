import { useState } from 'react'
import { keptForActivity } from '../../app/kept-here.ts'

/** Which rallies this device follows on paper. Kept on the device: it is where the sheet lies. */
const keyOf = (activity: string): string => keptForActivity('paper', activity)

function kept(activity: string): boolean {
  try {
    return localStorage.getItem(keyOf(activity)) === 'yes'
  } catch {
    return false
  }
}

export function usePaperMode(activity: string): [paper: boolean, set: (paper: boolean) => void] {
  const [paper, setPaper] = useState(() => kept(activity))
  const set = (next: boolean) => {
    setPaper(next)
    try {
      if (next) localStorage.setItem(keyOf(activity), 'yes')
      else localStorage.removeItem(keyOf(activity))
    } catch {
      // Without storage the choice lasts as long as the page.
    }
  }
  return [paper, set]
}
