import { PROTOCOL_VERSION, SOCKET_PATH } from '@escale/shared'
import { WebSocket } from 'ws'
import { attack } from '../harness/attack.ts'
import { much } from '../harness/settings.ts'
import { type Seat, takeSeat } from '../harness/stage.ts'
import { crowd } from '../harness/strangers.ts'

const DEEP = 20_000
const deep = (open: string, close: string) => `${open.repeat(DEEP)}${close.repeat(DEEP)}`

/** What a browser never sends. */
const PACKETS: readonly (string | Buffer)[] = [
  ...Array.from({ length: 40 }, (_, n) => `42${n}["command",{"id":"x","command":{"type":"pause"}}]`),
  `421["command",${deep('[', ']')}]`,
  `422["command",{"id":"d","command":{"type":"act","activity":"a","action":${deep('{"a":', '}')
    .replaceAll('{"a":}', '{}')
    .slice(0, 80_000)}}}]`,
  '451-["command",{"_placeholder":true,"num":0}]',
  '4599999999-["command",{"_placeholder":true,"num":0}]',
  Buffer.alloc(60_000, 7),
  '423["command",{"id":"p","command":{"type":"settings","patch":{"__proto__":{"harvestShared":true}}}}]',
  '424["signal",{"type":"react","reaction":"__proto__"}]',
  `42${'["clock"]'}`,
  '40/admin,',
  '41',
  '2',
  `425["command",{"id":"big","command":{"type":"message","text":"${'x'.repeat(500_000)}"}}]`,
]

const open = ({ browser, session }: Seat): WebSocket => {
  const query = `EIO=4&transport=websocket&session=${session}&as=participant&version=${PROTOCOL_VERSION}`
  return new WebSocket(`${browser.baseUrl.replace(/^http/, 'ws')}${SOCKET_PATH}/?${query}`, {
    headers: { cookie: browser.jar.header(), origin: browser.baseUrl },
    perMessageDeflate: false,
  }).on('error', () => undefined)
}

/** Sends `packets` once it is let in; resolves when it is closed, or after `ms`. True: it was. */
function send(seat: Seat, packets: readonly (string | Buffer)[], ms: number): Promise<boolean> {
  const socket = open(seat)
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      socket.terminate()
      resolve(false)
    }, ms)
    socket.on('message', (data: Buffer) => {
      const text = data.toString()
      if (text.startsWith('0{')) socket.send('40')
      if (text.startsWith('40')) for (const packet of packets) socket.send(packet)
    })
    socket.on('close', () => {
      clearTimeout(timer)
      resolve(true)
    })
  })
}

/** Of what a person seldom does once. */
const FLOOD = Array.from({ length: 1_500 }, (_, n) => `42${n}["clock"]`)

export const socketFlood = attack({
  id: 'socket-flood',
  title: 'floods the session’s socket: packets, attachments that never come, depth, keys of prototypes',
  rule: 'P7',
  by: 'ghosts',
  play: async ({ server, stage, complain }) => {
    await crowd(
      much(4, 30),
      async (n) => {
        const seat = await takeSeat(server, stage, n)
        for (let round = 0; round < much(3, 12); round++) await send(seat, PACKETS.slice(round % 3), 500)
        if (!(await send(seat, FLOOD, 4_000))) complain('a socket that floods is still open')
      },
      4,
    )
  },
  plant: {
    fault: 'a session’s socket that may say as much as it likes',
    edits: [{ find: 'if (!(isOversized ? gate.passOversized() : counted.pass())) {', put: 'if (false) {' }],
    caught: /is still open/,
  },
})
