import { keptChoice } from '../../app/kept-here.ts'

/** The name is older than the sounds outside round tables. */
const KEY = keptChoice('round-table.sound')

/** Does this device sound and vibrate when a time ends? */
export function wantsSound(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off'
  } catch {
    return true
  }
}

export function keepSound(on: boolean): void {
  try {
    localStorage.setItem(KEY, on ? 'on' : 'off')
  } catch {
    // Private browsing: the choice lasts as long as the page.
  }
}
