/** What is needed where there is no WebSocket, and fetched there only. */
import { type ClientToServer, DocumentLineEnds, type ServerToClient } from '@escale/shared'
import type { Socket } from 'socket.io-client'

export { Polling } from './polling-transport.ts'

/** Documents over the session's connection. */
export function carrierOn(socket: Socket<ServerToClient, ClientToServer>): {
  readonly lines: DocumentLineEnds
  readonly stop: () => void
} {
  const lines = new DocumentLineEnds({
    open: (line, path) => socket.emit('line-open', line, path),
    bytes: (line, part, isLast, taken) => socket.emit('line-bytes', line, part, isLast, taken),
    end: (line) => {
      if (socket.connected) socket.emit('line-end', line)
    },
    encode: (bytes) => btoa(String.fromCharCode(...bytes)),
    decode: (text) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0)),
  })
  const opened: ServerToClient['line-open'] = (line) => lines.opened(line)
  const bytes: ServerToClient['line-bytes'] = (line, part, isLast) => lines.bytes(line, part, isLast)
  const ended: ServerToClient['line-end'] = (line, code, reason) => lines.ended(line, code, reason)
  socket.on('line-open', opened)
  socket.on('line-bytes', bytes)
  socket.on('line-end', ended)
  return {
    lines,
    stop() {
      socket.off('line-open', opened)
      socket.off('line-bytes', bytes)
      socket.off('line-end', ended)
      lines.cut()
    },
  }
}
