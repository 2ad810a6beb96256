import { PROTOCOL_VERSION, SOCKET_PATH } from '@escale/shared'
import { WebSocket } from 'ws'
import type { Seat } from './wall.ts'

/** Engine.IO over WebSocket by hand: `0` opens, `40` enters Socket.IO, `2` asks for a sign of life, `3` gives it. */
export class RawSessionSocket {
  readonly socket: WebSocket
  /** Everything that came. */
  packets = 0
  closedWith: number | undefined

  private constructor(socket: WebSocket) {
    this.socket = socket
    socket.on('message', (data: Buffer) => {
      this.packets += 1
      if (data.byteLength === 1 && data[0] === 0x32) socket.send('3')
    })
    socket.on('error', () => undefined)
    socket.on('close', (code) => {
      this.closedWith = code
    })
  }

  /** Resolves when the server has let it in: after its first frame. */
  static async enter({ browser, session }: Seat): Promise<RawSessionSocket> {
    const query = new URLSearchParams({
      EIO: '4',
      transport: 'websocket',
      session,
      as: 'facilitator',
      version: String(PROTOCOL_VERSION),
    })
    const socket = new WebSocket(`${browser.baseUrl.replace(/^http/, 'ws')}${SOCKET_PATH}/?${query}`, {
      headers: { cookie: browser.jar.header(), origin: browser.baseUrl },
      perMessageDeflate: false,
    })
    const raw = new RawSessionSocket(socket)
    await new Promise<void>((resolve, reject) => {
      socket.on('message', (data: Buffer) => {
        const text = data.toString()
        if (text.startsWith('0{')) socket.send('40')
        if (text.startsWith('42["frame"')) resolve()
      })
      socket.once('close', (code) => reject(new Error(`not let in: ${code}`)))
    })
    return raw
  }

  stall(): void {
    this.socket.pause()
  }

  close(): void {
    this.socket.terminate()
  }
}
