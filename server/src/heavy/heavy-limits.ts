/** Bounds of the work that is done in processes of its own: files of the récolte and pictures. */

/** Different pieces of work that one person may have waiting; what several wait for counts for whoever asked first. */
export const WAITING_PER_PERSON = 4
/** Of one session. Facilitators are taken beyond it, up to WAITING_PER_PERSON each. */
export const WAITING_PER_SESSION = 24
/** Of the whole server. */
export const WAITING_MAX = 200
/** One file of the récolte, ms. A wall of several thousand notes takes some ten seconds on a small machine. */
export const EXPORT_MAX_MS = 60_000
/** One picture, ms. A photo takes a second at most. */
export const PICTURE_MAX_MS = 8_000
/** One file of the récolte. */
export const EXPORT_MAX_BYTES = 96 * 1024 * 1024
/** JavaScript's memory in a helper, MiB; a helper that needs more ends, and nothing else does. */
export const HELPER_HEAP_MAX_MIB = 384
/** A helper that holds more than this after its work ends, and gives the memory back. */
export const HELPER_KEPT_MAX_BYTES = 160 * 1024 * 1024
/** To start a helper, ms. */
export const HELPER_START_MAX_MS = 60_000
/** A helper without work ends after this, ms. */
export const HELPER_IDLE_MS = 20_000
