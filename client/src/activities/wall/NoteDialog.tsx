import { limits, type PersonId } from '@escale/shared'
import type { WallZone } from '@escale/shared/activities/wall'
import { Trash2 } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import { useTold } from '../../a11y/use-told.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextArea } from '../../ui/Field.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Select } from '../../ui/Select.tsx'
import { TypedBefore } from '../../words/TypedBefore.tsx'
import { useTyped } from '../../words/use-typed.ts'
import { PartField } from './backgrounds/look.tsx'
import { ColourPicker } from './ColourPicker.tsx'
import { useMeanings } from './categories.tsx'
import { useDialogTexts } from './dialog-texts.ts'
import { Values } from './dimensions/Values.tsx'
import { NOT_CHOSEN } from './first-colour.ts'
import type { NoteDraft } from './kept-notes.ts'
import css from './NoteDialog.module.css'
import { useArriving } from './paper/arriving.ts'
import { hasArt, PaperTools } from './paper/PaperTools.tsx'
import { pictureIn } from './paper/picture-in.ts'
import { useWallTexts } from './texts.ts'

interface NoteDialogProps {
  readonly title: string
  readonly draft: NoteDraft
  /** Not written yet: what has to be chosen is asked for. */
  readonly isNew?: boolean
  /** The paper of a new one, where nobody chooses and colours mean nothing. */
  readonly firstColour?: number
  /** Under which what is typed is kept while the dialog is away. */
  readonly keptAs: string
  /** A picture that was pasted or dropped, to be put on it. */
  readonly photo?: File | undefined
  readonly zones: readonly WallZone[]
  /** In whose name it may be written besides one's own. */
  readonly authors?: readonly { readonly value: PersonId; readonly label: string }[]
  readonly onSave: (draft: NoteDraft, author?: PersonId) => void
  readonly onDelete?: (() => void) | undefined
  readonly onClose: () => void
  /** More that can be done with it. */
  readonly children?: ReactNode
}

/** Everything about one note: its words, its paper, its place. */
export function NoteDialog({
  title,
  draft,
  isNew = false,
  firstColour = 0,
  keptAs,
  photo,
  zones,
  authors = [],
  onSave,
  onDelete,
  onClose,
  children,
}: NoteDialogProps) {
  const d = useDialogTexts()
  const t = useWallTexts()
  const [rest, setNow] = useState(draft)
  const typed = useTyped(keptAs, draft.text)
  const now = { ...rest, text: typed.text }
  const [author, setAuthor] = useState<PersonId>('')
  const over = now.text.length - limits.NOTE_MAX_CHARS
  const tooLong = over > 0 ? t('too-long', { count: over }) : ''
  useTold(String(over > 0), tooLong)
  const field = useRef<HTMLTextAreaElement>(null)
  const change = (patch: Partial<NoteDraft>) => {
    if (patch.text !== undefined) typed.type(patch.text)
    setNow((before) => ({ ...before, ...patch }))
  }
  const arriving = useArriving(photo ?? null)
  const leave = () => {
    typed.done()
    onClose()
  }
  const meanings = useMeanings()
  const body = useRef<HTMLDivElement>(null)
  const colour = now.colour === NOT_CHOSEN && meanings.size === 0 ? firstColour : now.colour
  const lacks = {
    category: isNew && meanings.size > 0 && !meanings.has(colour),
    // On a board a note may stand outside of all zones.
    zone: isNew && now.at === undefined && zones.length > 0 && !zones.some(({ id }) => id === now.zone),
  }
  const [isAsked, ask] = useState(false)
  const save = () => {
    if ((now.text.trim() === '' && !hasArt(now)) || over > 0 || arriving.file !== null) return
    const lacking = lacks.category ? 'category' : lacks.zone ? 'zone' : null
    if (lacking !== null) {
      ask(true)
      const choice = `[data-choice="${lacking}"] input, select[data-choice="${lacking}"]`
      return body.current?.querySelector<HTMLElement>(choice)?.focus()
    }
    onSave({ ...now, colour }, author || undefined)
    leave()
  }
  const options = [
    ...(zones.some((zone) => zone.id === now.zone)
      ? []
      : [{ value: now.zone, label: t(lacks.zone ? 'zone-open' : 'no-zone') }]),
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
            {d('save')}
          </Button>
          <Button variant="quiet" onClick={leave}>
            {d('cancel')}
          </Button>
        </>
      }
    >
      <div ref={body} className={css['body']}>
        <TextArea
          ref={field}
          label={d('text')}
          value={now.text}
          spellCheck
          autoCorrect="off"
          error={tooLong}
          onChange={(event) => change({ text: event.target.value })}
          onPaste={(event) => {
            const picture = pictureIn(event.clipboardData)
            if (picture) arriving.set(picture)
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
          }}
        />
        <TypedBefore typed={typed} />
        <PaperTools draft={now} onChange={change} arriving={arriving} field={field} />
        <ColourPicker
          value={colour}
          error={isAsked && lacks.category ? t('choose-category') : undefined}
          onChange={(next) => change({ colour: next })}
        />
        {zones.length > 0 ? (
          <Select
            label={t('zone')}
            data-choice="zone"
            error={isAsked && lacks.zone ? t('choose-zone') : undefined}
            value={now.zone}
            options={options}
            onChange={(zone) => change({ zone })}
          />
        ) : null}
        <PartField part={now.part} at={draft.at} onChange={(part) => setNow({ ...now, part })} />
        <Values values={now.values} onChange={(values) => setNow({ ...now, values })} />
        {authors.length > 0 ? (
          <Select
            label={d('for')}
            translate="no"
            value={author}
            options={[{ value: '', label: d('for-me') }, ...authors]}
            onChange={setAuthor}
          />
        ) : null}
        {children}
        {onDelete ? (
          <Button
            variant="danger"
            size="s"
            className={css['delete']}
            onClick={() => {
              onDelete()
              leave()
            }}
          >
            <Icon of={Trash2} /> {d('delete')}
          </Button>
        ) : null}
      </div>
    </Dialog>
  )
}
