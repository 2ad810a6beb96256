/** A participant's page as the server sees it: the door, the join, the socket. Raw, for the same reason as the lines. */
import { Agent, type IncomingMessage, request } from 'node:http'
import { personNumber } from '@escale/bots'
import { PROTOCOL_VERSION, SOCKET_PATH } from '@escale/shared'
import { RawSocket } from '../crowd/raw-socket.ts'
import { pause } from '../measure/clock.ts'
import type { Place } from './messages.ts'

/** Engine.IO's and Socket.IO's packets: 0 open, 2 ping, 3 pong; 40 connect, 42 event, 43 answer. */
const OPEN = 0x30
const PING = 0x32
const PONG = '3'
const CONNECT = '40'
const FRAME = '42["frame"'
const BYE = '42["bye"'
const ANSWER = '43'

/** What the client does to keep its clock right (client/src/connection/session-clock.ts). */
const PROBES = 3
const BETWEEN_PROBES_MS = 100

function call(
  agent: Agent,
  { baseUrl }: Place,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
): Promise<{ readonly cookie: string }> {
  const text = body === undefined ? '' : JSON.stringify(body)
  const headers = {
    origin: baseUrl,
    ...(text === '' ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
  }
  return new Promise((resolve, reject) => {
    const onAnswer = (answer: IncomingMessage) => {
      answer.resume()
      answer.on('end', () => {
        const { statusCode = 0, headers: given } = answer
        if (statusCode >= 400)
          reject(new Error(`${method} ${path.replace(/[\w-]{20,}/, '…')}: ${statusCode}`))
        else resolve({ cookie: given['set-cookie']?.[0]?.split(';')[0] ?? '' })
      })
    }
    request(`${baseUrl}${path}`, { method, agent, headers }, onAnswer).on('error', reject).end(text)
  })
}

export class Page {
  readonly cookie: string
  readonly #socket: RawSocket
  #asked = 0

  private constructor(cookie: string, socket: RawSocket) {
    this.cookie = cookie
    this.#socket = socket
  }

  /** From the link that was shared to the first frame on the screen. @throws Error when the server refuses */
  static async open(place: Place, number: number): Promise<Page> {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const { name, organisation, territory } = personNumber(number)
    const path = `/api/sessions/${place.session}`
    await call(agent, place, 'GET', `${path}/door`)
    const identity = { name, organisation: organisation ?? '', territory: territory ?? '' }
    const { cookie } = await call(agent, place, 'POST', `${path}/join`, { mode: 'named', identity })
    return new Promise((resolve, reject) => {
      const query = `EIO=4&transport=websocket&session=${place.session}&as=participant&version=${PROTOCOL_VERSION}`
      const socket: RawSocket = new RawSocket(
        {
          port: Number(new URL(place.baseUrl).port),
          path: `${SOCKET_PATH}/?${query}`,
          headers: { cookie, origin: place.baseUrl },
        },
        {
          onOpen: () => undefined,
          onMessage: (message) => {
            const [first] = message
            if (first === PING) socket.sendText(PONG)
            else if (first === OPEN) socket.sendText(CONNECT)
            else if (message.subarray(0, FRAME.length).toString() === FRAME) resolve(page)
            else if (message.subarray(0, BYE.length).toString() === BYE) reject(new Error(message.toString()))
            else if (message.subarray(0, ANSWER.length).toString() === ANSWER) page.#answered?.()
          },
          onLost: (reason) => reject(new Error(`the socket was lost: ${reason}`)),
        },
      )
      const page = new Page(cookie, socket)
    })
  }

  #answered: (() => void) | undefined

  async setClock(): Promise<void> {
    for (let probe = 0; probe < PROBES; probe++) {
      const answered = new Promise<void>((resolve) => {
        this.#answered = resolve
      })
      this.#socket.sendText(`42${this.#asked++}["clock"]`)
      await answered
      await pause(BETWEEN_PROBES_MS)
    }
  }
}
