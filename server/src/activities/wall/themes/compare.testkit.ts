/** The methods that were tried, on the reference sets: the chosen one beside simpler ones and another way to cluster. */
import { wordKey } from '@escale/shared'
import { cut, mergesOf } from './linkage.ts'
import { groupNotes } from './propose-themes.ts'
import { labelled, type Reference } from './reference/reference.testkit.ts'
import { labelsOf, type Score, scoreOf } from './reference/score.testkit.ts'
import { likeness, type Vector, vectorsOf, weighted } from './vectors.ts'
import { readTexts } from './words.ts'

type Groups = readonly (readonly number[])[]
type Language = 'fr' | 'en'

const linked = (vectors: readonly Vector[], least: number): Groups =>
  cut(
    mergesOf(
      likeness(
        vectors,
        vectors.map(() => ''),
      ),
      vectors.length,
    ),
    vectors.length,
    least,
  )

const asWritten = (texts: readonly string[], language: Language) =>
  weighted(
    readTexts(texts, language).map(({ words }) => new Map(words.map(({ surface }) => [surface, 1]))),
    1,
  )

const byStems = (texts: readonly string[], language: Language) =>
  weighted(
    readTexts(texts, language).map(({ words }) => new Map(words.map(({ stem }) => [stem, 1]))),
    1,
  )

const GRAM_CHARS = 4
const byGrams = (texts: readonly string[], language: Language) =>
  weighted(
    readTexts(texts, language).map(({ words }) => {
      const grams = words.flatMap(({ surface }) => {
        const framed = `_${wordKey(surface)}_`
        return Array.from({ length: Math.max(0, framed.length - GRAM_CHARS + 1) }, (_, at) =>
          framed.slice(at, at + GRAM_CHARS),
        )
      })
      return new Map(grams.map((gram) => [gram, 1]))
    }),
    1,
  )

/** The description first: what binds most of the free notes becomes a group, and so on. */
function covered(vectors: readonly Vector[], least: number): Groups {
  const free = new Set(vectors.keys())
  const groups: number[][] = []
  for (;;) {
    const found = new Map<string, { sum: number; notes: number[] }>()
    for (const note of free)
      for (const [key, weight] of vectors[note] ?? []) {
        if (weight <= least) continue
        const held = found.get(key) ?? { sum: 0, notes: [] }
        found.set(key, { sum: held.sum + weight, notes: [...held.notes, note] })
      }
    const best = [...found]
      .filter(([, { notes }]) => notes.length > 1)
      .sort(([a, m], [b, n]) => n.sum - m.sum || (a < b ? -1 : 1))[0]
    if (best === undefined) return groups
    groups.push(best[1].notes)
    for (const note of best[1].notes) free.delete(note)
  }
}

/** Thresholds: each the best of a few on the two sets that were worked with, so that no method is at a disadvantage. */
export const METHODS: Readonly<Record<string, (texts: readonly string[], language: Language) => Groups>> = {
  'every note alone': () => [],
  'words as written, average link': (texts, language) => linked(asWritten(texts, language), 0.1),
  'parts of words (4 letters), average link': (texts, language) => linked(byGrams(texts, language), 0.1),
  'stems, average link': (texts, language) => linked(byStems(texts, language), 0.1),
  'stems and fields, description first': (texts, language) =>
    covered(vectorsOf(readTexts(texts, language)), 0.2),
  'stems and fields, average link': (texts, language) =>
    groupNotes(
      texts.map((text, at) => ({ id: `n${at}`, text, place: '' })),
      { language },
    ).groups,
}
export const CHOSEN = 'stems and fields, average link'

export function tried(method: string, reference: Reference): Score {
  const { texts, labels } = labelled(reference)
  const groups = METHODS[method]?.(texts, reference.language) ?? []
  return scoreOf(labels, labelsOf(groups, texts.length))
}
