import {
  cleanText,
  contentOf,
  drives,
  type PersonId,
  type Receipt,
  type Refusal,
  type SpatialLayout,
  type WallNote,
  type WallStack,
} from '@escale/shared'
import {
  AT_ONCE_MAX,
  lastInTurn,
  privatePage,
  SHARED_WALL,
  SHELF,
  type WallEdit,
  type WallView,
} from '@escale/shared/activities/wall'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useClock } from '../../connection/clock-context.ts'
import { randomId } from '../../connection/random-id.ts'
import { type Saved, useDocument } from '../../documents/index.ts'
import type { Words } from '../../words/kept-words.ts'
import type { Stage } from '../kit/views.ts'
import { patchFor, valuesAfter } from './dimensions/dimensions.tsx'
import { type NoteDraft, useKeptNotes } from './kept-notes.ts'
import { pseudonymName } from './pseudonym.ts'
import { type AskedStore, createAsked } from './undo/asked.ts'
import { expectedNote, titlesWith, useUnsettled, withEdits } from './unsettled.ts'
import { useAnimals } from './use-animals.ts'
import { useHeldWall } from './wall-store.ts'

export type Put = Extract<WallEdit, { type: 'put' }>
type NoteMove = Extract<WallEdit, { type: 'move' }>
type Arrangement = Extract<WallEdit, { type: 'arrange' }>['places']

export interface Wall {
  /** What the wall shows, with what I have asked for done. */
  readonly notes: readonly WallNote[]
  readonly stacks: readonly WallStack[]
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
  readonly mayMove: (note: WallNote) => boolean
  readonly mayRemove: (note: WallNote) => boolean
  /** May I do in all these ways what I like with everybody's notes? */
  readonly mayWithAll: (ways: readonly (keyof WallView['rights'])[]) => boolean
  readonly isDriver: boolean
  /** Where notes are shown one by one, the one that was shown last; null: they are not, or none was. */
  readonly inTurn: string | null
  /** Who wrote it, as it may be shown here; empty: not to be told, or not known. */
  readonly signature: (note: WallNote) => string
  /** `person`: for whom a facilitator writes; absent: for oneself. */
  readonly add: (draft: NoteDraft, person?: PersonId) => void
  readonly edit: (note: WallNote, draft: NoteDraft) => void
  /** May I move whatever stands there? */
  readonly mayMoveAll: boolean
  readonly move: (note: WallNote, to: Pick<NoteMove, 'zone' | 'order' | 'at'>) => void
  /** Several at once, on a board; only where I may move all. */
  readonly arrange: (layout: SpatialLayout, places: Arrangement) => void
  /** Takes it off; gives back how to put it on again, for whoever may. */
  readonly remove: (note: WallNote) => (() => void) | null
  /** Asks for anything; several edits are one deed to undo. Resolves to why something was refused, or to null. */
  readonly ask: (edits: readonly WallEdit[]) => Promise<Refusal | null>
  /** What I asked for here, to be undone (`undo/`). */
  readonly asked: AskedStore
  /** As `ask`, `add` and `remove`, without a trace to undo: for undoing itself. */
  readonly quietly: {
    readonly ask: (edits: readonly WallEdit[]) => Promise<Refusal | null>
    readonly putBack: (note: WallNote) => void
    readonly takeOff: (note: WallNote) => void
  }
  /** The secret of a note that this device wrote, to be sent with an edit of it. */
  readonly secretOf: (id: string) => { readonly secret?: string }
  /** What a new note of mine is asked for with. */
  readonly toPut: (draft: NoteDraft, as: NonNullable<NoteDraft['as']>) => Put
  /** Sends what was begun before its field went away, as it was kept. */
  readonly addBegun: (edit: Put) => void
}

/** Sent from a field that was open before the wall closed. */
const BEGUN = { begun: true } as const
/** Of a new note. */
export const mintName = () => ({ id: randomId(16), secret: randomId(32) })

/** The document that I read now: my own page while the wall is hidden, unless I am a facilitator. */
const documentName = (view: WallView, me: Stage<WallView>['me']): string =>
  view.hidden && !drives(me.role) && me.id !== null ? privatePage(me.id) : SHARED_WALL

