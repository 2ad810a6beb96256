import type { WallNote } from '@escale/shared'
import { lazy, type ReactNode, Suspense } from 'react'
import css from './OwnNotes.module.css'

interface OwnNotesProps {
  readonly items: readonly WallNote[]
  readonly render: (note: WallNote) => ReactNode
  readonly label: string
}

/** One below the other. */
const Plain = ({ items, render, label }: OwnNotesProps) => (
  <ul className={css['plain']} aria-label={label}>
    {items.map((note) => (
      <li key={note.id}>{render(note)}</li>
    ))}
  </ul>
)

const paperOf = (note: WallNote) => note

/** Whoever comes has none so far: what places them in columns is fetched with the first, and without it they are there as well. */
const Columns = lazy(async () => {
  const loaded = await import('./NoteColumns.tsx').catch(() => undefined)
  if (loaded === undefined) return { default: Plain }
  const { NoteColumns } = loaded
  return { default: (props: OwnNotesProps) => <NoteColumns {...props} paperOf={paperOf} columnEm={11} /> }
})

/** What one has written oneself. */
export const OwnNotes = (props: OwnNotesProps) => (
  <Suspense fallback={<Plain {...props} />}>
    <Columns {...props} />
  </Suspense>
)
