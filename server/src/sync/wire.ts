/**
 * WebSocket frames as they go over the wire (RFC 6455, 5.2). A server's frames carry no mask, so one buffer is built once
 * and the very same bytes are written to every socket.
 */

declare const wire: unique symbol
/** One or several whole WebSocket messages, header included. */
export type Wire = Buffer & { readonly [wire]: true }

const BINARY_AND_LAST = 0x82

/** @param message at most 2³² − 1 bytes. */
export function toWire(message: Uint8Array): Wire {
  const { byteLength } = message
  const head = byteLength < 126 ? 2 : byteLength < 65_536 ? 4 : 10
  const whole = Buffer.allocUnsafeSlow(head + byteLength)
  whole[0] = BINARY_AND_LAST
  if (head === 2) whole[1] = byteLength
  else if (head === 4) {
    whole[1] = 126
    whole.writeUInt16BE(byteLength, 2)
  } else {
    whole[1] = 127
    whole.writeUInt32BE(0, 2)
    whole.writeUInt32BE(byteLength, 6)
  }
  whole.set(message, head)
  return whole as Wire
}

/** Several in a row, to be written at once. */
export const joinWires = (wires: readonly Wire[]): Wire =>
  wires.length === 1 ? (wires[0] as Wire) : (Buffer.concat(wires) as Wire)

/** The message in a wire that was made of one. */
export function messageIn(wire: Wire): Uint8Array {
  const length = wire[1] ?? 0
  return wire.subarray(length < 126 ? 2 : length === 126 ? 4 : 10)
}
