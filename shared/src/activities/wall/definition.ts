import * as z from 'zod/mini'
import { Id } from '../../ids.ts'
import { LABEL_MAX_CHARS, NOTE_MAX_CHARS } from '../../limits.ts'
import { SPATIAL_LAYOUTS } from '../../wall/note.ts'
import { NOTE_COLOURS } from '../../wall/palette.ts'
import { Dimensions } from './dimension-schema.ts'
import { BACKGROUNDS } from './part-words.ts'

export const ZONES_MAX = 12
export const PROMPT_MAX_CHARS = 1_000
export const NOTES_PER_PERSON_MAX = 100
export const STARTERS_MAX = 60
export const WRITING_MIN_MS = 10_000
export const WRITING_MAX_MS = 24 * 60 * 60_000

const label = z.string().check(z.maxLength(LABEL_MAX_CHARS))
const areDistinct = <T extends { readonly id: string }>() =>
  z.refine<T[]>((items) => new Set(items.map((item) => item.id)).size === items.length)

export const WallZone = z.object({ id: Id, title: label })
export type WallZone = z.infer<typeof WallZone>

export const LAYOUTS = ['columns', ...SPATIAL_LAYOUTS] as const
export const Layout = z.enum(LAYOUTS)
export type Layout = z.infer<typeof Layout>

/** Which notes participants may change in one way: their own, everybody's, none. Facilitators may always. */
export const Reach = z.enum(['own', 'all', 'none'])
export type Reach = z.infer<typeof Reach>

/** What a colour means. Its letter follows from its place in the list: colour alone never says anything. */
export const Category = z.object({
  colour: z.int().check(z.minimum(0), z.maximum(NOTE_COLOURS.length - 1)),
  label,
})
export type Category = z.infer<typeof Category>

export const WallDefinition = z.object({
  /** The question that people answer. */
  prompt: z.string().check(z.maxLength(PROMPT_MAX_CHARS)),
  /** None: one undivided wall. */
  zones: z.array(WallZone).check(z.maxLength(ZONES_MAX), areDistinct<WallZone>()),
  layout: Layout,
  /** What the ends of the axes are called: of a matrix both, of a timeline the first. */
  axes: z.object({ left: label, right: label, bottom: label, top: label }),
  /** What lies under the notes in the layout `picture`: one of ours, a picture of the session, or nothing. */
  background: z.union([z.enum(BACKGROUNDS), z.object({ picture: Id }), z.null()]),
  /**
   * `pseudonym`: the notes of one person bear one invented name. `anonymous`: nobody, neither screen nor harvest nor
   * facilitator, is told who wrote a note.
   */
  identity: z.enum(['named', 'pseudonym', 'anonymous']),
  /**
   * `direct`: a note is on the wall at once. `inbox`: a facilitator puts it there. `private`: everyone writes for
   * themselves until a facilitator reveals the notes, all at once or one by one.
   */
  flow: z.enum(['direct', 'inbox', 'private']),
  rights: z.object({ edit: Reach, move: Reach, remove: Reach }),
  /** null: as many as one likes. */
  maxNotesPerPerson: z.nullable(z.int().check(z.minimum(1), z.maximum(NOTES_PER_PERSON_MAX))),
  /** Participants write for so long from the start, ms of activity time; null: until it is locked. */
  writingMs: z.nullable(z.int().check(z.minimum(WRITING_MIN_MS), z.maximum(WRITING_MAX_MS))),
  /** None: a colour means nothing. */
  categories: z.array(Category).check(
    z.maxLength(NOTE_COLOURS.length),
    z.refine((all) => new Set(all.map((c) => c.colour)).size === all.length),
  ),
  /** What notes are measured by. Plans from before walls had any have none. */
  dimensions: z._default(Dimensions, []),
  /** Notes that are on the wall from the start. */
  starters: z
    .array(
      z.object({
        text: z.string().check(z.minLength(1), z.maxLength(NOTE_MAX_CHARS)),
        zone: z.string().check(z.maxLength(40)),
      }),
    )
    .check(z.maxLength(STARTERS_MAX)),
})
export type WallDefinition = z.infer<typeof WallDefinition>

/** An open wall in one piece: everybody writes under their name, and everybody sees. */
export const PLAIN_WALL: WallDefinition = {
  prompt: '',
  zones: [],
  layout: 'columns',
  axes: { left: '', right: '', bottom: '', top: '' },
  background: null,
  identity: 'named',
  flow: 'direct',
  rights: { edit: 'own', move: 'own', remove: 'own' },
  maxNotesPerPerson: null,
  writingMs: null,
  categories: [],
  dimensions: [],
  starters: [],
}
