/** Many hostile connections at once, to the documents and to the session; each frame is counted once the server has judged it. */

import type { Random } from '@escale/shared'
import { PROTOCOL_VERSION, SOCKET_PATH, SYNC_CLOSE } from '@escale/shared'
import { WebSocket } from 'ws'
import type { RealServer } from '../../fixtures/server.ts'
import { documentFrame, pick, sessionPacket } from './mutate.ts'
import { hear, NOTHING_KNOWN, STEP_1, SYNC, syncMessage } from './sync-messages.ts'
import { documentUrl, type OpenWall, type Seat } from './wall.ts'

/** Within what a connection may send at once. */
const DOCUMENT_BATCH = 250
const PACKET_BATCH = 150
/** One connection in so many is ended by what it sends; in all of them there is nonsense. */
const BREAKS_ONE_IN = 2
const AT_ONCE = 12
const ANSWER_WITHIN_MS = 20_000
/** One connection in so many goes to the session; the others to documents. */
const SESSION_ONE_IN = 3

export interface Tally {
  /** Frames that the server has judged. */
  frames: number
  connections: number
  /** Close codes, and how often. */
  readonly codes: Map<number, number>
  /** What ought not to happen. */
  readonly complaints: string[]
}

const headers = ({ browser }: Seat) => ({ cookie: browser.jar.header(), origin: browser.baseUrl })

/** Resolves with the close code; 0 when it was never opened. */
function closed(socket: WebSocket, last: () => string): Promise<number> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      socket.terminate()
      reject(new Error(`neither answered nor closed, after ${last()}`))
    }, ANSWER_WITHIN_MS)
    const end = (code: number) => {
      clearTimeout(timer)
      resolve(code)
    }
    socket.on('close', end)
    socket.on('error', () => undefined)
  })
}

async function attackDocument(url: string, seat: Seat, random: Random, tally: Tally): Promise<void> {
  const socket = new WebSocket(url, { headers: headers(seat), perMessageDeflate: false })
  const breaks = random.below(BREAKS_ONE_IN) === 0
  const length = breaks ? 1 + random.below(DOCUMENT_BATCH) : DOCUMENT_BATCH
  let asked = breaks ? 0 : 1
  let answered = 0
  let sent = 0
  let endsMalformed = false
  let last = ''
  socket.on('open', () => {
    for (; sent < length && !endsMalformed; sent++) {
      const { bytes, isMalformed } = documentFrame(random, breaks && sent === length - 1)
      if (!isMalformed && bytes[0] === SYNC && bytes[1] === STEP_1) asked += 1
      socket.send(bytes)
      last = Buffer.from(bytes).toString('hex').slice(0, 200)
      endsMalformed = isMalformed
    }
    // The answer to this question shows that everything before it was judged.
    if (!endsMalformed) socket.send(syncMessage(STEP_1, NOTHING_KNOWN))
    socket.send('no frame of ours')
  })
  socket.on('message', (data: Buffer) => {
    if (hear(data, -1).type === 'whole') answered += 1
  })
  const code = await closed(socket, () => last)
  tally.connections += 1
  tally.codes.set(code, (tally.codes.get(code) ?? 0) + 1)
  if (code === SYNC_CLOSE.malformed && answered === asked) tally.frames += sent
  else tally.frames += 1
}

async function attackSession(house: RealServer, seat: Seat, random: Random, tally: Tally): Promise<void> {
  const query = `EIO=4&transport=websocket&session=${seat.session}&as=facilitator&version=${PROTOCOL_VERSION}`
  const socket = new WebSocket(`${house.url.replace(/^http/, 'ws')}${SOCKET_PATH}/?${query}`, {
    headers: headers(seat),
    perMessageDeflate: false,
  })
  let sent = 0
  let isJudged = false
  let last = ''
  socket.on('message', (data: Buffer) => {
    const text = data.toString()
    if (text.startsWith('0{')) socket.send('40')
    else if (text.startsWith('40')) {
      const breaks = random.below(BREAKS_ONE_IN) === 0
      for (; sent < PACKET_BATCH; sent++) {
        const packet = sessionPacket(random, breaks && sent === PACKET_BATCH - 1)
        socket.send(packet)
        last = packet.toString().slice(0, 200)
      }
      socket.send('42999["clock"]')
    } else if (text.startsWith('43999[')) {
      isJudged = true
      socket.terminate()
    }
  })
  const code = await closed(socket, () => last)
  tally.connections += 1
  if (!isJudged) tally.codes.set(code, (tally.codes.get(code) ?? 0) + 1)
  tally.frames += isJudged ? sent : 1
}

/** Goes on until `frames` were judged. Stops at the first complaint. */
export async function storm(
  house: RealServer,
  walls: readonly OpenWall[],
  frames: number,
  random: Random,
): Promise<Tally> {
  const tally: Tally = { frames: 0, connections: 0, codes: new Map(), complaints: [] }
  const attack = async () => {
    while (tally.frames < frames && tally.complaints.length === 0 && house.isAlive) {
      const wall = pick(walls, random)
      const seat = pick(wall.seats, random)
      const attacked =
        random.below(SESSION_ONE_IN) === 0
          ? attackSession(house, seat, random, tally)
          : attackDocument(documentUrl(house, wall), seat, random, tally)
      await attacked.catch((error: unknown) => tally.complaints.push(String(error)))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, attack))
  if (!house.isAlive) tally.complaints.push('the server ended')
  return tally
}
