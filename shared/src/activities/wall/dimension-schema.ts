import * as z from 'zod/mini'
import { Id } from '../../ids.ts'
import { LABEL_MAX_CHARS } from '../../limits.ts'
import { DIMENSIONS_MAX } from '../../wall/note.ts'
import { NUMBER_REACH, TAG_MAX_CHARS, TAGS_MAX } from './dimensions.ts'

const label = z.string().check(z.maxLength(LABEL_MAX_CHARS))
const bound = z.number().check(z.minimum(-NUMBER_REACH), z.maximum(NUMBER_REACH))

export const Dimension = z.discriminatedUnion('type', [
  /** `min` above `max` is read the other way round: that is what one has while typing. */
  z.object({ type: z.literal('number'), id: Id, label, min: bound, max: bound }),
  /** Whole numbers from 1. */
  z.object({ type: z.literal('scale'), id: Id, label, max: z.union([z.literal(5), z.literal(10)]) }),
  z.object({
    type: z.literal('tag'),
    id: Id,
    label,
    tags: z.array(z.string().check(z.minLength(1), z.maxLength(TAG_MAX_CHARS))).check(
      z.maxLength(TAGS_MAX),
      z.refine((tags) => new Set(tags).size === tags.length),
    ),
  }),
])
export type Dimension = z.infer<typeof Dimension>

export const Dimensions = z.array(Dimension).check(
  z.maxLength(DIMENSIONS_MAX),
  z.refine((all) => new Set(all.map(({ id }) => id)).size === all.length),
)

/** A change of values by dimension; null takes one away. */
export const ValuesPatch = z.record(
  Id,
  z.union([z.number(), z.string().check(z.maxLength(TAG_MAX_CHARS)), z.null()]),
)
export type ValuesPatch = z.infer<typeof ValuesPatch>
