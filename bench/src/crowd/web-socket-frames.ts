/** WebSocket frames by hand: a client that parses no more than it must leaves the machine to the server under test. */

const TEXT = 0x81
const BINARY = 0x82
const PONG = 0x8a
const MASKED = 0x80
const TWO_BYTES = 126
const EIGHT_BYTES = 127

/** One masked frame. The mask is zero, which the server cannot know: it unmasks as it always does. */
function frame(first: number, payload: Uint8Array): Buffer {
  const { byteLength } = payload
  const lengthBytes = byteLength < TWO_BYTES ? 0 : byteLength < 65_536 ? 2 : 8
  const header = Buffer.alloc(2 + lengthBytes + 4)
  header[0] = first
  header[1] = MASKED | (lengthBytes === 0 ? byteLength : lengthBytes === 2 ? TWO_BYTES : EIGHT_BYTES)
  if (lengthBytes === 2) header.writeUInt16BE(byteLength, 2)
  if (lengthBytes === 8) header.writeBigUInt64BE(BigInt(byteLength), 2)
  return Buffer.concat([header, payload])
}

export const binaryFrame = (payload: Uint8Array): Buffer => frame(BINARY, payload)
export const textFrame = (text: string): Buffer => frame(TEXT, Buffer.from(text))
export const pongFrame = (payload: Uint8Array): Buffer => frame(PONG, payload)

export const OPCODE = { text: 1, binary: 2, close: 8, ping: 9 } as const

/** Cuts a stream of unmasked frames into payloads. */
export class FrameReader {
  #chunks: Buffer[] = []
  #held = 0
  /** Bytes needed before it is worth looking again. */
  #needed = 2
  readonly #onFrame: (opcode: number, payload: Buffer) => void

  constructor(onFrame: (opcode: number, payload: Buffer) => void) {
    this.#onFrame = onFrame
  }

  read(chunk: Buffer): void {
    this.#chunks.push(chunk)
    this.#held += chunk.byteLength
    if (this.#held < this.#needed) return
    const all = this.#chunks.length === 1 ? chunk : Buffer.concat(this.#chunks, this.#held)
    const rest = all.subarray(this.#take(all))
    this.#chunks = rest.byteLength > 0 ? [rest] : []
    this.#held = rest.byteLength
  }

  /** Hands out every whole frame; gives back how many bytes that was. */
  #take(all: Buffer): number {
    let at = 0
    for (;;) {
      const left = all.byteLength - at
      this.#needed = 2
      if (left < 2) return at
      const short = (all[at + 1] ?? 0) & 127
      const start = short < TWO_BYTES ? 2 : short === TWO_BYTES ? 4 : 10
      this.#needed = start
      if (left < start) return at
      const length =
        start === 2 ? short : start === 4 ? all.readUInt16BE(at + 2) : Number(all.readBigUInt64BE(at + 2))
      this.#needed = start + length
      if (left < this.#needed) return at
      this.#onFrame((all[at] ?? 0) & 15, all.subarray(at + start, at + start + length))
      at += start + length
    }
  }
}
