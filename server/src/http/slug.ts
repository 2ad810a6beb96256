import { wordKey } from '@escale/shared'

/** Of a file, without its extension. */
export const FILE_NAME_MAX_CHARS = 60

/** A text in small letters, digits and dashes; empty where it has none of them. */
export const slugOf = (text: string): string =>
  wordKey(text)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
