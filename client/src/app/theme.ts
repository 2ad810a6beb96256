import { useSyncExternalStore } from 'react'
import { keptChoice } from './kept-here.ts'

export const THEMES = ['auto', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const STORAGE_KEY = keptChoice('theme')
const listeners = new Set<() => void>()

function kept(): Theme {
  try {
    return THEMES.find((theme) => theme === localStorage.getItem(STORAGE_KEY)) ?? 'auto'
  } catch {
    return 'auto'
  }
}

let current: Theme = 'auto'

function wear(theme: Theme): void {
  current = theme
  if (theme === 'auto') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}

/** Puts on what was chosen on this device before. */
export const restoreTheme = (): void => wear(kept())

export function chooseTheme(theme: Theme): void {
  try {
    localStorage.setItem(STORAGE_KEY, theme)
  } catch {
    // The choice then lasts as long as the page.
  }
  wear(theme)
  for (const listener of listeners) listener()
}

export const useTheme = (): Theme =>
  useSyncExternalStore(
    (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    () => current,
  )
