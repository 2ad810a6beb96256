import { limits, type PersonId } from '@escale/shared'
import type { WallZone } from '@escale/shared/activities/wall'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextArea } from '../../ui/Field.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Select } from '../../ui/Select.tsx'
import { PartField } from './backgrounds/look.tsx'
import { ColourPicker } from './ColourPicker.tsx'
import { Values } from './dimensions/Values.tsx'
import type { NoteDraft } from './kept-notes.ts'
import css from './NoteDialog.module.css'
import { useWallTexts } from './texts.ts'

interface NoteDialogProps {
  readonly title: string
  readonly draft: NoteDraft
  readonly zones: readonly WallZone[]
  /** In whose name it may be written besides one's own. */
  readonly authors?: readonly { readonly value: PersonId; readonly label: string }[]
  readonly onSave: (draft: NoteDraft, author?: PersonId) => void
  readonly onDelete?: (() => void) | undefined
  readonly onClose: () => void
}

/** Everything about one note: its words, its paper, its place. */
export function NoteDialog({
  title,
  draft,
  zones,
  authors = [],
  onSave,
  onDelete,
  onClose,
}: NoteDialogProps) {
  const t = useWallTexts()
  const [now, setNow] = useState(draft)
  const [author, setAuthor] = useState<PersonId>('')
  const over = now.text.length - limits.NOTE_MAX_CHARS
  const save = () => {
    if (now.text.trim() === '' || over > 0) return
    onSave(now, author || undefined)
    onClose()
  }
  const options = [
    ...(zones.some((zone) => zone.id === now.zone) ? [] : [{ value: now.zone, label: t('no-zone') }]),
    ...zones.map((zone, index) => ({
      value: zone.id,
      label: zone.title || t('zone-title', { index: index + 1 }),
    })),
  ]
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button variant="primary" onClick={save}>
            {t('save')}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <div className={css['body']}>
        <TextArea
          label={t('text')}
          value={now.text}
          spellCheck
          autoCorrect="off"
          error={over > 0 ? t('too-long', { count: over }) : undefined}
          onChange={(event) => setNow({ ...now, text: event.target.value })}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
          }}
        />
        <ColourPicker value={now.colour} onChange={(colour) => setNow({ ...now, colour })} />
        {zones.length > 0 ? (
          <Select
            label={t('zone')}
            value={now.zone}
            options={options}
            onChange={(zone) => setNow({ ...now, zone })}
          />
        ) : null}
        <PartField part={now.part} at={draft.at} onChange={(part) => setNow({ ...now, part })} />
        <Values values={now.values} onChange={(values) => setNow({ ...now, values })} />
        {authors.length > 0 ? (
          <Select
            label={t('for')}
            value={author}
            options={[{ value: '', label: t('for-me') }, ...authors]}
            onChange={setAuthor}
          />
        ) : null}
        {onDelete ? (
          <Button
            variant="danger"
            size="s"
            className={css['delete']}
            onClick={() => {
              onDelete()
              onClose()
            }}
          >
            <Icon of={Trash2} /> {t('delete')}
          </Button>
        ) : null}
      </div>
    </Dialog>
  )
}
