import { itemsByZone, notesOf, type WallContent, type WallNote } from '@escale/shared'
import type { WallAction, WallView } from '@escale/shared/activities/wall'
import { BookOpen, ChevronLeft, ChevronRight, X } from 'lucide-react'
import { type KeyboardEvent, useMemo } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useHostTexts } from './host-texts.ts'
import { NoteCard } from './NoteCard.tsx'
import css from './Reading.module.css'
import { OfStack } from './stacks/OfStack.tsx'

interface ReadingProps {
  readonly view: WallView
  readonly wall: WallContent
  readonly signature: (note: WallNote) => string
  readonly send: (action: WallAction) => void
}

/** The facilitator reads the wall aloud, note by note: the one she is at is large on every screen. Arrows turn the page. */
export function Reading({ view, wall, signature, send }: ReadingProps) {
  const t = useHostTexts()
  const inOrder = useMemo(
    // A stack is read as a whole, note after note, where its first note stands.
    () => itemsByZone(wall, view.zones).flatMap(({ items }) => items.flatMap(notesOf)),
    [wall, view.zones],
  )
  const show = (note: WallNote | undefined) => {
    if (note) send({ type: 'spotlight', note: note.id })
  }
  if (view.hidden || inOrder.length === 0) return null
  if (view.spotlight === null)
    return (
      <Button size="s" onClick={() => show(inOrder[0])}>
        <Icon of={BookOpen} /> {t('read-wall')}
      </Button>
    )
  const at = inOrder.findIndex((note) => note.id === view.spotlight)
  const note = inOrder[at]
  // Taken off while it was shown: the next step begins where it stood, as near as can be known.
  const [before, after] = at < 0 ? [undefined, inOrder[0]] : [inOrder[at - 1], inOrder[at + 1]]
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') show(before)
    else if (event.key === 'ArrowRight') show(after)
    else if (event.key === 'Escape') send({ type: 'spotlight', note: null })
    else return
    event.preventDefault()
  }
  return (
    <section className={css['reading']} aria-label={t('reading')}>
      {/* The arrows are a short way for whoever is on one of the buttons. */}
      <div className={css['bar']} role="toolbar" aria-label={t('reading')} onKeyDown={onKeyDown}>
        <Button
          square
          aria-label={t('read-previous')}
          aria-disabled={!before || undefined}
          onClick={() => show(before)}
        >
          <Icon of={ChevronLeft} />
        </Button>
        <span className={css['place']}>{t('read-place', { at: at + 1, count: inOrder.length })}</span>
        <Button
          square
          aria-label={t('read-next')}
          aria-disabled={!after || undefined}
          onClick={() => show(after)}
        >
          <Icon of={ChevronRight} />
        </Button>
        <Button variant="quiet" onClick={() => send({ type: 'spotlight', note: null })}>
          <Icon of={X} /> {t('read-stop')}
        </Button>
      </div>
      {note ? (
        <>
          <OfStack note={note} stacks={wall.stacks} />
          <NoteCard note={note} signature={signature(note)} />
        </>
      ) : null}
    </section>
  )
}
