/** The note that is being written, kept on this device until it is sent: a reload or an incoming call loses nothing. */
import { keptForActivity } from '../../app/kept-here.ts'
import type { NoteDraft } from './kept-notes.ts'

const key = (activity: string) => keptForActivity('draft', activity)

export function readDraft(activity: string): Partial<NoteDraft> {
  try {
    const held: unknown = JSON.parse(localStorage.getItem(key(activity)) ?? 'null')
    if (typeof held !== 'object' || held === null) return {}
    const { text, colour, zone, drawing, values, part } = held as Record<string, unknown>
    return {
      ...(typeof text === 'string' ? { text } : {}),
      ...(typeof colour === 'number' && Number.isInteger(colour) && colour >= 0 && colour < 8
        ? { colour }
        : {}),
      ...(typeof zone === 'string' ? { zone } : {}),
      ...(typeof drawing === 'string' ? { drawing } : {}),
      ...(typeof part === 'string' ? { part: part as NoteDraft['part'] } : {}),
      // Whatever does not fit the wall's dimensions is not shown, and not sent.
      ...(typeof values === 'object' && values !== null ? { values: values as NoteDraft['values'] } : {}),
    }
  } catch {
    return {}
  }
}

/** Says, without opening anything, that more is kept on this device for an activity (paper/kept-pictures.ts). */
export function isMarked(what: 'pictures' | 'draft-photo', activity: string): boolean {
  try {
    return localStorage.getItem(keptForActivity(what, activity)) !== null
  } catch {
    return false
  }
}

export function keepDraft(activity: string, { photo: _photo, ...draft }: NoteDraft): void {
  try {
    localStorage.setItem(key(activity), JSON.stringify(draft))
  } catch {
    // Without storage the draft lives as long as the page.
  }
}
