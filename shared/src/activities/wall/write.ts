/** Does what people ask (`edits.ts`), or says why not. Runs on the server only, in the activity's own documents. */
import type * as Y from 'yjs'
import { NOTE_MAX_CHARS } from '../../limits.ts'
import { accept, type Outcome, type Refusal, refuse } from '../../outcome.ts'
import { drives } from '../../people/drives.ts'
import { cleanText, isBlank } from '../../text/clean.ts'
import { unwithdraw, withdraw } from '../../wall/checkpoint.ts'
import { addNote, changeNote, readNotes, readOne, removeNote, stackNotes, unstack } from '../../wall/model.ts'
import { pointIn, type WallNote } from '../../wall/note.ts'
import { mergeTexts } from '../../wall/text-edit.ts'
import { mayFinish } from '../kit/finish.ts'
import type { ActionMoment, EditMoment } from '../kit/kind.ts'
import type { Reach, WallDefinition } from './definition.ts'
import { withValues } from './dimensions.ts'
import { countNote, INBOX, isPrivate, privatePage, SHARED_WALL, SHELF, TALLY, VEILED } from './documents.ts'
import { pseudonymOf, type WallEdit } from './edits.ts'
import { isHistoryEdit } from './history/edits.ts'
import { historyNames, writeHistory } from './history/write.ts'
import { isTheirs, mayWithAll } from './may.ts'
import { placeInPart } from './place-in-part.ts'
import { holdPlaces, newPlace } from './places.ts'
import { changeMany, forgetMerge, merge, partAgain, unmerge } from './sorting/write.ts'
import { closedFor, isApart, isHidden, isOver, settled, type WallState } from './state.ts'
import { applyGroups } from './themes/apply.ts'
import { cast, isVoteEdit, namesForVote } from './voting/cast.ts'

type Moment = EditMoment<WallDefinition>
type Doc = (name: string) => Y.Doc

const DONE: Outcome<null> = accept(null)
/** What is written without a name is dated to the minute, so that its moment tells nothing of who was writing. */
const UNNAMED_STEP_MS = 60_000

/** Where a new note of this person goes now. */
function targetOf(state: WallState, { definition, actor }: Moment): string {
  const { flow, identity } = settled(definition, state)
  if (drives(actor.role)) return SHARED_WALL
  if (isApart(definition, state))
    return identity === 'named' && actor.id !== null ? privatePage(actor.id) : VEILED
  return flow === 'inbox' ? INBOX : SHARED_WALL
}

/** The documents that an edit may read or change. */
export function namesFor(state: WallState, edit: WallEdit, moment: Moment): readonly string[] {
  if (isHistoryEdit(edit)) return historyNames(edit)
  if (isVoteEdit(edit)) return namesForVote(state.votes, edit, moment)
  switch (edit.type) {
    case 'place':
      return [SHARED_WALL, edit.from]
    case 'shelve':
      return [edit.from, SHELF]
    case 'stack':
    case 'unstack':
    case 'group':
    case 'ungroup':
    case 'arrange':
    case 'reorder':
    case 'paint':
      return [SHARED_WALL]
    case 'merge':
    case 'unmerge':
      return [SHARED_WALL, SHELF]
    default:
      // A note may have been placed, or the flow changed, since its author last saw it.
      return [...new Set([SHARED_WALL, INBOX, targetOf(state, moment), TALLY])]
  }
}

/** The pictures that an edit puts on a note. */
export function picturesIn(edit: WallEdit): readonly string[] {
  const picture = edit.type === 'put' ? edit.note.picture : edit.type === 'edit' ? edit.picture : undefined
  return picture ? [picture] : []
}

/** May this person write now? */
export const takesNotes = (state: WallState, moment: ActionMoment<WallDefinition>): boolean =>
  moment.people.some((person) => person.id === moment.actor.id) && closedBy(state, moment) === undefined

/** Was this being written when the wall closed? */
export const isBegun = (edit: WallEdit): boolean =>
  (edit.type === 'put' || edit.type === 'edit') && edit.begun === true

/** Why nobody but facilitators may write now; undefined: they may. */
function closedBy(
  state: WallState,
  { definition, actor, location }: ActionMoment<WallDefinition>,
): Refusal | undefined {
  if (drives(actor.role)) return undefined
  return state.locked || isOver(definition, state, location) ? 'closed' : undefined
}

function authorOf(state: WallState, { definition, actor, sealOf, seed }: Moment, person = actor.id): string {
  const { identity } = settled(definition, state)
  if (identity === 'anonymous' || person === null) return ''
  return identity === 'named' ? person : pseudonymOf(sealOf, seed, person)
}

const tooLong = (text: string | undefined): boolean =>
  text !== undefined && cleanText(text).length > NOTE_MAX_CHARS

