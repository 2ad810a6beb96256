/** What strangers do with bare connections. They come from as many addresses of this machine as they like. */
import { once } from 'node:events'
import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http'
import { connect, type Socket } from 'node:net'
import type { RealServer } from '../../fixtures/server.ts'

/** The `n`th address of this machine's own network; everybody else comes from the first. */
const addressOf = (n: number): string => `127.0.${Math.floor(n / 250)}.${1 + (n % 250)}`

/** A connection; whatever becomes of it is no error. */
export async function dial({ port }: Pick<RealServer, 'port'>, from = 0): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', localAddress: addressOf(from) })
  socket.on('error', () => undefined)
  await Promise.race([once(socket, 'connect'), once(socket, 'close')])
  return socket
}

export const head = (...lines: readonly string[]): string => `${lines.join('\r\n')}\r\n\r\n`

export const upgradeHead = (path: string, ...more: readonly string[]): string =>
  head(
    `GET ${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    ...more,
  )

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface Asked {
  readonly method?: string
  readonly headers?: OutgoingHttpHeaders
  readonly body?: string | Buffer
  /** Which address asks. */
  readonly from?: number
}

/** One request with exactly these headers, `Host` included if given. Status 0: the connection ended first. */
export function ask(
  { port }: Pick<RealServer, 'port'>,
  path: string,
  { method = 'GET', headers = {}, body, from = 0 }: Asked = {},
): Promise<Answer> {
  return new Promise((resolve) => {
    const lost = () => resolve({ status: 0, headers: {}, body: '' })
    const asking = request(
      { port, host: '127.0.0.1', path, method, headers, localAddress: addressOf(from), agent: false },
      (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (piece: string) => {
          text += piece
        })
        response.on('close', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
        )
      },
    )
    asking.on('upgrade', (response, socket) => {
      socket.destroy()
      resolve({ status: 101, headers: response.headers, body: '' })
    })
    asking.on('error', lost)
    asking.end(body)
  })
}

/** The same with a JSON body. */
export const post = (server: Pick<RealServer, 'port'>, path: string, body: unknown, more: Asked = {}) =>
  ask(server, path, {
    method: 'POST',
    ...more,
    headers: { 'content-type': 'application/json', ...more.headers },
    body: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
  })

/** Calls `run` with 0 to `count` − 1, so many at once. */
export async function crowd<T>(
  count: number,
  run: (n: number) => Promise<T>,
  atOnce = 50,
): Promise<readonly T[]> {
  const results: T[] = []
  let next = 0
  const lane = async () => {
    for (let n = next++; n < count; n = next++) results[n] = await run(n)
  }
  await Promise.all(Array.from({ length: Math.min(count, atOnce) }, lane))
  return results
}
