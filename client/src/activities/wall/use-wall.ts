import { addNote, changeNote, drives, removeNote, type WallNote } from '@escale/shared'
import { branch, privatePage, SHARED_WALL, type WallView } from '@escale/shared/activities/wall'
import { useCallback, useMemo } from 'react'
import { useClock } from '../../connection/clock-context.ts'
import { randomId } from '../../connection/random-id.ts'
import { type DocumentState, useDocument } from '../../documents/index.ts'
import type { Stage } from '../kit/views.ts'
import { useOwnNotes } from './own-notes.ts'
import { useNotes } from './wall-store.ts'

export type NoteDraft = Pick<WallNote, 'text' | 'colour' | 'zone'>

export interface Wall {
  readonly notes: readonly WallNote[]
  readonly document: DocumentState
  /** May I write a new note now, as far as wall and server are concerned? */
  readonly mayWrite: boolean
  readonly isMine: (note: WallNote) => boolean
  readonly mayEdit: (note: WallNote) => boolean
  /** Who wrote it, as it may be shown here; empty: not to be told, or not known. */
  readonly signature: (note: WallNote) => string
  readonly add: (draft: NoteDraft) => void
  /** A copy of the wall to edit a note in; merged when saved. */
  readonly edit: (note: WallNote) => (draft: NoteDraft) => void
  /** Takes it off; gives back how to put it on again. */
  readonly remove: (note: WallNote) => () => void
}

/** The document that I read and write now: my own page while the wall is hidden, unless I am a facilitator. */
const documentName = (view: WallView, me: Stage<WallView>['me']): string =>
  view.hidden && !drives(me.role) && me.id !== null ? privatePage(me.id) : SHARED_WALL

/** The wall as this viewer has it, and what they may do with it. */
export function useWall({ activity, view, me, nameOf }: Stage<WallView>, signYou: string): Wall {
  const document = useDocument(activity.id, documentName(view, me))
  const { doc, access } = document
  const notes = useNotes(doc)
  const { own, claim } = useOwnNotes(activity.id)
  const clock = useClock()
  const isDriver = drives(me.role)
  const isNamed = view.identity === 'named'
  const mayWrite = access === 'write' && (isDriver || !view.locked)

  const signed = useMemo(() => new Set(view.people), [view.people])
  const isMine = useCallback(
    (note: WallNote) => (me.id !== null && note.author === me.id) || own.has(note.id),
    [me.id, own],
  )
  const signature = useCallback(
    (note: WallNote) => {
      if (!isNamed || note.author === '') return ''
      if (note.author === me.id) return signYou
      return isDriver || signed.has(note.author) ? nameOf(note.author) : ''
    },
    [isNamed, isDriver, me.id, nameOf, signed, signYou],
  )
  const add = useCallback(
    (draft: NoteDraft) => {
      const id = randomId(16)
      const note = {
        ...draft,
        id,
        author: isNamed ? (me.id ?? '') : '',
        createdAt: clock.read()?.ms ?? Date.now(),
      }
      if (isNamed) {
        addNote(doc, note)
        return
      }
      const aside = branch(doc)
      addNote(aside.doc, note)
      aside.merge()
      claim(id)
    },
    [doc, isNamed, me.id, clock, claim],
  )
  const edit = useCallback(
    (note: WallNote) => {
      const aside = branch(doc)
      return (draft: NoteDraft) => {
        changeNote(aside.doc, note.id, draft)
        aside.merge()
      }
    },
    [doc],
  )
  const remove = useCallback(
    (note: WallNote) => {
      const aside = branch(doc)
      const held = removeNote(aside.doc, note.id) ?? note
      aside.merge()
      return () => {
        const back = branch(doc)
        addNote(back.doc, held)
        back.merge()
      }
    },
    [doc],
  )
  return useMemo(
    () => ({
      notes,
      document,
      mayWrite,
      isMine,
      mayEdit: (note) => mayWrite && (isDriver || isMine(note)),
      signature,
      add,
      edit,
      remove,
    }),
    [notes, document, mayWrite, isMine, isDriver, signature, add, edit, remove],
  )
}
