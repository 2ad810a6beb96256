/**
 * The typeface of headings is a file of 41 kB. At the participants' door, and until what runs is there (use-display-font.ts),
 * headings are set in the one typeface that is needed anyway.
 */
import { at } from '../app/addresses.ts'

export const wearDisplayFont = (): void => {
  document.documentElement.dataset['displayFont'] = ''
}

/** Every page but the participants' has it from the beginning. */
export const wearDisplayFontUnlessAtDoor = (): void => {
  if (!window.location.pathname.startsWith(at('/p/'))) wearDisplayFont()
}
