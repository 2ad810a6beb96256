import { CircleAlert, CloudCheck, CloudOff, CloudUpload } from 'lucide-react'
import { useTold } from '../../a11y/use-told.ts'
import type { Saved } from '../../documents/index.ts'
import { isTrouble } from '../../documents/saving.ts'
import { Icon } from '../../ui/Icon.tsx'
import css from './SaveState.module.css'
import { useWallTexts } from './texts.ts'

const ICONS = {
  saved: CloudCheck,
  saving: CloudUpload,
  offline: CloudOff,
  refused: CircleAlert,
  busy: CloudOff,
  unreadable: CircleAlert,
} as const

/** What is true of one's writing: on the server, on its way, or only here. */
export function SaveState({ saved }: { readonly saved: Saved }) {
  const t = useWallTexts()
  // That a note has arrived is told where it is sent; here, that it has not.
  const trouble = isTrouble(saved) ? saved : ''
  useTold(trouble, trouble && t(trouble))
  return (
    <p className={css['state']} data-saved={saved}>
      <Icon of={ICONS[saved]} /> {t(saved)}
    </p>
  )
}
