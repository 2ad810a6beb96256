/** Notes as weights of what they speak of, and how alike two of them are. */
import type { ReadText } from './words.ts'

/** What a note speaks of: a word (by its stem) or a field of meaning → its weight. The squares of all weights add up to 1. */
export type Vector = ReadonlyMap<string, number>

/**
 * What a field counts beside a word, before rarity. A word that several notes share speaks for itself; where a note has a word
 * to itself, its field is all that can bind it.
 */
const FIELD_OF_SHARED_WORD = 0.7
const FIELD_OF_LONELY_WORD = 1.5
/** A word that no other note has binds nothing; it still says that the note is about something else as well. */
const LONELY_FACTOR = 0.25

export const wordKey = (stem: string): string => `w:${stem}`
export const fieldKey = (field: number): string => `f:${field}`
/** Undefined: the key is a word’s. */
export const fieldOfKey = (key: string): number | undefined =>
  key.startsWith('f:') ? Number(key.slice(2)) : undefined

const countNotes = (notes: readonly Iterable<string>[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const note of notes) for (const key of note) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** A word of several fields speaks for each of them less. Said twice in one note counts once. */
function aspects({ words }: ReadText, inNotes: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const { stem, fields } of words) {
    found.set(wordKey(stem), 1)
    const isLonely = inNotes.get(stem) === 1
    const weight = (isLonely ? FIELD_OF_LONELY_WORD : FIELD_OF_SHARED_WORD) / Math.sqrt(fields.length)
    for (const field of fields) {
      const key = fieldKey(field)
      found.set(key, Math.max(found.get(key) ?? 0, weight))
    }
  }
  return found
}

/** What is rare on this wall tells more than what half of the notes say. */
export function vectorsOf(read: readonly ReadText[]): readonly Vector[] {
  const inNotes = countNotes(read.map(({ words }) => new Set(words.map(({ stem }) => stem))))
  return weighted(
    read.map((text) => aspects(text, inNotes)),
    LONELY_FACTOR,
  )
}

/** Weighs by rarity (tf-idf) and brings every vector to length 1. */
export function weighted(
  notes: readonly ReadonlyMap<string, number>[],
  lonelyFactor: number,
): readonly Vector[] {
  const inNotes = countNotes(notes.map((note) => note.keys()))
  return notes.map((note) => {
    const vector = new Map<string, number>()
    let squares = 0
    for (const [key, weight] of note) {
      const count = inNotes.get(key) ?? 1
      const value = weight * Math.log(1 + notes.length / count) * (count === 1 ? lonelyFactor : 1)
      vector.set(key, value)
      squares += value * value
    }
    const length = Math.sqrt(squares)
    for (const [key, value] of vector) vector.set(key, value / length)
    return vector
  })
}

/** Row by row, how alike each two notes are: 0 nothing in common, 1 the same. Notes of different places are never alike. */
export function likeness(vectors: readonly Vector[], places: readonly string[]): Float32Array {
  const count = vectors.length
  const alike = new Float32Array(count * count)
  const holders = new Map<string, { readonly note: number; readonly weight: number }[]>()
  vectors.forEach((vector, note) => {
    for (const [key, weight] of vector) {
      const held = holders.get(key) ?? []
      holders.set(key, held)
      for (const other of held) {
        if (places[other.note] !== places[note]) continue
        alike[note * count + other.note] = (alike[note * count + other.note] ?? 0) + weight * other.weight
      }
      held.push({ note, weight })
    }
  })
  for (let a = 0; a < count; a++) for (let b = 0; b < a; b++) alike[b * count + a] = alike[a * count + b] ?? 0
  return alike
}

/** The mean of several vectors: a note’s likeness to it is its mean likeness to each of them. */
export function meanOf(vectors: readonly Vector[]): Vector {
  const sum = new Map<string, number>()
  for (const vector of vectors)
    for (const [key, weight] of vector) sum.set(key, (sum.get(key) ?? 0) + weight / vectors.length)
  return sum
}

export function likenessOf(a: Vector, b: Vector): number {
  let sum = 0
  for (const [key, weight] of a) sum += weight * (b.get(key) ?? 0)
  return sum
}
