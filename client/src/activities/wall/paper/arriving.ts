import { type RefObject, useState } from 'react'
import type { NoteDraft } from '../kept-notes.ts'

/** A picture that was chosen, pasted or dropped and is not ready to be sent yet. */
export interface Arriving {
  readonly file: Blob | null
  readonly set: (file: Blob | null) => void
}
export function useArriving(first: Blob | null = null): Arriving {
  const [file, set] = useState<Blob | null>(first)
  return { file, set }
}

export interface PaperToolsProps {
  readonly draft: NoteDraft
  readonly onChange: (patch: Partial<NoteDraft>) => void
  readonly arriving: Arriving
  /** Where the words are written. */
  readonly field: RefObject<HTMLTextAreaElement | null>
  /** Under which the picture is kept on this device until the note is sent; absent: it is not. */
  readonly keptAs?: string
  /** There is a picture from an earlier load of the page. */
  readonly isKept?: boolean
}
