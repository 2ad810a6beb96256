/**
 * What people ask to have written on a wall. The server does it, under its own Yjs client id, so that rights, limits and
 * anonymity hold whatever a client sends (docs/adr/0010-participants-ask-the-server-writes.md).
 */
import * as z from 'zod/mini'
import { Id, type PersonId } from '../../ids.ts'
import { LABEL_MAX_CHARS, NOTE_MAX_CHARS } from '../../limits.ts'
import { CANVAS_REACH, DRAWING_MAX_CHARS, SPATIAL_LAYOUTS } from '../../wall/note.ts'
import { ORDER_MAX_CHARS } from '../../wall/order.ts'
import { NOTE_COLOURS } from '../../wall/palette.ts'
import { AT_ONCE_MAX } from './at-once.ts'
import { ValuesPatch } from './dimension-schema.ts'
import { HISTORY_EDITS } from './history/edits.ts'
import { PART_IDS } from './part-words.ts'
import { GroupEdit, UngroupEdit } from './themes/themes.ts'
import { VOTE_EDITS } from './voting/cast.ts'

/** Generous: a text that is too long gets a clear refusal, not « invalid ». */
const text = z.string().check(z.maxLength(4 * NOTE_MAX_CHARS))
const colour = z.int().check(z.minimum(0), z.maximum(NOTE_COLOURS.length - 1))
const zone = z.string().check(z.regex(/^[A-Za-z0-9_-]{0,40}$/))
const order = z.string().check(z.maxLength(ORDER_MAX_CHARS), z.regex(/^[0-9a-z]*[1-9a-z]$/))
const point = (least: number, most: number) =>
  z.object({
    x: z.number().check(z.minimum(least), z.maximum(most)),
    y: z.number().check(z.minimum(least), z.maximum(most)),
  })
const at = z.partial(
  z.object({
    canvas: point(-CANVAS_REACH, CANVAS_REACH),
    matrix: point(0, 1),
    picture: point(0, 1),
    timeline: point(0, 1),
  }),
)
/** Into which part of the drawing or matrix: the server finds a free place there. */
const part = z.enum(Object.values(PART_IDS).flat())
const picture = z.string().check(z.regex(/^[A-Za-z0-9_-]{0,40}$/))
const drawing = z.string().check(z.maxLength(DRAWING_MAX_CHARS), z.regex(/^[0-9a-z.,;-]*$/))
/** Known to the writer's device only: shows that a note without a name is theirs. */
const secret = z.string().check(z.regex(/^[A-Za-z0-9_-]{16,64}$/))

/** It was being written when the wall closed: taken for a moment longer. */
const begun = z.optional(z.literal(true))

const many = <T extends z.ZodMiniType>(one: T) => z.array(one).check(z.minLength(1), z.maxLength(AT_ONCE_MAX))
const notes = many(Id)
const from = z.string().check(z.regex(/^(wall|inbox|shelf|mine-[A-Za-z0-9_-]{1,40})$/))

export const WallEdit = z.discriminatedUnion('type', [
  /** A new note. `person`: for somebody without a device, by a facilitator. */
  z.object({
    type: z.literal('put'),
    note: z.object({
      id: Id,
      text,
      colour,
      zone,
      at: z.optional(at),
      part: z.optional(part),
      picture: z.optional(picture),
      drawing: z.optional(drawing),
      values: z.optional(ValuesPatch),
    }),
    secret: z.optional(secret),
    person: z.optional(Id),
    begun,
  }),
  /** What a note says. `base`: the text that the writer saw, so that what others wrote meanwhile stays. */
  z.object({
    type: z.literal('edit'),
    id: Id,
    base: z.optional(text),
    text: z.optional(text),
    colour: z.optional(colour),
    picture: z.optional(picture),
    drawing: z.optional(drawing),
    /** null takes a value away; what is not named stays. */
    values: z.optional(ValuesPatch),
    secret: z.optional(secret),
    begun,
  }),
  /** Where a note stands. */
  z.object({
    type: z.literal('move'),
    id: Id,
    zone: z.optional(zone),
    order: z.optional(order),
    at: z.optional(at),
    part: z.optional(part),
    secret: z.optional(secret),
  }),
  /** Several notes at once, by whoever may move all of them: where each stands now in this layout. */
  z.object({
    type: z.literal('arrange'),
    layout: z.enum(SPATIAL_LAYOUTS),
    places: z
      .array(
        z.object({
          id: Id,
          x: z.number().check(z.minimum(-CANVAS_REACH), z.maximum(CANVAS_REACH)),
          y: z.number().check(z.minimum(-CANVAS_REACH), z.maximum(CANVAS_REACH)),
          zone: z.optional(zone),
        }),
      )
      .check(z.minLength(1), z.maxLength(AT_ONCE_MAX)),
  }),
  z.object({ type: z.literal('remove'), id: Id, secret: z.optional(secret) }),
  /** Notes put together, or a stack renamed. */
  z.object({
    type: z.literal('stack'),
    stack: Id,
    title: z.optional(z.string().check(z.maxLength(LABEL_MAX_CHARS))),
    notes,
  }),
  GroupEdit,
  UngroupEdit,
  /** A stack taken apart, or only these notes taken out of it. */
  z.object({ type: z.literal('unstack'), stack: Id, notes: z.optional(notes) }),
  /** Where several notes stand, each with a place of its own. */
  z.object({
    type: z.literal('reorder'),
    notes: many(
      z.object({
        id: Id,
        zone: z.optional(zone),
        order: z.optional(order),
        at: z.optional(at),
        secret: z.optional(secret),
      }),
    ),
  }),
  /** On which paper, or of which category, several notes are. */
  z.object({
    type: z.literal('paint'),
    notes: many(z.object({ id: Id, colour, secret: z.optional(secret) })),
  }),
  /** Several notes made one: `into` keeps its words and gets those of the others that say something else. */
  z.object({ type: z.literal('merge'), into: Id, notes }),
  /** A merge taken back. `base`: what `into` said after it; `text`: before it. */
  z.object({ type: z.literal('unmerge'), into: Id, notes, base: text, text }),
  /** Facilitators: puts notes on the wall that wait in another document: the inbox, the shelf or somebody's private page. */
  z.object({ type: z.literal('place'), from, notes, zone: z.optional(zone) }),
  /** Facilitators: takes notes out of everybody's sight. */
  z.object({ type: z.literal('shelve'), from, notes }),
  ...HISTORY_EDITS,
  ...VOTE_EDITS,
])
export type WallEdit = z.infer<typeof WallEdit>

/** A name that says nothing of a person and is the same all through one activity; `seed` must not be known to clients. */
export const pseudonymOf = (sealOf: (secret: string) => string, seed: string, person: PersonId): string =>
  `p_${sealOf(`${seed}/${person}`).slice(0, 12)}`
