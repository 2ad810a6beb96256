/** When two notes say the same, and what they say once they are one. */
import type { WallNote } from '../../../wall/note.ts'

const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss' }

/** What a text says, whatever its capitals, accents and spaces: for comparing and for searching, never for showing. */
export const plainText = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[œæß]/g, (letter) => LIGATURES[letter] ?? letter)
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()

/** Notes that say the same, at least two together, each group in the order given; notes without words say nothing. */
export function sameNotes(notes: readonly WallNote[]): readonly (readonly WallNote[])[] {
  const groups = new Map<string, WallNote[]>()
  for (const note of notes) {
    const said = plainText(note.text)
    if (said === '') continue
    const group = groups.get(said)
    if (group) group.push(note)
    else groups.set(said, [note])
  }
  return [...groups.values()].filter((group) => group.length > 1)
}

/** The first note's words as they are, and under them those of the others that say something else. */
export function mergedText(texts: readonly string[]): string {
  const [first = '', ...others] = texts
  const said = new Set([plainText(first), ''])
  const more = others.filter((text) => {
    const plain = plainText(text)
    if (said.has(plain)) return false
    said.add(plain)
    return true
  })
  return [first, ...more.map((text) => text.trim())].filter((text) => text.trim() !== '').join('\n')
}
