import type { HarvestBlock } from '../../harvest/blocks.ts'
import type { HarvestSource } from '../kit/kind.ts'
import type { WordRallyDefinition } from './definition.ts'
import type { WordRallyState } from './state.ts'
import { givenWords } from './words.ts'

/**
 * The words, and the stories whose authors chose to leave them. They are in the order of their texts: the order in
 * which people chose would tell something about who left one without a name.
 */
export function harvest(source: HarvestSource<WordRallyDefinition, WordRallyState>): HarvestBlock[] {
  const { state, people } = source
  const here = new Set(people.map((p) => p.id))
  const words = givenWords(state, source)
  const stories = state.kept
    .filter((k) => here.has(k.person))
    .map(({ person, text, named }) => ({ text, author: named ? person : null }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
  return words.length === 0 && stories.length === 0 ? [] : [{ type: 'stories', words, stories }]
}
