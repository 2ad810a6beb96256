import { COMMAND_MAX_BYTES } from '../limits.ts'
import type { Envelope } from './envelope.ts'

/** Bytes of a text in UTF-8; half of a surrogate pair counts as the replacement that is sent for it. */
export function utf8Bytes(text: string): number {
  let bytes = 0
  for (const symbol of text) {
    const point = symbol.codePointAt(0) ?? 0
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x1_0000 ? 3 : 4
  }
  return bytes
}

/** Whether a command is one that the server reads; asked before it is sent, and by the server before it is parsed. */
export const fitsCommand = (envelope: Envelope): boolean =>
  utf8Bytes(JSON.stringify(envelope)) <= COMMAND_MAX_BYTES
