/** The HTTP interface, under `/api`. Errors are answered as `{ refusal }` with a fitting status. */
import * as z from 'zod/mini'
import type { Harvest } from '../harvest/blocks.ts'
import { Id } from '../ids.ts'
import { READING_LINK_DAYS } from '../limits.ts'
import type { Refusal } from '../outcome.ts'
import type { Device } from '../people/device.ts'
import type { KeyRole } from '../people/person.ts'
import { IdentityMode, TimeZone } from '../plan/workshop.ts'
import { IdentityInput } from '../session/commands.ts'
import type { Puzzle } from './puzzle.ts'

export interface Failure {
  readonly refusal: Refusal
  /** With `rate-limited`: the same request passes with the answer in its header `PUZZLE_HEADER`. */
  readonly puzzle?: Puzzle
}

/** POST /api/sessions: from a template, or from a workshop file, or blank. → Created, with the facilitator's cookie. */
export const CreateSession = z.object({
  template: z.optional(z.string().check(z.maxLength(40))),
  file: z.optional(z.unknown()),
  /** Of whoever creates it: a first name or a pseudonym; absent or empty: « Animation ». */
  name: z.optional(IdentityInput.shape.name),
  language: z.enum(['fr', 'en']),
  /** Of the creator's browser; one that the server does not know is not taken over. */
  timeZone: z.optional(TimeZone),
})
export interface Created {
  readonly session: string
  /** 8 symbols, shown as `ABCD-EFGH`. */
  readonly code: string
  /** The facilitator's secret, for the link `/console/<session>#<secret>`; told only here. */
  readonly secret: string
  /** How many pictures of the workshop file could not be taken over; absent: none. */
  readonly picturesMissing?: number
}

/** POST /api/code → { session } */
export const FindByCode = z.object({ code: z.string().check(z.maxLength(20)) })
export interface FoundByCode {
  readonly session: string
}

/** GET /api/sessions/:session/door: all that a stranger may know. */
export interface Door {
  readonly session: string
  readonly title: string
  readonly language: 'fr' | 'en'
  readonly status: 'lobby' | 'running' | 'ended'
  readonly locked: boolean
  readonly full: boolean
  /** The kind of what runs, so that its code is there when one comes in; null: nothing does. */
  readonly kind: string | null
  readonly identity: readonly IdentityMode[]
  readonly askOrganisation: boolean
  readonly askTerritory: boolean
  /** It is over, and whoever has this link may read its récolte. */
  readonly readable: boolean
  /** When all of it will be gone if nobody uses it any more, server time, ms. */
  readonly goneAt: number
  /** This browser shows cookies of the time when each place had its own: POST /api/device exchanges them. */
  readonly hasOldCookies: boolean
  /** Who this browser already is here, by its cookie. */
  readonly known: {
    readonly participant: boolean
    readonly facilitator: boolean
    readonly screen: boolean
    /** Holds a link to read the récolte, and that only. */
    readonly reader: boolean
    /** Somebody who was removed had come from this browser. */
    readonly removed: boolean
  }
}

/** POST /api/device: gives a browser its cookie, and puts what it held in old ones under it. */

/** POST /api/sessions/:session/join → Joined, with the participant's cookie. */
export const Join = z.object({
  mode: IdentityMode,
  identity: IdentityInput,
  /** The device's own id for this wish: sent again for want of an answer, it is the same person [P21]. Secret, like a link. */
  wish: z.optional(z.string().check(z.regex(/^[\w-]{16,64}$/))),
})
export interface Joined {
  readonly person: string
  /** For the personal link `/p/<session>#<secret>`, to go on from another device. */
  readonly secret: string
}

/** POST /api/sessions/:session/enter: a secret link is exchanged once for a cookie. → Entered */
export const Enter = z.object({ secret: z.string().check(z.regex(/^[\w-]{20,100}$/)) })
export interface Entered {
  readonly role: KeyRole
  readonly person: string | null
}

/**
 * POST /api/sessions/:session/links (drivers): a link for a new co-facilitator, for one who is there already (whose links
 * before it end; the facilitator only), or for a screen. → NewLink
 */
export const MakeLink = z.union([
  z.object({ role: z.literal('cofacilitator'), identity: IdentityInput }),
  z.object({ role: z.literal('cofacilitator'), person: Id }),
  z.object({ role: z.literal('screen') }),
])
export interface NewLink {
  readonly secret: string
  readonly person: string | null
}

/**
 * POST /api/sessions/:session/key?as= (whoever is a person): a new link of one's own; the ones before end. `alone`: so does every
 * other key of the same person, with what it opened. Whoever fears that their cookie was copied renews it first:
 * POST /api/sessions/:session/device (members) gives the browser a new secret for its places there. → NewKey
 */
export const RenewKey = z.object({ alone: z.optional(z.boolean()) })
export interface NewKey {
  readonly secret: string
}

