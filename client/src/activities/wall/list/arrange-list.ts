/** Which notes a list shows, in which order and under which headings: pure. */
import {
  firstNote,
  type WallContent,
  type WallItem,
  type WallNote,
  wallItems,
  wordOrder,
  wordSearch,
} from '@escale/shared'

export interface Heading {
  readonly id: string
  readonly title: string
}

/** One way to put notes in order. Parts of the wall that know more of a note (votes, dimensions) bring theirs: `use-sort-keys.ts`. */
export interface SortKey {
  readonly id: string
  readonly label: string
  /** Absent: in the order of the wall. A stack is told by its first note. */
  readonly compare?: (a: WallNote, b: WallNote) => number
  /** Where a stack as a whole has something of its own to be sorted by. */
  readonly compareItems?: (a: WallItem, b: WallItem) => number
  /** The stacks themselves are the headings. */
  readonly isByStack?: true
  /** Given: notes stand under headings, in the order of `headings`, or else of their titles. */
  readonly heading?: (note: WallNote) => Heading
  readonly headings?: readonly string[]
  /** What it tells of a note, beside it. */
  readonly says?: (note: WallNote) => string
}

export interface Filters {
  readonly text: string
  /** null: any. */
  readonly zone: string | null
  readonly colour: number | null
  readonly author: string | null
  readonly stack: string | null
}

export const NO_FILTERS: Filters = { text: '', zone: null, colour: null, author: null, stack: null }
export const isFiltering = (filters: Filters): boolean =>
  filters.text.trim() !== '' ||
  [filters.zone, filters.colour, filters.author, filters.stack].some((value) => value !== null)

/** What a note is in the eyes of the filters: the zone that exists, the name that is shown. */
export interface Traits {
  readonly zoneOf: (note: WallNote) => string
  readonly signature: (note: WallNote) => string
}

/** Every word that is looked for must be in the note's words or in its author's name, however they are spelt. */
export function filterNotes(
  notes: readonly WallNote[],
  filters: Filters,
  { zoneOf, signature }: Traits,
): readonly WallNote[] {
  if (!isFiltering(filters)) return notes
  const isFound = wordSearch(filters.text)
  return notes.filter((note) => {
    if (filters.zone !== null && zoneOf(note) !== filters.zone) return false
    if (filters.colour !== null && note.colour !== filters.colour) return false
    if (filters.author !== null && signature(note) !== filters.author) return false
    if (filters.stack !== null && note.stack !== filters.stack) return false
    return isFound(note.text, signature(note))
  })
}

export interface ListGroup {
  readonly heading: Heading | null
  /** A stack is one thing: what is found of it follows one another. */
  readonly items: readonly WallItem[]
}

/** Notes and stacks in order, under their headings. Equal ones keep the order in which they came. */
export function groupNotes(
  { notes, stacks }: WallContent,
  key: SortKey,
  language: string,
): readonly ListGroup[] {
  const { compare, heading, headings } = key
  const compareItems = key.compareItems ?? (compare && ((a, b) => compare(firstNote(a), firstNote(b))))
  const items = key.isByStack ? notes : wallItems(notes, stacks)
  const sorted = compareItems ? items.toSorted(compareItems) : items
  if (heading === undefined) return sorted.length === 0 ? [] : [{ heading: null, items: sorted }]
  const groups = new Map<string, { heading: Heading; items: WallItem[] }>()
  for (const item of sorted) {
    const of = heading(firstNote(item))
    const group = groups.get(of.id)
    if (group) group.items.push(item)
    else groups.set(of.id, { heading: of, items: [item] })
  }
  const rank = (id: string) => {
    const at = headings?.indexOf(id) ?? -1
    return at < 0 ? Number.POSITIVE_INFINITY : at
  }
  const order = wordOrder(language)
  // What has no title stands last.
  return [...groups.values()].sort(
    ({ heading: a }, { heading: b }) =>
      Number(a.id === '') - Number(b.id === '') ||
      (rank(a.id) === rank(b.id) ? order(a.title, b.title) : rank(a.id) - rank(b.id)),
  )
}
