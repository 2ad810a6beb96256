/** Why a group calls for help, characters. */
export const HELP_REASON_MAX_CHARS = 200
