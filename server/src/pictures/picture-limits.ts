/** Bounds of pictures that only the server knows; the others are in shared/src/limits.ts. */

/** Pictures that one participant may have kept, as long as the server runs: who sent one is stored nowhere. */
export const PERSON_PICTURES_MAX = 100
export const PERSON_PICTURES_MAX_BYTES = 30 * 1024 * 1024
/** Of what a session may keep, for facilitators alone. */
export const RESERVED_PICTURES = 100
export const RESERVED_PICTURES_BYTES = 30 * 1024 * 1024
/** Pictures that one person sends at the same time. */
export const UPLOADS_PER_PERSON = 2
/** Bytes that are on their way or wait to be drawn, of one session and of all. */
export const UPLOADING_PER_SESSION_MAX_BYTES = 48 * 1024 * 1024
export const UPLOADING_MAX_BYTES = 128 * 1024 * 1024
/** Of both, for facilitators alone. */
export const UPLOADING_RESERVED_BYTES = 20 * 1024 * 1024
/** A picture that unpacks to too much, or takes too long, counts as so many in what a person may send. */
export const TOO_LARGE_COUNTS_AS = 10
