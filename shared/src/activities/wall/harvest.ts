import type { HarvestBlock } from '../../harvest/blocks.ts'
import { notesByZone, readWall } from '../../wall/model.ts'
import type { HarvestSource } from '../kit/kind.ts'
import type { WallDefinition } from './definition.ts'
import { SHARED_WALL } from './documents.ts'
import { isHidden, settled, type WallState } from './state.ts'

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
  const shown = notesByZone(readWall(doc).notes, zones).map(({ zone, notes }) => ({
    title: titles.get(zone) ?? '',
    notes: notes.map(({ id, text, colour, author }) => ({
      id,
      text,
      colour,
      author: isTold(author) ? author : null,
    })),
  }))
  return shown.some((zone) => zone.notes.length > 0)
    ? [...question, { type: 'notes', zones: shown }]
    : question
}
