/** One Engine.IO line, by WebSocket or by long polling: how much waits on it, and how to end it. */
import type { IncomingMessage } from 'node:http'
import type { Socket } from 'socket.io'

export type Line = Socket['conn']

/** What Engine.IO keeps of its transports and does not tell in its types. */
interface Inside {
  readonly transport: {
    /** The WebSocket. */
    readonly socket?: { readonly bufferedAmount: number; terminate(): void }
    /** The question of long polling that waits for an answer. */
    readonly req?: IncomingMessage | null
    /** How long long polling waits for a question with which to say that it is over, ms. */
    closeTimeout?: number
  }
  readonly writeBuffer: readonly { readonly data?: string | Uint8Array }[]
}

const insideOf = (line: Line): Inside => line as unknown as Inside

export const isPolling = (line: Line): boolean => line.transport.name === 'polling'

/** What was sent and not taken, bytes: in the WebSocket, and before it or the next question. */
export function backlogOf(line: Line): number {
  const { transport, writeBuffer } = insideOf(line)
  return writeBuffer.reduce(
    (sum, { data }) => sum + (data?.length ?? 0),
    transport.socket?.bufferedAmount ?? 0,
  )
}

/** For a line that is new: it lasts no longer than this after its end was begun. */
export function closeWithin(line: Line, ms: number): void {
  if (isPolling(line)) insideOf(line).transport.closeTimeout = ms
}

/** Ends a line whose other end does not. */
export function cutLine(line: Line): void {
  const { socket } = insideOf(line).transport
  if (socket === undefined) line.close(true)
  else socket.terminate()
}

/** As a power failure would. */
export function cutWithoutAWord(line: Line): void {
  const { req } = insideOf(line).transport
  if (req) req.socket.destroy()
  else line.close(true)
}
