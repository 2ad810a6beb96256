/** What is on a note: its picture, its drawing, its words. */
import type { WallNote } from '@escale/shared'
import { Suspense } from 'react'
import { drawnText } from '../../../ui/drawn-text.ts'
import { lazyView } from '../../kit/kind-entry.ts'
import { useWritten } from '../../kit/place.ts'
import css from './NotePaper.module.css'
import { usePaperTexts } from './texts.ts'

/** The code of what is rare arrives with the first of it; without it art is missing, and an address is text. */
const Art = lazyView(() =>
  import('./Art.tsx').then(
    (m) => m.Art,
    () => () => null,
  ),
)
const LinkedText = lazyView(() =>
  import('../../../ui/LinkedText.tsx').then(
    (m) => m.LinkedText,
    () =>
      ({ text }: { readonly text: string }) =>
        text,
  ),
)
/** Cheap: most texts hold no address. */
const MAY_HOLD_LINKS = /:\/\/|www\.|@/i

/** What a note is called where only words count. */
export function usePaperName(): (paper: {
  readonly text: string
  readonly drawing?: string | undefined
}) => string {
  const t = usePaperTexts()
  return ({ text, drawing }) => text.trim() || t(drawing ? 'drawing' : 'picture')
}

interface NotePaperProps {
  readonly paper: Pick<WallNote, 'text' | 'picture' | 'drawing'>
  /** For a projector: nothing on it can be followed. */
  readonly isStill?: boolean
  /** The picture can be opened by itself. */
  readonly isOpenable?: boolean
}

export function NotePaper({ paper, isStill = false, isOpenable = false }: NotePaperProps) {
  const written = useWritten()
  return (
    <>
      {paper.picture || paper.drawing ? (
        <Suspense fallback={<span className={css['drawn']} />}>
          <Art paper={paper} isOpenable={isOpenable} isStill={isStill} />
        </Suspense>
      ) : null}
      {paper.text ? (
        <span {...written} className={css['text']}>
          {isStill || !MAY_HOLD_LINKS.test(paper.text) ? (
            drawnText(paper.text)
          ) : (
            <Suspense fallback={drawnText(paper.text)}>
              <LinkedText text={drawnText(paper.text)} />
            </Suspense>
          )}
        </span>
      ) : null}
    </>
  )
}
