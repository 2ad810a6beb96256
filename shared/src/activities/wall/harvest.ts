import type { HarvestBlock, HarvestNote } from '../../harvest/blocks.ts'
import { notesByZone, readWall } from '../../wall/model.ts'
import type { WallNote } from '../../wall/note.ts'
import type { HarvestSource } from '../kit/kind.ts'
import type { WallDefinition } from './definition.ts'
import { sayValue, valuesShown } from './dimensions.ts'
import { SHARED_WALL } from './documents.ts'
import { PART_WORDS, type PartId, type SayPart } from './part-words.ts'
import { partOfNote, partsOfWall } from './parts.ts'
import { isHidden, settled, type WallState } from './state.ts'
import { VOTES } from './voting/documents.ts'
import { harvestVotes } from './voting/harvest.ts'

interface Group {
  readonly title: string
  readonly notes: readonly WallNote[]
}

const byZone = (wall: WallDefinition, notes: readonly WallNote[]): readonly Group[] => {
  const titles = new Map(wall.zones.map((zone) => [zone.id, zone.title]))
  return notesByZone(notes, wall.zones).map(({ zone, notes: inside }) => ({
    title: titles.get(zone) ?? '',
    notes: inside,
  }))
}

const byTime = (notes: readonly WallNote[]): readonly WallNote[] =>
  notes.toSorted((a, b) => (a.at.timeline?.x ?? 1) - (b.at.timeline?.x ?? 1))

/**
 * The notes as the wall shows them now: by the part of the drawing or the quadrant in which they were put, where anybody put
 * any; along the timeline; else by zone.
 */
function groupsOf(wall: WallDefinition, notes: readonly WallNote[], say: SayPart): readonly Group[] {
  if (wall.layout === 'timeline')
    return byZone(wall, notes).map((group) => ({ ...group, notes: byTime(group.notes) }))
  const parts = partsOfWall(wall, say)
  const places = notes.map((note) => ({ note, part: partOfNote(wall, note) }))
  const within = (part: PartId | undefined) => places.flatMap((one) => (one.part === part ? [one.note] : []))
  const apart = within(undefined)
  if (parts.length === 0 || apart.length === notes.length) return byZone(wall, notes)
  return [
    ...parts.map(({ id, name }) => ({ title: name, notes: within(id) })),
    ...(apart.length > 0 ? [{ title: say('unplaced'), notes: apart }] : []),
  ]
}

/** The question and the notes; nothing of what is still hidden, no author of a wall that is not signed. */
export function harvestWall({
  definition,
  state,
  people,
  document,
  language,
}: HarvestSource<WallDefinition, WallState>): HarvestBlock[] {
  const wall = settled(definition, state)
  const { prompt, identity, dimensions } = wall
  const question: HarvestBlock[] = prompt.trim() === '' ? [] : [{ type: 'heading', text: prompt }]
  const doc = isHidden(definition, state) ? undefined : document(SHARED_WALL)
  if (doc === undefined) return question
  const known = new Set(people.map((person) => person.id))
  const all = readWall(doc).notes
  const votes = harvestVotes(state.votes, document(VOTES), all)
  const told = (note: WallNote): HarvestNote => {
    const { id, text, colour, author } = note
    const values = valuesShown(dimensions, note).map((shown) => ({
      label: shown.dimension.label.trim() || `#${dimensions.indexOf(shown.dimension) + 1}`,
      value: sayValue(shown, language),
    }))
    return {
      ...{ id, text, colour },
      author: identity === 'named' && known.has(author) ? author : null,
      ...(values.length > 0 ? { values } : {}),
      ...votes.weightOf(note),
    }
  }
  const zones = groupsOf(wall, all, (part) => PART_WORDS[language][part]).map(({ title, notes }) => ({
    title,
    notes: notes.map(told),
  }))
  return all.length > 0 ? [...question, { type: 'notes', zones }, ...votes.rankings] : question
}
