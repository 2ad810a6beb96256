import type { WallNote } from '@escale/shared'
import { INBOX, SHELF, type WallEdit, type WallView } from '@escale/shared/activities/wall'
import { type ReactNode, useId } from 'react'
import { useDocument } from '../../documents/index.ts'
import { Button } from '../../ui/Button.tsx'
import type { Stage } from '../kit/views.ts'
import { useHostTexts } from './host-texts.ts'
import { NoteCard } from './NoteCard.tsx'
import css from './NotesApart.module.css'
import { useNotes } from './wall-store.ts'

/** As many as one edit may name. */
const AT_ONCE = 500
const EXCERPT_CHARS = 60
const excerpt = (note: WallNote) => note.text.slice(0, EXCERPT_CHARS)

interface NotesApartProps {
  readonly stage: Stage<WallView>
  readonly signature: (note: WallNote) => string
}

/** One note, and under it what can be done with it. */
function Apart({
  note,
  signature,
  children,
}: {
  readonly note: WallNote
  readonly signature: string
  readonly children: ReactNode
}) {
  return (
    <li className={css['item']}>
      <NoteCard note={note} signature={signature} />
      <div className={css['actions']}>{children}</div>
    </li>
  )
}

/** Notes that wait for a facilitator to place them. */
export function Inbox({ stage, signature }: NotesApartProps) {
  const { activity, view, write } = stage
  const t = useHostTexts()
  const id = useId()
  const notes = useNotes(useDocument(activity.id, INBOX).doc)
  const ask = (edit: WallEdit) => void write(edit)
  if (notes.length === 0 && view.flow !== 'inbox') return null
  const all = notes.slice(0, AT_ONCE).map((note) => note.id)
  return (
    <section className={css['apart']} aria-labelledby={id}>
      <div className={css['head']}>
        <h3 id={id} className={css['title']}>
          {t('inbox-title', { count: notes.length })}
        </h3>
        {notes.length > 1 ? (
          <Button size="s" onClick={() => ask({ type: 'place', from: INBOX, notes: all })}>
            {t('place-all')}
          </Button>
        ) : null}
      </div>
      {notes.length === 0 ? <p className={css['soft']}>{t('inbox-empty')}</p> : null}
      <ul className={css['list']}>
        {notes.map((note) => (
          <Apart key={note.id} note={note} signature={signature(note)}>
            <Button
              size="s"
              variant="primary"
              aria-label={t('place-note', { text: excerpt(note) })}
              onClick={() => ask({ type: 'place', from: INBOX, notes: [note.id] })}
            >
              {t('place')}
            </Button>
            <Button
              size="s"
              variant="quiet"
              aria-label={t('put-aside-note', { text: excerpt(note) })}
              onClick={() => ask({ type: 'shelve', from: INBOX, notes: [note.id] })}
            >
              {t('put-aside')}
            </Button>
          </Apart>
        ))}
      </ul>
    </section>
  )
}

/** Notes that a facilitator took out of sight: nobody else knows of them, and each can be put back as it was. */
export function Shelf({ stage, signature }: NotesApartProps) {
  const { activity, write } = stage
  const t = useHostTexts()
  const notes = useNotes(useDocument(activity.id, SHELF).doc)
  if (notes.length === 0) return null
  return (
    <details className={css['apart']}>
      <summary className={css['title']}>{t('shelf-title', { count: notes.length })}</summary>
      <p className={css['soft']}>{t('shelf-hint')}</p>
      <ul className={css['list']}>
        {notes.map((note) => (
          <Apart key={note.id} note={note} signature={signature(note)}>
            <Button
              size="s"
              aria-label={t('put-back-note', { text: excerpt(note) })}
              onClick={() => void write({ type: 'place', from: SHELF, notes: [note.id] } satisfies WallEdit)}
            >
              {t('put-back')}
            </Button>
          </Apart>
        ))}
      </ul>
    </details>
  )
}
