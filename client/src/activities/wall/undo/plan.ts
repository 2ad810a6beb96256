/** How a deed is undone or done again on the wall as it is now: only what is still the viewer's to change back. */
import { cleanText, mergesCleanly, SPATIAL_LAYOUTS, type WallNote } from '@escale/shared'
import { AT_ONCE_MAX, type WallEdit } from '@escale/shared/activities/wall'
import '../sorting/many.ts'
import { titlesWith, withEdits } from '../unsettled.ts'
import type { Deed as Asked } from './asked.ts'

interface Deed {
  readonly edits: readonly WallEdit[]
  /** The notes that it touched, as they were. */
  readonly before: readonly WallNote[]
  readonly titles: ReadonlyMap<string, string>
}

function touches(edit: WallEdit): (note: WallNote) => boolean {
  switch (edit.type) {
    case 'put':
      return () => false
    case 'reorder':
    case 'paint': {
      const ids = new Set(edit.notes.map((note) => note.id))
      return ({ id }) => ids.has(id)
    }
    case 'arrange': {
      const ids = new Set(edit.places.map((place) => place.id))
      return ({ id }) => ids.has(id)
    }
    case 'unstack': {
      const ids = edit.notes && new Set(edit.notes)
      return ({ id, stack }) => stack === edit.stack && (ids?.has(id) ?? true)
    }
    default: {
      const ids = new Set<string>('notes' in edit ? edit.notes : [])
      if ('id' in edit) ids.add(edit.id)
      if ('into' in edit) ids.add(edit.into)
      return ({ id }) => ids.has(id)
    }
  }
}

function touchedBy({ edits, notes, mine, titles }: Asked): Deed {
  const tests = edits.map(touches)
  const all = new Map([...mine, ...notes].map((note) => [note.id, note]))
  const before = [...all.values()].filter((note) => tests.some((isTouched) => isTouched(note)))
  return { edits, before, titles }
}

export type Side = 'undo' | 'redo'

/** The wall as it is now. */
export interface Now {
  readonly notes: ReadonlyMap<string, WallNote>
  readonly titles: ReadonlyMap<string, string>
  readonly secretOf: (id: string) => { readonly secret?: string }
}

export interface Plan {
  readonly edits: readonly WallEdit[]
  /** To be taken off, to be put back. */
  readonly off: readonly WallNote[]
  readonly back: readonly WallNote[]
  /** How many notes others have changed since, so that they, or something of them, stay as they are. */
  readonly lost: number
}

const OTHER_FIELDS = ['picture', 'drawing'] as const
type Many<T extends 'reorder' | 'paint'> = Extract<WallEdit, { type: T }>['notes'][number]

/** Collects, note by note, what is to be asked. */
class Collector {
  readonly edits: WallEdit[] = []
  readonly moves: Many<'reorder'>[] = []
  readonly papers: Many<'paint'>[] = []
  readonly stacks = new Map<string, string[]>()
  readonly unstacks = new Map<string, string[]>()
  readonly off: WallNote[] = []
  readonly back: WallNote[] = []
  lost = 0
  readonly #now: Now
  constructor(now: Now) {
    this.#now = now
  }

  change(from: WallNote, to: WallNote): void {
    const { id } = from
    const note = this.#now.notes.get(id)
    if (note === undefined) {
      this.lost++
      return
    }
    let lost = false
    /** Is this field to be changed back, and has nobody else changed it since? */
    const isOurs = <F extends keyof WallNote>(field: F): boolean => {
      if (from[field] === to[field] || note[field] === to[field]) return false
      if (note[field] === from[field]) return true
      lost = true
      return false
    }
    this.#text(from, to, note, () => {
      lost = true
    })
    for (const field of OTHER_FIELDS)
      if (isOurs(field)) this.edits.push({ type: 'edit', id, [field]: to[field], ...this.#now.secretOf(id) })
    if (isOurs('colour')) this.papers.push({ id, colour: to.colour, ...this.#now.secretOf(id) })
    const at = this.#places(from, to, note, () => {
      lost = true
    })
    const zone = isOurs('zone') ? { zone: to.zone } : {}
    const order = isOurs('order') ? { order: to.order } : {}
    const move = { ...zone, ...order, ...at }
    if (Object.keys(move).length > 0) this.moves.push({ id, ...move, ...this.#now.secretOf(id) })
    if (isOurs('stack')) {
      const into = to.stack === '' ? this.unstacks : this.stacks
      const stack = to.stack === '' ? note.stack : to.stack
      into.set(stack, [...(into.get(stack) ?? []), id])
    }
    if (lost) this.lost++
  }

  #text(from: WallNote, to: WallNote, note: WallNote, lose: () => void): void {
    const [base, text] = [cleanText(from.text), cleanText(to.text)]
    if (base === text || note.text === text) return
    // The same words were written by somebody else since: theirs stay.
    if (!mergesCleanly(base, text, note.text)) lose()
    else this.edits.push({ type: 'edit', id: note.id, base, text, ...this.#now.secretOf(note.id) })
  }

  #places(from: WallNote, to: WallNote, note: WallNote, lose: () => void): Pick<Many<'reorder'>, 'at'> {
    const at: NonNullable<Many<'reorder'>['at']> = {}
    for (const layout of SPATIAL_LAYOUTS) {
      const [was, wish, is] = [from.at[layout], to.at[layout], note.at[layout]]
      // A place cannot be taken away again: what had none keeps the one it was given.
      if (wish === undefined || (was?.x === wish.x && was.y === wish.y)) continue
      if (is?.x !== was?.x || is?.y !== was?.y) lose()
      else at[layout] = { x: wish.x, y: wish.y }
    }
    return Object.keys(at).length > 0 ? { at } : {}
  }

  takeOff(from: WallNote): void {
    const note = this.#now.notes.get(from.id)
    if (note === undefined) return
    // Somebody else wrote in it: it is not ours alone to take off any more.
    if (note.text !== cleanText(from.text)) this.lost++
    else this.off.push(note)
  }

  putBack(note: WallNote): void {
    if (!this.#now.notes.has(note.id)) this.back.push(note)
  }
}

const inParts = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / AT_ONCE_MAX) }, (_, i) =>
    all.slice(i * AT_ONCE_MAX, (i + 1) * AT_ONCE_MAX),
  )

