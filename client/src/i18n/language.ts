import { useSyncExternalStore } from 'react'
import { keptChoice } from '../app/kept-here.ts'
import { LANGUAGES, type Language } from './wording.ts'

const STORAGE_KEY = keptChoice('language')

const isLanguage = (value: string | null | undefined): value is Language =>
  LANGUAGES.some((language) => language === value)

function chosenLanguage(): Language | undefined {
  try {
    const kept = localStorage.getItem(STORAGE_KEY)
    return isLanguage(kept) ? kept : undefined
  } catch {
    return undefined // Storage is refused in some locked-down browsers.
  }
}

const browserLanguage = (): Language | undefined =>
  navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage)

let spoken: Language = 'fr'
const listeners = new Set<() => void>()

export const currentLanguage = (): Language => spoken

function speak(language: Language): void {
  document.documentElement.lang = language
  if (spoken === language) return
  spoken = language
  for (const changed of [...listeners]) changed()
}

/** What a person chose, else the browser's language where we speak it, else the session's. */
export const proposeLanguage = (session?: Language): void =>
  speak(chosenLanguage() ?? browserLanguage() ?? session ?? 'fr')

/** The screen is read by a room: the session's language counts, not what this browser's owner prefers. */
export const imposeLanguage = (session: Language): void => speak(session)

/** A person's own choice; kept on this device. */
export function chooseLanguage(language: Language): void {
  try {
    localStorage.setItem(STORAGE_KEY, language)
  } catch {
    // The choice then lasts as long as the page.
  }
  speak(language)
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed)
  return () => listeners.delete(changed)
}

export const useLanguage = (): Language => useSyncExternalStore(subscribe, currentLanguage)
