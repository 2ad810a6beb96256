import { NOTE_SIDE, type WallNote } from '@escale/shared'
import { type FocusEvent, memo, type ReactNode, useLayoutEffect, useRef } from 'react'
import { classNames } from '../../../styles/class-names.ts'
import { useIsSelected } from '../selection/selection.ts'
import css from './Board.module.css'
import type { Chunk, Chunks, PlacedNote } from './chunks.ts'

const HALF = NOTE_SIDE / 2
/** What of a note can be reached with the keys. */
const STOP = '[data-note] button'

export type RenderNote = (note: WallNote) => ReactNode

interface SlotProps {
  readonly placed: PlacedNote
  readonly render: RenderNote
  readonly isCarried: boolean
}

/** The place of one note; the gestures find it by its id. */
const Slot = memo(function Slot({ placed: { note, x, y }, render, isCarried }: SlotProps) {
  const isSelected = useIsSelected(note.id)
  const slot = useRef<HTMLLIElement>(null)
  // Until the note stands where it was dropped, the hand's own shift keeps it there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new place ends the shift
  useLayoutEffect(() => {
    if (slot.current && slot.current.dataset['dragged'] === undefined) slot.current.style.translate = ''
  }, [x, y])
  return (
    <li
      ref={slot}
      data-note={note.id}
      className={classNames(css['slot'], isSelected && css['selected'], isCarried && css['carried'])}
      style={{ left: x - HALF, top: y - HALF }}
    >
      {render(note)}
    </li>
  )
})

const NoteChunk = memo(function NoteChunk({
  chunk,
  render,
  carried,
}: {
  readonly chunk: Chunk
  readonly render: RenderNote
  readonly carried: string | null
}) {
  return chunk.notes.map((placed) => (
    <Slot key={placed.note.id} placed={placed} render={render} isCarried={carried === placed.note.id} />
  ))
})

interface NotesLayerProps {
  readonly chunks: Chunks
  readonly keys: ReadonlySet<string>
  readonly render: RenderNote
  readonly label: string
  /** The note that is picked up; null: none. */
  readonly carried: string | null
}

/** What is near enough to be read, as real elements: found by a search in the page, translated by the browser, read aloud. */
export function NotesLayer({ chunks, keys, render, label, carried }: NotesLayerProps) {
  const list = useRef<HTMLUListElement>(null)
  const active = useRef<Element | null>(null)
  // One stop for the Tab key however many notes there are; arrows lead from one to the next.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever notes come into the page or leave it
  useLayoutEffect(() => {
    const stops = list.current?.querySelectorAll<HTMLElement>(STOP) ?? []
    if (!active.current?.isConnected) active.current = stops[0] ?? null
    for (const stop of stops) stop.tabIndex = stop === active.current ? 0 : -1
  }, [keys, chunks])
  const onFocus = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement) || !target.matches(STOP)) return
    if (active.current instanceof HTMLElement) active.current.tabIndex = -1
    active.current = target
    target.tabIndex = 0
  }
  return (
    <ul ref={list} className={css['notes']} aria-label={label} onFocus={onFocus}>
      {[...keys].map((key) => {
        const chunk = chunks.get(key)
        const isHere = chunk?.notes.some(({ note }) => note.id === carried)
        return chunk ? (
          <NoteChunk key={key} chunk={chunk} render={render} carried={isHere ? carried : null} />
        ) : null
      })}
    </ul>
  )
}
