/** When two notes say the same, and what they say once they are one. */
import type { WallNote } from '../../../wall/note.ts'
import { wordKey } from '../../../words/alike.ts'

/** Notes that say the same, at least two together, each group in the order given; notes without words say nothing. */
export function sameNotes(notes: readonly WallNote[]): readonly (readonly WallNote[])[] {
  const groups = new Map<string, WallNote[]>()
  for (const note of notes) {
    const said = wordKey(note.text)
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
  const said = new Set([wordKey(first), ''])
  const more = others.filter((text) => {
    const plain = wordKey(text)
    if (said.has(plain)) return false
    said.add(plain)
    return true
  })
  return [first, ...more.map((text) => text.trim())].filter((text) => text.trim() !== '').join('\n')
}
