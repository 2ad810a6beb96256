/**
 * What notes are measured by, beside what they say: up to DIMENSIONS_MAX of a wall, each a number, a scale or a tag. Without the
 * schemas, which participants need not download.
 */
import { accept, type Outcome, refuse } from '../../outcome.ts'
import type { WallNote } from '../../wall/note.ts'
import type { Dimension, ValuesPatch } from './dimension-schema.ts'

export const TAGS_MAX = 12
export const TAG_MAX_CHARS = 40
/** Nobody measures an idea by more. */
export const NUMBER_REACH = 1_000_000_000

export type NoteValue = number | string

/** Least and greatest value of a number or a scale. */
export const rangeOf = (dimension: Exclude<Dimension, { type: 'tag' }>): readonly [number, number] =>
  dimension.type === 'scale'
    ? [1, dimension.max]
    : [Math.min(dimension.min, dimension.max), Math.max(dimension.min, dimension.max)]

/** Is this something that a note may be given? */
export function fits(dimension: Dimension, value: unknown): value is NoteValue {
  if (dimension.type === 'tag') return typeof value === 'string' && dimension.tags.includes(value)
  if (typeof value !== 'number' || !Number.isFinite(value)) return false
  const [least, most] = rangeOf(dimension)
  return value >= least && value <= most && (dimension.type === 'number' || Number.isInteger(value))
}

export interface ShownValue {
  readonly dimension: Dimension
  readonly value: NoteValue
}

const valueIn = (dimension: Dimension, note: WallNote): NoteValue | undefined => {
  const value = Object.hasOwn(note.values, dimension.id) ? note.values[dimension.id] : undefined
  return fits(dimension, value) ? value : undefined
}

/** What a note has, in the order of the wall's dimensions. What no longer fits (a tag that was taken away) is not shown. */
export const valuesShown = (dimensions: readonly Dimension[], note: WallNote): readonly ShownValue[] =>
  dimensions.flatMap((dimension) => {
    const value = valueIn(dimension, note)
    return value === undefined ? [] : [{ dimension, value }]
  })

/** A value as one says it: « 3/5 », « 12,5 », « court terme ». */
export function sayValue({ dimension, value }: ShownValue, language: 'fr' | 'en'): string {
  if (dimension.type === 'scale') return `${value}/${dimension.max}`
  return dimension.type === 'number' && language === 'fr' ? String(value).replace('.', ',') : String(value)
}

/** The values that a note has after a change; refuses `invalid` what this wall does not measure. */
export function withValues(
  dimensions: readonly Dimension[],
  held: WallNote['values'],
  patch: ValuesPatch,
): Outcome<WallNote['values']> {
  const values = new Map(Object.entries(held).filter(([id]) => dimensions.some((one) => one.id === id)))
  for (const [id, value] of Object.entries(patch)) {
    const dimension = dimensions.find((one) => one.id === id)
    if (dimension === undefined) return refuse('invalid')
    if (value === null) values.delete(id)
    else if (fits(dimension, value)) values.set(id, value)
    else return refuse('invalid')
  }
  return accept(Object.fromEntries(values))
}

export interface DimensionSort {
  readonly id: string
  readonly label: string
  /** Great numbers first, tags in the order of their list; what has no value comes last. A tie is 0. */
  readonly compare: (a: WallNote, b: WallNote) => number
}

const rankOf = (dimension: Dimension, note: WallNote): number => {
  const value = valueIn(dimension, note)
  if (value === undefined) return Number.POSITIVE_INFINITY
  return dimension.type === 'tag' ? dimension.tags.indexOf(String(value)) : -Number(value)
}

/** One order of notes for each dimension. */
export const dimensionSorts = ({
  dimensions,
}: {
  readonly dimensions: readonly Dimension[]
}): readonly DimensionSort[] =>
  dimensions.map((dimension) => ({
    id: `dimension-${dimension.id}`,
    label: dimension.label,
    compare: (a, b) => {
      const [left, right] = [rankOf(dimension, a), rankOf(dimension, b)]
      return left === right ? 0 : left - right
    },
  }))
