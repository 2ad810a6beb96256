import * as z from 'zod/mini'
import { Id, type PersonId } from '../../ids.ts'
import { STORY_MAX_CHARS } from '../../limits.ts'
import type { ActionMoment, Setting } from '../kit/kind.ts'
import type { WordRallyDefinition } from './definition.ts'

/** A text that its author agreed to hand over: always a copy, never the private document. */
const Story = z.string().check(z.minLength(1), z.maxLength(STORY_MAX_CHARS))

/**
 * Somebody who was called to read. `waiting`: has not chosen yet; `aloud`: reads, nothing is shown; `shown`: `story` is
 * on every screen.
 */
const Reading = z.object({
  person: Id,
  mode: z.enum(['waiting', 'aloud', 'shown']),
  story: z.string(),
  /** When they were called, ms of activity time. */
  since: z.number(),
})
export type Reading = z.infer<typeof Reading>

const KeptStory = z.object({ person: Id, text: z.string(), named: z.boolean() })
export type KeptStory = z.infer<typeof KeptStory>

export const WordRallyState = z.object({
  /** The pool in the order of the draw, fixed when the activity first starts. */
  deck: z.array(z.string()),
  /** Who has begun to write, and on what. Never what they write. */
  writers: z.array(z.object({ person: Id, on: z.enum(['screen', 'paper']) })),
  /** Raised hands, the longest raised first. */
  hands: z.array(Id),
  called: z.nullable(Reading),
  /** Who has read, in order; a person may read twice. */
  heard: z.array(Id),
  /** What goes into the harvest, by each author's own choice. */
  kept: z.array(KeptStory),
})
export type WordRallyState = z.infer<typeof WordRallyState>

const action = <T extends string, S extends z.core.$ZodLooseShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), ...shape })

export const WordRallyAction = z.discriminatedUnion('type', [
  // Everybody, for oneself.
  action('begin', { on: z.enum(['screen', 'paper']) }),
  action('raise', {}),
  action('lower', {}),
  action('keep', { text: Story, named: z.boolean() }),
  action('unkeep', {}),
  // The person who was called.
  action('show', { text: Story }),
  action('aloud', {}),
  // Facilitators.
  action('call', { person: Id }),
  action('end', {}),
  /** Back into the line: at place `to` (0-based), or at its end. */
  action('skip', { to: z.nullable(z.int().check(z.minimum(0))) }),
  /** Undoes `end`. */
  action('recall', { person: Id }),
  /** Another word of the pool instead of one that nobody has seen yet. */
  action('redraw', { index: z.int().check(z.minimum(0)) }),
])
export type WordRallyAction = z.infer<typeof WordRallyAction>

export type RallySetting = Setting<WordRallyDefinition>
export type RallyMoment = ActionMoment<WordRallyDefinition>

/** Is there something about this person that only she sees? */
export const hasPersonal = (state: WordRallyState, person: PersonId): boolean =>
  state.hands.includes(person) ||
  state.called?.person === person ||
  state.kept.some((k) => k.person === person)

/** Is the story of this earlier action still on a screen, or in the harvest? */
export function isHeld({ called, kept }: WordRallyState, action: WordRallyAction, author: PersonId): boolean {
  if (action.type === 'keep') return kept.some((k) => k.person === author && k.text === action.text)
  if (action.type !== 'show') return true
  return called?.person === author && called.mode === 'shown' && called.story === action.text
}
