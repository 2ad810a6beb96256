/**
 * The floor: what passing bytes on costs at the least with `ws`. No document, no rights, no store.
 * Arguments: port, and the window in ms (0: each message by itself).
 */
import { type WebSocket, WebSocketServer } from 'ws'

const [port = 0, windowMs = 0] = process.argv.slice(2).map(Number)
const rooms = new Map<string, Set<WebSocket>>()
const waiting = new Map<Set<WebSocket>, Buffer[]>()

const sendToAll = (room: ReadonlySet<WebSocket>, data: Buffer): void => {
  for (const socket of room) socket.send(data, { binary: true })
}

function pass(room: Set<WebSocket>, data: Buffer): void {
  if (windowMs === 0) {
    sendToAll(room, data)
    return
  }
  const held = waiting.get(room)
  if (held !== undefined) {
    held.push(data)
    return
  }
  waiting.set(room, [data])
  setTimeout(() => {
    const window = waiting.get(room) ?? []
    waiting.delete(room)
    sendToAll(room, Buffer.concat(window))
  }, windowMs)
}

new WebSocketServer({ port, host: '127.0.0.1', perMessageDeflate: false }).on(
  'connection',
  (socket, request) => {
    const name = request.url ?? ''
    const room = rooms.get(name) ?? new Set()
    rooms.set(name, room)
    room.add(socket)
    socket.on('message', (data: Buffer) => pass(room, data))
    socket.on('close', () => room.delete(socket))
  },
)