/** The wall as this viewer has it, and what they may do with it. */
export function useWall(stage: Stage<WallView>, signYou: string): Wall {
  const { activity, view, me, nameOf, write, unsent, refused } = stage
  const document = useDocument(activity.id, documentName(view, me))
  const kept = useKeptNotes(activity.id)
  const clock = useClock()
  /** Notes that were not taken: they are nowhere, and are given back in words (words/KeptWords.tsx). */
  const isRefused = useMemo(() => {
    const ids = new Set(refused.map(({ about }) => about))
    return (id: string) => ids.has(id)
  }, [refused])
  const hasRefused = refused.some(({ edit }) => edit !== null)
  const isDriver = drives(me.role)
  const isNamed = view.identity === 'named'
  const mayWrite = me.id !== null && (isDriver || (!view.locked && !view.over))
  /** What I write is not to be seen on the wall, by me either. */
  const isApart = !isDriver && (view.hidden ? !isNamed : view.apart || view.flow === 'inbox')

  const { notes: told, titles } = useHeldWall(document.doc)
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
  // Told together with the notes.
  const inTurn = view.apart && !view.hidden ? lastInTurn(document.doc) : null
  const isMine = useCallback(
    (note: WallNote) => (me.id !== null && note.author === me.id) || kept.all.has(note.id),
    [me.id, kept.all],
  )
  const { notes, stacks } = useMemo(
    () => contentOf(isApart ? all.filter((note) => onWall.has(note.id)) : all, titlesWith(titles, unsettled)),
    [all, isApart, onWall, titles, unsettled],
  )
  const mine = useMemo(() => {
    const here = all.filter(isMine)
    if (!isApart) return here
    const shown = new Set(here.map((note) => note.id))
    const apart = [...kept.all].flatMap(([id, note]) =>
      shown.has(id) || isRefused(id) ? [] : [expectedNote({ id, ...note }, '', note.createdAt)],
    )
    return withEdits([...here, ...apart], unsettled, { author: '', createdAt: () => 0 })
  }, [all, isMine, isApart, kept.all, isRefused, unsettled])

  const animals = useAnimals(view.identity === 'pseudonym')
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
  const [asked] = useState(createAsked)
  const seen = useRef({ notes: all, mine, titles })
  seen.current = { notes: all, mine, titles }
  /** `words`: kept for their author when what says them, the first edit, is refused. */
  const send = useCallback(
    async (edits: readonly WallEdit[], words?: Words): Promise<Refusal | null> => {
      const receipts = await Promise.all(
        edits.map((edit, i): Promise<Receipt> => write(edit, i === 0 ? words : undefined)),
      )
      return receipts.flatMap((done) => (done.ok ? [] : [done.refusal]))[0] ?? null
    },
    [write],
  )
  const ask = useCallback(
    async (edits: readonly WallEdit[], words?: Words) => {
      const forgetIt = asked.getState().record(edits, seen.current)
      const refusal = await send(edits, words)
      if (refusal !== null) forgetIt()
      return refusal
    },
    [asked, send],
  )
  const toPut = useCallback(
    (draft: NoteDraft, { id, secret }: NonNullable<NoteDraft['as']>): Put => {
      const { text, colour, zone, at, part, picture, drawing } = draft
      const values = patchFor(view.dimensions, {}, draft.values ?? {})
      const art = { ...(picture ? { picture } : {}), ...(drawing ? { drawing } : {}) }
      const placed = { ...(at ? { at } : {}), ...(part ? { part } : {}) }
      const note = {
        id,
        text: cleanText(text),
        colour,
        zone,
        ...placed,
        ...art,
        ...(values ? { values } : {}),
      }
      return { type: 'put', note, secret, ...(mayWrite ? {} : BEGUN) }
    },
    [view.dimensions, mayWrite],
  )
  const put = useCallback(
    (edit: Put, how: typeof ask) => {
      const { id, text, colour, zone, picture, drawing, values } = edit.note
      const createdAt = clock.read()?.ms ?? Date.now()
      const { secret = '' } = edit
      const said = valuesAfter({}, values ?? {})
      keep(id, { text, colour, zone, picture, drawing, values: said, secret, createdAt })
      return how([edit], { text, about: id })
    },
    [keep, clock],
  )
  const add = useCallback(
    (draft: NoteDraft, person?: PersonId) =>
      void put({ ...toPut(draft, draft.as ?? mintName()), ...(person ? { person } : {}) }, ask),
    [put, toPut, ask],
  )
  const addBegun = useCallback((edit: Put) => void put(edit, ask), [put, ask])
  const edit = useCallback(
    (note: WallNote, draft: NoteDraft) => {
      const { id, text: base } = note
      const { text, colour, zone, values = note.values, part = '' } = draft
      const { picture = note.picture, drawing = note.drawing } = draft
      const art = {
        ...(picture === note.picture ? {} : { picture }),
        ...(drawing === note.drawing ? {} : { drawing }),
      }
      const mineKept = kept.all.get(id)
      if (mineKept) keep(id, { ...mineKept, text, colour, zone, values, ...art })
      const patch = patchFor(view.dimensions, note.values, values)
      const more = { ...art, ...(patch ? { values: patch } : {}) }
      const edits: WallEdit[] = []
      if (text !== base || colour !== note.colour || Object.keys(more).length > 0)
        edits.push({
          type: 'edit',
          id,
          base,
          text,
          colour,
          ...more,
          ...secretOf(id),
          ...(mayWrite ? {} : BEGUN),
        })
      if (zone !== note.zone || part)
        edits.push({ type: 'move', id, zone, ...(part ? { part } : {}), ...secretOf(id) })
      const says = edits[0]?.type === 'edit' && text !== base
      if (edits.length === 0) return
      void ask(edits, says ? { text, about: '' } : undefined).then((refusal) => {
        // It says what it said before: what is new of it is kept apart.
        if (refusal !== null && mineKept) keep(id, mineKept)
      })
    },
    [ask, keep, kept.all, secretOf, view.dimensions, mayWrite],
  )
  const putBack = useCallback(
    (note: WallNote) => {
      const { id, order, at } = note
      // Out of sight and not gone: it comes back as it was, whoever wrote it.
      if (isDriver) return void send([{ type: 'place', from: SHELF, notes: [id] }])
      const secret = kept.all.get(id)?.secret ?? randomId(32)
      void put(toPut(note, { id, secret }), send).then((refusal) =>
        refusal === null ? send([{ type: 'reorder', notes: [{ id, order, at, secret }] }]) : refusal,
      )
    },
    [isDriver, send, put, toPut, kept.all],
  )
  const takeOff = useCallback(
    (note: WallNote, how: typeof ask) => {
      const { id } = note
      if (isDriver) return void how([{ type: 'shelve', from: SHARED_WALL, notes: [id] }])
      void how([{ type: 'remove', id, ...secretOf(id) }])
      if (isMine(note)) forget(id)
    },
    [isDriver, isMine, forget, secretOf],
  )
  const move = useCallback(
    ({ id }: WallNote, to: Pick<NoteMove, 'zone' | 'order' | 'at'>) =>
      void ask([{ type: 'move', id, ...to, ...secretOf(id) }]),
    [ask, secretOf],
  )
  const arrange = useCallback(
    (layout: SpatialLayout, places: Arrangement) => {
      const edits: WallEdit[] = []
      for (let i = 0; i < places.length; i += AT_ONCE_MAX)
        edits.push({ type: 'arrange', layout, places: places.slice(i, i + AT_ONCE_MAX) })
      if (edits.length > 0) void ask(edits)
    },
    [ask],
  )
  const remove = useCallback(
    (note: WallNote) => {
      takeOff(note, ask)
      return isDriver || isMine(note) ? () => putBack(note) : null
    },
    [takeOff, ask, isDriver, isMine, putBack],
  )
  const quietly = useMemo(
    () => ({ ask: send, putBack, takeOff: (note: WallNote) => takeOff(note, send) }),
    [send, putBack, takeOff],
  )

  return useMemo(() => {
    const may = (reach: WallView['rights']['edit'], note: WallNote) =>
      mayWrite && (isDriver || reach === 'all' || (isMine(note) && (reach === 'own' || !onWall.has(note.id))))
    return {
      notes,
      inTurn,
      stacks,
      mine,
      isWaiting: (note) => isApart && !onWall.has(note.id),
      ready: document.ready,
      saved:
        unsent.length === 0
          ? hasRefused
            ? 'refused'
            : 'saved'
          : document.saved === 'offline'
            ? 'offline'
            : 'saving',
      mayWrite,
      isMine,
      mayEdit: (note) => may(view.rights.edit, note),
      mayMove: (note) => may(view.rights.move, note),
      mayMoveAll: mayWrite && (isDriver || (view.rights.move === 'all' && !view.hidden)),
      move,
      arrange,
      mayRemove: (note) => may(view.rights.remove, note),
      mayWithAll: (ways) =>
        mayWrite && (isDriver || (!view.hidden && ways.every((way) => view.rights[way] === 'all'))),
      isDriver,
      signature,
      add,
      edit,
      remove,
      ask,
      asked,
      quietly,
      secretOf,
      toPut,
      addBegun,
    }
  }, [
    notes,
    inTurn,
    stacks,
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
    ask,
    asked,
    quietly,
    secretOf,
    toPut,
    addBegun,
    hasRefused,
  ])
}
