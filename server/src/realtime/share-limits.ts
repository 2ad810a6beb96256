/** What one person and one session may write, bytes. What clients know is in shared/src/limits.ts. */

/** All that a session's log holds. */
export const LOG_MAX_BYTES = 64 * 1024 * 1024
/** Of it, for facilitators and the server alone. */
export const LOG_RESERVED_BYTES = 16 * 1024 * 1024
/** Of one participant: a hundred times the longest story. */
export const LOG_PER_PERSON_MAX_BYTES = 4 * 1024 * 1024
/** A facilitator's command that is not longer than this is always taken: go, pause, end, remove somebody. */
export const LOG_SMALL_BYTES = 1024
/** Of each document that people write in by asking (walls), for facilitators alone. */
export const DOCUMENT_RESERVED_BYTES = 1024 * 1024
/** What one participant may have had written in an activity's documents, and one who drives: a wall kept is a wall written. */
export const WRITTEN_PER_PERSON_MAX_BYTES = 1024 * 1024
export const WRITTEN_PER_DRIVER_MAX_BYTES = 32 * 1024 * 1024
/** How fast that is forgotten, bytes a second. */
export const WRITTEN_FORGOTTEN_PER_SECOND = 128
export const WRITTEN_FORGOTTEN_PER_SECOND_FOR_DRIVERS = 16 * 1024
/** Nobody has more than this part of what is left: who wants little always finds it, however much others took. */
export const SHARE_OF_WHAT_IS_LEFT = 1 / 8
/** An edit as the document's own bytes may be longer than as JSON, by this. */
export const EDIT_BYTES_PER_CHAR = 4
export const EDIT_BYTES_MORE = 512
