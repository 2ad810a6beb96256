import { drives, type PersonId, type Refusal, type SpatialLayout, type WallNote } from '@escale/shared'
import { privatePage, SHARED_WALL, SHELF, type WallEdit, type WallView } from '@escale/shared/activities/wall'
import { useCallback, useMemo, useState } from 'react'
import { useClock } from '../../connection/clock-context.ts'
import { randomId } from '../../connection/random-id.ts'
import { type Saved, useDocument } from '../../documents/index.ts'
import type { Stage } from '../kit/views.ts'
import { patchFor } from './dimensions/dimensions.tsx'
import { type NoteDraft, useKeptNotes } from './kept-notes.ts'
import { pseudonymName } from './pseudonym.ts'
import { useWallTexts } from './texts.ts'
import { expectedNote, useUnsettled, withEdits } from './unsettled.ts'
import { useNotes } from './wall-store.ts'

/** As many as one edit may name. */
const AT_ONCE = 500

/** A note that was not taken: why, and what it said. */
export interface RefusedNote {
  readonly id: string
  readonly draft: NoteDraft
  readonly refusal: Refusal
}

type NoteMove = Extract<WallEdit, { type: 'move' }>
type Arrangement = Extract<WallEdit, { type: 'arrange' }>['places']

export interface Wall {
  /** What the wall shows, with what I have asked for done. */
  readonly notes: readonly WallNote[]
  /** My own, on the wall or not: in private, or waiting for a facilitator to place them. */
  readonly mine: readonly WallNote[]
  /** Those of mine that nobody else sees yet. */
  readonly isWaiting: (note: WallNote) => boolean
  readonly ready: boolean
  readonly saved: Saved
  /** May I write a new note now, as far as wall and time are concerned? */
  readonly mayWrite: boolean
  readonly isMine: (note: WallNote) => boolean
  readonly mayEdit: (note: WallNote) => boolean
  readonly mayRemove: (note: WallNote) => boolean
  /** Who wrote it, as it may be shown here; empty: not to be told, or not known. */
  readonly signature: (note: WallNote) => string
  /** `person`: for whom a facilitator writes; absent: for oneself. */
  readonly add: (draft: NoteDraft, person?: PersonId) => void
  readonly edit: (note: WallNote, draft: NoteDraft) => void
  readonly mayMove: (note: WallNote) => boolean
  /** May I move whatever stands there? */
  readonly mayMoveAll: boolean
  readonly move: (note: WallNote, to: Pick<NoteMove, 'zone' | 'order' | 'at'>) => void
  /** Several at once, on a board; only where I may move all. */
  readonly arrange: (layout: SpatialLayout, places: Arrangement) => void
  /** Takes it off; gives back how to put it on again, for whoever may. */
  readonly remove: (note: WallNote) => (() => void) | null
  readonly refused: readonly RefusedNote[]
  readonly forgetRefused: (id: string) => void
}

/** The document that I read now: my own page while the wall is hidden, unless I am a facilitator. */
const documentName = (view: WallView, me: Stage<WallView>['me']): string =>
  view.hidden && !drives(me.role) && me.id !== null ? privatePage(me.id) : SHARED_WALL

