import type { HarvestBlock, HarvestNote, HarvestZone } from '../../harvest/blocks.ts'
import { isStacked, itemsByZone, notesOf, type WallItem, wallItems } from '../../wall/items.ts'
import { readWall, type WallContent } from '../../wall/model.ts'
import type { WallNote } from '../../wall/note.ts'
import type { HarvestSource } from '../kit/kind.ts'
import { meaningsOf } from './categories.ts'
import type { WallDefinition } from './definition.ts'
import { sayValue, valuesShown } from './dimensions.ts'
import { SHARED_WALL } from './documents.ts'
import { harvestBoard } from './harvest-board.ts'
import { PART_WORDS, type PartId, type SayPart } from './part-words.ts'
import { partOfNote, partsOfWall } from './parts.ts'
import { isHidden, settled, type WallState } from './state.ts'
import { VOTES } from './voting/documents.ts'
import { harvestVotes } from './voting/harvest.ts'

interface Group {
  readonly title: string
  readonly items: readonly WallItem[]
}

const byZone = (wall: WallDefinition, content: WallContent): readonly Group[] => {
  const titles = new Map(wall.zones.map((zone) => [zone.id, zone.title]))
  return itemsByZone(content, wall.zones).map(({ zone, items }) => ({ title: titles.get(zone) ?? '', items }))
}

/** Where an item stands is where its first note stands. */
const firstOf = (item: WallItem): WallNote | undefined => notesOf(item)[0]
const timeOf = (item: WallItem): number => firstOf(item)?.at.timeline?.x ?? 1
const byTime = (items: readonly WallItem[]): readonly WallItem[] =>
  items.toSorted((a, b) => timeOf(a) - timeOf(b))

/**
 * The notes as the wall shows them now: by the part of the drawing or the quadrant in which they were put, where anybody put
 * any; along the timeline; else by zone. A stack is one thing, where its first note stands.
 */
function groupsOf(wall: WallDefinition, content: WallContent, say: SayPart): readonly Group[] {
  if (wall.layout === 'timeline')
    return byZone(wall, content).map((group) => ({ ...group, items: byTime(group.items) }))
  const parts = partsOfWall(wall, say)
  const places = wallItems(content.notes, content.stacks).map((item) => {
    const first = firstOf(item)
    return { item, part: first && partOfNote(wall, first) }
  })
  const within = (part: PartId | undefined) => places.flatMap((one) => (one.part === part ? [one.item] : []))
  const apart = within(undefined)
  if (parts.length === 0 || apart.length === places.length) return byZone(wall, content)
  return [
    ...parts.map(({ id, name }) => ({ title: name, items: within(id) })),
    ...(apart.length > 0 ? [{ title: say('unplaced'), items: apart }] : []),
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
  const meanings = meaningsOf(wall.categories)
  const question: HarvestBlock[] = prompt.trim() === '' ? [] : [{ type: 'heading', text: prompt }]
  const doc = isHidden(definition, state) ? undefined : document(SHARED_WALL)
  if (doc === undefined) return question
  const known = new Set(people.map((person) => person.id))
  const content = readWall(doc)
  const votes = harvestVotes(state.votes, document(VOTES), content)
  const told = (note: WallNote): HarvestNote => {
    const { id, text, colour, author, picture, drawing } = note
    const values = valuesShown(dimensions, note).map((shown) => ({
      label: shown.dimension.label.trim() || `#${dimensions.indexOf(shown.dimension) + 1}`,
      value: sayValue(shown, language),
      ...(typeof shown.value === 'number' ? { number: shown.value } : {}),
      ...(shown.dimension.type === 'scale' ? { of: shown.dimension.max } : {}),
    }))
    const category = meanings.get(colour)?.letter
    return {
      ...{ id, text, colour },
      ...(category === undefined ? {} : { category }),
      author: identity === 'named' && known.has(author) ? author : null,
      ...(values.length > 0 ? { values } : {}),
      ...(picture === '' ? {} : { picture }),
      ...(drawing === '' ? {} : { drawing }),
      ...votes.weightOf(note),
    }
  }
  const say: SayPart = (part) => PART_WORDS[language][part]
  const zones = groupsOf(wall, content, say).map(({ title, items }): HarvestZone => {
    const stacks = items.filter(isStacked).map((item) => ({
      title: item.stack.title,
      notes: item.notes.map((note) => note.id),
      ...votes.weightOf(item),
    }))
    return { title, notes: items.flatMap(notesOf).map(told), ...(stacks.length > 0 ? { stacks } : {}) }
  })
  if (content.notes.length === 0) return question
  const board = harvestBoard(wall, content, say)
  const categories = [...meanings].map(([colour, meaning]) => ({ ...meaning, colour }))
  return [
    ...question,
    {
      type: 'notes',
      zones,
      ...(categories.length > 0 ? { categories } : {}),
      ...(board ? { board } : {}),
    },
    ...votes.rankings,
  ]
}