/** How many notes somebody has written so far. Of notes without a name only the running server knows, and it tells nobody. */
function writtenBy(names: readonly string[], doc: Doc, author: string, { actor, memory }: Moment): number {
  if (author === '') return memory.get(actor.id ?? '') ?? 0
  return names.reduce((sum, name) => sum + readNotes(doc(name)).filter((n) => n.author === author).length, 0)
}

type Put = Extract<WallEdit, { readonly type: 'put' }>

function put(state: WallState, edit: Put, moment: Moment, doc: Doc): Outcome<null> {
  const { actor, people, at, sealOf, memory } = moment
  const definition = settled(moment.definition, state)
  const { note, secret, person } = edit
  const isDriver = drives(actor.role)
  if (person !== undefined && (!isDriver || !people.some((p) => p.id === person)))
    return refuse('not-allowed')
  if (tooLong(note.text)) return refuse('too-large')
  if (isBlank(note.text) && !note.picture && !note.drawing) return refuse('invalid')
  const names = namesFor(state, edit, moment).filter((name) => name !== TALLY)
  const held = names.flatMap((name) => readOne(doc(name), note.id) ?? [])
  // The same wish again, sent twice over a bad network, is a success; another's id is not taken away.
  if (held.some((one) => isTheirs(one, moment, secret))) return DONE
  if (held.length > 0) return refuse('already')
  const values = withValues(definition.dimensions, {}, note.values ?? {})
  if (!values.ok) return values
  const author = authorOf(state, moment, person)
  const most = definition.maxNotesPerPerson
  if (!isDriver && most !== null && writtenBy(names, doc, author, moment) >= most) return refuse('too-many')
  const createdAt = author === '' ? at - (at % UNNAMED_STEP_MS) : at
  const target = targetOf(state, moment)
  if (isPrivate(target)) countNote(doc(TALLY), author, 1)
  unwithdraw(doc(SHARED_WALL), note.id)
  addNote(doc(target), {
    ...note,
    ...(target === SHARED_WALL ? newPlace(definition, doc(target), note) : {}),
    ...(note.part
      ? { at: { ...note.at, ...placeInPart(definition, note.part, readNotes(doc(target))) } }
      : {}),
    values: values.value,
    author,
    createdAt,
    seal: author !== '' || secret === undefined ? '' : sealOf(secret),
  })
  if (author === '' && actor.id !== null) memory.set(actor.id, (memory.get(actor.id) ?? 0) + 1)
  return DONE
}

/** Finds a note that somebody wants to change, and whether they may. */
function findFor(
  reach: Reach,
  edit: { readonly id: string; readonly secret?: string | undefined },
  moment: Moment,
  names: readonly string[],
  doc: Doc,
): Outcome<{ readonly name: string; readonly note: WallNote }> {
  for (const name of names) {
    const note = readOne(doc(name), edit.id)
    if (note === undefined) continue
    const mine = isTheirs(note, moment, edit.secret)
    const may =
      drives(moment.actor.role) ||
      (mine ? reach !== 'none' || name !== SHARED_WALL : reach === 'all' && name === SHARED_WALL)
    return may ? accept({ name, note }) : refuse('not-allowed')
  }
  // Somebody took it away meanwhile.
  return refuse('stale')
}

type Change = Extract<WallEdit, { readonly type: 'edit' | 'move' }>

function change(state: WallState, edit: Change, moment: Moment, doc: Doc): Outcome<null> {
  const definition = settled(moment.definition, state)
  const { rights } = definition
  const found = findFor(
    edit.type === 'edit' ? rights.edit : rights.move,
    edit,
    moment,
    namesFor(state, edit, moment),
    doc,
  )
  if (!found.ok) return found
  const { name, note } = found.value
  if (edit.type === 'move') {
    const { zone, order, part } = edit
    const placed = part && placeInPart(definition, part, readNotes(doc(name)))
    const at = placed ? { ...edit.at, ...placed } : edit.at
    const onCanvas = at?.canvas !== undefined || (zone !== undefined && definition.layout === 'canvas')
    if (name === SHARED_WALL && onCanvas) holdPlaces(definition, doc(name))
    changeNote(doc(name), note.id, { zone, order, at })
    return DONE
  }
  const { base, picture, drawing, colour } = edit
  const values = withValues(definition.dimensions, note.values, edit.values ?? {})
  if (!values.ok) return values
  if (tooLong(edit.text)) return refuse('too-large')
  const text =
    edit.text === undefined ? undefined : mergeTexts(base ?? note.text, cleanText(edit.text), note.text)
  const isEmpty = isBlank(text ?? note.text) && !(picture ?? note.picture) && !(drawing ?? note.drawing)
  if (isEmpty) return refuse('invalid')
  changeNote(doc(name), note.id, {
    ...{ text, colour, picture, drawing },
    values: edit.values && values.value,
  })
  return DONE
}

