import { useEffect, useRef } from 'react'
import { create } from 'zustand'
import { keptChoice } from '../../app/kept-here.ts'
import { findShortcut, mayBeShortcut, type ShortcutPanels } from './shortcuts.ts'
import type { Moves } from './use-moves.ts'

const STORAGE_KEY = keptChoice('shortcuts')

const kept = (): boolean => {
  try {
    return localStorage.getItem(STORAGE_KEY) !== 'off'
  } catch {
    return true
  }
}

/** Single keys can be switched off: who speaks to the computer, or shakes, must not start a session by accident. */
export const useShortcutsOn = create<{ readonly on: boolean }>(() => ({ on: kept() }))

export function switchShortcuts(on: boolean): void {
  useShortcutsOn.setState({ on })
  try {
    localStorage.setItem(STORAGE_KEY, on ? 'on' : 'off')
  } catch {
    // The choice then lasts as long as the page.
  }
}

export function useShortcuts(moves: Moves, panels: ShortcutPanels): void {
  const latest = useRef({ moves, panels })
  latest.current = { moves, panels }
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      const shortcut = findShortcut(event)
      if (!shortcut || !mayBeShortcut(event.target, event.key)) return
      if (shortcut.text !== 'keySheet' && !useShortcutsOn.getState().on) return
      event.preventDefault()
      shortcut.run(latest.current.moves, latest.current.panels)
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [])
}
