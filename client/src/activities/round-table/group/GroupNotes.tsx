import { PAGE_TEXT } from '@escale/shared/activities/round-table'
import { useDocument } from '../../../documents/index.ts'
import { SharedText, useSharedText } from '../../kit/SharedText.tsx'
import { useRoundTableTexts } from '../texts.ts'
import css from './GroupNotes.module.css'

interface GroupNotesProps {
  readonly activity: string
  readonly page: string
  readonly label: string
  /** The groups have returned: what is there is read again. */
  readonly isOver?: boolean
  readonly onWriting?: (writing: boolean) => void
}

const SAVED_TEXTS = {
  saved: 'notes-saved',
  saving: 'notes-saving',
  offline: 'notes-offline',
  refused: 'notes-closed',
  busy: 'notes-busy',
  unreadable: 'notes-unreadable',
} as const

/** The page that a group writes together, with the truth about what is saved. */
export function GroupNotes({ activity, page, label, isOver = false, onWriting }: GroupNotesProps) {
  const t = useRoundTableTexts()
  const { doc, ready, access, saved } = useDocument(activity, page)
  const text = doc.getText(PAGE_TEXT)
  const written = useSharedText(text)
  const canWrite = access === 'write'
  if (!ready && written === '') {
    const isClosed = saved === 'unreadable' || saved === 'busy'
    return (
      <p className={css['state']} role="status">
        {t(isClosed ? SAVED_TEXTS[saved] : 'notes-loading')}
      </p>
    )
  }
  if (isOver && !canWrite && written.trim() === '') return <p className={css['state']}>{t('notes-empty')}</p>
  return (
    <div className={css['notes']}>
      <SharedText
        text={text}
        label={label}
        hint={isOver ? undefined : t('notes-hint')}
        placeholder={isOver ? '' : t('notes-placeholder')}
        rows={isOver ? 4 : 8}
        readOnly={!canWrite}
        onFocus={() => onWriting?.(true)}
        onBlur={() => onWriting?.(false)}
      />
      <p className={css['state']}>{t(canWrite ? SAVED_TEXTS[saved] : 'notes-closed')}</p>
    </div>
  )
}
