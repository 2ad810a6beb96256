import { connect, type Socket } from 'node:net'

/** One TCP connection of which a test decides every byte, and how it ends. */
export interface RawLine {
  /** Resolves when the bytes are with the system. */
  send(bytes: string): Promise<void>
  /** All that came, once `predicate` holds for it. Rejects when the line ends before. */
  answered(predicate?: (sofar: string) => boolean): Promise<string>
  /** Resolves with all that came when the other end has closed or broken the line. */
  ended(): Promise<string>
  /** A TCP reset, as from a machine that is switched off at the other side of a router. */
  reset(): Promise<void>
}

/** @param allowHalfOpen true: our own half stays open when the server closes its own */
export async function openRawLine(baseUrl: string, { allowHalfOpen = false } = {}): Promise<RawLine> {
  const { hostname, port } = new URL(baseUrl)
  const line: Socket = connect({ host: hostname, port: Number(port), allowHalfOpen })
  let sofar = ''
  line.setEncoding('latin1').on('data', (text: string) => {
    sofar += text
  })
  line.on('error', () => undefined)
  const isOver = new Promise<string>((resolve) => {
    line.once('close', () => resolve(sofar))
    if (!allowHalfOpen) line.once('end', () => resolve(sofar))
  })
  await new Promise<void>((resolve, reject) => {
    line.once('connect', resolve)
    line.once('error', reject)
  })
  return {
    send: (bytes) => new Promise((resolve) => line.write(bytes, 'latin1', () => resolve())),
    answered: (predicate = (text) => text.includes('\r\n\r\n')) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!predicate(sofar)) return
          line.off('data', look)
          resolve(sofar)
        }
        line.on('data', look)
        void isOver.then((all) => reject(new Error(`the line ended after: ${all}`)))
        look()
      }),
    ended: () => isOver,
    reset: () =>
      new Promise((resolve) => {
        line.once('close', () => resolve())
        line.resetAndDestroy()
      }),
  }
}
