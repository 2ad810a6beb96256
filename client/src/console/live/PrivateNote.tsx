import { Lock } from 'lucide-react'
import { Icon } from '../../ui/Icon.tsx'
import { Markdown } from '../../ui/Markdown.tsx'
import { useLiveTexts } from '../texts/live.ts'
import css from './PrivateNote.module.css'

/** What the facilitators noted for themselves; nothing when they did not. */
export function PrivateNote({ text }: { readonly text: string }) {
  const t = useLiveTexts()
  if (text.trim() === '') return null
  return (
    <aside className={css['note']}>
      <strong>
        <Icon of={Lock} size={1} /> {t('privateNote')} <small>{t('privateNoteHint')}</small>
      </strong>
      <Markdown text={text} topLevel={4} />
    </aside>
  )
}
