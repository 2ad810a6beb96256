/** As many notes as one edit may name. On its own: the client needs the number, not the schemas. */
export const AT_ONCE_MAX = 500
