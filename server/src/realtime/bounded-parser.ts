import { limits } from '@escale/shared'
import { Decoder, Encoder, PacketType } from 'socket.io-parser'

/** What Socket.IO puts around an envelope: the packet's type, its number, the event's name. */
const AROUND_MAX_BYTES = 100
/** An event in the default namespace whose sender waits for the answer with this number. */
const ASKS = /^2(\d{1,15})\[/

/** The event that an oversized one becomes. Whoever sends it by this name is told the same. */
export const OVERSIZED = 'oversized'

/**
 * Reads no message over the limit of a command: it is measured before it is parsed, and becomes an event that says so,
 * with the number of the original, so that its sender gets an answer instead of a closed connection.
 */
class BoundedDecoder extends Decoder {
  override add(message: unknown): void {
    const isText = typeof message === 'string'
    const bytes = isText ? Buffer.byteLength(message) : message instanceof Uint8Array ? message.length : 0
    if (bytes <= limits.COMMAND_MAX_BYTES + AROUND_MAX_BYTES) {
      super.add(message)
      return
    }
    // Nothing of ours is binary, nor anything else than an event.
    if (!isText || !message.startsWith(String(PacketType.EVENT))) throw new Error('oversized')
    const id = ASKS.exec(message.slice(0, AROUND_MAX_BYTES))?.[1]
    const packet = { type: PacketType.EVENT, nsp: '/', data: [OVERSIZED] }
    this.emitReserved('decoded', id === undefined ? packet : { ...packet, id: Number(id) })
  }
}

/** Socket.IO's own format, with a limit. */
export const boundedParser = { Encoder, Decoder: BoundedDecoder }
