import * as z from 'zod/mini'

/** Ids are opaque strings: UUID v7 for what clients mint, 128 random bits for a session's link. */
export const Id = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,40}$/))

export type SessionId = string
export type ActivityId = string
export type PersonId = string
