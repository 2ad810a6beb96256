/** Longest part of a file name that comes from a title. */
const TITLE_MAX_CHARS = 40

/** A title as a part of a file name: `[a-z0-9-]`, or empty when nothing of it is left. */
const slug = (title: string): string =>
  title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, TITLE_MAX_CHARS)
    .replace(/^-+|-+$/g, '')

/** A file name made by the server: nothing in it but `[a-z0-9-]`, at most 60 of them, and the extension. */
export const fileName = (title: string, day: string, extension: string): string =>
  `${['recolte', day, slug(title)].filter(Boolean).join('-')}.${extension}`

/** RFC 6266. The name needs no escape, see `fileName`. */
export const contentDisposition = (name: string): string => `attachment; filename="${name}"`
