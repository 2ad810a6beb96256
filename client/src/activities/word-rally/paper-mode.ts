import { useState } from 'react'
import { keptForActivity, onDevice } from '../../app/kept-here.ts'

/** Which rallies this device follows on paper. Kept on the device: it is where the sheet lies. */
const keyOf = (activity: string): string => keptForActivity('paper', activity)

export function usePaperMode(activity: string): [paper: boolean, set: (paper: boolean) => void] {
  const [paper, setPaper] = useState(() => onDevice.read(keyOf(activity)) === 'yes')
  const set = (next: boolean) => {
    setPaper(next)
    // Without storage the choice lasts as long as the page.
    onDevice.write(keyOf(activity), next ? 'yes' : null)
  }
  return [paper, set]
}
