import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

export interface Meter {
  readonly port: number
  /** Bytes of all connections so far: down to the people, and up from them. */
  read(): { readonly down: number; readonly up: number }
  stop(): void
}

/** A way to a server that counts what passes, whatever it is: bytes as TCP carries them, without its own headers. */
export async function startMeter(target: number): Promise<Meter> {
  let down = 0
  let up = 0
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1')
    for (const socket of [near, far]) {
      open.add(socket)
      socket.setNoDelay(true)
      // Whoever ends first ends both.
      socket.on('error', () => socket.destroy())
      socket.on('close', () => {
        open.delete(socket)
        near.destroy()
        far.destroy()
      })
    }
    near.on('data', (data: Buffer) => {
      up += data.byteLength
    })
    far.on('data', (data: Buffer) => {
      down += data.byteLength
    })
    near.pipe(far)
    far.pipe(near)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port for the meter')
  return {
    port: address.port,
    read: () => ({ down, up }),
    stop: () => {
      server.close()
      for (const socket of open) socket.destroy()
    },
  }
}
