/** What an audience was told last of each slice, and how the next is told: whole, or as what has changed. */
import { changesBetween, type Frame, type SliceChange } from '@escale/shared'
import type { SharedSlices } from './projection.ts'

/** Slices that are told at most every COALESCE_MS unless somebody drives. */
const CALM: ReadonlySet<string> = new Set(['headcount'])
/** Slices that grow with the people and the plan: of these, what has changed is told. */
const LONG: ReadonlySet<string> = new Set(['activity', 'plan'])
/** Shorter ones are not worth the looking, characters of JSON. */
const CHANGES_FROM_CHARS = 600
/** As much of the whole the changes may be: beyond that it is told whole. */
const CHANGES_MOST = 0.5

interface Slice {
  readonly json: string
  readonly value: unknown
}

export interface News {
  /** What differs from what was told before, whole. */
  readonly whole: SharedSlices
  /** The same, with what has changed in place of long slices. */
  readonly short: SharedSlices & Pick<Frame, 'changes'>
}

/** What somebody was given of each slice, JSON. */
export type Given = ReadonlyMap<string, string>

export const givenOf = (slices: SharedSlices): Given =>
  new Map(Object.entries(slices).map(([name, slice]) => [name, JSON.stringify(slice)]))

export class Told {
  readonly #slices = new Map<string, Slice>()

  /** What is new, noted as told. `calm`: counts too. */
  news(slices: SharedSlices, calm: boolean): News {
    const whole: Record<string, unknown> = {}
    const short: Record<string, unknown> = {}
    const changes: Record<string, readonly SliceChange[]> = {}
    for (const [name, value] of Object.entries(slices)) {
      if (CALM.has(name) && !calm) continue
      const before = this.#slices.get(name)
      const slice = { json: JSON.stringify(value), value }
      if (before?.json === slice.json) continue
      this.#slices.set(name, slice)
      whole[name] = value
      const found = LONG.has(name) ? fewChanges(before, slice) : undefined
      if (found === undefined) short[name] = value
      else changes[name] = found
    }
    return { whole, short: Object.keys(changes).length > 0 ? { ...short, changes } : short }
  }

  /** Is what somebody was given what everybody was told? */
  isWhat(given: Given): boolean {
    return [...given].every(([name, json]) => CALM.has(name) || this.#slices.get(name)?.json === json)
  }

  /** What somebody is to be told who was `given` something else than the others, now that these were told `news`. */
  since(given: Given, { whole }: News): SharedSlices {
    const differs = [...this.#slices].filter(
      ([name, { json }]) => !CALM.has(name) && given.get(name) !== json,
    )
    const calm = Object.entries(whole).filter(([name]) => CALM.has(name))
    return Object.fromEntries([...differs.map(([name, { value }]) => [name, value] as const), ...calm])
  }
}

/** undefined: it is told whole. */
function fewChanges(before: Slice | undefined, now: Slice): readonly SliceChange[] | undefined {
  if (now.json.length < CHANGES_FROM_CHARS || !before?.value) return undefined
  const changes = changesBetween(before.value, now.value)
  // A value that was changed in place is no way to learn what has.
  if (changes.length === 0) return undefined
  return JSON.stringify(changes).length <= CHANGES_MOST * now.json.length ? changes : undefined
}
