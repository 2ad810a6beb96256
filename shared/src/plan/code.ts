/** The join code: 8 symbols of an alphabet of 32 without look-alikes (no I, L, O, U), shown as `ABCD-EFGH`. */
export const CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
export const CODE_LENGTH = 8

const LOOK_ALIKES: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0', U: 'V' }

/** What a person typed, in the code's own form; undefined when it cannot be a code. Case, spaces and dashes do not matter. */
export function normaliseCode(typed: string): string | undefined {
  const symbols = typed
    .toUpperCase()
    .replace(/[\s\-–—_.]/g, '')
    .replace(/[ILOU]/g, (s) => LOOK_ALIKES[s] ?? s)
  return symbols.length === CODE_LENGTH && [...symbols].every((s) => CODE_ALPHABET.includes(s))
    ? symbols
    : undefined
}

export const showCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`
