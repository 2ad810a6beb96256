/** The note that is being written, kept on this device until it is sent: a reload or an incoming call loses nothing. */
import { keptForActivity } from '../../app/kept-here.ts'
import { draftOf, keepDraftOf } from '../../words/drafts.ts'
import type { NoteDraft } from './kept-notes.ts'

const isName = (value: unknown): value is { readonly id: string; readonly secret: string } =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  'secret' in value &&
  typeof value.secret === 'string'

export function readDraft(activity: string): Partial<NoteDraft> {
  const { text, colour, zone, drawing, values, part, as } = draftOf(activity)
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
    ...(isName(as) ? { as } : {}),
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

/** `edit`: how it is sent from elsewhere (words/drafts.ts); a picture that is on its way waits for its own wall. */
export const keepDraft = (activity: string, { photo, ...draft }: NoteDraft, edit: unknown): void =>
  keepDraftOf(activity, { ...draft, about: draft.as?.id, edit: photo ? null : edit })