function arrange(
  state: WallState,
  { layout, places }: Extract<WallEdit, { readonly type: 'arrange' }>,
  moment: Moment,
  wall: Y.Doc,
): Outcome<null> {
  if (!mayWithAll(['move'], state, moment)) return refuse('not-allowed')
  if (layout === 'canvas') holdPlaces(moment.definition, wall)
  for (const { id, x, y, zone } of places)
    changeNote(wall, id, { zone, at: { [layout]: pointIn(layout, [x, y]) } })
  return DONE
}

function remove(
  state: WallState,
  edit: Extract<WallEdit, { readonly type: 'remove' }>,
  moment: Moment,
  doc: Doc,
): Outcome<null> {
  const names = namesFor(state, edit, moment)
  const found = findFor(settled(moment.definition, state).rights.remove, edit, moment, names, doc)
  // What is gone already is gone.
  if (!found.ok) return found.refusal === 'stale' ? DONE : found
  const { name, note } = found.value
  removeNote(doc(name), note.id)
  if (isPrivate(name)) countNote(doc(TALLY), note.author, -1)
  const { actor, memory } = moment
  const isMine = isTheirs(note, moment, edit.secret)
  if (isMine && name === SHARED_WALL && !drives(actor.role)) withdraw(doc(name), note.id)
  if (note.author === '' && actor.id !== null && isMine)
    memory.set(actor.id, Math.max(0, (memory.get(actor.id) ?? 0) - 1))
  return DONE
}

/** From one document to another. What is not there any more is left out. */
function carry(ids: readonly string[], from: Y.Doc, to: Y.Doc, more: Partial<WallNote> = {}): void {
  for (const id of ids) {
    const note = readOne(from, id)
    if (note === undefined) continue
    addNote(to, { ...note, ...more })
    removeNote(from, id)
  }
}

export function writeOnWall(state: WallState, edit: WallEdit, moment: Moment, doc: Doc): Outcome<null> {
  const { actor, people, definition } = moment
  const isDriver = drives(actor.role)
  if (actor.id === null || !people.some((person) => person.id === actor.id)) return refuse('not-allowed')
  if (isVoteEdit(edit))
    return cast(state.votes, edit, {
      moment,
      document: doc,
      hidden: isHidden(definition, state),
      isTheirs: (note, at) => isTheirs(note, at, undefined),
    })
  const closed = closedBy(state, moment)
  if (closed && !(isBegun(edit) && mayFinish(closedFor(state, moment), moment))) return refuse(closed)
  if (isHistoryEdit(edit))
    return isDriver ? writeHistory(settled(definition, state), edit, moment, doc) : refuse('not-allowed')
  switch (edit.type) {
    case 'put':
      return put(state, edit, moment, doc)
    case 'edit':
    case 'move':
      return change(state, edit, moment, doc)
    case 'remove':
      return remove(state, edit, moment, doc)
    case 'arrange':
      return arrange(state, edit, moment, doc(SHARED_WALL))
    case 'group':
    case 'ungroup':
      if (!mayWithAll(['move'], state, moment)) return refuse('not-allowed')
      return applyGroups(doc(SHARED_WALL), edit) ? DONE : refuse('stale')
    case 'stack':
    case 'unstack': {
      if (!mayWithAll(['move'], state, moment)) return refuse('not-allowed')
      if (edit.type === 'unstack') unstack(doc(SHARED_WALL), edit.stack, edit.notes)
      else if (!stackNotes(doc(SHARED_WALL), { ...edit, id: edit.stack })) return refuse('stale')
      return DONE
    }
    case 'reorder':
    case 'paint':
      return changeMany(state, edit, moment, doc)
    case 'merge':
      return merge(state, edit, moment, doc)
    case 'unmerge':
      return unmerge(state, edit, moment, doc)
    default: {
      if (!isDriver) return refuse('not-allowed')
      if (edit.from === (edit.type === 'place' ? SHARED_WALL : SHELF)) return refuse('already')
      const to = edit.type === 'place' ? SHARED_WALL : SHELF
      const zone = edit.type === 'place' && edit.zone !== undefined ? { zone: edit.zone } : {}
      // What was signed before the wall became anonymous does not bring names along.
      const unnamed = settled(definition, state).identity === 'anonymous' ? { author: '' } : {}
      if (edit.type === 'place') for (const id of edit.notes) unwithdraw(doc(SHARED_WALL), id)
      carry(edit.notes, doc(edit.from), doc(to), { ...zone, ...unnamed })
      if (to === SHELF) for (const id of edit.notes) forgetMerge(doc(SHELF), id)
      else if (edit.from === SHELF) partAgain(doc(to), doc(SHELF), edit.notes)
      return DONE
    }
  }
}
