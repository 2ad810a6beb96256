/** « Regrouper par thème »: pure, and the same for the same wall (docs/adr/0012-themes-by-words-and-fields-of-meaning.md). */
import type { ProposedTheme, ThemeProposal } from '@escale/shared/activities/wall'
import { cut, type Merge, mergesOf } from './linkage.ts'
import type { NoteLanguage } from './stop-words.ts'
import { nameGroup } from './titles.ts'
import { likeness, likenessOf, meanOf, type Vector, vectorsOf } from './vectors.ts'
import { type ReadText, readTexts } from './words.ts'

export interface ThemeNote {
  readonly id: string
  readonly text: string
  /** Only notes of one place are put together. */
  readonly place: string
}

export interface ThemeWish {
  readonly grain?: number | undefined
  /** Of notes from which it cannot be told. */
  readonly language: NoteLanguage
}

/** How alike, in the mean, the notes of a group must be, by grain. */
export const LEAST_LIKENESS: readonly number[] = [0.02, 0.035, 0.06, 0.1, 0.15, 0.22, 0.35]
const USUAL_GRAIN = 4
/** Nobody keeps more themes in mind than this: by itself the proposal stays below it, where it can. */
const THEMES_COMFORTABLE = 24
/** Each pair of so many notes is compared; of a larger wall an even part, which the rest then joins. */
const COMPARED_MAX = 2_500

type Groups = readonly (readonly number[])[]

/** Every nth, so that all of the wall is in it. */
function evenPart(count: number): readonly number[] {
  const size = Math.min(count, COMPARED_MAX)
  return Array.from({ length: size }, (_, i) => Math.floor((i * count) / size))
}

const groupsOf = (merges: readonly Merge[], count: number, grain: number): Groups =>
  cut(merges, count, LEAST_LIKENESS[grain] ?? 1).filter((group) => group.length > 1)

/** Those that were not compared join the group that they are most like, if they are like enough. */
function joinRest(
  groups: Groups,
  vectors: readonly Vector[],
  places: readonly string[],
  least: number,
): Groups {
  const grown = groups.map((group) => [...group])
  const seen = new Set(evenPart(vectors.length))
  const means = groups.map((group) => meanOf(group.flatMap((note) => vectors[note] ?? [])))
  vectors.forEach((vector, note) => {
    if (seen.has(note)) return
    let [best, most] = [-1, least]
    means.forEach((mean, group) => {
      if (places[note] !== places[groups[group]?.[0] ?? -1]) return
      const alike = likenessOf(vector, mean)
      if (alike > most) [best, most] = [group, alike]
    })
    grown[best]?.push(note)
  })
  return grown
}

/** As many groups as one keeps in mind, unless somebody asked for a certain grain. */
function grainFor(merges: readonly Merge[], count: number, wished: number | undefined): number {
  if (wished !== undefined) return Math.min(LEAST_LIKENESS.length - 1, Math.max(0, wished))
  let grain = USUAL_GRAIN
  while (grain > 0 && groupsOf(merges, count, grain).length > THEMES_COMFORTABLE) grain -= 1
  return grain
}

export interface Grouped {
  readonly grain: number
  /** Indices of notes. */
  readonly groups: Groups
  readonly read: readonly ReadText[]
  readonly vectors: readonly Vector[]
}

/** Which notes belong together. Each note is in one group at most. */
export function groupNotes(notes: readonly ThemeNote[], { grain: wished, language }: ThemeWish): Grouped {
  const read = readTexts(
    notes.map((note) => note.text),
    language,
  )
  const vectors = vectorsOf(read)
  const part = evenPart(notes.length)
  const places = notes.map((note) => note.place)
  const alike = likeness(
    part.map((note) => vectors[note] ?? new Map()),
    part.map((note) => places[note] ?? ''),
  )
  const merges = mergesOf(alike, part.length)
  const grain = grainFor(merges, part.length, wished)
  const compared = groupsOf(merges, part.length, grain).map((group) => group.map((at) => part[at] ?? 0))
  return { grain, groups: joinRest(compared, vectors, places, LEAST_LIKENESS[grain] ?? 1), read, vectors }
}

/** `notes` in the order of the wall. The order changes nothing but the order of the answer. */
export function proposeThemes(notes: readonly ThemeNote[], wish: ThemeWish): ThemeProposal {
  const order = new Map(notes.map((note, index) => [note.id, index]))
  const fixed = [...order.keys()]
    .flatMap((id) => notes[order.get(id) ?? -1] ?? [])
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : a.id < b.id ? -1 : 1))
  const { grain, groups, read, vectors } = groupNotes(fixed, wish)
  const onWall = (a: string, b: string) => (order.get(a) ?? 0) - (order.get(b) ?? 0)
  const themes = groups.map(
    (group): ProposedTheme => ({
      ...nameGroup(group, read, vectors),
      notes: group.flatMap((note) => fixed[note]?.id ?? []).sort(onWall),
    }),
  )
  const placed = new Set(themes.flatMap((theme) => theme.notes))
  return {
    grain,
    themes: themes.sort(
      (a, b) => b.notes.length - a.notes.length || onWall(a.notes[0] ?? '', b.notes[0] ?? ''),
    ),
    alone: [...order.keys()].filter((id) => !placed.has(id)),
  }
}
