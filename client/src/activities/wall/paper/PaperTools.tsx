/** What can be put on a note beside words. All of it arrives when it is wanted. */
import { Plus } from 'lucide-react'
import { type RefObject, Suspense, useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { lazyView } from '../../kit/kind-entry.ts'
import type { NoteDraft } from '../kept-notes.ts'
import css from './PaperTools.module.css'
import { usePaperTexts } from './texts.ts'

const load = () => import('./Desk.tsx')
const Desk = lazyView(async () => (await load()).Desk)

/** A picture that was chosen, pasted or dropped and is not ready to be sent yet. */
export interface Arriving {
  readonly file: Blob | null
  readonly set: (file: Blob | null) => void
}
export function useArriving(): Arriving {
  const [file, set] = useState<Blob | null>(null)
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

/** Is there more on it than words? */
export const hasArt = ({ photo, picture, drawing }: NoteDraft): boolean =>
  photo !== undefined || Boolean(picture) || Boolean(drawing)

export function PaperTools({ isKept = false, ...rest }: PaperToolsProps) {
  const t = usePaperTexts()
  const [isOpen, setOpen] = useState(isKept)
  const [isMissing, setMissing] = useState(false)
  if (!isOpen && (rest.arriving.file !== null || hasArt(rest.draft))) setOpen(true)
  const open = () =>
    load().then(
      () => setOpen(true),
      () => setMissing(true),
    )
  const opener = (
    <div>
      <Button variant="quiet" size="s" className={css['more']} onClick={open}>
        <Icon of={Plus} /> {t('more')}
      </Button>
      {isMissing ? <span role="status"> {t('missing')}</span> : null}
    </div>
  )
  return isOpen ? (
    <Suspense fallback={opener}>
      <Desk {...rest} />
    </Suspense>
  ) : (
    opener
  )
}