/** GET /api/sessions/:session/keys (drivers): what opens the session for those who drive and for screens, as far as one may end it. */
export interface Keyring {
  readonly keys: readonly KeyLine[]
}
/** A link that was handed out, or a device that holds a place. DELETE /api/sessions/:session/keys/:key ends it and what it opened. */
export interface KeyLine {
  readonly id: string
  /** null: a screen. */
  readonly person: string | null
  readonly kind: 'link' | 'device'
  readonly device: Device | null
  /** Server time, ms: when the link was made, when the device entered. */
  readonly since: number
  /** Server time, ms, to the minute: when the link was last used, when somebody was last there; null: never. */
  readonly usedAt: number | null
  /** Somebody is there with it now. */
  readonly here: boolean
  /** Of the device that asks. */
  readonly own: boolean
}

/** POST /api/sessions/:session/leave?as= (members): this browser gives its place back; the person stays, and other devices too. */

/**
 * A link to read the récolte without being in the session, `/harvest/<session>#<secret>`, for a time: one of a session.
 * POST /api/sessions/:session/reading-link (drivers) → NewReadingLink; the one before ends, with all who came by it.
 * GET → ReadingLink; DELETE → 204: it ends.
 */
export const MakeReadingLink = z.object({ days: z.literal(READING_LINK_DAYS) })
export interface ReadingLink {
  /** Until when it opens the récolte, server time, ms; null: there is none. */
  readonly until: number | null
}
export interface NewReadingLink {
  /** Told only here. */
  readonly secret: string
  readonly until: number
}

/** GET /api/sessions/:session/console (members: a screen shows it too) → what is shown of the door. */
export interface ConsoleInfo {
  readonly code: string
  /** When the session was last used, server time, ms, and how long after it this server keeps sessions: `goneAt`. */
  readonly usedAt: number
  readonly keepDays: number
}

/**
 * DELETE /api/sessions/:session (the facilitator) → DeletedSession. Everybody is sent away, and it can be brought back for
 * DELETED_KEPT_MS: POST …/restore → DeletedSession; GET …/deletion → DeletedSession, `not-now` when it is not deleted.
 */
export const DeleteSession = z.object({ sure: z.literal(true) })
export interface DeletedSession {
  readonly title: string
  readonly language: 'fr' | 'en'
  /** Server time, ms. */
  readonly deletedAt: number
  /** When it is gone for good. */
  readonly goneAt: number
}

/**
 * POST /api/sessions/:session/pictures (drivers; participants while the running activity takes pictures): the raw bytes of a
 * raster picture. → NewPicture; GET …/pictures/:picture
 */
export interface NewPicture {
  readonly picture: string
  readonly width: number
  readonly height: number
}

/**
 * GET /api/sessions/:session/harvest?names=1 → HarvestPage. Drivers; everybody else of the session once the facilitator
 * has shared it, and then, when the session is over, whoever has its link (`Door.readable`); whoever holds a reading link.
 * Names are for drivers only. GET …/harvest/:format?names=1&activity=…&shape=… gives a file.
 */
/** By activity: scripts (ISO 15924), `flags`, `joined` (emoji that are made of several), `emoji`, `signs`. */
export type UndrawnSigns = Readonly<Record<string, readonly string[]>>

export interface HarvestPage {
  readonly harvest: Harvest
  readonly formats: readonly HarvestFormat[]
  /** Has the facilitator shared it with everybody? */
  readonly shared: boolean
  readonly mayName: boolean
  /** What of its walls the formats cannot show that draw letters with ours alone. */
  readonly undrawn: UndrawnSigns
  /** IANA name of the session's time zone, for the day. */
  readonly timeZone: string
}

/** A format that the harvest can be had in. The server says all of it, so that a new format is its folder alone. */
export interface HarvestFormat {
  readonly id: string
  readonly extension: string
  readonly words: Readonly<Record<'fr' | 'en', { readonly name: string; readonly purpose: string }>>
  /** `picture`: of the walls, in a shape to choose, useless when there is none. `text`: can be copied and pasted. */
  readonly use: 'picture' | 'text' | 'file'
  /** Are letters drawn with our typefaces alone? Else whoever opens the file adds theirs. */
  readonly onlyOurLetters: boolean
}

/**
 * POST /api/sessions/:session/erase (the person themselves; the facilitator for anybody else, but not for themselves): their
 * name, their texts and their keys go for good. `signed`: what becomes of what they signed before others. → 204
 */
export const ErasePerson = z.object({ person: Id, signed: z.enum(['unsigned', 'removed']) })

/** GET /api/templates?language=fr|en: those that are written in it. */
export interface TemplateLine {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly activities: number
  readonly durationMs: number
}

/** POST /api/demo → Created: the visio of 24 April, open, with 24 simulated participants. */

/** GET /api/health; 503 when nothing can be stored. For whoever watches the server. */
export interface Health {
  readonly ok: boolean
  /** Something was stored just now. */
  readonly writable: boolean
  /** `low`: it will not be writable for long. */
  readonly disk: 'ok' | 'low' | 'unknown'
  readonly freeBytes: number | null
}

/** GET /api/config */
export interface PublicConfig {
  readonly version: string
  readonly demo: boolean
  /** Where the source of this very server can be had; null: not told, ask whoever runs it. */
  readonly sourceUrl: string | null
  /** The accessibility statement of whoever offers this server; null: our page `/accessibility`. */
  readonly accessibilityUrl: string | null
  /** To whom people turn, an e-mail address; null: not told. */
  readonly contact: string | null
}
