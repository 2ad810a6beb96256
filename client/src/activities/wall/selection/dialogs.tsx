/** What has to be said before something is done with all the picked notes. */
import { limits, type Refusal, type WallNote, type WallStack } from '@escale/shared'
import { mergedText, type WallZone } from '@escale/shared/activities/wall'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { randomId } from '../../../connection/random-id.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TypedBefore } from '../../../words/TypedBefore.tsx'
import { useTyped } from '../../../words/use-typed.ts'
import { ColourPicker } from '../ColourPicker.tsx'
import type { Moves } from '../moving/use-moves.ts'
import { useSortingTexts } from '../sorting/texts.ts'
import { useWallTexts } from '../texts.ts'
import type { Wall } from '../use-wall.ts'
import css from './dialogs.module.css'
import type { SelectionStore } from './selection.ts'

interface SheetProps {
  readonly notes: readonly WallNote[]
  readonly wall: Wall
  /** Says what came of it; true: it was done. */
  readonly done: (refusal: Refusal | null, said: string) => boolean
  readonly onClose: () => void
}

interface AskingProps {
  readonly title: string
  readonly action: string
  readonly may?: boolean
  readonly onDo: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A question with one thing to do; Enter in a field does it. */
function Asking({ title, action, may = true, onDo, onClose, children }: AskingProps) {
  const t = useSortingTexts()
  const id = useId()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!may) return
    onDo()
    onClose()
  }
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button variant="primary" type="submit" form={id} aria-disabled={!may || undefined}>
            {action}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <form id={id} className={css['body']} onSubmit={submit}>
        {children}
      </form>
    </Dialog>
  )
}

type Where = 'first' | 'last' | 'same'

/** The click path that is the other way of dragging. */
export function MoveNotes({
  notes,
  wall: _wall,
  done,
  onClose,
  zones,
  moves,
}: SheetProps & { readonly zones: readonly WallZone[]; readonly moves: Moves }) {
  const t = useSortingTexts()
  const w = useWallTexts()
  const [zone, setZone] = useState(
    zones.some((one) => one.id === notes[0]?.zone) ? (notes[0]?.zone ?? '') : (zones[0]?.id ?? ''),
  )
  const [where, setWhere] = useState<Where>('last')
  const count = notes.length
  return (
    <Asking
      title={t('move-title', { count })}
      action={t('move-do')}
      onClose={onClose}
      onDo={() => void moves.send(notes, zone, where).then((refusal) => done(refusal, t('moved', { count })))}
    >
      {zones.length > 0 ? (
        <Select
          label={w('zone')}
          value={zone}
          options={zones.map((one, index) => ({
            value: one.id,
            label: one.title || w('zone-title', { index: index + 1 }),
          }))}
          onChange={setZone}
        />
      ) : null}
      <Select
        label={t('where')}
        value={where}
        options={[
          { value: 'first', label: t('where-first') },
          { value: 'last', label: t('where-last') },
          ...(zones.length > 0 ? [{ value: 'same' as const, label: t('where-same') }] : []),
        ]}
        onChange={(next: Where) => setWhere(next)}
      />
    </Asking>
  )
}

/** Puts notes in a stack; an empty name is a name. */
export function GroupNotes({ notes, wall, done, onClose }: SheetProps) {
  const t = useSortingTexts()
  const typed = useTyped(`stack-${notes.map(({ id }) => id).join()}`, '')
  return (
    <Asking
      title={t('group-title', { count: notes.length })}
      action={t('group-do')}
      onClose={onClose}
      onDo={() =>
        void wall
          .ask([
            {
              type: 'stack',
              stack: randomId(16),
              title: typed.text.trim(),
              notes: notes.map((note) => note.id),
            },
          ])
          .then((refusal) => {
            if (done(refusal, t('grouped'))) typed.done()
          })
      }
    >
      <Field
        label={t('group-name')}
        hint={t('group-hint')}
        value={typed.text}
        maxLength={limits.LABEL_MAX_CHARS}
        autoComplete="off"
        onChange={(event) => typed.type(event.target.value)}
      />
      <TypedBefore typed={typed} />
    </Asking>
  )
}

export function RenameStack({
  stack,
  wall,
  onClose,
}: {
  readonly stack: WallStack
  readonly wall: Wall
  readonly onClose: () => void
}) {
  const t = useSortingTexts()
  const typed = useTyped(`stack-${stack.id}`, stack.title)
  return (
    <Asking
      title={t('rename-title')}
      action={t('save')}
      onClose={onClose}
      onDo={() =>
        void wall
          .ask([{ type: 'stack', stack: stack.id, title: typed.text.trim(), notes: stack.notes.slice(0, 1) }])
          .then((refusal) => {
            if (refusal === null) typed.done()
          })
      }
    >
      <Field
        label={t('group-name')}
        value={typed.text}
        maxLength={limits.LABEL_MAX_CHARS}
        autoComplete="off"
        onChange={(event) => typed.type(event.target.value)}
      />
      <TypedBefore typed={typed} />
    </Asking>
  )
}

/** Shows what the one note will say, before it is done. */
export function MergeNotes({
  notes,
  wall,
  done,
  onClose,
  selection,
}: SheetProps & { readonly selection: SelectionStore }) {
  const t = useSortingTexts()
  const [first, ...others] = notes
  const text = mergedText(notes.map((note) => note.text))
  const over = text.length - limits.NOTE_MAX_CHARS
  if (first === undefined) return null
  return (
    <Asking
      title={t('merge-title', { count: notes.length })}
      action={t('merge-do')}
      may={over <= 0 && others.length > 0}
      onClose={onClose}
      onDo={() =>
        void wall
          .ask([{ type: 'merge', into: first.id, notes: others.map((note) => note.id) }])
          .then((refusal) => {
            if (done(refusal, t('merged'))) selection.getState().only([first.id])
          })
      }
    >
      <p>{t('merge-hint')}</p>
      <figure className={css['result']}>
        <figcaption>{t('merge-result')}</figcaption>
        <blockquote>{text}</blockquote>
      </figure>
      {over > 0 ? (
        <Notice tone="warning" role="alert">
          {t('merge-too-long', { count: over })}
        </Notice>
      ) : null}
    </Asking>
  )
}

export function PaintNotes({ notes, wall, done, onClose }: SheetProps) {
  const t = useSortingTexts()
  const [colour, setColour] = useState(notes[0]?.colour ?? 0)
  return (
    <Asking
      title={t('paint-title', { count: notes.length })}
      action={t('paint-do')}
      onClose={onClose}
      onDo={() =>
        void wall
          .ask([{ type: 'paint', notes: notes.map(({ id }) => ({ id, colour, ...wall.secretOf(id) })) }])
          .then((refusal) => done(refusal, t('painted')))
      }
    >
      <ColourPicker value={colour} onChange={setColour} />
    </Asking>
  )
}
