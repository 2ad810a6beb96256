// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const UNWANTED = /[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]+/g

/** A name or a label as the server takes it: one line, trimmed, without control characters or direction overrides. */
export const oneLine = (typed: string): string => typed.replace(UNWANTED, ' ').replace(/\s+/g, ' ').trim()
