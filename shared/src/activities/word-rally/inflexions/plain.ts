/** Lower case, no accents, œ as oe: how words are compared. */
export const plain = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae')

/** The words of a text in their plain form; apostrophes and hyphens separate. */
export const tokens = (text: string): string[] =>
  plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((t) => t !== '')
