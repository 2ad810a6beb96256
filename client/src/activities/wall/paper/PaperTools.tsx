/** What can be put on a note beside words. All of it arrives when it is wanted. */
import { Plus } from 'lucide-react'
import { Suspense, useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { lazyView } from '../../kit/kind-entry.ts'
import type { NoteDraft } from '../kept-notes.ts'
import type { PaperToolsProps } from './arriving.ts'
import css from './PaperTools.module.css'
import { usePaperTexts } from './texts.ts'

const load = () => import('./Desk.tsx')
const Desk = lazyView(async () => (await load()).Desk)

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
