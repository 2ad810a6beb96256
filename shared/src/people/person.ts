import * as z from 'zod/mini'
import { Id, type PersonId } from '../ids.ts'

export const ROLES = ['facilitator', 'cofacilitator', 'participant', 'screen'] as const
export const Role = z.enum(ROLES)
export type Role = z.infer<typeof Role>

/** What a link or a place is for: a role in the session, or reading its récolte and nothing else (docs/spec/access.md). */
export type KeyRole = Role | 'reader'

/** What the log knows of a person: never a name. */
export const Person = z.object({
  id: Id,
  role: Role,
  /** Rank of arrival, from 1; shown when a person has no name. */
  rank: z.number(),
  /** No socket for AWAY_AFTER_MS. */
  away: z.boolean(),
  removed: z.boolean(),
  /** Removed for good, with what they wrote and their name: only that somebody was there is left. Absent: no. */
  erased: z.optional(z.literal(true)),
  /** False: somebody in the room without a device, added by a facilitator. Never away. */
  hasDevice: z.boolean(),
  /** Server time of joining, ms. */
  joinedAt: z.optional(z.number()),
  /**
   * Why this person has no seat. `waiting`: asked to come in, and nobody has said yes so far. `released`: never took the seat
   * up, and others needed it; it is given again when there is room. Absent: has one.
   */
  outside: z.optional(z.enum(['waiting', 'released'])),
  /** Has neither stayed nor done anything so far: only such a seat can be released. Absent: no. */
  newcomer: z.optional(z.literal(true)),
})
export type Person = z.infer<typeof Person>
export type Outside = NonNullable<Person['outside']>

/** What the people table knows, kept apart so that a person can be erased. */
export interface Identity {
  /** Empty: anonymous; shown by rank. */
  readonly name: string
  readonly organisation: string
  readonly territory: string
}

/** Never changed in place: what is worked out from it is kept with it (namesakes.ts). */
export type Identities = ReadonlyMap<PersonId, Identity>

/** How somebody is named to those who read the same document now. Their colour follows from `person`. */
export interface Signature {
  readonly person: PersonId
  /** Empty: shown by rank. */
  readonly name: string
}

/** Who is looking. A screen has no person. */
export interface Viewer {
  readonly id: PersonId | null
  readonly role: Role
}
