/** What one sees of a wall: notes that stand alone, and stacks, each as one thing where its first note stands. */

import type { WallNote } from './note.ts'
import { notesByZone, type WallContent, type WallStack } from './read.ts'

export interface StackItem {
  readonly id: string
  readonly stack: WallStack
  /** In order; at least one. */
  readonly notes: readonly WallNote[]
}
export type WallItem = WallNote | StackItem

export const isStacked = (item: WallItem): item is StackItem => typeof item.stack === 'object'

/** The notes of an item: those of the stack, or the one note. */
export const notesOf = (item: WallItem): readonly WallNote[] => (isStacked(item) ? item.notes : [item])

/** By which an item stands where it stands: the note, or a stack's first. */
export const firstNote = (item: WallItem): WallNote => (isStacked(item) ? (item.notes[0] as WallNote) : item)

/** Notes and stacks in the order of the wall. Of a stack only the notes among `notes` count. */
export function wallItems(notes: readonly WallNote[], stacks: readonly WallStack[]): readonly WallItem[] {
  if (stacks.length === 0) return notes
  const known = new Map(stacks.map((stack) => [stack.id, stack]))
  const held = new Map<string, WallNote[]>()
  const items: WallItem[] = []
  for (const note of notes) {
    const stack = known.get(note.stack)
    if (stack === undefined) {
      items.push(note)
      continue
    }
    const inside = held.get(stack.id)
    if (inside) inside.push(note)
    else {
      const first = [note]
      held.set(stack.id, first)
      items.push({ id: stack.id, stack, notes: first })
    }
  }
  return items
}

/** The items of each zone; a stack stands, whole, in the zone of its first note. First, under `''`, those of no zone. */
export function itemsByZone(
  { notes, stacks }: WallContent,
  zones: readonly { readonly id: string }[],
): readonly { readonly zone: string; readonly items: readonly WallItem[] }[] {
  if (stacks.length === 0) return notesByZone(notes, zones).map(({ zone, notes: items }) => ({ zone, items }))
  const items = wallItems(notes, stacks)
  const byFirst = new Map(items.map((item) => [firstNote(item).id, item]))
  return notesByZone(items.map(firstNote), zones).map(({ zone, notes: firsts }) => ({
    zone,
    items: firsts.map((first) => byFirst.get(first.id) ?? first),
  }))
}
