/** What the second column of a table means on a wall, and the notes that follow from it. Pure. */
import { wordKey } from '@escale/shared'
import type { WallZone } from '@escale/shared/activities/wall'
import type { Rows } from './read-plain.ts'

/** `text`: it goes on with the note. */
export type Second = 'text' | 'zone' | 'category'

export interface Places {
  readonly zones: readonly WallZone[]
  /** By colour. */
  readonly meanings: ReadonlyMap<number, { readonly label: string }>
}

export interface Placed {
  readonly text: string
  readonly zone?: string
  readonly colour?: number
}

const byName = (names: readonly (readonly [name: string, id: string | number])[]) =>
  new Map(names.map(([name, id]) => [wordKey(name).trim(), id]))
const zonesByName = ({ zones }: Places) => byName(zones.map(({ title, id }) => [title, id]))
const coloursByName = ({ meanings }: Places) =>
  byName([...meanings].map(([colour, { label }]) => [label, colour]))

/** What the second column can be here. */
export const choicesFor = ({ zones, meanings }: Places): readonly Second[] => [
  'text',
  ...(zones.length > 0 ? (['zone'] as const) : []),
  ...(meanings.size > 0 ? (['category'] as const) : []),
]

/** What it looks like: zones or categories where more than half of its cells are called so. */
export function guessSecond(rows: Rows, places: Places): Second {
  const cells = rows.flatMap(([, second = '']) => (second === '' ? [] : [wordKey(second).trim()]))
  const isMost = (names: ReadonlyMap<string, unknown>) =>
    names.size > 0 && cells.filter((cell) => names.has(cell)).length * 2 > cells.length
  if (isMost(zonesByName(places))) return 'zone'
  return isMost(coloursByName(places)) ? 'category' : 'text'
}

/** One note for each row. A cell that names no zone or category goes on with the note: no word is lost. */
export function notesOf(rows: Rows, second: Second, places: Places): readonly Placed[] {
  const names = second === 'zone' ? zonesByName(places) : coloursByName(places)
  return rows.map(([first = '', named = '', ...more]) => {
    const found = second === 'text' ? undefined : names.get(wordKey(named).trim())
    const cells = found === undefined ? [first, named, ...more] : [first, ...more]
    const text = cells.filter((cell) => cell !== '').join('\n')
    return {
      text,
      ...(typeof found === 'string' ? { zone: found } : typeof found === 'number' ? { colour: found } : {}),
    }
  })
}
