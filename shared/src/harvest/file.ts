/** A harvest as a file for other programs (docs/spec/harvest.md). A change that old readers cannot take raises the version. */
import * as z from 'zod/mini'
import type { Harvest } from './blocks.ts'
import { Board } from './board-schema.ts'

export const HARVEST_FILE_FORMAT = 'escale-harvest'
export const HARVEST_FILE_VERSION = 1

const Person = z.nullable(z.string())
const Note = z.object({
  id: z.string(),
  text: z.string(),
  colour: z.int(),
  author: Person,
  votes: z.optional(z.int()),
  likes: z.optional(z.int()),
  category: z.optional(z.string()),
  values: z.optional(
    z.array(
      z.object({
        label: z.string(),
        value: z.string(),
        number: z.optional(z.number()),
        of: z.optional(z.int()),
      }),
    ),
  ),
  picture: z.optional(z.string()),
  drawing: z.optional(z.string()),
})
const Stack = z.object({ title: z.string(), notes: z.array(z.string()), votes: z.optional(z.int()) })
const Block = z.discriminatedUnion('type', [
  z.object({ type: z.literal('heading'), text: z.string() }),
  z.object({ type: z.literal('markdown'), text: z.string() }),
  z.object({ type: z.literal('link'), label: z.string(), url: z.string() }),
  z.object({ type: z.literal('picture'), picture: z.string(), alt: z.string(), credit: z.string() }),
  z.object({
    type: z.literal('notes'),
    zones: z.array(
      z.object({
        title: z.string(),
        notes: z.array(Note),
        stacks: z.optional(z.array(Stack)),
      }),
    ),
    categories: z.optional(z.array(z.object({ letter: z.string(), label: z.string(), colour: z.int() }))),
    board: z.optional(Board),
  }),
  z.object({
    type: z.literal('ranking'),
    round: z.optional(z.int()),
    dots: z.int(),
    voted: z.int(),
    secret: z.boolean(),
    entries: z.array(
      z.object({
        rank: z.int(),
        tied: z.boolean(),
        note: z.string(),
        text: z.string(),
        stack: z.optional(Stack),
        votes: z.int(),
        people: z.array(z.string()),
      }),
    ),
  }),
  z.object({
    type: z.literal('stories'),
    words: z.array(z.string()),
    stories: z.array(z.object({ text: z.string(), author: Person })),
  }),
  z.object({
    type: z.literal('groups'),
    groups: z.array(
      z.object({
        title: z.string(),
        people: z.array(z.string()),
        text: z.string(),
        unreadable: z.optional(z.literal(true)),
      }),
    ),
  }),
  z.object({ type: z.literal('unreadable') }),
  z.object({ type: z.literal('table'), columns: z.array(z.string()), rows: z.array(z.array(z.string())) }),
])

/** What a harvest file holds; what reads one checks it with this. */
export const HarvestFile = z.object({
  format: z.literal(HARVEST_FILE_FORMAT),
  version: z.literal(HARVEST_FILE_VERSION),
  title: z.string(),
  language: z.enum(['fr', 'en']),
  /** ISO 8601, UTC. */
  sessionAt: z.iso.datetime(),
  madeAt: z.iso.datetime(),
  ended: z.boolean(),
  participants: z.int(),
  people: z.array(z.string()),
  names: z.nullable(z.record(z.string(), z.string())),
  sections: z.array(
    z.object({
      activity: z.string(),
      kind: z.string(),
      title: z.string(),
      instructions: z.string(),
      startedAt: z.nullable(z.iso.datetime()),
      blocks: z.array(Block),
    }),
  ),
})
export type HarvestFile = z.infer<typeof HarvestFile>

const instant = (ms: number): string => new Date(ms).toISOString()

/** A harvest as the object that becomes the file: moments are written out, everything else is as it is. */
export const exportHarvest = (harvest: Harvest) => ({
  format: HARVEST_FILE_FORMAT,
  version: HARVEST_FILE_VERSION,
  ...harvest,
  sessionAt: instant(harvest.sessionAt),
  madeAt: instant(harvest.madeAt),
  sections: harvest.sections.map((section) => ({
    ...section,
    startedAt: section.startedAt === null ? null : instant(section.startedAt),
  })),
})
