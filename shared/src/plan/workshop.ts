import * as z from 'zod/mini'
import { Id } from '../ids.ts'
import {
  DURATION_MAX_MS,
  DURATION_MIN_MS,
  INSTRUCTIONS_MAX_CHARS,
  KEEP_DAYS_MAX,
  PLAN_MAX_ACTIVITIES,
  PRIVATE_NOTE_MAX_CHARS,
  SESSION_CAPACITY_MAX,
  TIME_ZONE_MAX_CHARS,
  TITLE_MAX_CHARS,
  URL_MAX_CHARS,
} from '../limits.ts'

/** Empty, or an address that a person may open: http or https only. */
export const WebAddress = z
  .string()
  .check(z.maxLength(URL_MAX_CHARS), z.regex(/^$|^https?:\/\/[^\s"'<>\\]+$/i))

/** The form of an IANA name; whether it is one, who uses it asks (`timeZoneOf`): tables of zones differ, and logs stay. */
export const TimeZone = z
  .string()
  .check(z.maxLength(TIME_ZONE_MAX_CHARS), z.regex(/^[A-Za-z][\w+-]*(\/[\w+-]+)*$/))

export const IDENTITY_MODES = ['named', 'pseudonym', 'anonymous'] as const
export const IdentityMode = z.enum(IDENTITY_MODES)
export type IdentityMode = z.infer<typeof IdentityMode>

/** One step of the run-of-show. `definition` belongs to the kind and is checked by it. */
export const Activity = z.object({
  id: Id,
  kind: z.string().check(z.regex(/^[a-z][a-z-]{0,39}$/)),
  title: z.string().check(z.maxLength(TITLE_MAX_CHARS)),
  /** Markdown, shown to everyone. */
  instructions: z.string().check(z.maxLength(INSTRUCTIONS_MAX_CHARS)),
  /** For facilitators only: on no participant view, screen or harvest, ever. */
  privateNote: z.string().check(z.maxLength(PRIVATE_NOTE_MAX_CHARS)),
  durationMs: z.int().check(z.minimum(DURATION_MIN_MS), z.maximum(DURATION_MAX_MS)),
  /** True: a suggestion of the template, not yet confirmed by a facilitator. */
  durationProposed: z.boolean(),
  definition: z.unknown(),
})
export type Activity = z.infer<typeof Activity>

export const VisioRooms = z.discriminatedUnion('mode', [
  z.object({ mode: z.literal('none') }),
  /** `{n}` stands for the group's number. */
  z.object({ mode: z.literal('pattern'), pattern: WebAddress }),
  z.object({ mode: z.literal('list'), addresses: z.array(WebAddress).check(z.maxLength(200)) }),
])
export type VisioRooms = z.infer<typeof VisioRooms>

export const Settings = z.object({
  title: z.string().check(z.maxLength(TITLE_MAX_CHARS)),
  language: z.enum(['fr', 'en']),
  /** How people may present themselves; at least one. */
  identity: z.array(IdentityMode).check(z.minLength(1), z.maxLength(3)),
  askOrganisation: z.boolean(),
  askTerritory: z.boolean(),
  visio: z.object({ plenary: WebAddress, groups: VisioRooms }),
  capacity: z.int().check(z.minimum(1), z.maximum(SESSION_CAPACITY_MAX)),
  /** Announced start, server time in ms; null when not said. */
  startsAt: z.nullable(z.number()),
  /** May participants and screens read the récolte? Drivers always may; names are for drivers only. */
  harvestShared: z.boolean(),
  /** Where the session happens, for its dates; null or absent: DEFAULT_TIME_ZONE. */
  timeZone: z.optional(z.nullable(TimeZone)),
  /** How many days after its last use a session is kept, where that is less than the server keeps it; null or absent: as long. */
  keepDays: z.optional(z.nullable(z.int().check(z.minimum(1), z.maximum(KEEP_DAYS_MAX)))),
})
export type Settings = z.infer<typeof Settings>

/** What one prepares: settings and the ordered plan (*déroulé*). */
export const Workshop = z.object({
  settings: Settings,
  plan: z.array(Activity).check(z.maxLength(PLAN_MAX_ACTIVITIES)),
})
export type Workshop = z.infer<typeof Workshop>
