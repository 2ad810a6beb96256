/**
 * A mark is the id of a note: who wrote it and as which of their updates. It travels as plain bytes inside any Yjs update,
 * merged or not, so that whoever receives it can tell what has arrived without decoding anything.
 */
const NEEDLE = 'bench-'
const WRITER_DIGITS = 5
const SEQ_DIGITS = 6
const MARK_CHARS = NEEDLE.length + WRITER_DIGITS + 1 + SEQ_DIGITS
const ZERO = 48

export const markOf = (writer: number, seq: number): string =>
  `${NEEDLE}${String(writer).padStart(WRITER_DIGITS, '0')}-${String(seq).padStart(SEQ_DIGITS, '0')}`

function digits(bytes: Uint8Array, from: number, count: number): number {
  let value = 0
  for (let i = from; i < from + count; i++) value = value * 10 + (bytes[i] ?? ZERO) - ZERO
  return value
}

/** Tells every mark in `bytes`, in order. */
export function eachMark(bytes: Buffer, tell: (writer: number, seq: number) => void): void {
  for (let at = bytes.indexOf(NEEDLE); at >= 0; at = bytes.indexOf(NEEDLE, at + MARK_CHARS)) {
    const writer = at + NEEDLE.length
    tell(digits(bytes, writer, WRITER_DIGITS), digits(bytes, writer + WRITER_DIGITS + 1, SEQ_DIGITS))
  }
}
