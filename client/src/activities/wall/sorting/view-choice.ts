/** Whether a wall is shown as its layout says or as a list: each person's choice, kept on the device. */
import { useState } from 'react'
import { keptChoice, onDevice } from '../../../app/kept-here.ts'

export type ViewChoice = 'wall' | 'list'

const STORAGE_KEY = keptChoice('wall-view')
/** So narrow, or so far zoomed in: there is room for a list only. */
const NARROW = '(max-width: 340px)'

function kept(): ViewChoice {
  const choice = onDevice.read(STORAGE_KEY)
  if (choice === 'wall' || choice === 'list') return choice
  return globalThis.matchMedia?.(NARROW).matches ? 'list' : 'wall'
}

export function useViewChoice(): readonly [ViewChoice, (choice: ViewChoice) => void] {
  const [choice, setChoice] = useState(kept)
  const choose = (next: ViewChoice) => {
    setChoice(next)
    // Not kept: the choice then lasts as long as the page.
    onDevice.write(STORAGE_KEY, next)
  }
  return [choice, choose]
}
