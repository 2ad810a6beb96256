export const TAGS_MAX = 12
export const TAG_MAX_CHARS = 40
/** Nobody measures an idea by more. */
export const NUMBER_REACH = 1_000_000_000
