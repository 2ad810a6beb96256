/** The wall as it will be once what was asked here is done: nobody waits for the network to see their own note. */
import { compareNotes, mergeTexts, orderAt, type WallNote } from '@escale/shared'
import type { WallEdit } from '@escale/shared/activities/wall'
import { useEffect, useState } from 'react'
import { valuesAfter } from './dimensions/dimensions.tsx'

/** From the receipt until the document must have come: the two travel on different connections. */
const LINGER_MS = 1_500

/** Edits that are not acknowledged, and those that just were. */
export function useUnsettled(unsent: readonly unknown[]): readonly WallEdit[] {
  const [held, setHeld] = useState({ unsent, lingering: [] as readonly unknown[] })
  let now = held
  if (held.unsent !== unsent) {
    const gone = held.unsent.filter((edit) => !unsent.includes(edit))
    now = { unsent, lingering: gone.length > 0 ? [...held.lingering, ...gone] : held.lingering }
    setHeld(now)
  }
  const { lingering } = now
  useEffect(() => {
    if (lingering.length === 0) return
    const timer = setTimeout(
      () => setHeld((h) => ({ ...h, lingering: h.lingering.filter((edit) => !lingering.includes(edit)) })),
      LINGER_MS,
    )
    return () => clearTimeout(timer)
  }, [lingering])
  // Sound: this kind's views sent them.
  return (lingering.length > 0 ? [...lingering, ...unsent] : unsent) as readonly WallEdit[]
}

type Put = Extract<WallEdit, { type: 'put' }>

interface Writer {
  /** What a new note of mine is signed with here; empty: nothing. */
  readonly author: string
  readonly createdAt: (id: string) => number
}

/** A note of mine as it will be read, before the wall has it. */
export function expectedNote(
  { id, text, colour, zone, at = {}, picture = '', drawing = '', values = {} }: Put['note'],
  author: string,
  createdAt: number,
): WallNote {
  return {
    ...{ id, text, colour, zone, at, picture, drawing, author, createdAt },
    order: orderAt(createdAt),
    stack: '',
    values: valuesAfter({}, values),
    seal: '',
  }
}

/** A note after an edit of it alone. */
export function changed(note: WallNote, edit: WallEdit): WallNote {
  if (edit.type === 'move') {
    const { zone = note.zone, order = note.order, at } = edit
    return { ...note, zone, order, at: { ...note.at, ...at } }
  }
  if (edit.type !== 'edit') return note
  const {
    base = note.text,
    text,
    colour = note.colour,
    picture = note.picture,
    drawing = note.drawing,
    values = {},
  } = edit
  return {
    ...note,
    text: text === undefined ? note.text : mergeTexts(base, text, note.text),
    colour,
    picture,
    drawing,
    values: valuesAfter(note.values, values),
  }
}

type DoMany = (now: Map<string, WallNote>, edit: WallEdit) => void
let doMany: DoMany = () => {}
/**
 * Says how edits of several notes change what one sees. Whoever can ask for them brings it (`sorting/many.ts`): a phone that only
 * writes does not load it.
 */
export const understandMany = (many: DoMany): void => {
  doMany = many
}

/** What stacks are called, with `edits` done. */
export function titlesWith(
  titles: ReadonlyMap<string, string>,
  edits: readonly WallEdit[],
): ReadonlyMap<string, string> {
  let now: Map<string, string> | undefined
  for (const edit of edits) {
    if (edit.type !== 'stack') continue
    now ??= new Map(titles)
    now.set(edit.stack, edit.title ?? now.get(edit.stack) ?? '')
  }
  return now ?? titles
}

/** Notes in order, with `edits` done. What is done already is not done twice; the same list when nothing is to be done. */
export function withEdits(
  notes: readonly WallNote[],
  edits: readonly WallEdit[],
  writer: Writer,
): readonly WallNote[] {
  if (edits.length === 0) return notes
  const now = new Map(notes.map((note) => [note.id, note]))
  for (const edit of edits) {
    if (edit.type === 'put') {
      if (!now.has(edit.note.id))
        now.set(edit.note.id, expectedNote(edit.note, writer.author, writer.createdAt(edit.note.id)))
    } else if (edit.type === 'remove') now.delete(edit.id)
    else if (edit.type === 'edit' || edit.type === 'move') {
      const note = now.get(edit.id)
      if (note) now.set(edit.id, changed(note, edit))
    } else if (edit.type === 'arrange') {
      for (const { id, x, y, zone } of edit.places) {
        const note = now.get(id)
        if (note)
          now.set(id, { ...note, zone: zone ?? note.zone, at: { ...note.at, [edit.layout]: { x, y } } })
      }
    } else if (edit.type === 'shelve') for (const id of edit.notes) now.delete(id)
    else doMany(now, edit)
  }
  return [...now.values()].sort(compareNotes)
}
