import type { HarvestBlock } from '../../harvest/blocks.ts'
import { notesByZone, readWall } from '../../wall/model.ts'
import type { HarvestSource } from '../kit/kind.ts'
import type { WallDefinition } from './definition.ts'
import { SHARED_WALL } from './documents.ts'
import { isHidden, settled, type WallState } from './state.ts'
import { VOTES } from './voting/documents.ts'
import { harvestVotes } from './voting/harvest.ts'

/** The question and the notes by zone; nothing of what is still hidden, no author of a wall that is not signed. */
export function harvestWall({
  definition,
  state,
  people,
  document,
}: HarvestSource<WallDefinition, WallState>): HarvestBlock[] {
  const { prompt, zones, identity } = settled(definition, state)
  const question: HarvestBlock[] = prompt.trim() === '' ? [] : [{ type: 'heading', text: prompt }]
  const doc = isHidden(definition, state) ? undefined : document(SHARED_WALL)
  if (doc === undefined) return question
  const known = new Set(people.map((person) => person.id))
  const isTold = (author: string) => identity === 'named' && known.has(author)
  const titles = new Map(zones.map((zone) => [zone.id, zone.title]))
  const all = readWall(doc).notes
  const votes = harvestVotes(state.votes, document(VOTES), all)
  const shown = notesByZone(all, zones).map(({ zone, notes }) => ({
    title: titles.get(zone) ?? '',
    notes: notes.map((note) => ({
      id: note.id,
      text: note.text,
      colour: note.colour,
      author: isTold(note.author) ? note.author : null,
      ...votes.weightOf(note),
    })),
  }))
  return all.length > 0 ? [...question, { type: 'notes', zones: shown }, ...votes.rankings] : question
}
