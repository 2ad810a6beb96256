/**
 * A wall's notes for React: read at most once per frame however many updates come, and only those that were touched; a note
 * that has not changed stays the same object, so that only what changed is rendered. Ten thousand notes are no burden.
 */
import { compareNotes, readNotes, readOne, SPATIAL_LAYOUTS, stackTitles, type WallNote } from '@escale/shared'
import { useMemo, useSyncExternalStore } from 'react'
import * as Y from 'yjs'

const PLAIN_FIELDS = [
  'text',
  'author',
  'colour',
  'zone',
  'order',
  'createdAt',
  'stack',
  'picture',
  'drawing',
] as const

const isSame = (a: WallNote, b: WallNote): boolean =>
  PLAIN_FIELDS.every((field) => a[field] === b[field]) &&
  SPATIAL_LAYOUTS.every((l) => a.at[l]?.x === b.at[l]?.x && a.at[l]?.y === b.at[l]?.y) &&
  Object.keys({ ...a.values, ...b.values }).every((key) => a.values[key] === b.values[key])

/** Where a note stands in an ordered list, or would stand. */
function placeOf(notes: readonly WallNote[], note: WallNote): number {
  let low = 0
  let high = notes.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (compareNotes(notes[middle] as WallNote, note) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/** With more touched at once than this the whole wall is read and sorted anew. */
const ONE_BY_ONE_MAX = 200

/** The ordered list after the notes of these ids were touched; the same list when nothing to be seen has changed. */
export function withTouched(
  notes: readonly WallNote[],
  held: Map<string, WallNote>,
  ids: Iterable<string>,
  read: (id: string) => WallNote | undefined,
): readonly WallNote[] {
  const touched = [...ids].flatMap((id) => {
    const [before, now] = [held.get(id), read(id)]
    return before && now && isSame(before, now) ? [] : before || now ? [{ id, before, now }] : []
  })
  if (touched.length === 0) return notes
  for (const { id, now } of touched) {
    if (now) held.set(id, now)
    else held.delete(id)
  }
  if (touched.length > ONE_BY_ONE_MAX) return [...held.values()].sort(compareNotes)
  const next = [...notes]
  for (const { before, now } of touched) {
    if (before) next.splice(placeOf(next, before), 1)
    if (now) next.splice(placeOf(next, now), 0, now)
  }
  return next
}

/** What a document holds: the notes in order, and what its stacks are called, with or without notes. */
export interface HeldWall {
  readonly notes: readonly WallNote[]
  readonly titles: ReadonlyMap<string, string>
}

export interface WallStore {
  readonly held: () => HeldWall
  readonly subscribe: (changed: () => void) => () => void
}

const idsOf = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): string[] =>
  events.flatMap((event) => {
    const [id] = event.path
    if (typeof id === 'string') return [id]
    return event instanceof Y.YMapEvent ? [...event.keysChanged].map(String) : []
  })

/** A root, unless somebody defined it with another type in this very document: then there is nothing to follow. */
function rootOf(doc: Y.Doc, name: 'notes' | 'stacks'): Y.Map<unknown> | undefined {
  try {
    return doc.getMap(name)
  } catch {
    return undefined
  }
}

function createWallStore(doc: Y.Doc): WallStore {
  const root = rootOf(doc, 'notes')
  const stacks = rootOf(doc, 'stacks')
  let wall: HeldWall = { notes: readNotes(doc), titles: stackTitles(doc) }
  const held = new Map(wall.notes.map((note) => [note.id, note]))
  const dirty = new Set<string>()
  let retitled = false
  let frame: number | undefined
  const listeners = new Set<() => void>()
  const read = () => {
    frame = undefined
    const notes = withTouched(wall.notes, held, dirty, (id) => readOne(doc, id))
    dirty.clear()
    if (notes === wall.notes && !retitled) return
    wall = { notes, titles: retitled ? stackTitles(doc) : wall.titles }
    retitled = false
    for (const listener of [...listeners]) listener()
  }
  const onChange = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => {
    for (const id of idsOf(events)) dirty.add(id)
    frame ??= requestAnimationFrame(read)
  }
  const onTitles = () => {
    retitled = true
    frame ??= requestAnimationFrame(read)
  }
  return {
    held: () => wall,
    subscribe(changed) {
      if (listeners.size === 0) {
        root?.observeDeep(onChange)
        stacks?.observeDeep(onTitles)
        // What came while nobody listened.
        const ids = new Set([...held.keys(), ...readNotes(doc).map((note) => note.id)])
        const notes = withTouched(wall.notes, held, ids, (id) => readOne(doc, id))
        const titles = stackTitles(doc)
        const isSame = notes === wall.notes && titles.size === 0 && wall.titles.size === 0
        if (!isSame) wall = { notes, titles }
      }
      listeners.add(changed)
      return () => {
        listeners.delete(changed)
        if (listeners.size > 0) return
        root?.unobserveDeep(onChange)
        stacks?.unobserveDeep(onTitles)
        if (frame !== undefined) cancelAnimationFrame(frame)
        frame = undefined
        dirty.clear()
        retitled = false
      }
    },
  }
}

/** What a document holds, for whoever shows a whole wall. */
export function useHeldWall(doc: Y.Doc): HeldWall {
  const store = useMemo(() => createWallStore(doc), [doc])
  return useSyncExternalStore(store.subscribe, store.held)
}

/** The notes of a document, in order. */
export const useNotes = (doc: Y.Doc): readonly WallNote[] => useHeldWall(doc).notes