/** The wall as this viewer has it, and what they may do with it. */
export function useWall(stage: Stage<WallView>, signYou: string): Wall {
  const { activity, view, me, nameOf, write, unsent } = stage
  const document = useDocument(activity.id, documentName(view, me))
  const kept = useKeptNotes(activity.id)
  const clock = useClock()
  const [refused, setRefused] = useState<readonly RefusedNote[]>([])
  const isDriver = drives(me.role)
  const isNamed = view.identity === 'named'
  const mayWrite = me.id !== null && (isDriver || (!view.locked && !view.over))
  /** What I write is not to be seen on the wall, by me either. */
  const isApart = !isDriver && (view.hidden ? !isNamed : view.flow === 'inbox')

  const told = useNotes(document.doc)
  const unsettled = useUnsettled(unsent)
  const all = useMemo(
    () =>
      withEdits(told, unsettled, {
        author: isNamed ? (me.id ?? '') : '',
        createdAt: (id) => kept.all.get(id)?.createdAt ?? Date.now(),
      }),
    [told, unsettled, isNamed, me.id, kept.all],
  )
  const onWall = useMemo(() => new Set(told.map((note) => note.id)), [told])
  const isMine = useCallback(
    (note: WallNote) => (me.id !== null && note.author === me.id) || kept.all.has(note.id),
    [me.id, kept.all],
  )
  const notes = useMemo(
    () => (isApart ? all.filter((note) => onWall.has(note.id)) : all),
    [all, isApart, onWall],
  )
  const mine = useMemo(() => {
    const here = all.filter(isMine)
    if (!isApart) return here
    const shown = new Set(here.map((note) => note.id))
    const apart = [...kept.all].flatMap(([id, note]) =>
      shown.has(id) ? [] : [expectedNote({ id, ...note }, '', note.createdAt)],
    )
    return withEdits([...here, ...apart], unsettled, { author: '', createdAt: () => 0 })
  }, [all, isMine, isApart, kept.all, unsettled])

  const t = useWallTexts()
  const animals = useMemo(() => t('animals').split(','), [t])
  const signed = useMemo(() => new Set(view.people), [view.people])
  const signature = useCallback(
    (note: WallNote) => {
      if (view.identity === 'pseudonym') return pseudonymName(note.author, animals)
      if (!isNamed || note.author === '') return ''
      if (note.author === me.id) return signYou
      return isDriver || signed.has(note.author) ? nameOf(note.author) : ''
    },
    [view.identity, animals, isNamed, isDriver, me.id, nameOf, signed, signYou],
  )

  const { keep, forget } = kept
  const secretOf = useCallback(
    (id: string) => {
      const secret = kept.all.get(id)?.secret
      return secret === undefined ? {} : { secret }
    },
    [kept.all],
  )
  const ask = useCallback(
    async (edit: WallEdit, draft: NoteDraft) => {
      const done = await write(edit)
      if (done.ok) return true
      setRefused((before) => [...before, { id: randomId(), draft, refusal: done.refusal }])
      return false
    },
    [write],
  )
  const put = useCallback(
    (id: string, draft: NoteDraft, secret: string, person?: PersonId) => {
      const { text, colour, zone, at, part } = draft
      const values = patchFor(view.dimensions, {}, draft.values ?? {})
      const note = {
        id,
        text,
        colour,
        zone,
        ...(at ? { at } : {}),
        ...(part ? { part } : {}),
        ...(values ? { values } : {}),
      }
      keep(id, {
        text,
        colour,
        zone,
        values: draft.values,
        secret,
        createdAt: clock.read()?.ms ?? Date.now(),
      })
      void ask({ type: 'put', note, secret, ...(person ? { person } : {}) }, draft).then((ok) => {
        if (!ok) forget(id)
      })
    },
    [ask, keep, forget, clock, view.dimensions],
  )
  const add = useCallback(
    (draft: NoteDraft, person?: PersonId) => put(randomId(16), draft, randomId(32), person),
    [put],
  )
  const edit = useCallback(
    (note: WallNote, { text, colour, zone, values = note.values, part = '' }: NoteDraft) => {
      const { id, text: base } = note
      const mineKept = kept.all.get(id)
      if (mineKept) keep(id, { ...mineKept, text, colour, zone, values })
      const patch = patchFor(view.dimensions, note.values, values)
      if (text !== base || colour !== note.colour || patch)
        void ask(
          { type: 'edit', id, base, text, colour, ...(patch ? { values: patch } : {}), ...secretOf(id) },
          { text, colour, zone, values },
        )
      if (zone !== note.zone || part)
        void write({ type: 'move', id, zone, ...(part ? { part } : {}), ...secretOf(id) } satisfies WallEdit)
    },
    [ask, write, keep, kept.all, secretOf, view.dimensions],
  )
  const move = useCallback(
    ({ id }: WallNote, to: Pick<NoteMove, 'zone' | 'order' | 'at'>) =>
      void write({ type: 'move', id, ...to, ...secretOf(id) } satisfies WallEdit),
    [write, secretOf],
  )
  const arrange = useCallback(
    (layout: SpatialLayout, places: Arrangement) => {
      for (let i = 0; i < places.length; i += AT_ONCE)
        void write({ type: 'arrange', layout, places: places.slice(i, i + AT_ONCE) } satisfies WallEdit)
    },
    [write],
  )
  const remove = useCallback(
    (note: WallNote) => {
      const { id } = note
      if (isDriver) {
        // Out of sight and not gone: it comes back as it was, whoever wrote it.
        void write({ type: 'shelve', from: SHARED_WALL, notes: [id] })
        return () => void write({ type: 'place', from: SHELF, notes: [id] })
      }
      void write({ type: 'remove', id, ...secretOf(id) })
      if (!isMine(note)) return null
      const secret = kept.all.get(id)?.secret ?? randomId(32)
      forget(id)
      return () => put(id, note, secret)
    },
    [isDriver, write, isMine, forget, put, kept.all, secretOf],
  )
  const forgetRefused = useCallback(
    (id: string) => setRefused((before) => before.filter((one) => one.id !== id)),
    [],
  )

  return useMemo(() => {
    const may = (reach: WallView['rights']['edit'], note: WallNote) =>
      mayWrite && (isDriver || reach === 'all' || (isMine(note) && (reach === 'own' || !onWall.has(note.id))))
    return {
      notes,
      mine,
      isWaiting: (note) => isApart && !onWall.has(note.id),
      ready: document.ready,
      saved: unsent.length === 0 ? 'saved' : document.saved === 'offline' ? 'offline' : 'saving',
      mayWrite,
      isMine,
      mayEdit: (note) => may(view.rights.edit, note),
      mayMove: (note) => may(view.rights.move, note),
      mayMoveAll: mayWrite && (isDriver || (view.rights.move === 'all' && !view.hidden)),
      move,
      arrange,
      mayRemove: (note) => may(view.rights.remove, note),
      signature,
      add,
      edit,
      remove,
      refused,
      forgetRefused,
    }
  }, [
    notes,
    mine,
    isApart,
    onWall,
    document.ready,
    document.saved,
    unsent.length,
    mayWrite,
    isDriver,
    isMine,
    view.rights,
    view.hidden,
    move,
    arrange,
    signature,
    add,
    edit,
    remove,
    refused,
    forgetRefused,
  ])
}