/** A merge goes as one, both ways: what it took away lies on the shelf, which nobody else may open. */
function planMerge(deed: Deed, side: Side, now: Now): Plan | undefined {
  const [edit] = deed.edits
  if (edit?.type !== 'merge') return undefined
  const into = deed.before.find((note) => note.id === edit.into)
  if (into === undefined) return undefined
  const gone = edit.notes.filter((id) => id !== edit.into && deed.before.some((note) => note.id === id))
  const nothing = { off: [], back: [] }
  if (side === 'redo') {
    const here = gone.filter((id) => now.notes.has(id))
    const lost = gone.length - here.length
    return here.length === 0 || !now.notes.has(edit.into)
      ? { ...nothing, edits: [], lost: 1 }
      : { ...nothing, edits: [{ type: 'merge', into: edit.into, notes: here }], lost }
  }
  const after = withEdits(deed.before, deed.edits, { author: '', createdAt: () => 0 })
  const base = after.find((note) => note.id === edit.into)?.text ?? into.text
  return {
    ...nothing,
    edits: [{ type: 'unmerge', into: edit.into, notes: gone, base, text: into.text }],
    lost: now.notes.has(edit.into) ? 0 : 1,
  }
}

function titleEdits(deed: Deed, side: Side, now: Now): { edits: WallEdit[]; lost: number } {
  const after = titlesWith(deed.titles, deed.edits)
  const edits: WallEdit[] = []
  let lost = 0
  for (const [stack, title] of after) {
    const before = deed.titles.get(stack)
    if (before === undefined || before === title) continue
    const [from, to] = side === 'undo' ? [title, before] : [before, title]
    const [first] = [...now.notes.values()].filter((note) => note.stack === stack)
    if (first === undefined || now.titles.get(stack) !== from) lost++
    else edits.push({ type: 'stack', stack, title: to, notes: [first.id] })
  }
  return { edits, lost }
}

/** What to ask for to undo a deed, or to do it again. */
export function planOf(asked: Asked, side: Side, now: Now): Plan {
  const deed = touchedBy(asked)
  const merge = planMerge(deed, side, now)
  if (merge) return merge
  const collected = new Collector(now)
  const before = new Map(deed.before.map((note) => [note.id, note]))
  const done = withEdits(deed.before, deed.edits, { author: '', createdAt: () => 0 })
  const after = new Map(done.map((note) => [note.id, note]))
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const [first, second] = [before.get(id), after.get(id)]
    const [from, to] = side === 'undo' ? [second, first] : [first, second]
    if (from && to) collected.change(from, to)
    else if (from) collected.takeOff(from)
    else if (to) collected.putBack(to)
  }
  const titles = titleEdits(deed, side, now)
  const named = side === 'undo' ? deed.titles : titlesWith(deed.titles, deed.edits)
  const { edits, moves, papers, stacks, unstacks, off, back, lost } = collected
  return {
    edits: [
      ...edits,
      ...inParts(moves).map((notes): WallEdit => ({ type: 'reorder', notes })),
      ...inParts(papers).map((notes): WallEdit => ({ type: 'paint', notes })),
      ...[...unstacks].map(([stack, notes]): WallEdit => ({ type: 'unstack', stack, notes })),
      ...[...stacks].map(([stack, notes]): WallEdit => {
        const title = now.titles.has(stack) ? undefined : named.get(stack)
        return { type: 'stack', stack, notes, ...(title === undefined ? {} : { title }) }
      }),
      ...titles.edits,
    ],
    off,
    back,
    lost: lost + titles.lost,
  }
}
