/** What a group of notes is called, and why its notes are together: in words that somebody has written. */
import { nameOfField } from './fields-of.ts'
import type { NoteLanguage } from './stop-words.ts'
import { fieldKey, fieldOfKey, type Vector, wordKey } from './vectors.ts'
import type { ReadText } from './words.ts'

export interface GroupName {
  readonly title: string
  readonly words: readonly string[]
}

const WORDS_SHOWN = 6
/** Two words of the longest kind; a stack takes more (`LABEL_MAX_CHARS`). */
const TITLE_MAX_CHARS = 60
/** What only one note says is no name for several. */
const SHARED_LEAST_NOTES = 2

const keysOf = ({ words }: ReadText): ReadonlySet<string> =>
  new Set(words.flatMap(({ stem, fields }) => [wordKey(stem), ...fields.map(fieldKey)]))

/** Most counted first, then the shortest, then by the alphabet. */
function byCount(counts: ReadonlyMap<string, number>): readonly string[] {
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || a.length - b.length || (a < b ? -1 : 1))
    .map(([surface]) => surface)
}

/** The words of these notes that carry an aspect: one form of each stem, the commonest first. */
function wordsFor(key: string, notes: readonly ReadText[]): readonly string[] {
  const field = fieldOfKey(key)
  const forms = new Map<string, Map<string, number>>()
  const counts = new Map<string, number>()
  for (const { words } of notes)
    for (const { surface, stem, fields } of words) {
      if (field === undefined ? wordKey(stem) !== key : !fields.includes(field)) continue
      const form = forms.get(stem) ?? new Map<string, number>()
      forms.set(stem, form.set(surface, (form.get(surface) ?? 0) + 1))
      counts.set(stem, (counts.get(stem) ?? 0) + 1)
    }
  return byCount(counts).map((stem) => byCount(forms.get(stem) ?? new Map())[0] ?? stem)
}

/** The aspect that most of `notes` share, by how much it counts for them; undefined: no two share one. */
function strongest(notes: readonly number[], vectors: readonly Vector[], least: number): string | undefined {
  const weights = new Map<string, { sum: number; count: number }>()
  for (const note of notes)
    for (const [key, weight] of vectors[note] ?? []) {
      const held = weights.get(key) ?? { sum: 0, count: 0 }
      weights.set(key, { sum: held.sum + weight, count: held.count + 1 })
    }
  let best: { readonly key: string; readonly sum: number } | undefined
  for (const [key, { sum, count }] of weights) {
    if (count < least) continue
    if (best === undefined || sum > best.sum + 1e-9 || (sum > best.sum - 1e-9 && key < best.key))
      best = { key, sum }
  }
  return best?.key
}

/** A word where one is enough for most of the notes, else the name of what they mean. */
function nameOf(key: string, notes: readonly ReadText[], language: NoteLanguage): string {
  const field = fieldOfKey(key)
  const first = wordsFor(key, notes)[0] ?? ''
  if (field === undefined) return first
  const concerned = notes.filter((note) => keysOf(note).has(key))
  const naming = concerned.filter(({ words }) => words.some(({ surface }) => surface === first))
  return naming.length * 2 > concerned.length ? first : nameOfField(field, language)
}

const capital = (text: string): string => {
  const [first = '', ...rest] = [...text]
  return first.toUpperCase() + rest.join('')
}

/** `members`: indices into `read` and `vectors`. */
export function nameGroup(
  members: readonly number[],
  read: readonly ReadText[],
  vectors: readonly Vector[],
): GroupName {
  const notes = members.flatMap((member) => read[member] ?? [])
  const french = notes.filter((note) => note.language === 'fr').length
  const language = french * 2 >= notes.length ? 'fr' : 'en'
  const first = strongest(members, vectors, SHARED_LEAST_NOTES)
  if (first === undefined) return { title: '', words: [] }
  const others = members.filter((member) => !read[member] || !keysOf(read[member]).has(first))
  const second = strongest(others, vectors, SHARED_LEAST_NOTES)
  const keys = second === undefined ? [first] : [first, second]
  const names = [...new Set(keys.map((key) => nameOf(key, notes, language)))]
  return {
    title: capital(names.join(', ')).slice(0, TITLE_MAX_CHARS),
    words: [...new Set(keys.flatMap((key) => wordsFor(key, notes)))].slice(0, WORDS_SHOWN),
  }
}
