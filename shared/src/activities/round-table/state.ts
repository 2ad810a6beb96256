import * as z from 'zod/mini'
import { Id, type PersonId } from '../../ids.ts'
import type { Person } from '../../people/person.ts'
import { FormingChoice } from './definition.ts'

/** All instants are ms of activity time. */
const instant = z.number().check(z.minimum(0))

/** Where a member stands in the tour. `listening`: came too late for a turn; has the first word in the free talk. */
export const SeatStatus = z.enum(['waiting', 'speaking', 'passed', 'done', 'absent', 'listening'])
export type SeatStatus = z.infer<typeof SeatStatus>

/** A member of a group. Seats are kept in speaking order. */
export const Seat = z.object({
  person: Id,
  status: SeatStatus,
  /** How often they passed; the second time is final. */
  passes: z.int(),
  checkedIn: z.boolean(),
  /** When they came into a group that had already started; null: from the beginning. */
  joinedAt: z.nullable(instant),
})
export type Seat = z.infer<typeof Seat>

export const Turn = z.object({ person: Id, startedAt: instant, extraMs: z.number() })
export type Turn = z.infer<typeof Turn>

export const HelpCall = z.object({
  by: Id,
  at: instant,
  reason: z.string(),
  /** The facilitator who is on it. */
  takenBy: z.nullable(Id),
})
export type HelpCall = z.infer<typeof HelpCall>

/**
 * `check-in`: who is there; `tour`: somebody speaks; `again`: the order is through, some could still have a turn;
 * `free`: everybody talks.
 */
export const GroupStage = z.enum(['check-in', 'tour', 'again', 'free'])
export type GroupStage = z.infer<typeof GroupStage>

export const Group = z.object({
  key: Id,
  seats: z.array(Seat),
  stage: GroupStage,
  /** When the stage began. */
  since: instant,
  turn: z.nullable(Turn),
  /** The group does not want those who passed to be asked again. */
  declined: z.boolean(),
  /** Names change by themselves from this moment on; null: by hand. */
  autoFrom: z.nullable(instant),
  /** Its end, relative to the common end, ms. */
  extraMs: z.number(),
  /** Called back before its end at this moment. */
  calledBackAt: z.nullable(instant),
  mergedInto: z.nullable(Id),
  help: z.nullable(HelpCall),
  /** When the group asked for more time; null: it has not. */
  asksTimeAt: z.nullable(instant),
  /** Since when too few are present; null: enough are. */
  fewSince: z.nullable(instant),
  /** Its documents, its own first; more after a merge. */
  pages: z.array(z.string()),
})
export type Group = z.infer<typeof Group>

export const DraftGroup = z.object({ key: Id, people: z.array(Id), pages: z.array(z.string()) })
export type DraftGroup = z.infer<typeof DraftGroup>

/** Groups as proposed, before anybody is sent anywhere. */
export const Draft = z.object({
  choice: FormingChoice,
  /** Which of the two repairs was chosen when no size fits. */
  repair: z.enum(['smaller', 'larger']),
  groups: z.array(DraftGroup),
  reason: z.nullable(z.enum(['nobody', 'alone', 'few', 'between'])),
  /** The sizes that the other repair would give; null: there is none. */
  alternative: z.nullable(z.array(z.int())),
  /** People without anybody of their own organisation (or territory) in their group. */
  alone: z.array(Id),
  /** People who gave the label that mixes. */
  labelled: z.int(),
  /** Pairs that meet again. */
  repeats: z.int(),
  /** How many times groups were drawn in this activity; part of the seed. */
  draw: z.int(),
})
export type Draft = z.infer<typeof Draft>

export const State = z.object({
  draft: z.nullable(Draft),
  /** When the groups opened; null: they are being formed. */
  launchedAt: z.nullable(instant),
  /** How many times groups were launched in this activity. */
  launches: z.int(),
  /** Fixed at launch. */
  turnMs: z.number(),
  /** The facilitators' changes to the common end, ms. */
  extraMs: z.number(),
  groups: z.array(Group),
  /** People who are away or were removed, as the tours know it. */
  gone: z.array(Id),
  /** People whom a facilitator took out of all groups by hand: nobody puts them back but a facilitator. */
  leftOut: z.array(Id),
  /** Facilitator → the group that they visit. */
  visits: z.record(z.string(), Id),
  /** Groups of earlier launches. */
  past: z.array(DraftGroup),
  /** The group whose page is on the room's screen. Absent or null: none. */
  shown: z.optional(z.nullable(Id)),
})
export type State = z.infer<typeof State>

/** The key of one more group. */
export const nextKey = (groups: readonly { readonly key: string }[]): string =>
  `g${Math.max(0, ...groups.map((g) => Number(g.key.slice(1)) || 0)) + 1}`

export const findGroup = (state: State, key: string): Group | undefined =>
  state.groups.find((g) => g.key === key)

/** The group where a person sits; undefined: none. */
export const groupOf = (state: State, person: PersonId | null): Group | undefined =>
  person === null ? undefined : state.groups.find((g) => g.seats.some((s) => s.person === person))

export const withGroup = (state: State, group: Group): State => ({
  ...state,
  groups: state.groups.map((g) => (g.key === group.key ? group : g)),
})

/** Members who are not here: away, or removed from the session. */
export function goneOf(groups: readonly Group[], people: readonly Person[]): PersonId[] {
  const present = new Set(people.filter((p) => !p.away).map((p) => p.id))
  return groups.flatMap((g) => g.seats.map((s) => s.person)).filter((id) => !present.has(id))
}
