import * as z from 'zod/mini'
import { Id } from '../../ids.ts'
import { CallBackDelay, FormingChoice } from './definition.ts'
import { HELP_REASON_MAX_CHARS } from './help.ts'
import { Draft } from './state.ts'

/** One extension or shortening, ms. */
const EXTEND_MAX_MS = 4 * 60 * 60_000

const action = <T extends string, S extends z.core.$ZodLooseShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), ...shape })

const change = z.int().check(z.minimum(-EXTEND_MAX_MS), z.maximum(EXTEND_MAX_MS))

/** What the members of a group do. `speaker`: whom the sender saw speaking, so that two presses do not skip somebody. */
export const GroupAction = z.discriminatedUnion('type', [
  action('check-in', { group: Id, person: Id }),
  action('begin', { group: Id }),
  action('done', { group: Id, speaker: Id }),
  action('pass', { group: Id, person: Id }),
  action('more', { group: Id, speaker: Id }),
  action('skip', { group: Id, speaker: Id }),
  action('come-back', { group: Id, person: Id }),
  action('offer-again', { group: Id }),
  action('free-talk', { group: Id }),
  action('auto', { group: Id, on: z.boolean() }),
  action('help', { group: Id, reason: z.string().check(z.maxLength(HELP_REASON_MAX_CHARS)) }),
  action('help-cancel', { group: Id }),
  action('ask-time', { group: Id }),
])
export type GroupAction = z.infer<typeof GroupAction>

/** What is done to one group and can be taken back. */
const OneGroupAction = z.discriminatedUnion('type', [
  action('extend', { group: Id, ms: change }),
  action('call-back', { group: Id, inMs: z.optional(CallBackDelay) }),
  action('reopen', { group: Id }),
  action('merge', { from: Id, into: Id }),
  /** Undoes a merge: gives the people back to `from`. */
  action('part', { from: Id, into: Id, people: z.array(Id) }),
])
export type OneGroupAction = z.infer<typeof OneGroupAction>

/** So many groups at once are a whole session's. */
export const TOGETHER_MAX = 200

/** What facilitators do. What is marked `prepared` is filled in by `prepare`, whatever the sender wrote there. */
export const FacilitatorAction = z.discriminatedUnion('type', [
  action('propose', {
    choice: FormingChoice,
    repair: z.enum(['smaller', 'larger']),
    /** True: another draw; false: the same draw with the new choice. */
    redraw: z.boolean(),
    prepared: z.optional(Draft),
  }),
  /** Puts a draft (back) in place: how proposing and moving are undone. */
  action('draft', { draft: z.nullable(Draft) }),
  action('move', { person: Id, to: z.nullable(Id), prepared: z.optional(z.object({ alone: z.array(Id) })) }),
  action('launch', {
    prepared: z.optional(z.object({ orders: z.record(z.string(), z.array(Id)) })),
  }),
  action('unlaunch', {}),
  action('extend', { group: z.nullable(Id), ms: change }),
  /** `inMs`: how long they still have; absent: nothing. */
  action('call-back', { group: z.nullable(Id), inMs: z.optional(CallBackDelay) }),
  action('reopen', { group: Id }),
  action('merge', { from: Id, into: Id }),
  /** Undoes a merge: gives the people back to `from`. */
  action('part', { from: Id, into: Id, people: z.array(Id) }),
  /** The same for several groups, or what takes that back: one thing. */
  action('together', {
    actions: z.array(OneGroupAction).check(z.minLength(1), z.maxLength(TOGETHER_MAX)),
  }),
  action('help-take', { group: Id }),
  action('help-answer', { group: Id }),
  action('visit', { group: z.nullable(Id) }),
  /** Shows a group's page on the room's screen, after its return; null: none any more. */
  action('show-page', { group: z.nullable(Id) }),
])
export type FacilitatorAction = z.infer<typeof FacilitatorAction>

export const Action = z.discriminatedUnion('type', [
  ...GroupAction.def.options,
  ...FacilitatorAction.def.options,
])
export type Action = z.infer<typeof Action>

const GROUP_TYPES: ReadonlySet<string> = new Set(
  GroupAction.def.options.flatMap((option) => [...option.def.shape.type.def.values]),
)

export const isGroupAction = (action: Action): action is GroupAction => GROUP_TYPES.has(action.type)

export const isOfOneGroup = (given: Action): given is OneGroupAction =>
  OneGroupAction.safeParse(given).success
